import type { Day } from "../domain/day.ts";
import { type Around, gaps, needOutcomes } from "../domain/gap.ts";
import type { MatchAnswer, MatchFacts } from "../domain/match.ts";
import { obstaclesInWords } from "../domain/match-obstacles.ts";
import type { Run } from "../domain/match-run.ts";
import { needInWords } from "../domain/need.ts";
import { ref } from "../domain/ref.ts";
import { count, listed } from "../domain/text.ts";
import { eachOf, manyRows, peopleSection } from "./match-people.ts";
import { type MatchTold, projectColumn, runTitle } from "./match-rows.ts";
import type { Report, Row, Section } from "./report.ts";

/** Who is proposed for another project, and everybody on record. */
const around = ({ run, facts: given }: MatchTold, { projectId }: MatchFacts): Around => ({
  elsewhere: new Set(eachOf(run).flatMap((e) => (e.facts.projectId === projectId ? [] : e.answer.proposed))),
  given: given.find((f) => f.projectId === projectId)?.people ?? [],
});

function needsSection(told: MatchTold): Section {
  const rows = eachOf(told.run).flatMap(({ facts, answer }) =>
    needOutcomes(facts, answer, around(told, facts)).map((o) => ({
      project: facts.project,
      kind: o.need.kind,
      need: needInWords(o.need),
      met: o.met,
      why: o.why,
    })),
  );
  const unmet = rows.filter((r) => r.met === "no");
  const said = [
    `Shown are those not met; ${count(rows.length - unmet.length, "other")} are met or in the points.`,
  ];
  return {
    key: "needs",
    heading: "Needs",
    columns: [
      projectColumn(told),
      { key: "kind", heading: "Kind" },
      { key: "need", heading: "Need" },
      { key: "met", heading: "Met by this team" },
      { key: "why", heading: "Why not", detail: true },
    ],
    rows,
    empty: `No needs yet, so nothing but rotation ranks. Add one with: involve project need ${told.run.facts[0]?.project ?? "P-001"} --desired --interest digital`,
    ...(rows.length > manyRows ? { brief: { rows: unmet, said } } : {}),
  };
}

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
        `No other allowed ${run.facts.length === 1 ? "team scores" : "teams score"} higher; this was checked again, independently of the search.`,
      ];

/** Who is proposed for each of several projects, in a line each. */
function teamsSection(told: MatchTold): Section {
  const row = ({ facts, answer }: ReturnType<typeof eachOf>[number]): Row => ({
    project: facts.project,
    title: told.titles.get(facts.projectId) ?? "",
    places_left: answer.placesLeft,
    may_be_asked: answer.people.filter((p) => p.rank !== null).length,
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
      { key: "may_be_asked", heading: "May be asked", kind: "integer" },
      { key: "proposed", heading: "Proposed" },
      { key: "points", heading: "Points", kind: "integer" },
    ],
    rows: eachOf(told.run).map(row),
  };
}

const gapSection = (told: MatchTold): Section[] => {
  const { run, obstacles } = told;
  const several = run.facts.length > 1;
  const paragraphs = [
    ...eachOf(run).flatMap(({ facts, answer }) =>
      gaps(facts, answer, around(told, facts)).map((g) => (several ? `${facts.project}: ${g}` : g)),
    ),
    ...(obstacles ? obstaclesInWords(run, obstacles) : []),
  ];
  return paragraphs.length === 0
    ? []
    : [{ key: "gaps", heading: "What cannot be met", paragraphs, columns: [], rows: [] }];
};

/**
 * A match as the management team reads it: what cannot be had first, then everybody with rank, points and reasons, then the
 * needs, whatever else was asked about, and what makes the run repeatable. It never tells which lived experience somebody has.
 */
export function matchReport(told: MatchTold, more: readonly Section[] = []): Report {
  const { run } = told;
  const several = run.facts.length > 1;
  const [places, proposed] = [total(run, (a) => a.placesLeft), total(run, (a) => a.proposed.length)];
  const summary = several
    ? [
        `${count(places, "place")} left in ${run.facts.length} projects; ${count(proposed, "place")} can be filled as proposed.`,
      ]
    : eachOf(run).map(({ facts, answer }) => opening(facts, answer));
  return {
    title: runTitle(told),
    sections: [
      ...gapSection(told),
      { key: "summary", paragraphs: [...summary, ...checked(run)], columns: [], rows: [] },
      ...(several ? [teamsSection(told)] : []),
      peopleSection(told),
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
