import { type Day, longDay } from "./day.ts";
import { compare, type Fraction } from "./fraction.ts";
import type { Round } from "./round.ts";
import type { Tally } from "./scoring.ts";
import type { Fillings } from "./template.ts";

/** The letters of a round, by the keys of their templates. */
export const outcomeLetters = [
  "round-chosen",
  "round-reserve",
  "round-unsuccessful",
  "round-not-shortlisted",
  "round-place-open",
] as const;
export type OutcomeLetter = (typeof outcomeLetters)[number];

/** How an application was on one criterion: the key of the phrase that says so. */
type Grade = "feedback-strong" | "feedback-good" | "feedback-room" | "feedback-less-strong";

/** What an applicant is told about one criterion. */
export interface FeedbackPoint {
  readonly criterion: string;
  readonly grade: Grade;
}

/** What an applicant is told: what was strong, the strongest first, and what was less so, the weakest first. */
export interface Feedback {
  readonly strengths: readonly FeedbackPoint[];
  readonly lessStrong: readonly FeedbackPoint[];
}

/** From how many percent of its scale a criterion is called strong, or good; and how many points are made of a kind. */
export interface FeedbackScale {
  readonly strong: number;
  readonly good: number;
  readonly most: number;
}

/**
 * What counts of an applicant's own scores on each criterion (the mean, or the score agreed) in grades; never a number, a
 * scorer, or how anybody else did. Where nothing was less strong, the weakest part is named as the one with most room, unless
 * everything was alike.
 */
export function feedbackFrom(tally: Tally, scale: FeedbackScale): Feedback {
  const scored = tally.criteria
    .flatMap(({ criterion, counts }) =>
      counts
        ? [
            {
              label: criterion.label,
              share: { over: counts.over, under: counts.under * BigInt(criterion.scaleMax) },
            },
          ]
        : [],
    )
    .sort((a, b) => compare(b.share, a.share));
  const atLeast = (share: Fraction, percent: number): boolean =>
    compare(share, { over: BigInt(percent), under: 100n }) >= 0;
  const point =
    (grade: Grade) =>
    ({ label }: { label: string }): FeedbackPoint => ({ criterion: label, grade });
  const good = scored.filter((s) => atLeast(s.share, scale.good));
  const less = scored.filter((s) => !good.includes(s)).reverse();
  const [best, last] = [scored[0], scored.at(-1)];
  const room = less.length === 0 && best && last && compare(best.share, last.share) > 0 ? [last] : [];
  return {
    strengths: good
      .filter((s) => !room.includes(s))
      .slice(0, scale.most)
      .map((s) => point(atLeast(s.share, scale.strong) ? "feedback-strong" : "feedback-good")(s)),
    lessStrong: [
      ...less.slice(0, scale.most).map(point("feedback-less-strong")),
      ...room.map(point("feedback-room")),
    ],
  };
}

/** An application as far as its letter needs it. */
export interface Outcome {
  readonly applicationId: number;
  readonly code: string;
  readonly status: string;
  readonly blanked: boolean;
  readonly knownAs: string | undefined;
  readonly fullName: string | undefined;
  readonly email: string | undefined;
  readonly receivedOn: Day | undefined;
  readonly tally: Tally;
  /** What people decided; null where nothing is decided yet. */
  readonly decision: {
    readonly id: number;
    readonly decision: string;
    readonly decidedOn: Day;
    readonly reserveRank: number | null;
    readonly reserveUntil: Day | null;
    readonly feedback: string | null;
    readonly sentOn: Day | null;
  } | null;
  /** The term of somebody who was appointed. */
  readonly term: {
    readonly joinsOn: Day;
    readonly inductedOn: Day | null;
    readonly endsOn: Day | null;
  } | null;
  /** The last day to answer the offer of a place; null where none waits. */
  readonly replyBy: Day | null;
}

/**
 * Which letter an application gets; null where none: it was withdrawn or blanked, or nothing is decided. Where the round has an
 * interview, whoever was not asked to it was not shortlisted.
 */
export function letterFor(outcome: Outcome): OutcomeLetter | null {
  const { status, decision, replyBy, tally } = outcome;
  if (outcome.blanked || status === "withdrawn") return null;
  if (replyBy !== null) return "round-place-open";
  if (decision === null) return null;
  if (status === "appointed" || decision.decision === "select") return "round-chosen";
  if (status === "reserve") return "round-reserve";
  const hasInterview = tally.criteria.some((c) => c.criterion.stage === "interview");
  return hasInterview && tally.interview === null ? "round-not-shortlisted" : "round-unsuccessful";
}

/** What every letter of a round has in common. */
export interface LetterFacts {
  readonly round: Round;
  readonly today: Day;
  readonly unit: string;
  readonly unitShort: string;
  readonly group: string;
  readonly network: string;
  readonly signedBy: string;
  readonly signedRole: string | null;
  /** The day data is due to be deleted. */
  readonly retentionOn: Day | null;
  readonly scale: FeedbackScale;
  /** The words of each consent that whoever joins is asked for. */
  readonly consents: readonly string[];
}

const long = (day: Day | null | undefined): string | null => (day ? longDay(day) : null);

/** What fills the placeholders of an applicant's letter; `phrase` says a point of feedback in words. */
export function letterValues(
  outcome: Outcome,
  facts: LetterFacts,
  phrase: (point: FeedbackPoint) => string,
): Fillings {
  const { decision, term } = outcome;
  const told = feedbackFrom(outcome.tally, facts.scale);
  return {
    unit: facts.unit,
    unit_short: facts.unitShort,
    signed_by: facts.signedBy,
    signed_role: facts.signedRole,
    today: longDay(facts.today),
    known_as: outcome.knownAs ?? outcome.fullName,
    code: outcome.code,
    round: facts.round.title,
    group: facts.group,
    network: facts.network,
    applied_on: long(outcome.receivedOn),
    strengths: told.strengths.map(phrase),
    less_strong: told.lessStrong.map(phrase),
    feedback: decision?.feedback,
    joins_on: long(term?.joinsOn),
    inducted_on: long(term?.inductedOn),
    term_ends_on: long(term?.endsOn),
    consents: letterFor(outcome) === "round-chosen" ? facts.consents : [],
    reserve_rank: decision?.reserveRank ? String(decision.reserveRank) : null,
    reserve_until: long(decision?.reserveUntil),
    retention_on: long(facts.retentionOn),
    reply_by: long(outcome.replyBy),
  };
}
