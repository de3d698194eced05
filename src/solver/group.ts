import { type Candidate, type Pool, requirements } from "../domain/pool.ts";
import { type Model, ModelBuilder } from "./model.ts";

/** A model of every allowed group: a column for each candidate first, in their order. */
export interface GroupModel {
  readonly model: Model;
  readonly candidates: readonly Candidate[];
  /** For each goal, what a column is worth: the total, the tie-break aims, the coverage, the lot. */
  readonly goals: Readonly<Record<Goal, readonly number[]>>;
}

/** What a group is to be best in, one after another. */
export type Goal = "total" | "off" | "coverage" | "lot";

/** How much of a model is wanted: only what has to be met, or also what tells equals apart. */
export interface Wanted {
  readonly coverage?: boolean;
  /** How far the group is from the aims that only tell equals apart. */
  readonly ties?: boolean;
  /** Exactly how many of each score are chosen: so that only people of equal score are exchanged. */
  readonly bands?: ReadonlyMap<number, number>;
}

/** The rows that everybody counts in: exactly so many places, and each aim that has to be met less those who stay. */
function basicRows(pool: Pool, builder: ModelBuilder): Map<number, number> {
  builder.row(pool.places, pool.places);
  return new Map(
    requirements(pool).map((i) => {
      const { minimum, maximum, staying } = pool.aims[i] ?? { staying: 0 };
      return [i, builder.row((minimum ?? -Infinity) - staying, (maximum ?? Infinity) - staying)];
    }),
  );
}

/** Two rows for each tie-break aim, with a column each for how many are too few and too many. */
function tieBreakRows(
  pool: Pool,
  builder: ModelBuilder,
): { rows: Map<number, number[]>; slack: [number, number][] } {
  const rows = new Map<number, number[]>();
  const slack: [number, number][] = [];
  for (const [i, { basis, minimum, maximum, staying }] of pool.aims.entries()) {
    if (basis !== "tie-break") continue;
    const own: number[] = [];
    if (minimum !== undefined) {
      own.push(builder.row(minimum - staying, Infinity));
      slack.push([own.at(-1) ?? 0, 1]);
    }
    if (maximum !== undefined) {
      own.push(builder.row(-Infinity, maximum - staying));
      slack.push([own.at(-1) ?? 0, -1]);
    }
    rows.set(i, own);
  }
  return { rows, slack };
}

/** The model of the groups that can be made of these candidates. */
export function groupModel(pool: Pool, candidates: readonly Candidate[], wanted: Wanted = {}): GroupModel {
  const builder = new ModelBuilder();
  const aimRows = basicRows(pool, builder);
  const ties = wanted.ties ? tieBreakRows(pool, builder) : { rows: new Map<number, number[]>(), slack: [] };
  const rareRows = wanted.coverage ? pool.experiences.map(() => builder.row(0, Infinity)) : [];
  const bandRows = new Map([...(wanted.bands ?? [])].map(([score, n]) => [score, builder.row(n, n)]));
  const goals: Record<Goal, number[]> = { total: [], off: [], coverage: [], lot: [] };
  const column = (worth: Partial<Record<Goal, number>>, add: Parameters<ModelBuilder["column"]>[0]): void => {
    builder.column(add);
    for (const goal of ["total", "off", "coverage", "lot"] as const) goals[goal].push(worth[goal] ?? 0);
  };
  for (const c of candidates) {
    const rows = [0, ...c.brings.flatMap((i) => [aimRows.get(i) ?? [], ties.rows.get(i) ?? []].flat())];
    const rare = c.rare.flatMap((e) => rareRows[e] ?? []);
    const band = bandRows.get(c.score);
    const most = wanted.bands && band === undefined ? 0 : 1;
    column(
      { total: c.score, lot: c.lot },
      { most, rows: [...rows, ...rare, ...(band === undefined ? [] : [band])] },
    );
  }
  for (const [e, row] of rareRows.entries())
    column({ coverage: pool.experiences[e]?.weight ?? 0 }, { whole: false, rows: [row], values: [-1] });
  for (const [row, sign] of ties.slack)
    column({ off: -1 }, { whole: false, most: Infinity, rows: [row], values: [sign] });
  return { model: builder, candidates, goals };
}
