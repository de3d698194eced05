import { compare, type Fraction } from "./fraction.ts";
import { type Stage, stages } from "./round.ts";
import type { Criterion, CriterionTally, PanelMember, Scoring, Tally } from "./scoring.ts";
import { listed } from "./text.ts";

/** Which stages of an application are over, so that its scores may be seen though some are missing. */
export type Over = Readonly<Record<Stage, boolean>>;

/** How an application stands as anybody may see it: nothing of a stage whose scores are not all in. */
export interface SeenTally extends Omit<Tally, "total" | "essential"> {
  readonly total: Fraction | null;
  readonly essential: Fraction | null;
  /** The stages of which scores are kept back. */
  readonly hidden: readonly Stage[];
}

const at = (tally: Tally, stage: Stage): readonly CriterionTally[] =>
  tally.criteria.filter((c) => c.criterion.stage === stage);

/** Whether scores of a stage have been given and others are still to come: nobody sees any of them then. */
const waits = (tally: Tally, stage: Stage): boolean =>
  at(tally, stage).some((c) => c.n > 0) && at(tally, stage).some((c) => c.waitingFor.length > 0);

const kept = (c: CriterionTally): CriterionTally => ({
  ...c,
  mean: null,
  lowest: null,
  highest: null,
  flagged: false,
  moderation: null,
  counts: null,
});

/**
 * A tally as anybody may see it. Scorers score independently, so the scores of a stage are kept back until all of them are in
 * (or the stage is over); how many are in, and whose are missing, is no secret. Source: usual shortlisting practice (M).
 */
export function seen(tally: Tally, over: Over): SeenTally {
  const hidden = stages.filter((stage) => !over[stage] && waits(tally, stage));
  const criteria = tally.criteria.map((c) => (hidden.includes(c.criterion.stage) ? kept(c) : c));
  const lowest = criteria.flatMap((c) => c.lowest ?? []);
  const highest = criteria.flatMap((c) => c.highest ?? []);
  const whole = hidden.length === 0 && tally.n > 0;
  return {
    ...tally,
    criteria,
    hidden,
    shortlisting: hidden.includes("shortlisting") ? null : tally.shortlisting,
    interview: hidden.includes("interview") ? null : tally.interview,
    total: whole ? tally.total : null,
    essential: whole ? tally.essential : null,
    lowest: lowest.length > 0 ? Math.min(...lowest) : null,
    highest: highest.length > 0 ? Math.max(...highest) : null,
    flagged: tally.flagged.filter((key) => criteria.some((c) => c.criterion.key === key && c.flagged)),
  };
}

/** Greatest total first, then the greater score on essential criteria; those whose scores are kept back last, as they were. */
export function bySeenMerit(a: SeenTally, b: SeenTally): number {
  if (!a.total || !b.total) return (a.total ? 0 : 1) - (b.total ? 0 : 1);
  return compare(b.total, a.total) || (a.essential && b.essential ? compare(b.essential, a.essential) : 0);
}

/** An application as far as its missing scores need it. */
export interface Awaited {
  readonly code: string;
  readonly status: string;
  readonly blanked: boolean;
  readonly tally: Tally;
  readonly over: Over;
}

/** What one scorer still has to score at a stage. */
export interface MissingScores {
  readonly scorer: PanelMember;
  readonly stage: Stage;
  readonly codes: readonly string[];
  readonly scores: number;
}

const due = ({ status, blanked, over }: Awaited, stage: Stage): boolean =>
  !blanked &&
  !over[stage] &&
  (stage === "shortlisting" ? status !== "withdrawn" : ["shortlisted", "interviewed"].includes(status));

/**
 * The scores that are still to come, by stage and scorer: those of the interview only of applications that were shortlisted,
 * and none of a stage that is over.
 */
export function missingScores(applications: readonly Awaited[]): MissingScores[] {
  const found = new Map<string, { scorer: PanelMember; stage: Stage; codes: Set<string>; scores: number }>();
  for (const stage of stages)
    for (const application of applications.filter((a) => due(a, stage)))
      for (const { waitingFor } of at(application.tally, stage))
        for (const scorer of waitingFor) {
          const one = found.get(`${scorer.id}`) ?? { scorer, stage, codes: new Set(), scores: 0 };
          one.codes.add(application.code);
          found.set(`${scorer.id}`, { ...one, scores: one.scores + 1 });
        }
  return [...found.values()]
    .map(({ codes, ...rest }) => ({ ...rest, codes: [...codes] }))
    .sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage) || a.scorer.id - b.scorer.id);
}

/** Codes as a person says them, runs of them shortened: `A-001 to and A-013`. */
export function codesInWords(codes: readonly string[]): string {
  const number = (code: string): number => Number(/\d+$/.exec(code)?.[0] ?? 0);
  const runs: [string, string][] = [];
  for (const code of codes) {
    const last = runs.at(-1);
    if (last && number(code) === number(last[1]) + 1) last[1] = code;
    else runs.push([code, code]);
  }
  return listed(
    runs.flatMap(([from, to]) =>
      from === to ? [from] : number(to) === number(from) + 1 ? [from, to] : [`${from} to ${to}`],
    ),
  );
}

/** One scorer's score as it may be seen; null where it is kept back. */
export interface SeenScore {
  readonly code: string;
  readonly criterion: Criterion;
  readonly scorer: PanelMember;
  readonly score: number | null;
}

/**
 * Every score of some applications, each scorer's apart: everybody sees their own (`viewer` has the roles of whoever looks), and
 * the others' when all of the stage are in. By application, criterion and scorer.
 */
export function seenScores(
  standings: readonly { readonly id: number; readonly code: string; readonly seen: SeenTally }[],
  scoring: Scoring,
  viewer: ReadonlySet<number>,
): SeenScore[] {
  const scores = new Map(
    scoring.scores.map((s) => [`${s.applicationId} ${s.criterionId} ${s.panelId}`, s.score]),
  );
  return standings.flatMap(({ id, code, seen: { hidden } }) =>
    scoring.criteria.flatMap((criterion) =>
      scoring.panel.flatMap((scorer) => {
        const score = scores.get(`${id} ${criterion.id} ${scorer.id}`);
        if (score === undefined) return [];
        const mayShow = viewer.has(scorer.id) || !hidden.includes(criterion.stage);
        return [{ code, criterion, scorer, score: mayShow ? score : null }];
      }),
    ),
  );
}
