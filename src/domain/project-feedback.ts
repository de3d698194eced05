import { type Day, dayInWords, longDay } from "./day.ts";
import type { MatchPerson } from "./gate.ts";
import type { MatchFacts } from "./match.ts";
import type { KeptDecision } from "./project-decision.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { loadOf, type PartScore, partsOf } from "./score.ts";
import type { Fillings } from "./template.ts";
import { count } from "./text.ts";

/** What a part of the points says to the person it is about, in plain words; null where there is nothing to say of it. */
function toThem({ part, times, points }: PartScore, person: MatchPerson, months: number): string | null {
  const offers = count(person.recentOffers, "offer");
  switch (part) {
    case "required-need":
      return "You have what is asked of everybody on the team.";
    case "desired-need":
      return "You bring something that would help the project.";
    case "level":
      return "In a skill the project asks for, you are further on than it needs.";
    case "interest":
      return "You are interested in what the project is about.";
    case "development":
      return "You would like to learn something that the project can teach.";
    case "recent-offer":
      return `You had ${offers} of a project in the last ${count(months, "month")}.`;
    case "active-project":
      return `You are on ${count(times, "project")} now.`;
    case "months-since-offer":
      return person.monthsSinceOffer === null
        ? "You had not been asked before."
        : `You were last asked ${person.monthsSinceOffer === 0 ? "less than a month" : count(times, "month")} ago.`;
    case "rotation":
      return loadOf(person) > 0 && points < 0
        ? "The offers and projects you had lately count towards asking somebody else."
        : null;
  }
}

/** What counted for somebody in a proposal, and what spoke for others: from their own part of it alone, and never which experience. */
export interface OwnPoints {
  readonly counted: readonly string[];
  readonly shared: readonly string[];
}

/** Somebody's own points as words; nothing where the run no longer has what it rested on. */
export function ownPoints(facts: MatchFacts | undefined, personId: number): OwnPoints {
  const person = facts?.people.find((p) => p.id === personId);
  if (!facts || !person) return { counted: [], shared: [] };
  const parts = partsOf(person, facts.needs, facts.policy);
  const said = (which: (p: PartScore) => boolean): string[] =>
    parts.filter(which).flatMap((p) => toThem(p, person, facts.policy.recentMonths) ?? []);
  return { counted: said((p) => p.points > 0), shared: said((p) => p.points < 0) };
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

/** That feedback is on record as given, in a sentence: to so many of all who were not chosen. */
export const feedbackSaid = (people: number, notChosen: number, on: Day): string =>
  people === 0
    ? notChosen === 0
      ? "Nobody was passed over, so there is no feedback to give."
      : "Everybody who was not chosen has had their feedback already."
    : `Recorded that ${count(people, "person", "people")} had their feedback on ${dayInWords(on)}.`;
