import { dayInWords } from "../domain/day.ts";
import type { MatchFacts, Ranked } from "../domain/match.ts";
import type { Obstacles } from "../domain/match-obstacles.ts";
import type { Run } from "../domain/match-run.ts";
import type { TeamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { type PartScore, policyParts } from "../domain/score.ts";
import { listed } from "../domain/text.ts";
import type { Column, Row } from "./report.ts";

/** What a report of a match tells: the run, the projects' titles and what people are known as. */
export interface MatchTold {
  readonly run: Run;
  readonly titles: ReadonlyMap<number, string>;
  readonly knownAs: ReadonlyMap<number, TeamName>;
  /** Why required needs of teams cannot all be met; null where they are. */
  readonly obstacles: Obstacles | null;
  /** The facts as they were given, by project as in the run: with everybody on record, also in groups not asked yet. */
  readonly facts: readonly MatchFacts[];
}

/** The project column, which only lists of several projects show. */
export const projectColumn = ({ run }: MatchTold): Column => ({
  key: "project",
  heading: "Project",
  data: run.facts.length === 1,
});

/** So many projects are named in a title. */
const manyProjects = 6;

/** The title of anything told about a run: the project and its title, or which projects, and the day. */
export function runTitle({ run, titles }: MatchTold): string {
  const [first, ...others] = run.facts;
  const projects =
    first && others.length === 0
      ? `${first.project} ${titles.get(first.projectId) ?? ""}`
      : run.facts.length <= manyProjects
        ? listed(run.facts.map((f) => f.project))
        : `${run.facts.length} projects, ${first?.project} to ${others.at(-1)?.project}`;
  return `${projects}, as at ${first ? dayInWords(first.day) : ""}`;
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
  { key: "set_aside", heading: "Gates set aside", detail: true },
  { key: "because", heading: "Because", detail: true },
  { key: "why", heading: "Why" },
];

/**
 * The parts that say most about somebody in one line; what does not apply is left out. Interests are left to the points: beside
 * the number of desired needs they would tell which of them is lived experience.
 */
function shortWhy(parts: readonly PartScore[]): string[] {
  const quiet = ["required-need", "interest", "rotation"];
  const said = parts.filter((p) =>
    p.part === "desired-need"
      ? p.why.startsWith("meets") || p.times > 0
      : p.part === "months-since-offer" || (!quiet.includes(p.part) && p.times > 0),
  );
  return said.map((p) => p.why);
}

/** That somebody is in only because of a reason, and what they do not pass. */
export const setAsideInWords = (person: Ranked): string[] =>
  person.because === null
    ? []
    : [
        person.setAside.length === 0
          ? `included by name, though no gate asked for it: "${person.because}"`
          : `included in spite of this: ${listed(person.setAside.map((g) => g.sentence))}; because: "${person.because}"`,
      ];

/** Why somebody goes before others with more points. */
export const forTheTeamInWords = ({ run }: MatchTold): string =>
  run.facts.length === 1
    ? "goes before others so that the team as a whole has what it needs"
    : "goes before others so that all teams together are the best there are";

/** By person, the projects of a run they are proposed for. */
export function proposedFor({ facts, answers }: Run): ReadonlyMap<number, readonly string[]> {
  const projects = new Map<number, string[]>();
  for (const [i, { proposed }] of answers.entries())
    for (const id of proposed) projects.set(id, [...(projects.get(id) ?? []), facts[i]?.project ?? ""]);
  return projects;
}

/** Everything said about one person, in sentences that never tell which lived experience. */
const reasonsOf = (person: Ranked, told: MatchTold, elsewhere: readonly string[]): string[] => [
  ...(person.gates.length > 0 ? person.gates.map((g) => g.sentence) : shortWhy(person.parts)),
  ...(person.gates.length > 0 ? [] : setAsideInWords(person)),
  ...(person.forTheTeam ? [forTheTeamInWords(told)] : []),
  ...(person.rank !== null && !person.proposed && elsewhere.length > 0
    ? [`proposed for ${listed(elsewhere)}`]
    : []),
  ...(person.byLot ? ["others would be just as good here, and a lot decided"] : []),
  ...(person.experienceNotUsed && person.gates.length === 0
    ? ["what may be recorded of their experience is not used: no consent"]
    : []),
];

/** One person of a match as a row; `elsewhere` are the projects they are proposed for. */
export const personRow = (person: Ranked, told: MatchTold, elsewhere: readonly string[] = []): Row => ({
  rank: person.rank,
  ref: ref("member", person.id),
  known_as: told.knownAs.get(person.id) ?? "",
  group: person.group,
  proposed: person.proposed,
  points: person.rank === null ? null : person.points,
  ...Object.fromEntries(person.parts.map((p) => [pointsKey(p.part), person.rank === null ? null : p.points])),
  gates: person.gates.map((g) => g.code),
  set_aside: person.setAside.map((g) => g.code),
  because: person.because,
  why: reasonsOf(person, told, elsewhere).join("; "),
});
