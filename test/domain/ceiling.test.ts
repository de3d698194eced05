import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type Ceiling,
  type CeilingFacts,
  ceilingWarnings,
  headroomWith,
  isOver,
  type SteadyWork,
  standings,
  type Work,
} from "../../src/domain/ceiling.ts";
import { parseHours, planCeilings, replacing } from "../../src/domain/ceiling-plan.ts";
import { acknowledged, ceilingInWords, hoursInWords, overInWords } from "../../src/domain/ceiling-words.ts";
import { addDays, type Day } from "../../src/domain/day.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { expectedOn, gatheringsAsWork, projectAsWork, type Worker } from "../../src/domain/scheduled.ts";

const on = (text: string): Day => text as Day;

const ceiling = (changes: Partial<Ceiling> = {}): Ceiling => ({
  id: 1,
  personId: 14,
  knownAs: "Amina",
  kind: "week-pence",
  amount: 20350,
  starts: 1,
  setOn: on("2026-01-05"),
  clearedOn: null,
  ...changes,
});

const work = (ref: string, day: string, pence: number, changes: Partial<Work> = {}): Work => ({
  personId: 14,
  ref,
  activity: `other:${ref.toLowerCase()}`,
  what: "half-day",
  on: on(day),
  paidOn: null,
  pence,
  minutes: 240,
  ...changes,
});

const facts = (changes: Partial<CeilingFacts>): CeilingFacts => ({
  today: on("2026-04-13"),
  ceilings: [ceiling()],
  work: [],
  steady: [],
  ...changes,
});

const over = (given: CeilingFacts): string[] => ceilingWarnings(given, null).map(overInWords);

describe("a ceiling of money in a week", () => {
  const halfDays = [work("PAY-001", "2026-04-13", 8250), work("PAY-002", "2026-04-15", 8250)];

  test("exactly at the ceiling is within it, and a penny more is over", () => {
    const upTo = (pence: number) =>
      facts({ work: [...halfDays, work("PAY-003", "2026-04-19", pence - 16500)] });
    expect(over(upTo(20350))).toEqual([]);
    expect(over(upTo(20351))).toEqual([
      "over the ceiling M-014 asked us to watch: £203.51 of £203.50 in the week from Mon 13 Apr 2026",
    ]);
  });

  test("two half days and a two-hour task are £220.00: over £203.50", () => {
    const third = work("PAY-003", "2026-04-19", 5500);
    expect(over(facts({ work: [...halfDays, third] }))).toEqual([
      "over the ceiling M-014 asked us to watch: £220.00 of £203.50 in the week from Mon 13 Apr 2026",
    ]);
    const next = work("PAY-003", "2026-04-20", 5500);
    expect(over(facts({ work: [...halfDays, next] }))).toEqual([]);
  });

  test("the same work is over or within by the day the week starts", () => {
    const all = [...halfDays, work("PAY-003", "2026-04-19", 5500)];
    expect(over(facts({ ceilings: [ceiling({ starts: 7 })], work: all }))).toEqual([]);
    expect(over(facts({ ceilings: [ceiling({ starts: 6 })], work: all }))).toEqual([]);
    expect(over(facts({ ceilings: [ceiling({ starts: 1 })], work: all }))).toHaveLength(1);
  });

  test("three half-day meetings and a £165 task paid in one run are £412.50 in the payment week, though no activity week passes it", () => {
    const run = { paidOn: on("2026-05-08") };
    const all = [
      work("PAY-001", "2026-03-11", 8250, run),
      work("PAY-002", "2026-04-08", 8250, run),
      work("PAY-003", "2026-04-22", 8250, run),
      work("PAY-004", "2026-04-29", 16500, run),
    ];
    expect(over(facts({ work: all }))).toEqual([
      "over the ceiling M-014 asked us to watch: £412.50 of £203.50 in the week from Mon 4 May 2026 by the day of payment",
    ]);
  });

  test("another person's work, and a week that was over before the ceiling was set, are none of it", () => {
    const other = work("PAY-003", "2026-04-19", 90000, { personId: 2 });
    expect(over(facts({ work: [...halfDays, other] }))).toEqual([]);
    const before = work("PAY-003", "2026-01-04", 90000);
    expect(over(facts({ work: [before] }))).toEqual([]);
    expect(over(facts({ work: [work("PAY-003", "2026-01-05", 90000)] }))).toHaveLength(1);
  });

  test("only weeks that new work falls in are told, and new work that brings nothing tells nothing", () => {
    const all = [
      work("PAY-001", "2026-04-13", 30000),
      work("PAY-002", "2026-05-04", 8250),
      work("PAY-003", "2026-04-14", 0),
    ];
    expect(ceilingWarnings(facts({ work: all }), new Set(["PAY-002"]))).toEqual([]);
    expect(ceilingWarnings(facts({ work: all }), new Set(["PAY-003"]))).toEqual([]);
    expect(ceilingWarnings(facts({ work: all }), new Set(["PAY-001"]))).toHaveLength(1);
  });
});

