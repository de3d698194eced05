import { type Candidate, type Pool, requirements } from "../domain/pool.ts";
import { ModelBuilder } from "./model.ts";

/** Candidates who count towards the very same aims that have to be met: to those aims they are one and the same. */
export interface Kind {
  readonly brings: readonly number[];
  readonly members: readonly Candidate[];
}

/** The kinds of a pool, in the order of their first member. */
export function kindsOf(pool: Pool): Kind[] {
  const required = new Set(requirements(pool));
  const kinds = new Map<string, { brings: number[]; members: Candidate[] }>();
  for (const candidate of pool.candidates) {
    const brings = candidate.brings.filter((i) => required.has(i));
    const known = kinds.get(brings.join());
    if (known) known.members.push(candidate);
    else kinds.set(brings.join(), { brings, members: [candidate] });
  }
  return [...kinds.values()];
}

/** A column for each kind: how many of it are chosen, between none and all, and the rows they count in. */
export function kindColumns(
  builder: ModelBuilder,
  kinds: readonly Kind[],
  rowsOf: (kind: Kind) => readonly number[],
  worth: readonly number[] = [],
): void {
  for (const [k, kind] of kinds.entries())
    builder.column({ worth: worth[k] ?? 0, most: kind.members.length, rows: rowsOf(kind) });
}

/** The model of every allowed group by kinds, and the rows of its aims. */
export function kindModel(pool: Pool, kinds: readonly Kind[], worth: readonly number[] = []): ModelBuilder {
  const builder = new ModelBuilder();
  const places = builder.row(pool.places, pool.places);
  const rows = new Map(
    requirements(pool).map((i) => {
      const { minimum, maximum, staying } = pool.aims[i] ?? { staying: 0 };
      return [i, builder.row((minimum ?? -Infinity) - staying, (maximum ?? Infinity) - staying)];
    }),
  );
  kindColumns(builder, kinds, (kind) => [places, ...kind.brings.flatMap((i) => rows.get(i) ?? [])], worth);
  return builder;
}
