import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Attendee, attendanceProblems } from "../../src/domain/attendance.ts";
import { planAttendance } from "../../src/domain/attendance-plan.ts";
import { addDays, type Day } from "../../src/domain/day.ts";
import {
  type KnownMeeting,
  type MeetingSeries,
  meetingKey,
  planned,
  theSeries,
} from "../../src/domain/meeting.ts";
import { checkPlans } from "../../src/domain/meeting-plan.ts";
import { ruleInWords, seriesDays } from "../../src/domain/recurrence.ts";
import { byLine, problemsOf } from "../../src/domain/result.ts";
import { parseTime } from "../../src/domain/time.ts";

const on = (text: string): Day => text as Day;

const lewg: MeetingSeries = {
  id: 1,
  key: "lewg",
  title: "Working group",
  groupId: 1,
  group: "lewg",
  kind: "meeting",
  cadenceMonths: 2,
  minutes: 240,
  band: "half-day",
  mode: "hybrid",
};
const reflective: MeetingSeries = { ...lewg, id: 2, key: "reflective", kind: "reflective-space" };

const march: KnownMeeting = {
  id: 3,
  key: "2026-03",
  series: lewg,
  heldOn: on("2026-03-11"),
  startsAt: null,
  mode: "hybrid",
  place: null,
  title: null,
  minutes: 240,
  status: "planned",
  recorded: 0,
};

const bex: Attendee = {
  id: 3,
  knownAs: "Bex",
  times: [{ group: "lewg", joinedOn: on("2025-10-20"), leftOn: on("2026-07-01") }],
};
const today = on("2026-11-23");
const codes = (problems: readonly { code: string }[]): string[] => problems.map((p) => p.code);

describe("a time of day", () => {
  test.each([
    ["10:00", "10:00"],
    ["9:30", "09:30"],
    ["13.30", "13:30"],
    ["10:00:00", "10:00"],
    ["1:30 PM", "13:30"],
    ["12:15 a.m.", "00:15"],
    ["12:15 pm", "12:15"],
  ])("%s is %s", (text, time) => {
    expect(parseTime(text)).toEqual({ ok: true, value: time });
  });

  test.each(["24:00", "13:00 pm", "0:30 am", "10", "10:61", "noon"])("%s is none", (text) => {
    expect(problemsOf(parseTime(text)).map((p) => p.code)).toEqual(["not-a-time"]);
  });
});

describe("planning", () => {
  test("a series keeps to the same weekday of the month", () => {
    expect(seriesDays(on("2025-11-12"), 2, 6)).toEqual([
      "2025-11-12",
      "2026-01-14",
      "2026-03-11",
      "2026-05-13",
      "2026-07-08",
      "2026-09-09",
    ]);
    expect(ruleInWords(on("2025-11-12"))).toBe("second Wednesday");
  });

  test("a fifth weekday is the last one of every month", () => {
    expect(seriesDays(on("2026-03-31"), 1, 3)).toEqual(["2026-03-31", "2026-04-28", "2026-05-26"]);
    expect(ruleInWords(on("2026-03-31"))).toBe("last Tuesday");
  });

  test("every day of a series is in its own month, on the weekday of the first", () => {
    const first = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays(on("2000-01-01"), n));
    fc.assert(
      fc.property(
        first,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 24 }),
        (day, months, count) => {
          const days = seriesDays(day, months, count);
          expect(days[0]).toBe(day);
          expect(new Set(days.map((d) => d.slice(0, 7))).size).toBe(count);
          expect(new Set(days.map((d) => new Date(`${d}T00:00:00Z`).getUTCDay())).size).toBe(1);
          if (!ruleInWords(day).startsWith("last")) expect(new Set(days.map(ruleInWords)).size).toBe(1);
          else expect(days.map((d) => addDays(d, 7).slice(0, 7) > d.slice(0, 7))).not.toContain(false);
        },
      ),
    );
  });

  test("a meeting of the working group is called by its month, of another series with the series in front", () => {
    expect(meetingKey("lewg", on("2026-03-11"))).toBe("2026-03");
    expect(meetingKey("reflective", on("2026-03-11"))).toBe("reflective-2026-03");
    expect(theSeries(undefined, "reflective-2026-03", [lewg, reflective])).toMatchObject({
      value: { id: 2 },
    });
    expect(theSeries(undefined, "2026-03", [lewg, reflective])).toMatchObject({ value: { id: 1 } });
  });

  test("what is planned is only changed where that is meant, and what was not said stays", () => {
    const moved = planned("2026-03", lewg, on("2026-03-18"), {});
    expect(codes(problemsOf(checkPlans([moved], [march], false)))).toEqual(["already-planned"]);
    expect(checkPlans([moved], [march], true).ok).toBe(true);
    expect(checkPlans([planned("2026-03", lewg, march.heldOn, {})], [march], false).ok).toBe(true);
  });

  test("a meeting with attendance is not moved, and two of a series are not on one day", () => {
    const held = { ...march, recorded: 4 };
    const moved = planned("2026-03", lewg, on("2026-03-18"), {});
    const second = planned("2026-03-b", lewg, march.heldOn, {});
    expect(codes(problemsOf(checkPlans([moved], [held], true)))).toEqual(["meeting-held"]);
    expect(codes(problemsOf(checkPlans([second], [march], true)))).toEqual(["same-day"]);
    expect(checkPlans([{ ...second, series: reflective }], [march], true).ok).toBe(true);
  });
});

