import { dayInWords } from "../domain/day.ts";
import { needOutcomes } from "../domain/gap.ts";
import type { Gate } from "../domain/gate.ts";
import type { Standing } from "../domain/match.ts";
import { type NamingFacts, nameOf, printed } from "../domain/naming.ts";
import { type NeedCategory, needInWords } from "../domain/need.ts";
import { count } from "../domain/text.ts";
import type { WhatIf } from "../domain/what-if.ts";
import type { MatchTold } from "./match-rows.ts";
import type { OutwardReport, OutwardRow, OutwardSection } from "./report.ts";

/** Needs whose being met says nothing about what anybody lives with. */
const open: readonly NeedCategory[] = ["clearance", "skill", "interest", "availability"];

const paragraphs = (key: string, ...texts: string[]): OutwardSection => ({
  key,
  paragraphs: texts,
  columns: [],
  rows: [],
});

const titleOf = ({ run, titles }: MatchTold, what: string): string => {
  const [first] = run.facts;
  const projects = run.facts.map((f) => `${f.project} ${titles.get(f.projectId) ?? ""}`).join("; ");
  return `${projects}: ${what}, as at ${first ? dayInWords(first.day) : ""}`;
};

/** Who is proposed, as a project team may see it: names as people chose, and nothing of what anybody brings or lacks. */
export function matchForProject(told: MatchTold, naming: NamingFacts): OutwardReport {
  const { facts, answers } = told.run;
  const people = facts.flatMap((f, i) =>
    (answers[i]?.proposed ?? []).map(
      (id): OutwardRow => ({
        project: f.project,
        name: printed(nameOf(naming, id, { kind: "report", id: null }, "project")),
      }),
    ),
  );
  const needs = facts.flatMap((f, i) => {
    const answer = answers[i];
    return (answer ? needOutcomes(f, answer) : [])
      .filter((o) => open.includes(o.need.category))
      .map(
        (o): OutwardRow => ({
          project: f.project,
          kind: o.need.kind,
          need: needInWords(o.need),
          met: o.met === "in the points" ? "weighed" : o.met,
        }),
      );
  });
  const byName = (a: OutwardRow, b: OutwardRow): number =>
    `${a["project"]} ${a["name"]}`.localeCompare(`${b["project"]} ${b["name"]}`, "en");
  return {
    title: titleOf(told, "who is proposed"),
    sections: [
      paragraphs(
        "summary",
        ...facts.map(
          (f, i) =>
            `${f.project}: ${count(answers[i]?.proposed.length ?? 0, "person", "people")} proposed for ${count(answers[i]?.placesLeft ?? 0, "place")}.`,
        ),
      ),
      {
        key: "people",
        heading: "People",
        columns: [
          { key: "project", heading: "Project" },
          { key: "name", heading: "Name" },
        ],
        rows: people.sort(byName),
        empty: "Nobody is proposed.",
      },
      {
        key: "needs",
        heading: "What the project asks for",
        columns: [
          { key: "project", heading: "Project" },
          { key: "kind", heading: "Kind" },
          { key: "need", heading: "Need" },
          { key: "met", heading: "Met" },
        ],
        rows: needs,
        empty: "Nothing that can be told here.",
      },
    ],
    notes: [
      "It proposes; people decide, and everybody is asked before they join. Names are as people chose.",
      "What the project asks for in lived experience was weighed as far as people agreed to that. Who brings what is told to nobody here.",
    ],
  };
}

const turns: readonly (readonly [RegExp, string])[] = [
  [/^is /, "You are "],
  [/^has /, "You have "],
  [/^can /, "You can "],
  [/^was /, "You were "],
  [/^would /, "You would "],
  [/^what /, "What "],
  [/ wants /, " want "],
  [/ they /g, " you "],
];

/** A gate as it is said to the person; who declared a conflict of interest, and that one is on record, is for a talk. */
const toThem = ({ code, sentence }: Gate): string =>
  code === "conflict-of-interest"
    ? "Something on record speaks against this project; please ask your co-ordinator, who can tell you more."
    : `${turns.reduce((text, [pattern, turned]) => text.replace(pattern, turned), sentence)}.`;

function outcomeFor({ facts, person, lostByLot = false }: Standing): string[] {
  const of = `${facts.project}: `;
  if (person.gates.length > 0)
    return [`${of}you could not be proposed this time.`, ...person.gates.map(toThem)];
  return [
    person.proposed
      ? `${of}you are proposed. Nothing is decided before you are asked.`
      : `${of}you were not proposed this time. ${lostByLot ? "A team with you would have been just as good, and a lot decided." : "No other allowed team scores higher than the one proposed; this was checked."}`,
  ];
}

/** How somebody was matched, as they may see it themselves: their own points, gates and ways in, and nobody else's. */
export function matchForPerson(
  standings: readonly Standing[],
  told: MatchTold,
  found: readonly WhatIf[],
): OutwardReport {
  const notUsed =
    "What may be recorded of your experience is not used for matching: no consent to that is in force. You can change that at any time.";
  const ways = found.map(({ project, sentence }) => `${project}: you ${sentence}.`);
  return {
    title: titleOf(told, "how you were matched"),
    sections: [
      paragraphs(
        "outcome",
        ...standings.flatMap(outcomeFor),
        ...(standings.some((s) => s.person.experienceNotUsed) ? [notUsed] : []),
      ),
      ...(ways.length > 0
        ? [{ ...paragraphs("what_would_change_it", ...ways), heading: "What would change it" }]
        : []),
      {
        key: "points",
        heading: "Your points, part by part",
        columns: [
          { key: "project", heading: "Project" },
          { key: "part", heading: "Part" },
          { key: "points", heading: "Points", kind: "integer" },
          { key: "why", heading: "Why" },
        ],
        rows: standings.flatMap(({ facts, person }) => [
          ...person.parts.map(
            (p): OutwardRow => ({ project: facts.project, part: p.part, points: p.points, why: p.why }),
          ),
          { project: facts.project, part: "total", points: person.points, why: "" },
        ]),
      },
    ],
    notes: ["The points are the members' own policy. It proposes; people decide."],
  };
}
