import { describe, expect, test } from "@jest/globals";
import type { Batch, BatchLine, FinanceReply, Payer } from "../../src/domain/batch.ts";
import { batchNamed, batchStanding } from "../../src/domain/batch.ts";
import { checkSent, planAnswer, planDrop } from "../../src/domain/batch-answer.ts";
import { batchKey, nextCutOff, planBatch } from "../../src/domain/batch-plan.ts";
import type { Day } from "../../src/domain/day.ts";
import { activityForFinance, toldOf } from "../../src/domain/finance.ts";
import type { PaymentLine } from "../../src/domain/payment.ts";
import { ref } from "../../src/domain/ref.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { line } from "../payment-lines.ts";

const day = (text: string): Day => text as Day;
const codes = (result: Parameters<typeof problemsOf>[0]) => problemsOf(result).map((p) => p.code);
const ucl: Payer = { id: 1, key: "ucl", name: "University College London", cutOffDay: 10 };
const approved = (changes: Partial<PaymentLine> = {}): PaymentLine =>
  line({
    state: "approved",
    approvedPence: 8250,
    approvedBy: "Tomasz Wilk",
    approvedOn: day("2026-04-01"),
    ...changes,
  });

describe("a payer's next cut-off", () => {
  test.each([
    [10, "2026-04-10", "2026-04-10"],
    [10, "2026-04-11", "2026-05-10"],
    [31, "2026-02-01", "2026-02-28"],
    [29, "2028-02-01", "2028-02-29"],
    [31, "2026-04-30", "2026-04-30"],
    [5, "2026-12-06", "2027-01-05"],
  ])("on day %i, as at %s, is %s", (cutOff, today, next) => {
    expect(nextCutOff(cutOff, day(today))).toBe(next);
  });
});

describe("making a batch", () => {
  const today = day("2026-04-02");
  test("takes every approved line of the payer that is in no batch, and nothing else", () => {
    const lines = [
      approved({ id: 1 }),
      approved({ id: 2, payer: "kcl" }),
      approved({ id: 3, batch: "ucl-2026-03-10" }),
      line({ id: 4, state: "claimed" }),
    ];
    const plan = planBatch({ lines, named: false, cutOffOn: undefined }, ucl, [], today);
    expect(plan).toMatchObject({ value: { key: "ucl-2026-04-10", cutOffOn: "2026-04-10" } });
    expect(plan.ok && plan.value.lines.map((l) => l.id)).toEqual([1]);
  });
  test("of named lines tells everything that stands in the way, at once", () => {
    const lines = [
      approved({ id: 1, payer: "kcl" }),
      approved({ id: 2, batch: "other" }),
      line({ id: 3, state: "paid" }),
    ];
    const plan = planBatch({ lines, named: true, cutOffOn: day("2026-04-01") }, ucl, [], today);
    expect(codes(plan)).toEqual(["cut-off-over", "wrong-state", "another-payer", "in-a-batch"]);
  });
  test("on the day of the cut-off is still in time", () => {
    const request = { lines: [approved()], named: true, cutOffOn: today };
    expect(planBatch(request, ucl, [], today).ok).toBe(true);
  });
  test("needs a line, and needs no cut-off where nobody knows the day", () => {
    const none = { lines: [], named: false, cutOffOn: undefined };
    expect(codes(planBatch(none, ucl, [], today))).toEqual(["nothing-to-send"]);
    const unknown = planBatch({ ...none, lines: [approved()] }, { ...ucl, cutOffDay: null }, [], today);
    expect(unknown).toMatchObject({ value: { key: "ucl-2026-04-02", cutOffOn: null } });
  });
  test("gives each batch a key of its own", () => {
    expect(batchKey("ucl", today, ["ucl-2026-04-02", "ucl-2026-04-02-2"])).toBe("ucl-2026-04-02-3");
  });
});

