import { describe, expect, test } from "@jest/globals";
import { standingOf } from "../../src/domain/budget.ts";
import type { Day } from "../../src/domain/day.ts";
import { owed } from "../../src/domain/owed.ts";
import type { PaymentLine } from "../../src/domain/payment.ts";
import { budgetReport } from "../../src/reports/budgets.ts";
import { dueReport } from "../../src/reports/due.ts";
import { owedReport } from "../../src/reports/owed.ts";
import { paymentsReport } from "../../src/reports/payments.ts";
import type { Report } from "../../src/reports/report.ts";
import { speedReport } from "../../src/reports/speed.ts";
import { statementReport } from "../../src/reports/statement.ts";
import { line } from "../payment-lines.ts";

const day = (text: string): Day => text as Day;
const facts = { today: day("2026-06-01"), lateDays: 30, windowMonths: 3, rule: "by the cut-off" };
const budget = {
  ...{ id: 1, title: "All", payer: null, projectId: null, kind: null, year: "calendar" as const },
  ...{ from: day("2026-01-01"), to: day("2026-12-31"), pence: 100_000 },
};
const statement = {
  unit: "The unit",
  today: "2026-05-01" as Day,
  ...{
    person: { id: 3, knownAs: "Bex" },
    by: "activity" as const,
    softFlag: 100_000,
    advice: "",
    payers: new Map(),
  },
  period: { name: "2026", from: day("2026-01-01"), to: day("2026-12-31") },
};

const reports: Readonly<Record<string, (lines: readonly PaymentLine[]) => Report>> = {
  "payment list": (lines) => paymentsReport(lines, facts),
  "payment list --due": (lines) => dueReport(lines, [], facts),
  "payment owed": (lines) => owedReport(owed([], lines, { ...facts, bands: [], rates: [] }), facts),
  "payment speed": (lines) => speedReport(lines, undefined, facts),
  "payment budget show": (lines) => budgetReport(standingOf(budget, lines), facts),
  "payment statement": (lines) => statementReport(lines, statement),
};

/** What a reader sees on a page: the columns that are always shown, and the notes. */
const seen = (report: Report): string =>
  JSON.stringify([
    report.notes,
    ...report.sections.map((s) =>
      s.rows.map((row) => s.columns.filter((c) => !c.detail).map((c) => row[c.key])),
    ),
  ]);

describe("a line that was approved by whoever recorded it is pointed out on every page that lists it", () => {
  const approved = { state: "approved" as const, approvedPence: 8250, approvedOn: day("2026-03-20") };
  test.each(Object.entries(reports))("%s", (_, report) => {
    const own = seen(report([line({ ...approved, approvedBy: "harriet OSEI " })]));
    expect(own).toMatch(/approved by the recorder|approved by the same person: PAY-001/);
    const other = seen(report([line({ ...approved, approvedBy: "Tomasz Wilk" })]));
    expect(other).not.toMatch(/by the recorder|by the same person/);
  });
});
