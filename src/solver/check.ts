import type { Chance, Lottery } from "../domain/draw.ts";
import type { Candidate, Pool, Worth } from "../domain/pool.ts";

/** What is claimed of a group, to be checked by adding up alone. */
export interface Claim {
  readonly chosen: readonly Candidate[];
  readonly worth: Worth;
  readonly bounds: Worth;
  readonly prices: readonly number[];
  readonly kept: readonly Candidate[];
}

/** Prices as whole numbers of so many parts of a step, so that every sum is exact. */
const parts = 2 ** 20;

const distinct = (candidates: readonly Candidate[]): number => new Set(candidates.map((c) => c.code)).size;

function rules(pool: Pool, chosen: readonly Candidate[]): string[] {
  const faults: string[] = [];
  const known = new Map(pool.candidates.map((c) => [c.code, c]));
  if (chosen.length !== pool.places || distinct(chosen) !== pool.places)
    faults.push(`${distinct(chosen)} different people for ${pool.places} places`);
  for (const c of chosen) if (known.get(c.code) !== c) faults.push(`${c.code} is not as in the pool`);
  for (const [i, aim] of pool.aims.entries()) {
    if (aim.basis !== "role-requirement") continue;
    let n = aim.staying;
    for (const c of chosen) for (const b of c.brings) if (b === i) n += 1;
    if (n < (aim.minimum ?? n)) faults.push(`${n} of ${aim.value}, at least ${aim.minimum} asked for`);
    if (n > (aim.maximum ?? n)) faults.push(`${n} of ${aim.value}, at most ${aim.maximum} asked for`);
  }
  return faults;
}

/** The worth of a group added up once more, person by person. */
function addedUp(pool: Pool, chosen: readonly Candidate[]): Worth {
  let [total, lot, coverage, off] = [0, 0, 0, 0];
  const seen = pool.experiences.map(() => false);
  const counts = pool.aims.map((a) => a.staying);
  for (const c of chosen) {
    total += c.score;
    lot += c.lot;
    for (const b of c.brings) counts[b] = (counts[b] ?? 0) + 1;
    for (const e of c.rare) {
      if (!seen[e]) coverage += pool.experiences[e]?.weight ?? 0;
      seen[e] = true;
    }
  }
  for (const [i, { basis, minimum, maximum }] of pool.aims.entries()) {
    const n = counts[i] ?? 0;
    if (basis === "tie-break") off += Math.max(0, (minimum ?? n) - n, n - (maximum ?? n));
  }
  return { total, off, coverage, lot };
}

/**
 * The proof by prices, in whole numbers: a bound on every total, and that nobody who was left out of the search could be in a
 * group as good. Whatever the prices are, what is added up here holds; wrong ones only prove less.
 */
function proofFaults(pool: Pool, { prices, kept, worth }: Claim): string[] {
  const required = pool.aims.map((a, i) => ({ ...a, i })).filter((a) => a.basis === "role-requirement");
  const whole = prices.map((p) => Math.round(p * parts));
  const [place = 0, ...aims] = whole;
  let bound = place * pool.places;
  const priceOf = new Map(required.map((a, k) => [a.i, aims[k] ?? 0]));
  for (const [k, { minimum, maximum, staying }] of required.entries()) {
    const price = aims[k] ?? 0;
    const most = Math.min(pool.places, (maximum ?? Infinity) - staying);
    bound += price * (price > 0 ? most : Math.max(0, (minimum ?? 0) - staying));
  }
  const reduced = pool.candidates.map((c) => {
    let r = c.score * parts - place;
    for (const b of c.brings) r -= priceOf.get(b) ?? 0;
    return r;
  });
  for (const r of reduced) bound += Math.max(0, r);
  if (!Number.isSafeInteger(bound)) return ["the proof is too large to add up exactly"];
  const faults: string[] = [];
  const among = new Set(kept.map((c) => c.code));
  for (const [j, c] of pool.candidates.entries())
    if (!among.has(c.code) && Math.floor((bound + Math.min(0, reduced[j] ?? 0)) / parts) >= worth.total)
      faults.push(`${c.code} was left out of the search without proof`);
  if (Math.floor(bound / parts) < worth.total) faults.push("the total is greater than what is possible");
  return faults;
}

/**
 * Everything that is wrong with a claim; nothing where it holds. It shares no code with the search: it counts and adds up whole
 * numbers from the pool, tests every aim again, compares with the bounds, and goes through the proof that those who were left
 * out of the search could not be in a group as good.
 */
export function faultsOf(pool: Pool, claim: Claim): string[] {
  const { worth, bounds } = claim;
  const own = addedUp(pool, claim.chosen);
  const faults = rules(pool, claim.chosen);
  for (const goal of ["total", "off", "coverage", "lot"] as const)
    if (own[goal] !== worth[goal]) faults.push(`${goal} is ${own[goal]}, not ${worth[goal]}`);
  if (worth.total !== bounds.total) faults.push(`a total of ${bounds.total} might be possible`);
  if (worth.coverage < bounds.coverage) faults.push(`coverage of ${bounds.coverage} might be possible`);
  if (worth.lot < bounds.lot) faults.push(`lots of ${bounds.lot} might be possible`);
  if (worth.off > bounds.off) faults.push(`${bounds.off} off might be possible`);
  return [...faults, ...proofFaults(pool, claim)];
}

/**
 * Everything that is wrong with a lottery and what was drawn in it: every make-up is an allowed group, the tickets add up, each
 * person's chance is the share of the tickets that draw them, and nobody who can be chosen has less than was proved possible.
 */
export function drawFaults(
  pool: Pool,
  lottery: Lottery,
  chances: readonly Chance[],
  chosen: readonly Candidate[],
): string[] {
  const faults = rules(pool, chosen);
  const tickets = lottery.makeUps.reduce((sum, m) => sum + m.tickets, 0);
  if (tickets !== 1_000_000_000) faults.push(`${tickets} tickets`);
  for (const { counts } of lottery.makeUps)
    faults.push(
      ...rules(
        pool,
        lottery.kinds.flatMap((members, k) => members.slice(0, counts[k] ?? 0)),
      ),
    );
  for (const [k, members] of lottery.kinds.entries()) {
    let n = 0;
    for (const m of lottery.makeUps) n += m.tickets * (m.counts[k] ?? 0);
    for (const { code } of members) {
      const claimed = chances.find((c) => c.code === code);
      if (claimed?.over !== n || claimed.under !== members.length * tickets)
        faults.push(`${code} has another chance`);
      if (n > 0 && n / (members.length * tickets) < lottery.bound - 1e-5)
        faults.push(`${code} could have more of a chance`);
    }
  }
  return faults;
}
