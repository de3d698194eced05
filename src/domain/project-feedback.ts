import { type Day, dayInWords, longDay } from "./day.ts";
import type { MatchFacts } from "./match.ts";
import type { KeptDecision } from "./project-decision.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { type PartScore, partsOf } from "./score.ts";
import type { Fillings } from "./template.ts";
import { count } from "./text.ts";

const sentences = (parts: readonly PartScore[]): string[] =>
  parts.map(({ why }) => `${why.charAt(0).toUpperCase()}${why.slice(1)}`);

/** What counted for somebody in a proposal, and what spoke for others: from their own part of it alone, and never which experience. */
export interface OwnPoints {
  readonly counted: readonly string[];
  readonly shared: readonly string[];
}

/** Somebody's own points as words; nothing where the run no longer has what it rested on. */
export function ownPoints(facts: MatchFacts | undefined, personId: number): OwnPoints {
  const person = facts?.people.find((p) => p.id === personId);
  const parts = facts && person ? partsOf(person, facts.needs, facts.policy) : [];
  return {
    counted: sentences(parts.filter((p) => p.points > 0)),
    shared: sentences(parts.filter((p) => p.points < 0)),
  };
}

/** What a letter to somebody who was not chosen is filled with. Nobody else is in it. */
export const feedbackFillings = (
  to: { readonly knownAs: string; readonly points: OwnPoints },
  letter: {
    readonly project: string;
    readonly decidedOn: Day;
    readonly unit: string;
    readonly unitShort: string;
    readonly signedBy: string;
    readonly signedRole: string | null;
  },
): Fillings => ({
  known_as: to.knownAs,
  project: letter.project,
  decided_on: longDay(letter.decidedOn),
  counted: to.points.counted,
  shared: to.points.shared,
  unit: letter.unit,
  unit_short: letter.unitShort,
  signed_by: letter.signedBy,
  signed_role: letter.signedRole,
});

/** Whether feedback may be recorded as given on a day: not in the future and not before the decision. Answers whom it is new for. */
export function checkFeedbackDay(
  kept: Pick<KeptDecision, "decidedOn" | "notChosen">,
  on: Day,
  today: Day,
): Result<readonly number[]> {
  const problems: Problem[] = [];
  if (on > today)
    problems.push({
      code: "in-the-future",
      message: `${dayInWords(on)} is in the future.`,
      remedy: "Record it on the day they heard.",
    });
  if (on < kept.decidedOn)
    problems.push({
      code: "before-decision",
      message: `It was decided on ${dayInWords(kept.decidedOn)}, after ${dayInWords(on)}.`,
      remedy: "Give the day they heard with --feedback-given.",
    });
  return unless(problems, () => kept.notChosen.filter((n) => n.feedbackOn === null).map((n) => n.personId));
}

/** That feedback is on record as given, in a sentence. */
export const feedbackSaid = (people: number, on: Day): string =>
  people === 0
    ? "Everybody who was not chosen has had their feedback already."
    : `Recorded that ${count(people, "person", "people")} had their feedback on ${dayInWords(on)}.`;
