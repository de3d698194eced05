import type { BestTeam } from "./team-values.ts";
import type { LevelPrices, Span, Standing } from "./teams-standing.ts";

/** Parts that prices are tried in: they come from small whole numbers, so that few suffice. */
const divisors = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 18, 20, 24, 30, 36, 42, 48, 60, 84, 120, 210, 420, 840, 2520,
];

/** Prices as whole parts of one. */
export function inParts(prices: Float64Array): LevelPrices {
  const own = prices.filter((p) => p !== 0);
  const fits = (n: number): boolean => own.every((p) => Math.abs(p * n - Math.round(p * n)) < 1e-5);
  const parts = divisors.find(fits) ?? 5040;
  return { parts, prices: prices.map((p) => Math.round(p * parts)) };
}

/** What a person's places are worth at a price: the best of all numbers of places they may get, and which those are. */
export function bestSpan({ least, most }: Span, price: number, step: number): { worth: number; span: Span } {
  let worth = -Infinity;
  let span = { least, most };
  for (let n = least; n <= most; n++) {
    const own = price * n - step * n * (n - 1);
    if (own > worth) [worth, span] = [own, { least: n, most: n }];
    else if (own === worth) span = { ...span, most: n };
  }
  return { worth, span };
}

/**
 * Which projects may have another best team at other prices: where the members of the best one became no dearer and nobody else
 * cheaper, it still is the best.
 */
export function projectsOpen(
  at: Standing,
  best: readonly BestTeam[],
  before: Float64Array,
  now: Float64Array,
): Uint8Array {
  const { person, project } = at;
  const member = new Uint8Array(person.length);
  for (const { pairs } of best) for (const i of pairs) member[i] = 1;
  const open = new Uint8Array(best.length);
  for (let i = 0; i < person.length; i++) {
    const who = person[i] as number;
    const dearer = (now[who] as number) - (before[who] as number);
    if (member[i] === 1 ? dearer > 0 : dearer < 0) open[project[i] as number] = 1;
  }
  return open;
}
