import { exchanges } from "../domain/exchange.ts";
import type { Candidate, Pool } from "../domain/pool.ts";
import type { Engine } from "./engine.ts";
import { ModelBuilder } from "./model.ts";
import { solveInOrder } from "./ordered.ts";

/** Somebody on the reserve list, and whose place they could take with every aim still met. */
export interface Reserve {
  readonly candidate: Candidate;
  /** Codes of those chosen. */
  readonly standsInFor: readonly string[];
}

const byScore = (a: Candidate, b: Candidate): number =>
  b.score - a.score || b.lot - a.lot || (a.code < b.code ? -1 : 1);

/** Everybody who was not chosen, best first, with whose place they could take. */
function standIns(pool: Pool, chosen: readonly Candidate[]): Reserve[] {
  const taken = new Set(chosen.map((c) => c.code));
  const breaks = exchanges(pool, chosen);
  return pool.candidates
    .filter((c) => !taken.has(c.code))
    .sort(byScore)
    .map((candidate) => ({
      candidate,
      standsInFor: chosen.filter((leaving) => breaks(leaving, candidate).length === 0).map((c) => c.code),
    }));
}

/** Of those who can take the same places only so many, the best: no reserve list needs more. */
function fewest(all: readonly Reserve[], howMany: number): Reserve[] {
  const seen = new Map<string, number>();
  return all.filter(({ standsInFor }) => {
    const key = standsInFor.join();
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return n <= howMany;
  });
}

/**
 * In which order they are asked: whoever can take most of the places nobody before them can take, then by score. Once nobody
 * left can take another, it begins anew; who could take nobody's place comes last.
 */
function inOrder(reserves: readonly Reserve[]): Reserve[] {
  const left = [...reserves].sort((a, b) => byScore(a.candidate, b.candidate));
  const ordered: Reserve[] = [];
  let covered = new Set<string>();
  const fresh = (r: Reserve): number => r.standsInFor.filter((code) => !covered.has(code)).length;
  while (left.length > 0) {
    if (left.every((r) => fresh(r) === 0)) covered = new Set();
    const most = Math.max(...left.map(fresh));
    const [next] = left.splice(
      left.findIndex((r) => fresh(r) === most),
      1,
    );
    if (!next) break;
    ordered.push(next);
    for (const code of next.standsInFor) covered.add(code);
  }
  return ordered;
}

/**
 * The reserve list: so many of those who were not chosen, that whoever drops out there is most often somebody who can take the
 * place with every aim still met; among such lists the one with most often a second; then the one with the fewest who could
 * take nobody's place, the greatest total, the highest lots. The first to be asked comes first.
 */
export function reserveList(
  engine: Engine,
  pool: Pool,
  chosen: readonly Candidate[],
  howMany: number,
): Reserve[] {
  const all = standIns(pool, chosen);
  if (howMany === 0 || all.length === 0) return [];
  const few = fewest(all, howMany);
  const builder = new ModelBuilder();
  const size = Math.min(howMany, all.length);
  const places = builder.row(size, size);
  const rows = new Map(chosen.map((c) => [c.code, builder.row(0, Infinity)]));
  for (const { standsInFor } of few)
    builder.column({ rows: [places, ...standsInFor.flatMap((code) => rows.get(code) ?? [])] });
  for (const _time of ["once", "twice"])
    for (const row of rows.values()) builder.column({ rows: [row], values: [-1] });
  const goal = (of: (r: Reserve) => number, once = 0, twice = 0): number[] => [
    ...few.map(of),
    ...chosen.map(() => once),
    ...chosen.map(() => twice),
  ];
  const found = solveInOrder(engine, builder, [
    goal(() => 0, 1),
    goal(() => 0, 1, 1),
    goal((r) => (r.standsInFor.length === 0 ? -1 : 0)),
    goal((r) => r.candidate.score),
    goal((r) => r.candidate.lot),
  ]);
  if (!found) throw new Error("no reserve list of that length");
  return inOrder(few.filter((_, j) => (found.values[j] ?? 0) > 0.5));
}
