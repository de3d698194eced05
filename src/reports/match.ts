import { dayInWords } from "../domain/day.ts";
import { gaps, needOutcomes } from "../domain/gap.ts";
import type { MatchAnswer, MatchFacts, Ranked } from "../domain/match.ts";
import { needInWords } from "../domain/need.ts";
import type { TeamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { type PartScore, policyParts } from "../domain/score.ts";
import { count } from "../domain/text.ts";
import type { Column, Report, Row, Section } from "./report.ts";

/** What a report of a match tells: the run, the project's title and what people are known as. */
export interface MatchTold {
  readonly title: string;
  readonly facts: MatchFacts;
  readonly answer: MatchAnswer;
  readonly seed: string;
  readonly knownAs: ReadonlyMap<number, TeamName>;
}

const pointsKey = (part: string): string => `points_${part.replaceAll("-", "_")}`;

/** The columns of people in a match; the group is shown in a table only where more than one is asked. */
export const peopleColumns = (widened: boolean): readonly Column[] => [
  { key: "rank", heading: "Rank", kind: "integer" },
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "group", heading: "Group", detail: !widened },
  { key: "proposed", heading: "Proposed", kind: "yes-no" },
  { key: "points", heading: "Points", kind: "integer" },
  ...policyParts.map(
    (part): Column => ({
      key: pointsKey(part),
      heading: `Points: ${part}`,
      kind: "integer",
      detail: true,
    }),
  ),
  { key: "gates", heading: "Gates", detail: true },
  { key: "why", heading: "Why" },
];

/**
 * The parts that say most about somebody in one line; what does not apply is left out. Interests are left to the points: beside
 * the number of desired needs they would tell which of them is lived experience.
 */
function shortWhy(parts: readonly PartScore[]): string[] {
  const said = parts.filter((p) =>
    p.part === "desired-need"
      ? p.why.startsWith("meets") || p.times > 0
      : p.part === "months-since-offer" ||
        (p.part !== "required-need" && p.part !== "interest" && p.times > 0),
  );
  return said.map((p) => p.why);
}

/** Everything said about one person, in sentences that never tell which lived experience. */
const reasonsOf = (person: Ranked): string[] => [
  ...(person.gates.length > 0 ? person.gates.map((g) => g.sentence) : shortWhy(person.parts)),
  ...(person.forTheTeam ? ["proposed for what the team as a whole needs"] : []),
  ...(person.experienceNotUsed && person.gates.length === 0
    ? ["what may be recorded of their experience is not used: no consent"]
    : []),
];

/** One person of a match as a row. */
export const personRow = (person: Ranked, told: MatchTold): Row => ({
  rank: person.rank,
  ref: ref("member", person.id),
  known_as: told.knownAs.get(person.id) ?? "",
  group: person.group,
  proposed: person.proposed,
  points: person.rank === null ? null : person.points,
  ...Object.fromEntries(person.parts.map((p) => [pointsKey(p.part), person.rank === null ? null : p.points])),
  gates: person.gates.map((g) => g.code),
  why: reasonsOf(person).join("; "),
});

const needsSection = ({ facts, answer }: MatchTold): Section => ({
  key: "needs",
  heading: "Needs",
  columns: [
    { key: "kind", heading: "Kind" },
    { key: "need", heading: "Need" },
    { key: "met", heading: "Met by this team" },
    { key: "why", heading: "Why not", detail: true },
  ],
  rows: needOutcomes(facts, answer).map((o) => ({
    kind: o.need.kind,
    need: needInWords(o.need),
    met: o.met,
    why: o.why,
  })),
  empty: `No needs yet, so nothing but rotation ranks. Add one with: involve project need ${facts.project} --desired --interest digital`,
});

const runSection = ({ facts, answer, seed }: MatchTold): Section => ({
  key: "run",
  heading: "How this came about",
  single: true,
  columns: [
    { key: "as_at", heading: "As at", kind: "day" },
    { key: "asked", heading: "Groups asked" },
    { key: "places", heading: "Places", kind: "integer" },
    { key: "places_left", heading: "Places left", kind: "integer" },
    { key: "policy_version", heading: "Match policy version", kind: "integer" },
    { key: "decided_by_lot", heading: "Places a lot decided", kind: "integer" },
    { key: "seed", heading: "Seed of the lot" },
  ],
  rows: [
    {
      as_at: facts.day,
      asked: facts.asked,
      places: facts.places,
      places_left: answer.placesLeft,
      policy_version: facts.policy.version,
      decided_by_lot: answer.byLot,
      seed,
    },
  ],
});

function opening({ facts, answer }: MatchTold): string {
  if (answer.placesLeft === 0)
    return `All ${count(facts.places, "place")} of ${facts.project} are taken or offered.`;
  const open = answer.people.filter((p) => p.rank !== null).length;
  const left = answer.placesLeft < facts.places ? ` left of ${facts.places}` : "";
  const who = open === 0 ? "Nobody" : count(open, "person", "people");
  return `${who} may be asked for ${count(answer.placesLeft, "place")}${left}${open === 0 ? "" : `; ${answer.proposed.length} proposed`}.`;
}

/**
 * A match as the management team reads it: what cannot be had first, then everybody with rank, points and reasons, then the
 * needs, and what makes the run repeatable. It never tells which lived experience somebody has.
 */
export function matchReport(told: MatchTold): Report {
  const gap = gaps(told.facts, told.answer);
  return {
    title: `${told.facts.project} ${told.title}, as at ${dayInWords(told.facts.day)}`,
    sections: [
      { key: "summary", paragraphs: [opening(told)], columns: [], rows: [] },
      ...(gap.length > 0
        ? [{ key: "gaps", heading: "What cannot be had", paragraphs: gap, columns: [], rows: [] }]
        : []),
      {
        key: "people",
        heading: "People",
        columns: peopleColumns(told.facts.asked.length > 1),
        rows: told.answer.people.map((p) => personRow(p, told)),
        empty: "Nobody is in the groups that are asked.",
      },
      needsSection(told),
      runSection(told),
    ],
    notes: [
      "It proposes; people decide. A reason can be kept when an offer departs from it: --reason.",
      "For the Involvement Management team only: points can hint at what somebody brings.",
    ],
  };
}
