import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Course } from "../../src/domain/course.ts";
import { type CourseRow, type CourseWrite, planCourseRows } from "../../src/domain/course-sheet.ts";
import { sheetEffect } from "../../src/domain/course-sheet-effect.ts";
import type { Day } from "../../src/domain/day.ts";
import type { TrainingSession } from "../../src/domain/session.ts";
import { planSessionRows, type SessionRow, type SessionSheetFacts } from "../../src/domain/session-sheet.ts";
import type { TimeOfDay } from "../../src/domain/time.ts";

const on = (text: string): Day => text as Day;
const at = (text: string): TimeOfDay => text as TimeOfDay;
const today = on("2026-11-23");
const codes = (problems: readonly { code: string }[]): string[] => problems.map((p) => p.code);

const part = (id: number, key: string) => ({
  ...{ id, key, title: key, position: id, askedFrom: null, retiredOn: null },
});
const course: Course = {
  ...{ id: 1, key: "interviewing", title: "Interviewing", status: "offered", about: null },
  parts: [part(11, "principles"), part(12, "role-play")],
};
const session = (changes: Partial<TrainingSession> = {}): TrainingSession => ({
  ...{ id: 1, courseId: 1, partId: 12, heldOn: on("2026-12-08"), startsAt: "10:00", minutes: 90, mode: null },
  ...{ place: "Room 2", trainer: null, places: 8, status: "planned", makeUpOf: null, revision: 0 },
  ...{ cancelledOn: null, cancelledBecause: null },
  ...changes,
});
const row = (changes: Partial<SessionRow> = {}): SessionRow => ({
  ...{ line: 2, session: undefined, course, part: "role-play", heldOn: on("2026-12-08"), at: undefined },
  ...{ minutes: undefined, mode: undefined, place: undefined, trainer: undefined, places: undefined },
  makeUpOf: undefined,
  ...changes,
});
const facts = (...sessions: readonly TrainingSession[]): SessionSheetFacts => ({
  ...{ sessions, enrolments: [], completed: new Map() },
});

describe("a sheet of sessions", () => {
  test("finds a session by its ref, or by what it teaches and when; blanks keep what there is", () => {
    const outcomes = (...rows: SessionRow[]) =>
      planSessionRows(rows, facts(session()), today).rows.map((r) => [r.outcome, r.changes.length]);
    expect(outcomes(row({ session: session(), places: 12 }))).toEqual([["updated", 1]]);
    expect(outcomes(row({ place: "Room 2" }))).toEqual([["unchanged", 0]]);
    expect(outcomes(row({ at: at("14:00") }))).toEqual([["new", 0]]);
  });

  test("is told all that is wrong with a row: another course's session, a part that is not there, one row twice", () => {
    const wrong = (...rows: SessionRow[]) => codes(planSessionRows(rows, facts(session()), today).problems);
    expect(wrong(row({ session: session(), part: "principles" }))).toEqual(["other-course"]);
    expect(wrong(row({ part: "roleplay" }))).toEqual(["unknown-part"]);
    expect(wrong(row(), row({ line: 3 }))).toEqual(["session-twice"]);
    const gone = session({ status: "cancelled", cancelledOn: today, cancelledBecause: "ill" });
    expect(codes(planSessionRows([row({ session: gone })], facts(gone), today).problems)).toEqual([
      "session-cancelled",
    ]);
  });

  test("a session makes up for an earlier one that taught the same, or the whole course", () => {
    const missed = session({ status: "cancelled", cancelledOn: today, cancelledBecause: "ill" });
    const wrong = (taught: string | undefined, day: string, of = missed) =>
      codes(
        planSessionRows([row({ part: taught, heldOn: on(day), makeUpOf: of })], facts(missed), today)
          .problems,
      );
    expect(wrong("role-play", "2027-01-12")).toEqual([]);
    expect(wrong(undefined, "2027-01-12")).toEqual([]);
    expect(wrong("principles", "2027-01-12", session({ partId: null }))).toEqual([]);
    expect(wrong("principles", "2026-12-01")).toEqual(["other-part", "before-the-missed-one"]);
  });

  test("that says what the store says changes nothing, whatever sessions there are", () => {
    const any = fc.record({
      heldOn: fc.constantFrom("2026-10-06", "2026-12-08", "2027-02-02").map(on),
      startsAt: fc.constantFrom("10:00", "14:00"),
      partId: fc.constantFrom(11, 12, null),
      places: fc.constantFrom(null, 2, 8),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), (made) => {
        const all = made.map((m, i) => session({ ...m, id: i + 1 }));
        const rows = all.map((s, i) =>
          row({
            ...{
              line: i + 2,
              session: s,
              heldOn: s.heldOn,
              at: at(s.startsAt ?? ""),
              minutes: 90,
              place: "Room 2",
            },
            part: course.parts.find((p) => p.id === s.partId)?.key,
            places: s.places ?? undefined,
          }),
        );
        const plan = planSessionRows(rows, facts(...all), today);
        const twins = new Set(all.map((s) => `${s.heldOn} ${s.startsAt} ${s.partId}`)).size < all.length;
        if (!twins) expect(plan.problems).toEqual([]);
        expect(plan.rows.every((r) => r.outcome === "unchanged")).toBe(true);
      }),
    );
  });
});

