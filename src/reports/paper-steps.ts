import { dayInWords } from "../domain/day.ts";
import type { PaperStep, StepPlan } from "../domain/paper-step.ts";
import { ref } from "../domain/ref.ts";
import type { PaperRow } from "../store/papers.ts";
import { type Column, list, type OutwardReport } from "./report.ts";

const historyColumns: readonly Column[] = [
  { key: "step", heading: "Step" },
  { key: "on", heading: "On", kind: "day" },
  { key: "reason", heading: "Why" },
  { key: "notice", heading: "Notice" },
];

/** What became of a paper, in the order of time. */
export const historyReport = (paper: PaperRow, steps: readonly PaperStep[]): OutwardReport =>
  list(
    `${ref("paper", paper.id)} ${paper.title}`,
    historyColumns,
    steps.map((s) => ({ ...s })),
    "Nothing is on record.",
  );

/** What was recorded of a paper, and what comes next. */
export function stepSaid(paper: PaperRow, { step }: StepPlan, mended: boolean): string[] {
  const name = ref("paper", paper.id);
  const on = step.on === null ? "" : ` on ${dayInWords(step.on)}`;
  if (mended) return [`${name}: ${step.step}${on}. It is ${paper.status}, as before.`];
  const next =
    ["submitted", "accepted", "published"].includes(step.step) && paper.commentaries.length === 0
      ? [`It has no commentary yet; to propose one: involve commentary propose ${name}`]
      : [];
  const verb = step.step === "drafting" ? "is being drafted" : `was ${step.step}`;
  return [`${name} ${verb}${on}.`, ...next];
}