const entry = (id: number, changes: Partial<BatchLine> = {}): BatchLine => {
  const own = approved({ id, state: "sent" });
  return {
    id,
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
const batch = (changes: Partial<Batch> = {}): Batch => ({
  id: 1,
  key: "ucl-2026-04-10",
  payer: "ucl",
  payerName: "University College London",
  cutOffOn: day("2026-04-10"),
  madeOn: day("2026-04-02"),
  madeBy: "Harriet Osei",
  state: "sent",
  sentOn: day("2026-04-09"),
  closedOn: null,
  sheet: "a".repeat(64),
  lines: [entry(1), entry(2)],
  ...changes,
});
const draft = batch({
  state: "draft",
  sentOn: null,
  sheet: null,
  lines: [entry(1, { told: null }), entry(2, { told: null })],
});

describe("how a batch stands", () => {
  const standing = (sentOn: string | null, ...replied: (string | null)[]) =>
    batchStanding(
      sentOn === null ? null : day(sentOn),
      replied.map((on) => ({ repliedOn: on === null ? null : day(on) })),
    );
  test("is a draft until it is sent, and closed on the day of the last answer once every line has one", () => {
    expect(standing(null, null)).toEqual({ state: "draft", closedOn: null });
    expect(standing("2026-04-09", "2026-04-28", null)).toEqual({ state: "sent", closedOn: null });
    expect(standing("2026-04-09", "2026-05-02", "2026-04-28")).toEqual({
      state: "closed",
      closedOn: "2026-05-02",
    });
  });
});

describe("sending a batch", () => {
  const today = day("2026-04-09");
  test("is done once", () => {
    expect(checkSent(draft, today, today).ok).toBe(true);
    expect(codes(checkSent(batch(), today, today))).toEqual(["already-sent"]);
  });
  test("is refused before it was made, on a day to come, and without a line", () => {
    expect(codes(checkSent({ ...draft, lines: [] }, day("2026-04-01"), today))).toEqual([
      "empty-batch",
      "before-it-was-made",
    ]);
    expect(codes(checkSent(draft, day("2026-04-10"), today))).toEqual(["in-the-future"]);
  });
  test("ends what can be dropped from it", () => {
    expect(planDrop(draft, [1])).toMatchObject({ value: [{ id: 1 }] });
    expect(planDrop(draft, [])).toMatchObject({ value: [{ id: 1 }, { id: 2 }] });
    expect(codes(planDrop(batch(), [7]))).toEqual(["already-sent", "not-in-batch"]);
  });
});

describe("finance's answer", () => {
  const today = day("2026-05-01");
  const answer = (b: Batch, ids: number[], on = "2026-04-28", reply: FinanceReply = "paid") =>
    planAnswer(
      b,
      ids.map((id) => ref("payment", id)),
      { reply, on: day(on), reason: reply === "paid" ? null : "why" },
      today,
    );
  test("is for every line that waits, where none is named", () => {
    const half = batch({ lines: [entry(1, { reply: "queried", repliedOn: day("2026-04-20") }), entry(2)] });
    const plan = answer(half, []);
    expect(plan.ok && plan.value.map((l) => l.id)).toEqual([2]);
  });
  test("is given to no line twice, so none is paid twice", () => {
    for (const reply of ["paid", "queried", "rejected"] as const)
      expect(
        codes(answer(batch({ lines: [entry(1, { reply, repliedOn: day("2026-04-20") })] }), [1])),
      ).toEqual(["already-answered"]);
  });
  test("may follow a question, for the line as it was sent, and not once it was changed", () => {
    const asked = (changes: Partial<PaymentLine>) => {
      const own = line({ id: 1, state: "queried", approvedPence: 8250, ...changes });
      return batch({ lines: [entry(1, { line: own, reply: "queried", repliedOn: day("2026-04-20") })] });
    };
    expect(answer(asked({}), [1]).ok).toBe(true);
    expect(answer(asked({}), [1], "2026-04-28", "rejected").ok).toBe(true);
    expect(codes(answer(asked({}), [1], "2026-04-28", "queried"))).toEqual(["already-answered"]);
    expect(codes(answer(asked({ state: "claimed" }), [1]))).toEqual(["already-answered"]);
    expect(codes(answer(asked({ approvedPence: 7000 }), [1]))).toEqual(["already-answered"]);
  });
  test("names every line that is none, with everything else", () => {
    const plan = planAnswer(
      batch(),
      ["PAY-001", "7x", "PAY-009"],
      { reply: "queried", on: day("2026-04-08"), reason: "account 12-34-56 12345678" },
      today,
    );
    expect(codes(plan)).toEqual(["unknown-payment", "private-detail", "not-in-batch", "before-it-was-sent"]);
  });
  test("comes to no draft, not before it was sent, and not from the future", () => {
    expect(codes(answer(draft, [1]))).toEqual(["not-sent"]);
    expect(codes(answer(batch(), [1], "2026-04-08"))).toEqual(["before-it-was-sent"]);
    expect(codes(answer(batch(), [1], "2026-05-02"))).toEqual(["in-the-future"]);
    expect(answer(batch(), [1], "2026-04-09").ok).toBe(true);
  });
  test("to a batch that is answered whole says so", () => {
    expect(codes(answer(batch({ state: "closed", closedOn: day("2026-04-28"), lines: [] }), []))).toEqual([
      "nothing-waits",
    ]);
  });
});

describe("what finance is told", () => {
  test("never says which commentary or event it was, for anybody, nor the unit's own words", () => {
    for (const kind of ["commentary", "event", "other"] as const)
      expect(activityForFinance(line({ activity: { kind, key: "C-001" } }))).toBe("involvement work");
    expect(activityForFinance(line({ activity: { kind: "meeting", key: "2026-03" } }))).toBe(
      "meeting 2026-03",
    );
  });
  test("holds no note, no reason and no name of the payee", () => {
    const said = JSON.stringify(
      toldOf(
        approved({
          note: "secret",
          differenceReason: "secret",
          againReason: "secret",
          stateReason: "secret",
          knownAs: "secret",
        }),
      ),
    );
    expect(said).not.toContain("secret");
  });
  test("says which line is taken back", () => {
    expect(toldOf(approved({ reversesId: 7, approvedPence: -8250 }))).toMatchObject({
      what: "half-day, takes back PAY-007",
      pence: -8250,
    });
  });
});

test("a batch is meant by its key in any case; an unknown one is refused with the nearest", () => {
  expect(batchNamed(" UCL-2026-04-10 ", [batch()]).ok).toBe(true);
  expect(problemsOf(batchNamed("ucl-2026-04-11", [batch()]))[0]?.remedy).toContain("ucl-2026-04-10");
  expect(problemsOf(batchNamed("ucl", []))[0]?.remedy).toContain("batch make");
});
