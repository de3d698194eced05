import { exact, type Fraction } from "./fraction.ts";
import type { Pool, PoolAim } from "./pool.ts";
import { no, type Result, yes } from "./result.ts";
import type { NewAim } from "./round.ts";
import { byMerit, type Tally } from "./scoring.ts";
import { count } from "./text.ts";

/** What somebody brings, as the aims for a group count it. */
export interface Profile {
  readonly perspective: string | null;
  readonly region: string | null;
  /** Keys of experience, skill and interest, by kind. */
  readonly terms: readonly { readonly kind: string; readonly key: string }[];
}

/** An application as far as choosing needs it: by code, never by name. */
export interface Entrant extends Profile {
  readonly id: number;
  readonly code: string;
  readonly tally: Tally;
}

/** What is proposed or decided for an application. */
export type Decision = "select" | "reserve" | "decline";

/** How a group is chosen: by the greatest total score, or drawn by lot. */
export const methods = ["score", "lottery"] as const;
export type Method = (typeof methods)[number];

/**
 * The applications that are scored on every criterion, best first: by total, then by the part of it that comes from
 * essential criteria, then by code. It is the order of lists; who is chosen among equals is another matter.
 */
export const rank = (entrants: readonly Entrant[]): Entrant[] =>
  entrants
    .filter((e) => e.tally.complete)
    .sort((a, b) => byMerit(a.tally, b.tally) || (a.code < b.code ? -1 : 1));

/**
 * Who can be chosen: whoever is scored on every criterion. A lottery in a round that has no scores at all draws among everybody.
 */
export function choosable(entrants: readonly Entrant[], method: Method): Entrant[] {
  const scored = rank(entrants);
  if (method === "score" || entrants.some((e) => e.tally.n > 0)) return scored;
  return [...entrants].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** Whether somebody counts towards a kind. Somebody who is both a service user and a carer counts as each of them. */
export function countsTowards(
  { perspective, region, terms }: Profile,
  { category, value }: Pick<NewAim, "category" | "value">,
): boolean {
  if (category === "perspective")
    return perspective === value || (perspective === "both" && value !== "both");
  if (category === "region") return region === value;
  return terms.some((t) => t.kind === category && t.key === value);
}

/** How many of the steps that make one point are needed so that every total is a whole number of steps. */
function stepsFor(totals: readonly Fraction[]): number {
  const common = (a: bigint, b: bigint): bigint => (b === 0n ? a : common(b, a % b));
  const steps = totals.reduce((all, f) => {
    const under = BigInt(exact(f).split("/")[1] ?? "1");
    return (all / common(all, under)) * under;
  }, 1n);
  return Number(steps);
}

const wholeScore = ({ over, under }: Fraction, steps: number): number =>
  Number((over * BigInt(steps)) / under);

/** What a pool is made of. */
export interface PoolFacts {
  readonly places: number;
  readonly entrants: readonly Entrant[];
  readonly aims: readonly NewAim[];
  /** Members who stay in the group: they count towards the aims. */
  readonly stayers: readonly Profile[];
  readonly method: Method;
}

/**
 * The pool that a proposal is made from: totals as whole numbers, exactly; who counts towards which aim; and the experiences
 * that nobody who stays brings, each weighing the more the fewer applicants bring it. Lots are drawn later.
 */
export function poolOf({ places, entrants, aims, stayers, method }: PoolFacts): Pool {
  const choices = choosable(entrants, method).sort((a, b) => (a.code < b.code ? -1 : 1));
  const stepsInAPoint = method === "score" ? stepsFor(choices.map((e) => e.tally.total)) : 1;
  const experiencesOf = (p: Profile): string[] =>
    p.terms.flatMap((t) => (t.kind === "experience" ? [t.key] : []));
  const there = new Set(stayers.flatMap(experiencesOf));
  const keys = [...new Set(choices.flatMap(experiencesOf))]
    .filter((key) => !there.has(key))
    .sort((a, b) => (a < b ? -1 : 1));
  const poolAims: PoolAim[] = aims.map((aim) => ({
    ...aim,
    staying: stayers.filter((s) => countsTowards(s, aim)).length,
  }));
  return {
    places,
    candidates: choices.map((e) => ({
      code: e.code,
      score: method === "score" ? wholeScore(e.tally.total, stepsInAPoint) : 0,
      lot: 0,
      brings: aims.flatMap((aim, i) => (countsTowards(e, aim) ? [i] : [])),
      rare: keys.flatMap((key, i) => (experiencesOf(e).includes(key) ? [i] : [])),
    })),
    aims: poolAims,
    experiences: keys.map((key) => ({
      key,
      weight: 1 + choices.length - choices.filter((e) => experiencesOf(e).includes(key)).length,
    })),
    stepsInAPoint,
  };
}

/** The pool with everybody's lot drawn. */
export const withLots = (pool: Pool, lotOf: (code: string) => number): Pool => ({
  ...pool,
  candidates: pool.candidates.map((c) => ({ ...c, lot: lotOf(c.code) })),
});

/** How many are to be chosen, and what it rests on. */
export interface Room {
  /** As many as were asked for; undefined = as the round and the group have room. */
  readonly asked: number | undefined;
  readonly roundPlaces: number;
  /** Null where the group has no fixed number. */
  readonly groupPlaces: number | null;
  /** How many members stay; null where nobody asked that they count. */
  readonly staying: number | null;
  readonly roundKey: string;
  readonly group: string;
}

/**
 * How many places there are to fill: as many as were asked for, else as many as the round has, but where those who stay count
 * no more than the group has room for beside them.
 */
export function placesToFill({
  asked,
  roundPlaces,
  groupPlaces,
  staying,
  roundKey,
  group,
}: Room): Result<number> {
  if (asked !== undefined) return yes(asked);
  if (staying === null || groupPlaces === null) return yes(roundPlaces);
  const room = Math.min(roundPlaces, groupPlaces - staying);
  if (room > 0) return yes(room);
  return no({
    code: "no-room",
    message: `${count(staying, "member stays", "members stay")}, and ${group} has ${count(groupPlaces, "place")}: there is none to fill.`,
    remedy: `Say who leaves with --leaving, give a later day with --staying, or how many to choose with --places: involve round select ${roundKey} --help`,
  });
}

/** Whether there are enough applications to choose from. */
export function enough(pool: Pool, roundKey: string): Result<Pool> {
  const n = pool.candidates.length;
  if (n >= pool.places) return yes(pool);
  return no({
    code: "too-few-scored",
    message: `${count(n, "application is", "applications are")} scored on every criterion, for ${count(pool.places, "place")}.`,
    remedy:
      n === 0
        ? `Enter the scores first: involve round score ${roundKey} --from-file scores.csv`
        : `Enter the missing scores, or fill fewer places with --places ${n}.`,
  });
}

/** Where scorers are far apart on an application that can be chosen, in a sentence; none where they are not. */
export function farApart(entrants: readonly Entrant[]): string[] {
  const found = rank(entrants)
    .filter((e) => e.tally.flagged.length > 0)
    .map((e) => `${e.code} (${e.tally.flagged.join(", ")})`);
  return found.length > 0
    ? [`Please talk about these first, the scorers are far apart: ${found.join("; ")}.`]
    : [];
}
