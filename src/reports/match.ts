import type { Day } from "../domain/day.ts";
import { gaps, needOutcomes } from "../domain/gap.ts";
import type { MatchAnswer, MatchFacts } from "../domain/match.ts";
import { obstaclesInWords } from "../domain/match-obstacles.ts";
import type { Run } from "../domain/match-run.ts";
import { needInWords } from "../domain/need.ts";
import { ref } from "../domain/ref.ts";
import { count, listed } from "../domain/text.ts";
import { type MatchTold, peopleColumns, personRow, projectColumn, runTitle } from "./match-rows.ts";
import type { Report, Row, Section } from "./report.ts";

const each = (run: Run): { facts: MatchFacts; answer: MatchAnswer }[] =>
  run.facts.flatMap((facts, i) => {
    const answer = run.answers[i];
    return answer ? [{ facts, answer }] : [];
  });

const needsSection = (told: MatchTold): Section => ({
  key: "needs",
  heading: "Needs",
  columns: [
    projectColumn(told),
    { key: "kind", heading: "Kind" },
    { key: "need", heading: "Need" },
    { key: "met", heading: "Met by this team" },
    { key: "why", heading: "Why not", detail: true },
  ],
  rows: each(told.run).flatMap(({ facts, answer }) =>
    needOutcomes(facts, answer).map((o) => ({
      project: facts.project,
      kind: o.need.kind,
      need: needInWords(o.need),
      met: o.met,
      why: o.why,
    })),
  ),
  empty: `No needs yet, so nothing but rotation ranks. Add one with: involve project need ${told.run.facts[0]?.project ?? "P-001"} --desired --interest digital`,
});

const total = (run: Run, of: (a: MatchAnswer) => number): number =>
  run.answers.reduce((sum, a) => sum + of(a), 0);

const runSection = ({ run }: MatchTold, day: Day): Section => ({
  key: "run",
  heading: "How this came about",
  single: true,
  columns: [
    { key: "as_at", heading: "As at", kind: "day" },
    { key: "asked", heading: "Groups asked" },
    { key: "places", heading: "Places", kind: "integer" },
    { key: "places_left", heading: "Places left", kind: "integer" },
    { key: "policy_version", heading: "Match policy version", kind: "integer" },
    { key: "rotation", heading: "Price of rotation", kind: "integer", data: true },
    { key: "points", heading: "Points in all", kind: "integer" },
    { key: "decided_by_lot", heading: "Places a lot decided", kind: "integer" },
    { key: "seed", heading: "Seed of the lot" },
    { key: "solver", heading: "Solver", data: true },
    { key: "policy_hash", heading: "Policy", data: true },
    { key: "data_hash", heading: "Data", data: true },
  ],
  rows: [
    {
      as_at: day,
      asked: [...new Set(run.facts.flatMap((f) => f.asked))],
      places: run.facts.reduce((sum, f) => sum + f.places, 0),
      places_left: total(run, (a) => a.placesLeft),
      policy_version: run.facts[0]?.policy.version ?? null,
      rotation: run.posed.problem.rotation,
      points: total(run, (a) => a.objective),
      decided_by_lot: run.solved.byLot.length,
      seed: run.seed,
      solver: run.solved.engine,
      policy_hash: run.hashes.policy,
      data_hash: run.hashes.data,
    },
  ],
});

function opening(facts: MatchFacts, answer: MatchAnswer): string {
  if (answer.placesLeft === 0)
    return `All ${count(facts.places, "place")} of ${facts.project} are taken or offered.`;
  const open = answer.people.filter((p) => p.rank !== null).length;
  const left = answer.placesLeft < facts.places ? ` left of ${facts.places}` : "";
  const who = open === 0 ? "Nobody" : count(open, "person", "people");
  return `${who} may be asked for ${count(answer.placesLeft, "place")}${left}${open === 0 ? "" : `; ${answer.proposed.length} proposed`}.`;
}

const checked = (run: Run): string[] =>
  total(run, (a) => a.proposed.length) === 0
    ? []
    : [
        `No other allowed ${run.facts.length === 1 ? "team scores" : "teams score"} higher; this was checked again, apart from the search.`,
      ];

/** Who is proposed for each of several projects, in a line each. */
function teamsSection(told: MatchTold): Section {
  const row = ({ facts, answer }: ReturnType<typeof each>[number]): Row => ({
    project: facts.project,
    title: told.titles.get(facts.projectId) ?? "",
    places_left: answer.placesLeft,
    proposed: listed(answer.proposed.map((id) => `${ref("member", id)} ${told.knownAs.get(id) ?? ""}`)),
    points: answer.objective,
  });
  return {
    key: "teams",
    heading: "Teams",
    columns: [
      { key: "project", heading: "Project" },
      { key: "title", heading: "Title" },
      { key: "places_left", heading: "Places left", kind: "integer" },
      { key: "proposed", heading: "Proposed" },
      { key: "points", heading: "Points", kind: "integer" },
    ],
    rows: each(told.run).map(row),
  };
}

const gapSection = ({ run, obstacles }: MatchTold): Section[] => {
  const several = run.facts.length > 1;
  const paragraphs = [
    ...each(run).flatMap(({ facts, answer }) =>
      gaps(facts, answer).map((g) => (several ? `${facts.project}: ${g}` : g)),
    ),
    ...(obstacles ? obstaclesInWords(run, obstacles) : []),
  ];
  return paragraphs.length === 0
    ? []
    : [{ key: "gaps", heading: "What cannot be had", paragraphs, columns: [], rows: [] }];
};

/**
 * A match as the management team reads it: what cannot be had first, then everybody with rank, points and reasons, then the
 * needs, whatever else was asked about, and what makes the run repeatable. It never tells which lived experience somebody has.
 */
export function matchReport(told: MatchTold, more: readonly Section[] = []): Report {
  const { run } = told;
  const several = run.facts.length > 1;
  const summary = each(run).map(({ facts, answer }) =>
    several ? `${facts.project}: ${opening(facts, answer)}` : opening(facts, answer),
  );
  return {
    title: runTitle(told),
    sections: [
      ...gapSection(told),
      { key: "summary", paragraphs: [...summary, ...checked(run)], columns: [], rows: [] },
      ...(several ? [teamsSection(told)] : []),
      {
        key: "people",
        heading: "People",
        columns: [projectColumn(told), ...peopleColumns(run.facts.some((f) => f.asked.length > 1))],
        rows: each(run).flatMap(({ facts, answer }) =>
          answer.people.map((p) => ({ project: facts.project, ...personRow(p, told) })),
        ),
        empty: "Nobody is in the groups that are asked.",
      },
      needsSection(told),
      ...more,
      ...(run.facts[0] ? [runSection(told, run.facts[0].day)] : []),
    ],
    notes: [
      "It proposes; people decide. A reason can be kept when an offer departs from it: --reason.",
      "For the Involvement Management team only: points can hint at what somebody brings.",
    ],
  };
}
