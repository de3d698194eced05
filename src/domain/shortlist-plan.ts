import type { Day } from "./day.ts";
import type { PanelGap } from "./panel-check.ts";
import { privateTextProblems } from "./private-text.ts";
import { type Problem, problemsOf, type Result, unless } from "./result.ts";
import { type Round, stillOpen } from "./round.ts";
import type { MissingScores } from "./score-view.ts";
import type { Shortlistable, ShortlistPlace, ShortlistProposal } from "./shortlist.ts";
import { count, listed } from "./text.ts";

/** What a shortlist may go on in spite of, by name. */
export const overrides = ["missing-scores", "panel"] as const;

/** What `round shortlist` is asked for. */
export interface ShortlistWords {
  readonly record: boolean;
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly despite: readonly (typeof overrides)[number][];
  readonly reason: string | undefined;
}

/** What a shortlist is checked against. */
export interface ShortlistFacts {
  readonly round: Round;
  readonly today: Day;
  readonly missing: readonly MissingScores[];
  readonly gaps: readonly PanelGap[];
  /** Codes of applications that have scores from an interview. */
  readonly interviewed: readonly string[];
}

/** What would be decided for one application. */
export interface Shortlisted<T extends Shortlistable = Shortlistable> extends ShortlistPlace<T> {
  readonly invited: boolean;
  readonly reason: string | null;
}

function departureProblems(proposal: ShortlistProposal, words: ShortlistWords, round: string): Problem[] {
  const place = (code: string) => proposal.places.find((p) => p.entrant.code === code);
  const unknown = [...words.with, ...words.without].filter((code) => !place(code));
  return [
    ...unknown.map((code) => ({
      code: "unknown-application",
      message: `${code} is not an application that can be shortlisted in ${round}.`,
      remedy: `It may have been withdrawn; see: involve round show ${round}`,
    })),
    ...words.with
      .filter((code) => words.without.includes(code))
      .map((code) => ({
        code: "both-ways",
        message: `${code} is in both --with and --without.`,
        remedy: "Keep one.",
      })),
    ...words.with
      .filter((code) => place(code)?.proposed)
      .map((code) => ({
        code: "proposed-already",
        message: `${code} is among those proposed already.`,
        remedy: "Leave it out of --with.",
      })),
    ...words.without
      .filter((code) => place(code) && !place(code)?.proposed && !words.with.includes(code))
      .map((code) => ({
        code: "not-proposed",
        message: `${code} is not among those proposed.`,
        remedy: "Leave it out of --without.",
      })),
  ];
}

function missingProblem({ missing, round }: ShortlistFacts, words: ShortlistWords): Problem[] {
  const here = missing.filter((m) => m.stage === "shortlisting");
  if (here.length === 0 || words.despite.includes("missing-scores")) return [];
  const whose = here.map(
    (m) => `${m.scorer.name} (${count(m.codes.length, "application")}, ${count(m.scores, "score")})`,
  );
  return [
    {
      code: "scores-missing",
      message: `Scores of shortlisting are missing, so nobody sees the others yet: ${listed(whose)}.`,
      remedy: `See which: involve round missing ${round.key}; to record who goes to interview all the same: --record --despite missing-scores --reason "why"`,
    },
  ];
}

const noApplications = ({ key }: Round): Problem => ({
  code: "no-applications",
  message: `${key} has no applications that could go to interview.`,
  remedy: `Bring them in first: involve round import ${key} applications.csv`,
});

function recordingProblems(facts: ShortlistFacts, words: ShortlistWords): Problem[] {
  const { round, today } = facts;
  const problems: Problem[] = [...problemsOf(stillOpen(round))];
  if (round.closesOn !== null && today <= round.closesOn && round.status === "open")
    problems.push({
      code: "still-open",
      message: `${round.key} takes applications until ${round.closesOn}.`,
      remedy: "Record who goes to interview after that day.",
    });
  const gaps = facts.gaps.filter((g) => g.stage === "shortlisting");
  if (gaps.length > 0 && !words.despite.includes("panel"))
    problems.push(
      ...gaps.map((g) => ({
        code: "panel-incomplete",
        message: `${g.said[0]?.toUpperCase()}${g.said.slice(1)}`,
        remedy: `Add somebody: involve round panel ${round.key} NAME --role shortlister; or go on all the same with --despite panel --reason "why"`,
      })),
    );
  const departs = words.with.length + words.without.length > 0;
  if (words.reason === undefined && (departs || words.despite.length > 0))
    problems.push({
      code: "reason-missing",
      message: `${departs ? "A departure from the proposal" : "Going on all the same"} is recorded with its reason.`,
      remedy: 'Add --reason "why", as you would say it to an applicant.',
    });
  for (const code of words.without.filter((c) => facts.interviewed.includes(c)))
    problems.push({
      code: "interviewed-already",
      message: `${code} has scores from an interview, so it cannot be left out any more.`,
      remedy: "Leave it out of --without; the decision after the interviews is another one.",
    });
  return problems;
}

/**
 * What would be decided about who goes to interview: the proposal, with `with` added and `without` left out. To look, all scores
 * of shortlisting have to be in; to record, also the round closed, the panel whole and every departure with its reason. What
 * is missing of scores or panel can be gone on with by name. Every problem at once.
 */
export function planShortlist<T extends Shortlistable>(
  proposal: ShortlistProposal<T>,
  words: ShortlistWords,
  facts: ShortlistFacts,
): Result<Shortlisted<T>[]> {
  const problems = [
    ...(proposal.places.length > 0 ? [] : [noApplications(facts.round)]),
    ...missingProblem(facts, words),
    ...departureProblems(proposal, words, facts.round.key),
    ...(words.record ? recordingProblems(facts, words) : []),
    ...privateTextProblems({ "--reason": words.reason }),
  ];
  const invited = ({ entrant, proposed }: ShortlistPlace): boolean =>
    (proposed && !words.without.includes(entrant.code)) || words.with.includes(entrant.code);
  const dropped = proposal.places.filter(
    (p) =>
      facts.interviewed.includes(p.entrant.code) && !invited(p) && !words.without.includes(p.entrant.code),
  );
  if (words.record && dropped.length > 0)
    problems.push({
      code: "interviewed-already",
      message: `${listed(dropped.map((p) => p.entrant.code))} would not be on the list and ${dropped.length === 1 ? "has" : "have"} scores from an interview.`,
      remedy: "Ask for a longer list with --interview N, or add them with --with.",
    });
  return unless(problems, () =>
    proposal.places.map((place) => {
      const departs = invited(place) !== place.proposed;
      const reason = departs || words.despite.length > 0 ? (words.reason ?? null) : null;
      return { ...place, invited: invited(place), reason };
    }),
  );
}

/** What was recorded, in sentences: the counts, each departure, equals, and what comes next. */
export function shortlistInWords(
  round: Round,
  decided: readonly Shortlisted[],
  ties: readonly string[],
): string[] {
  const n = decided.filter((d) => d.invited).length;
  return [
    `Recorded for ${round.key}: ${n} of ${count(decided.length, "application")} go to interview.`,
    ...decided
      .filter((d) => d.invited !== d.proposed)
      .map((d) =>
        d.invited
          ? `  ${d.entrant.code} goes to interview, where the proposal left it out.`
          : `  ${d.entrant.code} does not, where the proposal had it.`,
      ),
    ...ties,
    `Next: involve round export ${round.key} --stage interview --scorer NAME --output sheet.csv`,
  ];
}
