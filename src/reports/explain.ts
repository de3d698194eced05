import type { Standing } from "../domain/match.ts";
import { ref } from "../domain/ref.ts";
import { count, listed } from "../domain/text.ts";
import type { WhatIf } from "../domain/what-if.ts";
import {
  forTheTeamInWords,
  type MatchTold,
  peopleColumns,
  personRow,
  projectColumn,
  proposedFor,
  runTitle,
  setAsideInWords,
} from "./match-rows.ts";
import type { Report, Section } from "./report.ts";

const shown = ["rank", "ref", "known_as", "group", "proposed", "points"];

/** What came of it for one person, and the first reason why. */
export function outcomeOf({ facts, answer, person, lostByLot = false }: Standing, told: MatchTold): string {
  if (person.gates.length > 0)
    return `Cannot be proposed: ${person.gates.map((g) => g.sentence).join("; ")}.`;
  const included = setAsideInWords(person).map((s) => ` ${s[0]?.toUpperCase()}${s.slice(1)}.`);
  const lot = person.byLot ? " Others would be just as good here, and a lot decided." : "";
  if (person.proposed)
    return `${person.forTheTeam ? `Proposed: ${forTheTeamInWords(told)}.` : "Proposed."}${lot}${included.join("")}`;
  const open = answer.people.filter((p) => p.rank !== null).length;
  const elsewhere = proposedFor(told.run).get(person.id) ?? [];
  const reason =
    facts.inOrder && person.group !== facts.asked[0]
      ? "the working group is asked first"
      : lostByLot
        ? "a team with them would be just as good, and a lot decided"
        : elsewhere.length > 0
          ? `they are proposed for ${listed(elsewhere)}, and no other allowed teams are better together`
          : "no other allowed team is better than the one proposed";
  return `Not proposed: rank ${person.rank} of ${open} for ${count(answer.placesLeft, "place")} left; ${reason}.${included.join("")}`;
}

const notUsed = "What may be recorded of their experience is not used for matching: no consent is in force.";

/** Somebody's points part by part, adding up to the total. */
export const pointsSection = (told: MatchTold, standings: readonly Standing[]): Section => ({
  key: "points",
  heading: standings.every((s) => s.person.rank === null) ? "Points they would have" : "Points, part by part",
  columns: [
    projectColumn(told),
    { key: "part", heading: "Part" },
    { key: "points", heading: "Points", kind: "integer" },
    { key: "why", heading: "Why" },
  ],
  rows: standings.flatMap(({ facts, person }) => [
    ...person.parts.map((p) => ({ project: facts.project, part: p.part, points: p.points, why: p.why })),
    { project: facts.project, part: "total", points: person.points, why: "" },
  ]),
});

/** Every gate somebody does not pass, also those that a reason sets aside. */
export const gatesSection = (told: MatchTold, standings: readonly Standing[]): Section => ({
  key: "gates",
  heading: "Gates not passed",
  columns: [
    projectColumn(told),
    { key: "code", heading: "Code" },
    { key: "why", heading: "Why" },
    { key: "set_aside", heading: "Set aside", kind: "yes-no", detail: true },
  ],
  rows: standings.flatMap(({ facts, person }) => [
    ...person.gates.map((g) => ({
      project: facts.project,
      code: g.code,
      why: g.sentence,
      set_aside: false,
    })),
    ...person.setAside.map((g) => ({
      project: facts.project,
      code: g.code,
      why: g.sentence,
      set_aside: true,
    })),
  ]),
  empty: "None.",
});

/** What would get them proposed, as far as it can be changed; nothing to say of who is proposed already. */
export const whatIfSection = (
  told: MatchTold,
  standings: readonly Standing[],
  found: readonly WhatIf[],
): Section[] =>
  standings.every((s) => s.person.proposed)
    ? []
    : [
        {
          key: "what_would_change_it",
          heading: "What would change it",
          columns: [
            projectColumn(told),
            { key: "what", heading: "What", detail: true },
            { key: "sentence", heading: "They" },
          ],
          rows: found.map(({ project, codes, sentence }) => ({ project, what: codes, sentence })),
          empty: "Nothing that they, or more places, could change.",
        },
      ];

/** What would get each of those who are not proposed a place, as far as it can be changed. */
export const everybodySection = (
  told: MatchTold,
  all: readonly { readonly id: number; readonly found: readonly WhatIf[] }[],
): Section => ({
  key: "what_would_change_it",
  heading: "What would change it",
  columns: [
    projectColumn(told),
    { key: "ref", heading: "Ref" },
    { key: "known_as", heading: "Known as" },
    { key: "what", heading: "What", detail: true },
    { key: "sentence", heading: "They" },
  ],
  rows: all.flatMap(({ id, found }) =>
    found.map(({ project, codes, sentence }) => ({
      project,
      ref: ref("member", id),
      known_as: told.knownAs.get(id) ?? "",
      what: codes,
      sentence,
    })),
  ),
  empty: "Nothing that people, or more places, could change.",
});

/** Why one person stands where they stand with each project: points part by part, and every gate they do not pass. */
export function explainReport(
  id: number,
  standings: readonly Standing[],
  told: MatchTold,
  more: readonly Section[] = [],
): Report {
  const several = told.run.facts.length > 1;
  return {
    title: `${ref("member", id)} ${told.knownAs.get(id) ?? ""} and ${runTitle(told)}`,
    sections: [
      {
        key: "person",
        single: !several,
        columns: [projectColumn(told), ...peopleColumns(true).filter((c) => shown.includes(c.key))],
        rows: standings.map((s) => ({ project: s.facts.project, ...personRow(s.person, told) })),
      },
      {
        key: "outcome",
        paragraphs: [
          ...standings.map((s) => `${several ? `${s.facts.project}: ` : ""}${outcomeOf(s, told)}`),
          ...(standings.some((s) => s.person.experienceNotUsed) ? [notUsed] : []),
        ],
        columns: [],
        rows: [],
      },
      pointsSection(told, standings),
      gatesSection(told, standings),
      ...more,
    ],
  };
}