describe("a ceiling of money in a month", () => {
  test("a month from the 17th: £427.00 is within, and the 16th belongs to the month before", () => {
    const month = ceiling({ kind: "month-pence", amount: 42700, starts: 17 });
    const all = [work("PAY-001", "2026-04-17", 33000), work("PAY-002", "2026-05-16", 9700)];
    expect(over(facts({ ceilings: [month], work: all }))).toEqual([]);
    const more = [...all, work("PAY-003", "2026-05-01", 1)];
    expect(over(facts({ ceilings: [month], work: more }))).toEqual([
      "over the ceiling M-014 asked us to watch: £427.01 of £427.00 in the month from Fri 17 Apr 2026",
    ]);
    expect(over(facts({ ceilings: [month], work: [...all, work("PAY-003", "2026-04-16", 1)] }))).toEqual([]);
  });
});

describe("a ceiling of hours in a week", () => {
  const hours = ceiling({ kind: "week-minutes", amount: 960 });

  test("16 hours are within 16, and a minute more is over; money does not matter", () => {
    const four = ["13", "14", "15", "16"].map((d, i) => work(`PAY-00${i}`, `2026-04-${d}`, 0));
    expect(over(facts({ ceilings: [hours], work: four }))).toEqual([]);
    const more = [...four, work("PAY-009", "2026-04-17", 0, { minutes: 1 })];
    expect(over(facts({ ceilings: [hours], work: more }))).toEqual([
      "over the ceiling M-014 asked us to watch: 16 hours 1 minute of 16 hours in the week from Mon 13 Apr 2026",
    ]);
  });
});

describe("work that has no day of its own", () => {
  const project: SteadyWork = {
    personId: 14,
    activity: "project:P-001",
    what: "10 hours a month, counted evenly",
    from: on("2026-04-01"),
    to: on("2026-09-30"),
    pencePerMonth: 27500,
    minutesPerMonth: 600,
  };

  test("is counted evenly: twelve fifty-seconds of a month in a week, rounded up", () => {
    const at = (amount: number) => facts({ ceilings: [ceiling({ amount })], steady: [project] });
    expect(over(at(6347))).toEqual([]);
    expect(over(at(6346))).toHaveLength(1);
  });

  test("what was logged of it in that week is not counted twice", () => {
    const logged = work("PAY-001", "2026-04-14", 5500, { activity: "project:P-001" });
    const [standing] = standings(facts({ steady: [project], work: [logged] }), new Set(["PAY-001"]));
    expect(standing?.total).toBe(6347);
    const [more] = standings(
      facts({ steady: [project], work: [{ ...logged, pence: 11000 }] }),
      new Set(["PAY-001"]),
    );
    expect(more?.total).toBe(11000);
  });

  test("a place that is offered is looked at beside every piece of work that is planned", () => {
    const meeting = work("meeting:2026-07", "2026-07-08", 16500, { activity: "meeting:2026-07" });
    const given = facts({ steady: [project], work: [meeting] });
    expect(ceilingWarnings(given, new Set(["project:P-001"])).map(overInWords)).toEqual([
      "over the ceiling M-014 asked us to watch: £228.47 of £203.50 in the week from Mon 6 Jul 2026",
    ]);
    const after = { ...meeting, on: on("2026-10-14") };
    expect(ceilingWarnings(facts({ steady: [project], work: [after] }), new Set(["project:P-001"]))).toEqual(
      [],
    );
  });
});