describe("a sheet of courses", () => {
  const said = (changes: Partial<CourseRow> = {}): CourseRow => ({
    ...{ line: 2, course: "interviewing", title: undefined, status: undefined, about: undefined },
    ...{ part: undefined, partTitle: undefined, askedFrom: undefined, retiredOn: undefined },
    ...changes,
  });

  test("adds a part to a course that is there from today, and to a new course from the beginning", () => {
    const since = (key: string) =>
      planCourseRows(
        [said({ course: key, title: "Its title", part: "remote", partTitle: "Remote" })],
        [course],
        today,
      ).rows[0]?.write.part?.askedFrom;
    expect([since("interviewing"), since("peer-review")]).toEqual([today, null]);
  });

  test("blanks keep what there is, and what is said once of a course counts for all of its rows", () => {
    const rows = [
      said({ part: "principles", title: "Interviewing well" }),
      said({ line: 3, part: "role-play", partTitle: "Playing" }),
    ];
    const plan = planCourseRows(rows, [course], today);
    expect(plan.rows.map((r) => r.changes.map((c) => c.column))).toEqual([["title"], ["part_title"]]);
    expect(plan.rows.map((r) => r.write.course.title)).toEqual(["Interviewing well", "Interviewing well"]);
  });

  test("is told all that is wrong with a row at once", () => {
    const rows = [
      said({ course: "Art Therapy", part: "one" }),
      said({ line: 3, title: "A" }),
      said({
        line: 4,
        title: "B",
        part: "role-play",
        askedFrom: on("2027-02-01"),
        retiredOn: on("2027-01-01"),
      }),
    ];
    expect(codes(planCourseRows(rows, [course], today).problems)).toEqual([
      "not-a-key",
      "no-title",
      "no-title",
      "two-of-one",
      "ends-before-it-begins",
    ]);
  });
});

describe("what a file of courses changes about who is cleared", () => {
  const done = [11, 12].map((partId) => ({ partId, on: on("2026-02-01"), revokedOn: null }));
  const records = new Map([[3, { personId: 3, completions: done, waivers: [], held: [] }]]);
  const rule = { id: 1, key: "interviewing", label: "Interviewing", work: "Interview", retiredOn: null };
  const rules = [{ ...rule, warningDays: 60, sets: [[{ course, graceDays: 0 }]] }];
  const effect = sheetEffect([course], { rules, records, there: () => [3] }, today);
  const told = (part: Partial<NonNullable<CourseWrite["part"]>>) =>
    effect([
      {
        write: {
          course: { key: "interviewing", title: "Interviewing", status: "offered", about: null },
          part: { key: "remote", title: "Remote", askedFrom: null, retiredOn: null, ...part },
        },
      },
    ]).map((c) => [c.key, c.day, c.effect.lost.map((l) => l.personId), c.effect.gained.length]);

  test("is told of the day from which a new part is asked for, also of one to come", () => {
    expect(told({ askedFrom: today })).toEqual([["interviewing", "2026-11-23", [3], 0]]);
    expect(told({ askedFrom: on("2027-03-01") })).toEqual([["interviewing", "2027-03-01", [3], 0]]);
  });

  test("is nothing where a part is only called otherwise, and nothing of a course that is new", () => {
    expect(told({ key: "role-play" })).toEqual([]);
    const write = {
      course: { key: "new", title: "New", status: "offered" as const, about: null },
      part: null,
    };
    expect(effect([{ write }])).toEqual([]);
  });
});
