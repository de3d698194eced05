import type { TeamName } from "../domain/person-name.ts";
import type { PolicyEffect, RotationEffect } from "../domain/policy-diff.ts";
import { policyKeys } from "../domain/policy-weights.ts";
import { ref } from "../domain/ref.ts";
import type { MatchPolicy } from "../domain/score.ts";
import { count, listed } from "../domain/text.ts";
import type { Report, Section } from "./report.ts";

/** What is told of another policy: both, what it would have done to past runs, and what each weight of rotation gives and costs. */
export interface PolicyDiffTold {
  readonly now: MatchPolicy;
  readonly other: MatchPolicy | null;
  readonly effects: readonly PolicyEffect[];
  readonly rotation: readonly RotationEffect[];
  /** How many runs the table of rotation rests on, and how many are on record whose facts are gone. */
  readonly runs: number;
  readonly gone: number;
  readonly knownAs: ReadonlyMap<number, TeamName>;
}

const partsSection = (now: MatchPolicy, other: MatchPolicy): Section => ({
  key: "parts",
  heading: "What differs",
  columns: [
    { key: "part", heading: "Part" },
    { key: "now", heading: `Version ${now.version}`, kind: "integer" },
    { key: "proposed", heading: `Version ${other.version}`, kind: "integer" },
  ],
  rows: policyKeys
    .map((part) => ({ part, now: now.points[part] ?? 0, proposed: other.points[part] ?? 0 }))
    .filter((row) => row.now !== row.proposed),
  empty: "Nothing: every part has the same points.",
});

function runsSection({ effects, knownAs }: PolicyDiffTold): Section {
  const named = (places: PolicyEffect["comes"]): string =>
    listed(places.map((p) => `${p.project} ${ref("member", p.id)} ${knownAs.get(p.id) ?? ""}`)) || "nobody";
  return {
    key: "runs",
    heading: "What it would have done to past runs",
    columns: [
      { key: "run", heading: "Run" },
      { key: "made_on", heading: "Made on", kind: "day" },
      { key: "comes", heading: "In" },
      { key: "goes", heading: "Out" },
      { key: "points_before", heading: "Points of those proposed", kind: "integer" },
      { key: "points_after", heading: "Of those who would be", kind: "integer" },
    ],
    rows: effects.map((e) => ({
      run: ref("run", e.run.id),
      made_on: e.run.madeOn,
      comes: named(e.comes),
      goes: named(e.goes),
      points_before: e.pointsBefore,
      points_after: e.pointsAfter,
    })),
    empty:
      "No run is on record whose facts are kept. Put one on record with: involve project match P-001 --record",
  };
}

const rotationSection = ({ rotation, now, other }: PolicyDiffTold): Section => ({
  key: "rotation",
  heading: "What each price of rotation would give and cost",
  columns: [
    { key: "rotation", heading: "Rotation", kind: "integer" },
    { key: "policy", heading: "Version" },
    { key: "unevenness", heading: "Unevenness of work, 0 to 100", kind: "integer" },
    { key: "most", heading: "Most of anybody", kind: "integer" },
    { key: "points", heading: "Points without it", kind: "integer" },
    { key: "required_unmet", heading: "Required needs unmet", kind: "integer" },
    { key: "unfilled", heading: "Places empty", kind: "integer" },
    { key: "places_changed", heading: "Places changed", kind: "integer" },
  ],
  rows: rotation.map((r) => ({
    rotation: r.rotation,
    policy: [now, other].flatMap((p) =>
      p && (p.points["rotation"] ?? 0) === r.rotation ? [`${p.version}`] : [],
    ),
    unevenness: r.unevenness,
    most: r.most,
    points: r.points,
    required_unmet: r.requiredUnmet,
    unfilled: r.unfilled,
    places_changed: r.placesChanged,
  })),
});

/** What another policy would have done to the runs on record, and what each price of rotation would have given and cost. */
export function policyDiffReport(told: PolicyDiffTold): Report {
  const { now, other, effects, runs, gone } = told;
  const changed = effects.filter((e) => e.comes.length + e.goes.length > 0).length;
  const opening = other
    ? `Version ${other.version} beside version ${now.version}, which counts now: ${changed} of ${count(effects.length, "run")} on record would have proposed somebody else.`
    : `There is no draft to set beside version ${now.version}, which counts now.`;
  return {
    title: other
      ? `Match policy: version ${other.version} beside version ${now.version}`
      : "Match policy: rotation",
    sections: [
      { key: "summary", paragraphs: [opening], columns: [], rows: [] },
      ...(other ? [partsSection(now, other), runsSection(told)] : []),
      rotationSection(told),
    ],
    notes: [
      runs > 0
        ? `Worked out on ${count(runs, "run")} on record, each with its own data and lots; gates are the same whatever the points.`
        : "No run is on record, so this is worked out on all projects that are not over, as at today.",
      ...(other ? [`Points of past runs are by version ${other.version}.`] : []),
      `Prices of rotation are tried with everything else as in version ${now.version}.`,
      ...(gone > 0
        ? [
            `${count(gone, "run")} could not be made again: what ${gone === 1 ? "it rests" : "they rest"} on is no longer kept.`,
          ]
        : []),
      "It compares people, so it is for the Involvement Management team only.",
    ],
  };
}