describe("work that is planned", () => {
  const prices = {
    today: on("2026-04-13"),
    bands: [
      { key: "one-hour", label: "one hour", minutes: 60 },
      { key: "half-day", label: "half day", minutes: 240 },
    ],
    rates: [
      { id: 1, band: "half-day", pence: 8250, fromOn: on("2025-12-16"), toOn: null },
      { id: 2, band: "one-hour", pence: 2750, fromOn: on("2025-12-16"), toOn: null },
    ],
  };
  const worker = (changes: Partial<Worker> = {}): Worker => ({
    id: 14,
    memberships: [
      { id: 1, group: "lewg", joinedOn: on("2025-10-20"), leftOn: null, leftAs: null, pauses: [] },
    ],
    preferences: [],
    ...changes,
  });
  const meeting = (day: string, came: boolean | null = null) => ({
    activity: `meeting:${day}`,
    withheld: false,
    on: on(day),
    group: "lewg",
    band: "half-day",
    minutes: 240,
    came,
  });
  const counted = (who: Worker, ...all: ReturnType<typeof meeting>[]): string[] =>
    gatheringsAsWork(who, all, prices).map((w) => `${w.on} ${w.pence}`);

  test("meetings to come count for everybody who is asked, those past only for whoever came, apologies never", () => {
    expect(counted(worker(), meeting("2026-05-13"), meeting("2026-03-11"))).toEqual(["2026-05-13 8250"]);
    expect(counted(worker(), meeting("2026-05-13", false), meeting("2026-03-11", true))).toEqual([
      "2026-03-11 8250",
    ]);
  });

  test("who is paused then, or in another group, is not asked", () => {
    const [one] = worker().memberships;
    const paused = worker({
      memberships: one ? [{ ...one, pauses: [{ id: 1, from: on("2026-05-01"), until: null }] }] : [],
    });
    expect(counted(paused, meeting("2026-05-13"))).toEqual([]);
    expect(
      counted(worker({ memberships: one ? [{ ...one, group: "lean" }] : [] }), meeting("2026-05-13")),
    ).toEqual([]);
  });

  test("a fee somebody declines brings nothing and takes its time all the same", () => {
    const declines = worker({ preferences: [{ choice: "declined", most: null, fromOn: on("2026-01-01") }] });
    expect(gatheringsAsWork(declines, [meeting("2026-05-13")], prices)).toMatchObject([
      { pence: 0, minutes: 240 },
    ]);
  });

  test("a project's hours are priced at its band, and a project without a band counts for hours only", () => {
    const project = {
      activity: "project:P-001",
      from: on("2026-01-01"),
      to: null,
      hoursPerMonth: 10,
      daysPerMonth: null,
      band: "one-hour",
      offered: false,
    };
    expect(projectAsWork(worker(), project, prices)).toMatchObject({
      pencePerMonth: 27500,
      minutesPerMonth: 600,
    });
    expect(projectAsWork(worker(), { ...project, band: null }, prices)).toMatchObject({
      pencePerMonth: 0,
      minutesPerMonth: 600,
    });
  });

  test("an open line is expected with the payer's first cut-off from the day it was done; without one nobody can say", () => {
    expect(expectedOn(10, on("2026-04-13"), on("2026-04-20"))).toBe("2026-05-10");
    expect(expectedOn(20, on("2026-04-13"), on("2026-04-20"))).toBe("2026-04-20");
    expect(expectedOn(31, on("2026-04-13"), on("2026-02-20"))).toBe("2026-04-30");
    expect(expectedOn(null, on("2026-04-13"), on("2026-04-20"))).toBeNull();
  });
});

describe("what is said of a ceiling", () => {
  const warnings = ceilingWarnings(facts({ work: [work("PAY-001", "2026-04-13", 33000)] }), null);

  test("without a reason work over it is refused with its lines and where to get advice, and nothing is called safe", () => {
    const [problem, ...more] = problemsOf(acknowledged(warnings, undefined, "Ask an adviser."));
    expect(more).toEqual([]);
    expect(problem?.code).toBe("over-ceiling");
    expect(problem?.message).toContain(
      "over the ceiling M-014 asked us to watch: £330.00 of £203.50 in the week from Mon 13 Apr 2026: PAY-001 £330.00 (half-day, Mon 13 Apr 2026)",
    );
    expect(problem?.remedy).toMatch(/--acknowledge "reason"\. Ask an adviser\.$/);
    expect(JSON.stringify(problem)).not.toMatch(/safe|benefit/i);
  });

  test("a reason lets it pass, unless it holds what is never kept", () => {
    expect(acknowledged(warnings, "agreed by phone", "").ok).toBe(true);
    expect(problemsOf(acknowledged(warnings, "12-34-56 12345678", "")).map((p) => p.code)).toEqual([
      "private-detail",
    ]);
    expect(
      problemsOf(acknowledged(warnings, "her Universal Credit is settled", "")).map((p) => p.code),
    ).toEqual(["private-detail"]);
    expect(acknowledged([], undefined, "").ok).toBe(true);
  });

  test("ceilings and hours read as a person says them", () => {
    expect(ceilingInWords(ceiling())).toBe("£203.50 a week, from Monday");
    expect(ceilingInWords(ceiling({ kind: "month-pence", amount: 42700, starts: 17 }))).toBe(
      "£427.00 a month, from day 17",
    );
    expect([0, 1, 60, 61, 930].map(hoursInWords)).toEqual([
      "0 hours",
      "1 minute",
      "1 hour",
      "1 hour 1 minute",
      "15 hours 30 minutes",
    ]);
  });

  test.each([
    ["16", 960],
    ["15.5", 930],
    ["7.25", 435],
    ["7.75", 465],
    ["168", 10080],
  ])("%s hours are %i minutes", (text, minutes) => {
    expect(parseHours(text)).toEqual({ ok: true, value: minutes });
  });

  test.each(["0", "", "-5", "16.1", "169", "1e2", "16h"])("%j is not a number of hours in a week", (text) => {
    expect(parseHours(text).ok).toBe(false);
  });
});

