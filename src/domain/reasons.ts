import { exchanges } from "./exchange.ts";
import { type Candidate, type Pool, reached, worthOf } from "./pool.ts";
import { inPoints } from "./proposal.ts";
import { listed } from "./text.ts";

/** Why somebody is not in the proposed group: stable words for scripts, and a sentence. */
export interface Reason {
  readonly code: string;
  readonly because: "score" | "aim" | "tie-break" | "coverage" | "lot";
  readonly said: string;
}

/** What somebody who is chosen brings: the aims they count towards, what only they bring, and the rarer experiences. */
export function brings(
  pool: Pool,
  chosen: readonly Candidate[],
): Map<string, { aims: string[]; only: string[]; rarer: string[] }> {
  const counts = reached(pool, chosen);
  const alone = (e: number): boolean => chosen.filter((c) => c.rare.includes(e)).length === 1;
  return new Map(
    chosen.map((c) => [
      c.code,
      {
        aims: c.brings.map((i) => pool.aims[i]?.value ?? ""),
        only: [
          ...c.brings.filter((i) => counts[i] === 1).map((i) => pool.aims[i]?.value ?? ""),
          ...c.rare.filter(alone).map((e) => pool.experiences[e]?.key ?? ""),
        ].filter((value, i, all) => all.indexOf(value) === i),
        rarer: c.rare.map((e) => pool.experiences[e]?.key ?? ""),
      },
    ]),
  );
}

/** Two groups that differ in one person, the total being equal: what tells them apart. */
function amongEquals(
  pool: Pool,
  chosen: readonly Candidate[],
  leaving: Candidate,
  coming: Candidate,
): Reason {
  const then = worthOf(pool, [...chosen.filter((c) => c !== leaving), coming]);
  const now = worthOf(pool, chosen);
  const reason = (because: Reason["because"], said: string): Reason => ({
    code: coming.code,
    because,
    said: `As many points as ${leaving.code}; ${said}`,
  });
  if (then.off > now.off) return reason("tie-break", `with ${leaving.code} a tie-break aim is met better.`);
  if (then.coverage < now.coverage)
    return reason("coverage", `with ${leaving.code} the group covers more of the rarer experience.`);
  return reason("lot", "a lot decided between them.");
}

/** Says what a group would break if one went and the other came. */
type Breaks = (leaving: Candidate, coming: Candidate) => number[];

/** The aims that would be broken if somebody came in the place of somebody chosen: `at least 6 carer`. */
function aimsBroken(pool: Pool, broken: readonly number[], coming: Candidate): string {
  return listed(
    broken.map((i) => {
      const { value, minimum, maximum } = pool.aims[i] ?? {};
      return coming.brings.includes(i) ? `at most ${maximum} ${value}` : `at least ${minimum} ${value}`;
    }),
  );
}

/** Somebody chosen with fewer points, who is there for an aim. */
function forAnAim(pool: Pool, least: readonly Candidate[], breaks: Breaks, coming: Candidate): string | null {
  const kept = least.find((d) => d.score < coming.score && breaks(d, coming).length > 0);
  if (!kept) return null;
  return `More points than ${kept.code}, in whose place an aim would be broken: ${aimsBroken(pool, breaks(kept, coming), coming)}.`;
}

/** Why somebody is not chosen who could only come by breaking an aim, whoever went. */
function barred(pool: Pool, least: readonly Candidate[], breaks: Breaks, coming: Candidate): Reason {
  const [nearest] = least
    .map((leaving) => ({ leaving, broken: breaks(leaving, coming) }))
    .sort((a, b) => a.broken.length - b.broken.length);
  const lower = least.every((d) => d.score > coming.score);
  return {
    code: coming.code,
    because: lower ? "score" : "aim",
    said: `${lower ? "Fewer points than everybody chosen; and in" : "In"} place of anybody chosen an aim would be broken: ${aimsBroken(pool, nearest?.broken ?? [], coming)} in place of ${nearest?.leaving.code}, the nearest.`,
  };
}

/** Why somebody is not chosen in whose favour nobody could go without making the total smaller. */
function outscored(pool: Pool, leaving: Candidate, coming: Candidate, aim: string | null): Reason {
  const lower = inPoints(leaving.score - coming.score, pool);
  const said = `In place of ${leaving.code}, the nearest, the total would be ${lower} lower.`;
  return { code: coming.code, because: aim ? "aim" : "score", said: aim ? `${aim} ${said}` : said };
}

/**
 * Why each of those who are not chosen is not: in place of whoever among the chosen comes nearest, the total would be lower, an
 * aim would be broken, or something told equals apart.
 */
export function whyNot(pool: Pool, chosen: readonly Candidate[]): Reason[] {
  const breaks = exchanges(pool, chosen);
  const least = chosen.toSorted((a, b) => a.score - b.score || (a.code < b.code ? -1 : 1));
  const others = pool.candidates.filter((c) => !chosen.includes(c));
  return others.map((coming) => {
    const able = least.filter((leaving) => breaks(leaving, coming).length === 0);
    const [first] = able;
    if (!first) return barred(pool, least, breaks, coming);
    if (first.score > coming.score)
      return outscored(pool, first, coming, forAnAim(pool, least, breaks, coming));
    const reasons = able
      .filter((d) => d.score === first.score)
      .map((d) => amongEquals(pool, chosen, d, coming));
    const order = ["lot", "coverage", "tie-break"];
    const [nearest] = reasons.toSorted((a, b) => order.indexOf(a.because) - order.indexOf(b.because));
    return nearest ?? barred(pool, least, breaks, coming);
  });
}
