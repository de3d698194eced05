import { dayInWords } from "../domain/day.ts";
import type { Ranked } from "../domain/match.ts";
import { ref } from "../domain/ref.ts";
import { count } from "../domain/text.ts";
import { type MatchTold, peopleColumns, personRow } from "./match.ts";
import type { Report } from "./report.ts";

const shown = ["rank", "ref", "known_as", "group", "proposed", "points"];

/** Why one person stands where they stand with a project: points part by part, and every gate they do not pass. */
export function explainReport(person: Ranked, told: MatchTold): Report {
  const name = `${ref("member", person.id)} ${told.knownAs.get(person.id) ?? ""}`;
  const open = told.answer.people.filter((p) => p.rank !== null).length;
  const outcome =
    person.gates.length > 0
      ? `Cannot be proposed: ${person.gates.map((g) => g.sentence).join("; ")}.`
      : person.proposed
        ? person.forTheTeam
          ? "Proposed for what the team as a whole needs."
          : "Proposed."
        : `Not proposed: rank ${person.rank} of ${open} for ${count(told.answer.placesLeft, "place")} left; no other allowed team scores higher than the one proposed.`;
  return {
    title: `${name} and ${told.facts.project}, as at ${dayInWords(told.facts.day)}`,
    sections: [
      {
        key: "person",
        single: true,
        columns: peopleColumns(true).filter((c) => shown.includes(c.key)),
        rows: [personRow(person, told)],
      },
      {
        key: "outcome",
        paragraphs: [
          outcome,
          ...(person.experienceNotUsed
            ? ["What may be recorded of their experience is not used for matching: no consent is in force."]
            : []),
        ],
        columns: [],
        rows: [],
      },
      {
        key: "points",
        heading: person.rank === null ? "Points they would have" : "Points, part by part",
        columns: [
          { key: "part", heading: "Part" },
          { key: "points", heading: "Points", kind: "integer" },
          { key: "why", heading: "Why" },
        ],
        rows: [
          ...person.parts.map((p) => ({ part: p.part, points: p.points, why: p.why })),
          { part: "total", points: person.points, why: "" },
        ],
      },
      {
        key: "gates",
        heading: "Gates not passed",
        columns: [
          { key: "code", heading: "Code" },
          { key: "why", heading: "Why" },
        ],
        rows: person.gates.map((g) => ({ code: g.code, why: g.sentence })),
        empty: "None.",
      },
    ],
  };
}