describe("setting a ceiling", () => {
  const nothing = {
    weekly: undefined,
    monthly: undefined,
    hours: undefined,
    weekStarts: undefined,
    monthStarts: undefined,
    on: on("2026-04-13"),
  };

  test("one of the same kind is replaced from that day; the very same stays", () => {
    const set = planCeilings({ ...nothing, weekly: 20350, hours: 960 }, on("2026-04-13"));
    if (!set.ok) throw new Error("not planned");
    expect(set.value).toHaveLength(2);
    const changes = replacing(set.value, [ceiling()]);
    expect(changes.ok && changes.value.map((c) => c.ceiling.kind)).toEqual(["week-minutes"]);
    const moved = replacing(set.value, [ceiling({ starts: 3 })]);
    expect(moved.ok && moved.value.map((c) => c.before?.starts)).toEqual([3, undefined]);
    expect(problemsOf(replacing(set.value, [ceiling({ amount: 1, setOn: on("2026-05-01") })]))[0]?.code).toBe(
      "set-later",
    );
  });

  test("every misfit of the words at once", () => {
    const codes = (words: object): (string | undefined)[] =>
      problemsOf(planCeilings({ ...nothing, ...words }, on("2026-04-13"))).map((p) => p.code);
    expect(codes({})).toEqual(["no-ceiling"]);
    expect(codes({ weekly: 0, monthStarts: 3, on: on("2026-04-14") })).toEqual([
      "no-amount",
      "no-month",
      "in-the-future",
    ]);
    expect(codes({ monthly: 1, weekStarts: "sunday" })).toEqual(["no-week"]);
  });
});

describe("for any work and any ceiling", () => {
  const anyWork = fc.record({
    days: fc.integer({ min: 0, max: 60 }),
    pence: fc.integer({ min: 0, max: 40_000 }),
    paid: fc.option(fc.integer({ min: 0, max: 60 })),
  });

  test("what weeks and months come to adds up to all the work, once by activity and once by payment", () => {
    fc.assert(
      fc.property(
        fc.array(anyWork, { maxLength: 12 }),
        fc.constantFrom("week-pence" as const, "month-pence" as const),
        fc.integer({ min: 1, max: 7 }),
        (pieces, kind, starts) => {
          const day = (n: number): Day => addDays(on("2026-02-20"), n);
          const all = pieces.map((p, i) =>
            work(`PAY-${i}`, day(p.days), p.pence, { paidOn: p.paid === null ? null : day(p.paid) }),
          );
          const found = standings(facts({ ceilings: [ceiling({ kind, starts })], work: all }), null);
          const sum = (by: string): number =>
            found.filter((s) => s.countedBy === by).reduce((t, s) => t + s.total, 0);
          expect(sum("activity")).toBe(all.reduce((t, w) => t + w.pence, 0));
          expect(sum("payment")).toBe(all.reduce((t, w) => t + (w.paidOn === null ? 0 : w.pence), 0));
          for (const s of found) expect(isOver(s)).toBe(s.total > 20350);
        },
      ),
    );
  });
});

describe("headroom for a project under a ceiling", () => {
  const project = (pencePerMonth: number, personId = 14): SteadyWork => ({
    personId,
    activity: "project:P-001",
    what: "a month",
    from: on("2026-04-13"),
    to: null,
    pencePerMonth,
    minutesPerMonth: 0,
  });

  test("a project that together with what somebody does already passes the ceiling is over, and one that only reaches it is within", () => {
    const busy = facts({ work: [work("PAY-001", "2026-04-13", 8250)] });
    const reaches = Math.floor(((20350 - 8250) * 52) / 12);
    expect(headroomWith(busy, [project(reaches)]).get(14)).toBe("within");
    expect(headroomWith(busy, [project(reaches + 5)]).get(14)).toBe("over");
  });

  test("a project somebody is on already is not counted twice", () => {
    const once = facts({ steady: [project(50000)] });
    expect(headroomWith(once, [project(50000)]).get(14)).toBe("within");
  });

  test("a week that other work alone takes over the ceiling counts against the project too, and whoever set none is not in the answer", () => {
    const full = facts({ work: [work("PAY-001", "2026-04-13", 30000)] });
    expect([...headroomWith(full, [project(100), project(100, 15)])]).toEqual([[14, "over"]]);
  });
});
