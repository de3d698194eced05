import { compare, type Fraction, fraction, sumOf } from "./fraction.ts";
import type { NewCriterion, PanelRole, Stage } from "./round.ts";

/** A criterion in the store. */
export interface Criterion extends NewCriterion {
  readonly id: number;
}

/** Somebody in one role on a panel. */
export interface PanelMember {
  readonly id: number;
  readonly name: string;
  /** S-001 or M-001: one person may have several roles. */
  readonly ref: string;
  readonly role: PanelRole;
}

/** One score by one panel member on one criterion: every scorer's score is kept apart. */
export interface Score {
  readonly id: number;
  readonly applicationId: number;
  readonly criterionId: number;
  readonly panelId: number;
  readonly score: number;
}

/** A declared conflict of interest: this panel member does not score that application, or it is about none (null). */
export interface Conflict {
  readonly panelId: number;
  readonly applicationId: number | null;
}

/** What a moderator noted about one criterion of one application, and the score the scorers agreed on where there is one. */
export interface Moderation {
  readonly id: number;
  readonly applicationId: number;
  readonly criterionId: number;
  /** The moderator. */
  readonly panelId: number;
  readonly agreed: number | null;
  readonly note: string;
}

/** All that scoring goes by in a round. */
export interface Scoring {
  readonly criteria: readonly Criterion[];
  readonly panel: readonly PanelMember[];
  readonly scores: readonly Score[];
  readonly conflicts: readonly Conflict[];
  readonly moderations: readonly Moderation[];
  /** Scorers this many points apart on a criterion are flagged (setting score-spread-flag). */
  readonly spreadFlag: number;
}

/** Which role scores a stage. */
export const scorerOf: Readonly<Record<Stage, PanelRole>> = {
  shortlisting: "shortlister",
  interview: "interviewer",
};

/** How one application stands on one criterion. */
export interface CriterionTally {
  readonly criterion: Criterion;
  /** How many scores are in. */
  readonly n: number;
  /** The mean of the scores, or null where there is none. */
  readonly mean: Fraction | null;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Whether the scorers are so far apart that they should talk about it. */
  readonly flagged: boolean;
  /** What came of the talk, where there was one. */
  readonly moderation: Moderation | null;
  /** What counts in the total: the score agreed in moderation, else the mean. */
  readonly counts: Fraction | null;
  /** Panel members in the role for this stage, without a conflict, whose score is not in. */
  readonly waitingFor: readonly PanelMember[];
}

/** How one application stands: exact numbers, and what is missing. */
export interface Tally {
  readonly criteria: readonly CriterionTally[];
  readonly n: number;
  /** Sum of mean times weight over the criteria of a stage; null while nothing is scored there. */
  readonly shortlisting: Fraction | null;
  readonly interview: Fraction | null;
  readonly total: Fraction;
  /** The part of the total that comes from essential criteria. */
  readonly essential: Fraction;
  readonly lowest: number | null;
  readonly highest: number | null;
  /** Keys of the criteria on which scorers are far apart and have not been moderated. */
  readonly flagged: readonly string[];
  /** Whether every criterion has at least one score. */
  readonly complete: boolean;
}

function criterionTally(
  applicationId: number,
  criterion: Criterion,
  own: readonly Score[],
  at: Scoring,
  barred: Set<number>,
): CriterionTally {
  const scores = own.filter((s) => s.criterionId === criterion.id);
  const values = scores.map((s) => s.score);
  const n = values.length;
  const lowest = n > 0 ? Math.min(...values) : null;
  const highest = n > 0 ? Math.max(...values) : null;
  const sum = values.reduce((all, v) => all + v, 0);
  const mean = n > 0 ? fraction(sum, n) : null;
  const moderation =
    at.moderations.find((m) => m.applicationId === applicationId && m.criterionId === criterion.id) ?? null;
  return {
    criterion,
    n,
    mean,
    lowest,
    highest,
    flagged: lowest !== null && highest !== null && n > 1 && highest - lowest >= at.spreadFlag,
    moderation,
    counts: n > 0 && moderation?.agreed != null ? fraction(moderation.agreed, 1) : mean,
    waitingFor: at.panel.filter(
      (p) =>
        p.role === scorerOf[criterion.stage] && !barred.has(p.id) && !scores.some((s) => s.panelId === p.id),
    ),
  };
}

const weighted = (tallies: readonly CriterionTally[]): Fraction =>
  sumOf(
    tallies.flatMap(({ counts, criterion }) =>
      counts ? [{ over: counts.over * BigInt(criterion.weight), under: counts.under }] : [],
    ),
  );

function tallyOf(applicationId: number, own: readonly Score[], at: Scoring): Tally {
  const barred = new Set(at.conflicts.filter((c) => c.applicationId === applicationId).map((c) => c.panelId));
  const criteria = at.criteria.map((c) => criterionTally(applicationId, c, own, at, barred));
  const stage = (which: Stage): Fraction | null => {
    const scored = criteria.filter((c) => c.criterion.stage === which && c.n > 0);
    return scored.length > 0 ? weighted(scored) : null;
  };
  const values = own.map((s) => s.score);
  return {
    criteria,
    n: values.length,
    shortlisting: stage("shortlisting"),
    interview: stage("interview"),
    total: weighted(criteria),
    essential: weighted(criteria.filter((c) => c.criterion.kind === "essential")),
    lowest: values.length > 0 ? Math.min(...values) : null,
    highest: values.length > 0 ? Math.max(...values) : null,
    flagged: criteria.filter((c) => c.flagged && c.moderation === null).map((c) => c.criterion.key),
    complete: criteria.length > 0 && criteria.every((c) => c.n > 0),
  };
}

/**
 * How each of these applications stands, in their order. A total is, summed over the criteria, the mean of the scorers' scores
 * (or what they agreed on in moderation) times the weight; exact, in whole numbers. Source of the formula: fixtures/README.md.
 */
export function tallies(applicationIds: readonly number[], at: Scoring): Tally[] {
  const own = new Map<number, Score[]>(applicationIds.map((id) => [id, []]));
  for (const score of at.scores) own.get(score.applicationId)?.push(score);
  return applicationIds.map((id) => tallyOf(id, own.get(id) ?? [], at));
}

/** The most an application could get at a stage, or in all. */
export const mostPossible = (criteria: readonly NewCriterion[], stage?: Stage): number =>
  criteria
    .filter((c) => stage === undefined || c.stage === stage)
    .reduce((sum, c) => sum + c.weight * c.scaleMax, 0);

/** Greatest total first; between equal totals the greater score on essential criteria first; 0 where both are equal. */
export const byMerit = (a: Tally, b: Tally): number =>
  compare(b.total, a.total) || compare(b.essential, a.essential);
