import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import { problemsOf } from "../../src/domain/result.ts";
import {
  type KeptApplication,
  type KeptRound,
  keptTo,
  mayErase,
  overdue,
} from "../../src/domain/retention.ts";

const day = (text: string): Day => text as Day;
const application = (id: number, changes: Partial<KeptApplication> = {}): KeptApplication => ({
  id,
  code: `A-00${id}`,
  status: "unsuccessful",
  blanked: false,
  reserveUntil: null,
  hasEquality: false,
  ...changes,
});
const round = (changes: Partial<KeptRound> = {}): KeptRound => ({
  id: 1,
  key: "autumn-2025",
  status: "appointed",
  retentionOn: day("2026-04-06"),
  decidedOn: day("2025-10-06"),
  closesOn: day("2025-09-05"),
  applications: [application(1)],
  ...changes,
});
const due = (r: KeptRound, today: string, files: Parameters<typeof overdue>[1] = []) =>
  overdue([r], files, { months: 6, today: day(today) }).map(
    (d) => `${d.what}: ${d.ids.join(" ")} (${d.dueOn})`,
  );

describe("how long the data of a round is kept", () => {
  test("to the day set at the appointment, and through that day", () => {
    expect(due(round(), "2026-04-06")).toEqual([]);
    expect(due(round(), "2026-04-07")).toEqual(["applications: 1 (2026-04-06)"]);
  });

  test("without an appointment so many months from the decision, or from the close of a cancelled round", () => {
    expect(keptTo(round({ status: "decided", retentionOn: null }), 6)).toBe("2026-04-06");
    expect(keptTo(round({ status: "cancelled", retentionOn: null, decidedOn: null }), 6)).toBe("2026-03-05");
    expect(keptTo(round({ status: "closed", retentionOn: null, decidedOn: null }), 6)).toBeNull();
  });

  test("whoever was appointed, holds an offer, or waits on the list stays; withdrawn and unsuccessful go", () => {
    const applications = [
      application(1, { status: "appointed" }),
      application(2, { status: "offered" }),
      application(3, { status: "reserve", reserveUntil: day("2026-10-20") }),
      application(4, { status: "withdrawn" }),
      application(5, { blanked: true }),
      application(6),
    ];
    expect(due(round({ applications }), "2026-05-01")).toEqual(["applications: 4 6 (2026-04-06)"]);
  });

  test("a reserve's time ends first, and then their application goes", () => {
    const applications = [application(3, { status: "reserve", reserveUntil: day("2026-10-20") })];
    expect(due(round({ applications }), "2026-10-20")).toEqual([]);
    expect(due(round({ applications }), "2026-10-21")).toEqual([
      "reserves whose time ended: 3 (2026-10-20)",
      "applications: 3 (2026-04-06)",
    ]);
  });

  test("equality answers are everybody's, also those of the appointed", () => {
    const applications = [application(1, { status: "appointed", hasEquality: true })];
    expect(due(round({ applications }), "2026-05-01")).toEqual(["equality answers: 1 (2026-04-06)"]);
  });

  test("contents of a file go on their own date, or with their round where that comes first", () => {
    const empty = round({ applications: [] });
    const file = { id: 7, ref: "I-007", untilOn: day("2026-06-01"), roundId: 1 };
    expect(due(empty, "2026-04-07", [file])).toEqual(["contents of a file: 7 (2026-04-06)"]);
    expect(due(empty, "2026-06-01", [{ ...file, roundId: null }])).toEqual([]);
    expect(due(empty, "2026-06-02", [{ ...file, roundId: null }])).toEqual([
      "contents of a file: 7 (2026-06-01)",
    ]);
  });
});

describe("an applicant who asks is erased", () => {
  const codes = (a: KeptApplication) => problemsOf(mayErase(a, "autumn-2025")).map((p) => p.code);

  test("at any time before they are appointed, and once", () => {
    for (const status of [
      "received",
      "shortlisted",
      "interviewed",
      "offered",
      "reserve",
      "unsuccessful",
      "withdrawn",
    ])
      expect(codes(application(1, { status }))).toEqual([]);
    expect(codes(application(1, { status: "appointed" }))).toEqual(["is-a-member"]);
    expect(codes(application(1, { blanked: true }))).toEqual(["blanked-already"]);
  });
});
