import type { Day } from "./day.ts";
import type { RowOutcome } from "./imports.ts";
import { onPanel, type ScorableApplication, theApplication, theCriterion } from "./panel.ts";
import { type Problem, type Result, unless, yes } from "./result.ts";
import type { Round } from "./round.ts";
import { anyShortlisted, tooEarly } from "./score-timing.ts";
import { type Criterion, type PanelMember, type Scoring, scorerOf } from "./scoring.ts";
import { listed } from "./text.ts";

/** A score as it was typed or stood in a file. */
export interface ScoreEntry {
  /** The line of the file; undefined where it was typed. */
  readonly line: number | undefined;
  readonly code: string;
  readonly criterion: string;
  readonly scorer: string;
  readonly score: number;
}

/** What is to be done with a score. */
export interface PlannedScore {
  readonly applicationId: number;
  readonly code: string;
  readonly criterion: Criterion;
  readonly panel: PanelMember;
  readonly score: number;
  readonly outcome: RowOutcome;
  /** The score that is there already: its id and value. */
  readonly before: { readonly id: number; readonly score: number } | null;
}

/** What scores are checked against. */
export interface ScoreFacts {
  readonly round: Round;
  readonly scoring: Scoring;
  readonly applications: readonly ScorableApplication[];
  /** The day the scores were given. */
  readonly on: Day;
  readonly today: Day;
}

function ruleProblems(
  entry: ScoreEntry,
  application: ScorableApplication,
  criterion: Criterion,
  roles: readonly PanelMember[],
  facts: ScoreFacts,
): Problem[] {
  const { scoring } = facts;
  const problems: Problem[] = [];
  const role = scorerOf[criterion.stage];
  const who = roles[0]?.name ?? entry.scorer;
  if (!roles.some((p) => p.role === role))
    problems.push({
      code: "not-in-role",
      column: "scorer",
      message: `${who} is not ${role === "interviewer" ? "an interviewer" : "a shortlister"} in this round, and ${criterion.key} is scored at ${criterion.stage}.`,
      remedy: `Those who are: ${listed(scoring.panel.filter((p) => p.role === role).map((p) => p.name)) || "nobody"}.`,
    });
  if (entry.score < 0 || entry.score > criterion.scaleMax)
    problems.push({
      code: "off-the-scale",
      column: "score",
      message: `${entry.score} is not on the scale of ${criterion.key}, 0 to ${criterion.scaleMax}.`,
      remedy: `Give a whole number from 0 to ${criterion.scaleMax}.`,
    });
  if (
    scoring.conflicts.some((c) => c.applicationId === application.id && roles.some((p) => p.id === c.panelId))
  )
    problems.push({
      code: "conflict-of-interest",
      column: "scorer",
      message: `${who} has declared a conflict of interest with ${application.code} and does not score it.`,
      remedy: "Leave this score out; the others on the panel score it.",
    });
  if (criterion.stage === "interview" && application.status === "received" && anyShortlisted(facts))
    problems.push({
      code: "not-shortlisted",
      column: "code",
      message: `${application.code} is not on the shortlist, and ${criterion.key} is scored at interview.`,
      remedy: `Correct the code; or put it on the list: involve round shortlist ${facts.round.key} --with ${application.code} --record --reason "why"`,
    });
  if (application.status === "withdrawn")
    problems.push({
      code: "withdrawn",
      column: "code",
      message: `${application.code} was withdrawn.`,
      remedy: "Leave it out.",
    });
  return problems;
}

const column = (result: Result<unknown>, name: string): Problem[] =>
  result.ok ? [] : result.problems.map((p) => ({ ...p, column: name }));

const scoredTwice = (
  entry: ScoreEntry,
  first: PlannedScore & { readonly line: number | undefined },
): Problem => ({
  code: "score-twice",
  column: "score",
  message: `${first.panel.name} scored ${first.code} on ${first.criterion.key} twice: ${first.score} on line ${first.line} and ${entry.score} here.`,
  remedy: "Keep the one that is right.",
});

/**
 * What scores would change. Only panel members in the role of the stage score, on the criterion's scale, without a declared
 * conflict, at interview only those who were shortlisted, and not before the interviews; a second score for the same application, criterion and scorer inside one file is
 * refused unless it is the same. Every problem at once.
 */
export function planScores(entries: readonly ScoreEntry[], facts: ScoreFacts): Result<PlannedScore[]> {
  const { planned, problems } = sortScores(entries, facts);
  return unless(problems, () => planned.filter((p) => !p.again));
}

/** A planned score with the line of the file it stands on, and whether an earlier line says the very same. */
export interface SortedScore extends PlannedScore {
  readonly line: number | undefined;
  readonly again: boolean;
}

/** What becomes of each score that can be entered, and every problem of the others. */
export function sortScores(
  entries: readonly ScoreEntry[],
  facts: ScoreFacts,
): { readonly planned: readonly SortedScore[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = tooEarly(entries, facts);
  if (facts.on > facts.today)
    problems.push({
      code: "scored-later",
      message: `${facts.on} is in the future.`,
      remedy: "Give the day the scores were given, today or earlier, with --on.",
    });
  const planned = new Map<string, SortedScore>();
  const repeated: SortedScore[] = [];
  const { scoring, round } = facts;
  const applications = new Map(facts.applications.map((a) => [a.code, a]));
  const scores = new Map(
    scoring.scores.map((s) => [
      `${s.applicationId} ${s.criterionId} ${s.panelId}`,
      { id: s.id, score: s.score },
    ]),
  );
  for (const entry of entries) {
    const direct = applications.get(entry.code);
    const application = direct ? yes(direct) : theApplication(entry.code, facts.applications, round.key);
    const criterion = theCriterion(entry.criterion, scoring.criteria);
    const roles = onPanel(entry.scorer, scoring.panel);
    const at = (found: readonly Problem[]): Problem[] =>
      found.map(({ column: name, ...p }) =>
        entry.line === undefined ? p : { ...p, line: entry.line, ...(name ? { column: name } : {}) },
      );
    if (!application.ok || !criterion.ok || !roles.ok) {
      const found = [
        ...column(application, "code"),
        ...column(criterion, "criterion"),
        ...column(roles, "scorer"),
      ];
      problems.push(...at(found));
      continue;
    }
    const broken = ruleProblems(entry, application.value, criterion.value, roles.value, facts);
    problems.push(...at(broken));
    const panel = roles.value.find((p) => p.role === scorerOf[criterion.value.stage]);
    if (broken.length > 0 || !panel) continue;
    const key = `${application.value.id} ${criterion.value.id} ${panel.id}`;
    const first = planned.get(key);
    if (first && first.score !== entry.score) problems.push(...at([scoredTwice(entry, first)]));
    if (first) {
      if (first.score === entry.score)
        repeated.push({ ...first, line: entry.line, outcome: "unchanged", again: true });
      continue;
    }
    const before = scores.get(key) ?? null;
    planned.set(key, {
      applicationId: application.value.id,
      code: application.value.code,
      criterion: criterion.value,
      panel,
      score: entry.score,
      outcome: before === null ? "new" : before.score === entry.score ? "unchanged" : "updated",
      before,
      line: entry.line,
      again: false,
    });
  }
  return { planned: [...planned.values(), ...repeated], problems };
}
