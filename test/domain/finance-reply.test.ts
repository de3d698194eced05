import { describe, expect, test } from "@jest/globals";
import { financeReplyColumns } from "../../src/csv/finance-reply.ts";
import type { Batch, BatchLine } from "../../src/domain/batch.ts";
import type { Day } from "../../src/domain/day.ts";
import { toldOf } from "../../src/domain/finance.ts";
import { planReplies, type ReplyRow } from "../../src/domain/finance-reply.ts";
import { line } from "../payment-lines.ts";

const day = (text: string): Day => text as Day;
const entry = (id: number, changes: Partial<BatchLine> = {}): BatchLine => {
  const own = line({ id, state: "sent", approvedPence: 8250 });
  return {
    id: 100 + id,
    batchId: 1,
    line: own,
    pence: 8250,
    told: toldOf(own),
    reply: null,
    repliedOn: null,
    reason: null,
    ...changes,
  };
};
const batch = (lines: readonly BatchLine[], changes: Partial<Batch> = {}): Batch => ({
  id: 1,
  key: "ucl-2026-04-10",
  payer: "ucl",
  payerName: "UCL",
  cutOffOn: null,
  madeOn: day("2026-04-02"),
  madeBy: "Harriet Osei",
  state: "sent",
  sentOn: day("2026-04-09"),
  closedOn: null,
  sheet: null,
  lines,
  ...changes,
});
const row = (changes: Partial<ReplyRow> = {}): ReplyRow => ({
  line: 2,
  id: 1,
  reply: "paid",
  on: day("2026-04-28"),
  reason: undefined,
  amount: undefined,
  ...changes,
});
const given = { on: undefined, today: day("2026-05-01"), known: new Set([1, 2, 3, 4, 5, 6, 7, 8, 9]) };
const codes = (rows: ReplyRow[], batches: Batch[], with_ = given) =>
  planReplies(rows, batches, with_).problems.map((p) => [p.line, p.code]);

describe("finance's reply", () => {
  test("tells a reference that nobody knows from one that was never sent", () => {
    expect(codes([row({ id: 99 }), row({ line: 3, id: 2 })], [batch([entry(1)])])).toEqual([
      [2, "unknown-payment"],
      [3, "not-sent"],
    ]);
  });
  test("marks what waits, and nothing that was answered so before", () => {
    const known = batch([entry(1), entry(2, { reply: "paid", repliedOn: day("2026-04-28") })]);
    const plan = planReplies([row(), row({ line: 3, id: 2 })], [known], given);
    expect(plan.rows.map((r) => [r.ref, r.outcome, r.changes.length])).toEqual([
      ["PAY-001", "updated", 2],
      ["PAY-002", "unchanged", 0],
    ]);
  });
  test("pays nobody twice: another answer, or another day, than before is a bad row", () => {
    for (const before of ["paid", "queried", "rejected"] as const) {
      const known = batch([entry(1, { reply: before, repliedOn: day("2026-04-20") })]);
      expect(codes([row()], [known])).toEqual([[2, "already-answered"]]);
    }
  });
  test("is about the latest time a line was sent, where it was sent twice", () => {
    const first = batch([entry(1, { reply: "queried", repliedOn: day("2026-04-15"), reason: "which?" })]);
    const second = batch([entry(1)], { id: 2, key: "ucl-2026-05-10" });
    const plan = planReplies([row()], [first, second], given);
    expect(plan.rows.map((r) => r.write.batch.key)).toEqual(["ucl-2026-05-10"]);
  });
  test("tells every bad row at once, with its line: unknown references, drafts, days, amounts, reasons, rows twice", () => {
    const rows = [
      row({ line: 2, id: 9 }),
      row({ line: 3, on: day("2026-04-08") }),
      row({ line: 4, id: 2, on: day("2026-05-02"), amount: 8000 }),
      row({ line: 5, id: 3, reply: "queried" }),
      row({ line: 6, id: 4, on: undefined }),
      row({ line: 7, id: 3, reply: "rejected", reason: "account 12-34-56 12345678" }),
      row({ line: 8, id: 5 }),
    ];
    const known = batch([entry(1), entry(2), entry(3), entry(4)]);
    const draft = batch([entry(5, { told: null })], { id: 2, state: "draft", sentOn: null });
    expect(codes(rows, [known, draft])).toEqual([
      [2, "not-sent"],
      [3, "before-it-was-sent"],
      [4, "in-the-future"],
      [4, "other-amount"],
      [5, "no-reason"],
      [6, "no-day"],
      [7, "private-detail"],
      [7, "row-twice"],
      [8, "not-sent"],
    ]);
  });
  test("takes the day given for all rows where a row has none", () => {
    const plan = planReplies([row({ on: undefined })], [batch([entry(1)])], {
      ...given,
      on: day("2026-04-30"),
    });
    expect(plan.rows.map((r) => r.write.on)).toEqual(["2026-04-30"]);
  });
});

describe("the plan of a row of finance's reply", () => {
  test("says who and what it is about, and what it changes; what is withheld stays so", () => {
    const own = line({ id: 1, state: "sent", activityWithheld: true });
    const plan = planReplies(
      [row({ reply: "queried", reason: "is it C-001?" })],
      [batch([entry(1, { line: own })])],
      given,
    );
    expect(plan.rows.map((r) => [r.about, r.changes])).toEqual([
      [
        "Bex, half-day, (withheld), £82.50",
        [
          { column: "state", from: "sent", to: "queried" },
          { column: "answered_on", from: null, to: "2026-04-28" },
          { column: "reason", from: null, to: "(withheld)" },
        ],
      ],
    ]);
  });
  test("a good row beside bad ones has its plan, so that it can be taken in by itself", () => {
    const plan = planReplies([row(), row({ line: 3, id: 9 })], [batch([entry(1)])], given);
    expect([plan.rows.map((r) => r.line), plan.problems.map((p) => p.line)]).toEqual([[2], [3]]);
  });
});

describe("a cell of finance's reply", () => {
  test.each([
    ["Paid", "paid"],
    ["ON HOLD", "queried"],
    ["Refused", "rejected"],
    ["perhaps", undefined],
  ])("%s as a status is %s", (text, reply) => {
    const read = financeReplyColumns.reply.read(text);
    expect(read.ok ? read.value : undefined).toBe(reply);
  });
  test.each([
    ["82.50", 8250],
    ["-£82.50", -8250],
    ["(82.50)", -8250],
    ["£1,082.50", 108250],
    ["82.505", undefined],
    ["1e3", undefined],
  ])("%s as an amount is %s pence", (text, pence) => {
    const read = financeReplyColumns.amount.read(text);
    expect(read.ok ? read.value : undefined).toBe(pence);
  });
});
