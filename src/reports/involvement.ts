import { inward, outward, type ShownMeasure } from "../domain/involvement.ts";
import { summary } from "../domain/involvement-summary.ts";
import { resultsReport } from "./evaluation.ts";
import { column, type InvolvementFacts } from "./involvement-facts.ts";
import { publicSections } from "./involvement-public.ts";
import { teamSections } from "./involvement-team.ts";
import type { OutwardSection, Report, Section } from "./report.ts";

const standardSections = (facts: InvolvementFacts, measures: readonly ShownMeasure[]): OutwardSection[] =>
  facts.standards.map(({ key, label }) => ({
    key,
    heading: label,
    columns: [
      column("measure", "Measure", { data: true }),
      column("what", "What"),
      column("count", "Count", { kind: "integer" }),
      ...(measures.some((m) => m.shown === null) ? [column("note", "Note")] : []),
    ],
    rows: measures
      .filter((m) => m.standard === key)
      .map((m) => ({
        measure: m.key,
        what: m.label,
        count: m.shown,
        note: m.shown === null ? "not shown: small number" : null,
      })),
    empty: "Nothing is counted here.",
  }));

const evaluationSection = (facts: InvolvementFacts): Section => {
  const found = facts.evaluations.map((r) => resultsReport(r, facts.threshold, facts.today).sections[0]);
  return {
    key: "evaluation-results",
    heading: "How members rated involvement",
    columns: [
      column("round", "Round"),
      ...(found[0]?.columns ?? []).filter((c) => !["round", "note"].includes(c.key)),
    ],
    rows: found.flatMap((s) => s?.rows ?? []),
    empty:
      facts.evaluations.length === 0
        ? "No evaluation in this time."
        : "Not shown yet: too few answers, or still open.",
  };
};

/** Who did what in a period: the figures under the UK Standards, then things and people as their readers may see them. */
export function involvementReport(facts: InvolvementFacts, audience: "team" | "public"): Report {
  const measures = summary(facts);
  const team = audience === "team";
  const shown = team ? inward(measures) : outward(measures, facts.threshold);
  const unfinished =
    facts.period.to > facts.today ? [`The period is not over: this is up to ${facts.today}.`] : [];
  return {
    title: `Involvement in ${facts.period.name}`,
    sections: [
      ...standardSections(facts, shown),
      ...(team ? teamSections(facts) : publicSections(facts)),
      evaluationSection(facts),
    ],
    notes: [
      ...unfinished,
      "Papers and commentaries are counted as they stand today; clearances as on the last day.",
      team
        ? "This names people and is for the management team. For anybody else: --audience public"
        : `Counts of people from 1 to ${facts.threshold - 1} are not shown, nor is what would give them back. People stand as they chose to be named.`,
    ],
  };
}
