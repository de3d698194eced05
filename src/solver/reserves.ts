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

/** The places somebody can take as bits, thirty to a number. */
function bitsOf({ standsInFor }: Reserve, at: ReadonlyMap<string, number>): number[] {
  const bits = new Array<number>(Math.ceil(at.size / 30)).fill(0);
  for (const code of standsInFor) {
    const i = at.get(code) ?? 0;
    bits[Math.floor(i / 30)] = (bits[Math.floor(i / 30)] ?? 0) | (1 << (i % 30));
  }
  return bits;
}

/**
 * Those who could be on a list of that length: whoever comes after as many others who can take every place they can take is not,
 * since one of those would serve better.
 */
function worthListing(all: readonly Reserve[], chosen: readonly Candidate[], howMany: number): Reserve[] {
  const at = new Map(chosen.map((c, i) => [c.code, i]));
  const few: { readonly reserve: Reserve; readonly bits: readonly number[] }[] = [];
  for (const reserve of all) {
    const bits = bitsOf(reserve, at);
    let better = 0;
    for (const other of few)
      if (bits.every((word, i) => (word & (other.bits[i] ?? 0)) === word) && ++better === howMany) break;
    if (better < howMany) few.push({ reserve, bits });
  }
  return few.map((f) => f.reserve);
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
  const few = worthListing(all, chosen, howMany);
  const builder = new ModelBuilder();
  const size = Math.min(howMany, all.length);
  const places = builder.row(size, size);
  const rows = new Map(chosen.map((c) => [c.code, builder.row(0, Infinity)]));
  for (const { standsInFor } of few)
    builder.column({ rows: [places, ...standsInFor.flatMap((code) => rows.get(code) ?? [])] });
  for (const _time of ["once", "twice"])
    for (const row of rows.values()) builder.column({ rows: [row], values: [-1] });
  // Covered once goes before covered twice, and that before nobody on the list who could take no place: in one sum.
  const [twice, once] = [size + 1, (size + 1) * (chosen.length + 1)];
  const cover = [
    ...few.map((r) => (r.standsInFor.length === 0 ? -1 : 0)),
    ...chosen.map(() => once),
    ...chosen.map(() => twice),
  ];
  const goal = (of: (c: Candidate) => number): number[] => [
    ...few.map((r) => of(r.candidate)),
    ...chosen.flatMap(() => [0, 0]),
  ];
  const found = solveInOrder(engine, builder, [cover, goal((c) => c.score), goal((c) => c.lot)]);
  if (!found) throw new Error("no reserve list of that length");
  return inOrder(few.filter((_, j) => (found.values[j] ?? 0) > 0.5));
}
