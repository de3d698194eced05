import type { BudgetStanding } from "../domain/budget.ts";
import { pounds } from "../domain/money.ts";
import { amountOf, isPaid } from "../domain/payment.ts";
import { type FlagFacts, flagsOf, ownApprovals } from "../domain/payment-words.ts";
import { ref } from "../domain/ref.ts";
import { lineCells, lineColumns } from "./line-cells.ts";
import { type Column, list, type Report, type Row } from "./report.ts";

const columns: readonly Column[] = [
  { key: "budget", heading: "Budget" },
  { key: "year", heading: "Year" },
  { key: "from_on", heading: "From", kind: "day" },
  { key: "to_on", heading: "To", kind: "day" },
  { key: "for", heading: "For" },
  { key: "amount", heading: "Budget", kind: "pence" },
  { key: "spent", heading: "Spent", kind: "pence" },
  { key: "committed", heading: "Committed", kind: "pence" },
  { key: "left", heading: "Left", kind: "pence" },
  { key: "lines", heading: "Lines", kind: "integer", detail: true },
];

const forWords = ({ budget }: BudgetStanding): string[] => [
  ...(budget.projectId === null ? [] : [ref("project", budget.projectId)]),
  ...(budget.kind === null || (budget.projectId !== null && budget.kind === "project") ? [] : [budget.kind]),
  ...(budget.payer === null ? [] : [`paid by ${budget.payer}`]),
];

const row = (standing: BudgetStanding): Row => ({
  budget: standing.budget.title,
  year: standing.budget.year,
  from_on: standing.budget.from,
  to_on: standing.budget.to,
  for: forWords(standing).length === 0 ? ["everything"] : forWords(standing),
  amount: standing.budget.pence,
  spent: standing.spent,
  committed: standing.committed,
  left: standing.left,
  lines: standing.lines.length,
});

const notes = (standings: readonly BudgetStanding[]): string[] => [
  ...standings.filter((s) => s.left < 0).map((s) => `${s.budget.title} is over by ${pounds(-s.left)}.`),
  "Counted by the day of the activity, fees and expenses together. Committed is logged, claimed, approved, sent or queried; spent is paid.",
];

/** Every budget, with what is spent, committed and left. */
export const budgetsReport = (standings: readonly BudgetStanding[]): Report =>
  list(
    "Budgets",
    columns,
    standings.map(row),
    'No budget yet. Set one with: involve payment budget set "Meetings" --amount 5000 --year nihr:2026-27 --kind meeting',
    standings.length === 0 ? [] : notes(standings),
  );

/** The lines that can be shown: where a budget is narrowed to a kind or a project, its name would tell what is withheld. */
const shown = ({ budget, lines }: BudgetStanding) =>
  budget.kind === null && budget.projectId === null ? lines : lines.filter((l) => !l.activityWithheld);

/** One budget with the lines that draw on it. */
export const budgetReport = (standing: BudgetStanding, facts: FlagFacts): Report => ({
  title: `Budget: ${standing.budget.title}`,
  sections: [
    { key: "budget", single: true, columns, rows: [row(standing)] },
    {
      key: "lines",
      heading: "Lines",
      columns: [
        ...lineColumns,
        { key: "spent", heading: "Spent", kind: "pence" },
        { key: "committed", heading: "Committed", kind: "pence" },
        { key: "state", heading: "State" },
        { key: "flags", heading: "Flags", detail: true },
      ],
      rows: shown(standing).map((l) => ({
        ...lineCells(l),
        spent: isPaid(l) ? amountOf(l) : null,
        committed: isPaid(l) ? null : amountOf(l),
        state: l.state,
        flags: flagsOf(l, facts),
      })),
      empty: "No line draws on it.",
    },
  ],
  notes: [
    ...ownApprovals(shown(standing)),
    ...notes([standing]),
    ...(shown(standing).length < standing.lines.length
      ? ["Lines of people who are anonymous in what they are for are in the sums and not in this list."]
      : []),
  ],
});
