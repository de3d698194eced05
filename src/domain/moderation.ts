import type { Day } from "./day.ts";
import { onPanel, type ScorableApplication, theApplication, theCriterion } from "./panel.ts";
import { privateTextProblems } from "./private-text.ts";
import { type Problem, problemsOf, type Result, unless } from "./result.ts";
import { type Round, stillOpen } from "./round.ts";
import type { SeenTally } from "./score-view.ts";
import type { Criterion, PanelMember, Scoring } from "./scoring.ts";
import { listed } from "./text.ts";

/** What `round moderate` says. */
export interface ModerationWords {
  readonly application: string;
  readonly criterion: string;
  readonly moderator: string;
  /** The score the scorers agreed on; undefined where they only talked. */
  readonly score: number | undefined;
  readonly reason: string | undefined;
  readonly out: boolean;
}

/** An application as far as moderating it needs it. */
export interface ModeratedApplication extends ScorableApplication {
  readonly seen: SeenTally;
}

/** What moderation is checked against. */
export interface ModerationFacts<T extends ModeratedApplication> {
  readonly round: Round;
  readonly scoring: Scoring;
  readonly applications: readonly T[];
  readonly on: Day;
  readonly today: Day;
}

/** What is written: a note and an agreed score in place of what there is, or (without a moderator) nothing any more. */
export interface ModerationPlan {
  readonly applicationId: number;
  readonly code: string;
  readonly criterion: Criterion;
  readonly known: number | null;
  readonly set: {
    readonly moderator: PanelMember;
    readonly agreed: number | null;
    readonly note: string;
    /** Whether the moderator gave one of the scores that were talked about: allowed, and pointed out. */
    readonly scored: boolean;
  } | null;
}

function moderatorProblems(
  words: ModerationWords,
  roles: readonly PanelMember[],
  scoring: Scoring,
  applicationId: number | undefined,
): Problem[] {
  const moderators = scoring.panel.filter((p) => p.role === "moderator").map((p) => p.name);
  const ids = new Set(roles.map((r) => r.id));
  const barred = scoring.conflicts.some((c) => c.applicationId === applicationId && ids.has(c.panelId));
  return [
    ...(roles.length > 0 && !roles.some((r) => r.role === "moderator")
      ? [
          {
            code: "not-in-role",
            message: `${words.moderator} is not a moderator in this round.`,
            remedy: `Those who are: ${listed(moderators) || "nobody"}.`,
          },
        ]
      : []),
    ...(applicationId !== undefined && barred
      ? [
          {
            code: "conflict-of-interest",
            message: `${words.moderator} has declared a conflict of interest with this application.`,
            remedy: "Somebody else moderates it.",
          },
        ]
      : []),
  ];
}

function scoreProblems(
  words: ModerationWords,
  criterion: Criterion,
  application: ModeratedApplication,
): Problem[] {
  const { seen, code } = application;
  const tally = seen.criteria.find((c) => c.criterion.id === criterion.id);
  const problems: Problem[] = [];
  if (seen.hidden.includes(criterion.stage) || tally?.n === 0)
    problems.push({
      code: "scores-missing",
      message: `Not all scores of ${code} at ${criterion.stage} are in, so there is nothing to moderate yet.`,
      remedy: `Those still to come: ${listed([...new Set(seen.criteria.filter((c) => c.criterion.stage === criterion.stage).flatMap((c) => c.waitingFor.map((p) => p.name)))]) || "nobody has scored it"}.`,
    });
  if (words.score !== undefined && words.score > criterion.scaleMax)
    problems.push({
      code: "off-the-scale",
      message: `${words.score} is not on the scale of ${criterion.key}, 0 to ${criterion.scaleMax}.`,
      remedy: `Give a whole number from 0 to ${criterion.scaleMax}.`,
    });
  return problems;
}

/**
 * What a moderator puts on record about one criterion of one application, when all its scores are in: what came of the talk, and the
 * score they agreed on where there is one. It counts in place of the mean; nobody's own score changes. Every problem at once.
 */
export function planModeration<T extends ModeratedApplication>(
  words: ModerationWords,
  facts: ModerationFacts<T>,
): Result<ModerationPlan> {
  const { round, scoring } = facts;
  const application = theApplication(words.application, facts.applications, round.key);
  const criterion = theCriterion(words.criterion, scoring.criteria);
  const roles = words.out ? null : onPanel(words.moderator, scoring.panel);
  const [a, c] = [application.ok ? application.value : null, criterion.ok ? criterion.value : null];
  const known = scoring.moderations.find((m) => m.applicationId === a?.id && m.criterionId === c?.id);
  const problems: Problem[] = [
    ...problemsOf(stillOpen(round)),
    ...problemsOf(application),
    ...problemsOf(criterion),
    ...(roles ? problemsOf(roles) : []),
    ...(roles ? moderatorProblems(words, roles.ok ? roles.value : [], scoring, a?.id) : []),
    ...(a && c && !words.out ? scoreProblems(words, c, a) : []),
    ...privateTextProblems({ "--reason": words.reason }),
  ];
  if (!words.out && words.reason === undefined)
    problems.push({
      code: "reason-missing",
      message: "A moderation is recorded with what came of the talk.",
      remedy: 'Add --reason "what was said", without names.',
    });
  if (words.out && a && c && !known)
    problems.push({
      code: "not-moderated",
      message: `${a.code} has not been moderated on ${c.key}.`,
      remedy: `See: involve round show ${round.key} ${a.code}`,
    });
  if (words.out && (words.score !== undefined || words.reason !== undefined))
    problems.push({
      code: "out-or-set",
      message: "--out takes the moderation out, so no score and no reason goes with it.",
      remedy: "Leave them out, or --out.",
    });
  if (facts.on > facts.today)
    problems.push({
      code: "moderated-later",
      message: `${facts.on} is in the future.`,
      remedy: "Give the day they talked, today or earlier, with --on.",
    });
  const seats = roles?.ok ? roles.value : [];
  const moderator = seats.find((r) => r.role === "moderator");
  const scored = scoring.scores.some(
    (s) => s.applicationId === a?.id && s.criterionId === c?.id && seats.some((r) => r.id === s.panelId),
  );
  return unless(problems, () => ({
    applicationId: (a as T).id,
    code: (a as T).code,
    criterion: c as Criterion,
    known: known?.id ?? null,
    set: moderator ? { moderator, agreed: words.score ?? null, note: words.reason ?? "", scored } : null,
  }));
}

/** What was put on record, in sentences; that a moderator moderated a score of their own is pointed out. */
export function moderationInWords({ code, criterion, set }: ModerationPlan): string[] {
  if (set === null) return [`Took the moderation of ${code} on ${criterion.key} out; the mean counts again.`];
  return [
    set.agreed === null
      ? `Noted what came of the talk about ${code} on ${criterion.key}; the mean counts as before.`
      : `Recorded that ${set.agreed} was agreed for ${code} on ${criterion.key}; it counts in place of the mean.`,
    ...(set.scored
      ? [
          `Please note: ${set.moderator.name} scored ${code} on ${criterion.key} too; somebody who did not score moderates with more distance.`,
        ]
      : []),
  ];
}