describe("attendance", () => {
  const entry = { meeting: march, person: bex, state: "present", mode: "remote" } as const;

  test("is recorded of members of the group that day; the day somebody left is no longer one", () => {
    expect(attendanceProblems(entry, today)).toEqual([]);
    const july = { ...march, heldOn: on("2026-07-01") };
    const early = { ...march, heldOn: on("2025-10-19") };
    expect(codes(attendanceProblems({ ...entry, meeting: july }, today))).toEqual(["not-a-member-that-day"]);
    expect(codes(attendanceProblems({ ...entry, meeting: early }, today))).toEqual(["not-a-member-that-day"]);
  });

  test("before the day only apologies are recorded", () => {
    expect(codes(attendanceProblems(entry, on("2026-03-10")))).toEqual(["still-to-come"]);
    expect(attendanceProblems({ ...entry, state: "apologies", mode: null }, on("2026-03-10"))).toEqual([]);
  });

  test("whoever did not come has no mode, and a cancelled meeting nobody came to", () => {
    expect(codes(attendanceProblems({ ...entry, state: "absent" }, today))).toEqual(["mode-without-coming"]);
    const cancelled = { ...march, status: "cancelled" };
    expect(codes(attendanceProblems({ ...entry, meeting: cancelled }, today))).toEqual(["cancelled"]);
  });

  test("of a reflective space who came is recorded and nothing else", () => {
    const space = { ...march, series: reflective };
    expect(attendanceProblems({ ...entry, meeting: space, mode: null }, today)).toEqual([]);
    expect(codes(attendanceProblems({ ...entry, meeting: space }, today))).toEqual(["only-who-came"]);
    expect(
      codes(attendanceProblems({ ...entry, meeting: space, state: "apologies", mode: null }, today)),
    ).toEqual(["only-who-came"]);
  });

  test("a mode that was not said stays, and goes with somebody who did not come after all", () => {
    const known = { id: 9, state: "present", mode: "remote" };
    const same = planAttendance([{ ...entry, mode: null }], () => known);
    expect(same).toEqual({ added: [], updated: [], unchanged: 1 });
    const gone = planAttendance([{ ...entry, state: "absent", mode: null }], () => known);
    expect(gone.updated).toMatchObject([{ newMode: null, state: "absent" }]);
  });
});

test("the very same problem on many lines is said once, with the other lines", () => {
  const problem = (line: number) => ({ code: "x", column: "ref", line, message: "Nobody here is that." });
  expect(byLine([5, 3, 4, 9, 12, 13].map(problem))).toEqual([
    { ...problem(3), message: "Nobody here is that. Also on lines 4 to 5, 9 and 12 to 13." },
  ]);
  expect(byLine([problem(3)])).toEqual([problem(3)]);
});
