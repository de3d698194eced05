import {
  type Figure,
  type Representation,
  type SummaryFacts,
  summarised,
  summaryTitle,
  withheldInWords,
} from "../domain/round-summary.ts";
import { barsSvg } from "./bars-svg.ts";
import type { Report, Section } from "./report.ts";

const figures = (key: string, heading: string, found: readonly Figure[], empty: string): Section => ({
  key,
  heading,
  columns: [
    { key: "key", heading: "Key", data: true },
    { key: "what", heading: "What" },
    { key: "number", heading: "Number", kind: "integer" },
    { key: "shown", heading: "Shown", kind: "yes-no", data: true },
  ],
  rows: found.map((f) => ({ key: f.key, what: f.label, number: f.n, shown: f.n !== null })),
  empty,
});

const bars = (found: readonly Figure[]) => found.map((f) => ({ label: f.label, n: f.n }));

const aimInWords = ({ minimum, maximum }: Representation): string | null =>
  [
    ...(minimum === null ? [] : [`at least ${minimum}`]),
    ...(maximum === null ? [] : [`at most ${maximum}`]),
  ].join(", ") || null;

const people = [
  { key: "category", heading: "Category" },
  { key: "value", heading: "Value" },
  { key: "applied", heading: "Applied", kind: "integer" },
  { key: "appointed", heading: "Appointed", kind: "integer" },
] as const;

const rowOf = ({ category, value, applied, appointed }: Representation) => ({
  category,
  value,
  applied,
  appointed,
});

const aimsSection = (rows: readonly Representation[], aims: number): Section => ({
  key: "aims",
  heading: "The group against the aims for it",
  columns: [...people, { key: "aim", heading: "Aim" }, { key: "met", heading: "Met", kind: "yes-no" }],
  rows: rows.map((r) => ({ ...rowOf(r), aim: aimInWords(r), met: r.met })),
  empty:
    aims > 0
      ? "Aims for a perspective or a region are not set against it outside the team: the parts are counted below."
      : "There are no aims for the group.",
});

const compositionSection = (rows: readonly Representation[]): Section => ({
  key: "composition",
  heading: "Who applied and who was appointed, each person once",
  columns: people,
  rows: rows.map(rowOf),
  empty: "Nobody has applied yet.",
});

const represented = (rows: readonly Representation[]) =>
  rows.map((r) => ({
    label: `${r.category}: ${r.value}`,
    n: r.appointed,
    minimum: r.minimum,
    maximum: r.maximum,
  }));

/** A round in numbers: as tables and as a picture; with a threshold for readers outside the team. */
export function roundSummaryReport(facts: SummaryFacts): Report {
  const summary = summarised(facts);
  const notes = facts.threshold !== null && summary.withheld ? [withheldInWords(facts.threshold)] : [];
  const title = summaryTitle(facts.round);
  const scores = "Total scores, in percent of the most possible";
  return {
    title,
    sections: [
      figures("stages", "From application to appointment", summary.stages, "Nobody has applied yet."),
      figures("outcomes", "How it came out", summary.outcomes, "Nobody has applied yet."),
      figures("scores", scores, summary.scores, "Nobody is scored on every criterion yet."),
      aimsSection(summary.aims, facts.aims.length),
      compositionSection(summary.composition),
    ],
    notes,
    svg: barsSvg(
      title,
      [
        { heading: "From application to appointment", bars: bars(summary.stages) },
        { heading: "How it came out", bars: bars(summary.outcomes) },
        { heading: scores, bars: bars(summary.scores) },
        { heading: "Appointed, against the aims (dashed)", bars: represented(summary.aims) },
        { heading: "Appointed, by perspective and region", bars: represented(summary.composition) },
      ],
      notes,
    ),
  };
}
