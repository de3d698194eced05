import type { PlannedApplication } from "../domain/application.ts";
import type { ApplicationEdit } from "../domain/application-edit.ts";
import type { WithdrawPlan } from "../domain/application-one.ts";
import type { AnswerCount } from "../domain/equality-counts.ts";
import type { Round } from "../domain/round.ts";
import { list, type Report } from "./report.ts";

/** What became of each row of a sheet of applications: by line and code, never by name. */
export const importReport = (planned: readonly PlannedApplication[]): Report =>
  list(
    "Applications",
    [
      { key: "line", heading: "Line", kind: "integer" },
      { key: "code", heading: "Code" },
      { key: "outcome", heading: "Outcome" },
      { key: "changed", heading: "Changed" },
    ],
    planned.map((p) => ({ line: p.line, code: p.code, outcome: p.outcome, changed: p.changed })),
    "There was nothing to bring in.",
  );

/** What was changed of an application: the names of the details, never what they say. */
export const editReport = (edit: ApplicationEdit): Report =>
  list(
    "Application",
    [
      { key: "code", heading: "Code" },
      { key: "changed", heading: "Changed" },
    ],
    [{ code: edit.code, changed: edit.changed }],
    "Nothing.",
  );

/** How an application stands after it was withdrawn, or counted again. */
export const statusReport = (code: string, plan: WithdrawPlan): Report =>
  list(
    "Application",
    [
      { key: "code", heading: "Code" },
      { key: "status", heading: "Status" },
      { key: "withdrawn_on", heading: "Withdrawn", kind: "day" },
    ],
    [{ code, status: plan.status, withdrawn_on: plan.withdrawnOn }],
    "Nothing.",
  );

/** How many gave which answer to each equality question; what is too few to be shown has no number. */
export const equalityReport = (round: Round, counts: readonly AnswerCount[], threshold: number): Report =>
  list(
    `Equality answers of ${round.title}`,
    [
      { key: "question", heading: "Question" },
      { key: "answer", heading: "Answer" },
      { key: "applicants", heading: "Applicants", kind: "integer" },
      { key: "withheld", heading: "Withheld", kind: "yes-no" },
    ],
    counts.map((c) => ({
      question: c.question.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
      answer: c.answer,
      applicants: c.count,
      withheld: c.count === null,
    })),
    "Nobody has applied yet.",
    counts.some((c) => c.count === null)
      ? [`Counts under ${threshold}, and others from which they could be worked out, are not shown.`]
      : [],
  );
