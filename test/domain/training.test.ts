import { describe, expect, test } from "@jest/globals";
import type { Attendee } from "../../src/domain/attendance.ts";
import { besideWaived, checkCompletions, planCompletions } from "../../src/domain/completion.ts";
import { planCompletionRows } from "../../src/domain/completion-sheet.ts";
import type { Course } from "../../src/domain/course.ts";
import type { Day } from "../../src/domain/day.ts";
import { planCourse } from "../../src/domain/new-course.ts";
import { problemsOf, yes } from "../../src/domain/result.ts";
import { comingSessions, type TrainingSession } from "../../src/domain/session.ts";

const on = (text: string): Day => text as Day;
const today = on("2026-11-23");

const interviewing: Course = {
  id: 1,
  key: "interviewing",
  title: "Interviewing",
  status: "offered",
  about: null,
  parts: [
    { id: 11, key: "principles", title: "Principles", position: 1, askedFrom: null, retiredOn: null },
    { id: 12, key: "role-play", title: "Role play", position: 2, askedFrom: null, retiredOn: null },
  ],
};
const [principles, rolePlay] = interviewing.parts;
const bex: Attendee = {
  id: 3,
  knownAs: "Bex",
  times: [{ group: "lewg", joinedOn: on("2026-01-12"), leftOn: null }],
};
const codes = (problems: readonly { code: string }[]): string[] => problems.map((p) => p.code);
const request = { people: yes([bex, bex]), course: yes(interviewing), part: undefined, on: on("2026-03-14") };

describe("completion", () => {
  test("without a part is of every part the course asks for, once for each person", () => {
    const entries = checkCompletions(request, today);
    expect(entries.ok && entries.value.map((e) => e.part.key)).toEqual(["principles", "role-play"]);
  });

  test("is refused for a part that does not exist, a day to come and somebody not there, all at once", () => {
    const late = { ...bex, times: [{ group: "lewg", joinedOn: on("2027-02-01"), leftOn: null }] };
    const asked = { ...request, people: yes([late]), part: "role", on: on("2027-01-01") };
    expect(codes(problemsOf(checkCompletions(asked, today)))).toEqual([
      "unknown-part",
      "in-the-future",
      "not-a-member-that-day",
    ]);
  });

  test("is appended once and never edited; one that was revoked can be recorded again", () => {
    if (!principles || !rolePlay) throw new Error("the course has two parts");
    const entry = { person: bex, course: interviewing, part: principles, on: on("2026-03-14") };
    const record = (revokedOn: Day | null) =>
      new Map([
        [
          3,
          {
            personId: 3,
            completions: [{ partId: 11, on: on("2026-01-20"), revokedOn }],
            waivers: [],
            held: [],
          },
        ],
      ]);
    const plan = planCompletions([entry, { ...entry, part: rolePlay }], record(null));
    expect(plan.added.map((e) => e.part.key)).toEqual(["role-play"]);
    expect(plan.known).toMatchObject([{ on: "2026-01-20" }]);
    expect(planCompletions([entry], record(on("2026-02-01"))).added).toHaveLength(1);
  });

  test("of a whole course is not said of a part that a waiver stands for, unless that part is named", () => {
    const entries = checkCompletions(request, today);
    if (!entries.ok) throw new Error("both parts may be recorded");
    const waiver = (partId: number | null, expiresOn: Day | null = null) => ({
      ...{ courseId: 1, partId, reason: "earlier work", grantedBy: "Dr Maeve Lynch" },
      ...{ grantedOn: on("2026-02-20"), expiresOn, revokedOn: null },
    });
    const records = (...waivers: ReturnType<typeof waiver>[]) =>
      new Map([[3, { personId: 3, completions: [], waivers, held: [] }]]);
    const keys = (named: string | undefined, ...waivers: ReturnType<typeof waiver>[]) => {
      const { asked, waived } = besideWaived(entries.value, records(...waivers), named);
      return [asked.map((e) => e.part.key), waived.map((e) => e.part.key)];
    };
    expect(keys(undefined, waiver(12))).toEqual([["principles"], ["role-play"]]);
    expect(keys(undefined, waiver(null))).toEqual([[], ["principles", "role-play"]]);
    expect(keys(undefined, waiver(12, on("2026-03-13")))).toEqual([["principles", "role-play"], []]);
    expect(keys("role-play", waiver(12))).toEqual([["principles", "role-play"], []]);
  });

  test("stands once in a file", () => {
    const row = { line: 2, course: interviewing, part: "principles", person: bex, on: on("2026-01-20") };
    const plan = (...rows: (typeof row)[]) => planCompletionRows(rows, today, new Map());
    expect(codes(plan(row, { ...row, line: 3 }).problems)).toEqual(["part-twice"]);
    expect(plan(row, { ...row, line: 3, part: "Role-Play" })).toMatchObject({
      rows: [{ outcome: "new" }, { outcome: "new" }],
      problems: [],
    });
  });
});

describe("courses and sessions", () => {
  const request = {
    course: "interviewing",
    title: undefined,
    status: undefined,
    about: undefined,
    part: ["Remote interviews"],
    from: undefined,
  };

  test("a part added to a course that is there is asked for from today, or the day given", () => {
    expect(planCourse(request, interviewing, today)).toMatchObject({
      value: { parts: [{ key: "remote-interviews", position: 3, askedFrom: today }] },
    });
    expect(planCourse({ ...request, title: "New" }, undefined, today)).toMatchObject({
      value: { parts: [{ askedFrom: null }] },
    });
  });

  test("a session of the part or of the whole course is the next one, from the day on and if it is not cancelled", () => {
    if (!rolePlay) throw new Error("the course has two parts");
    const session = (
      id: number,
      heldOn: string,
      changes: Partial<TrainingSession> = {},
    ): TrainingSession => ({
      id,
      courseId: 1,
      partId: 12,
      heldOn: on(heldOn),
      startsAt: null,
      minutes: null,
      mode: null,
      place: null,
      trainer: null,
      places: null,
      status: "planned",
      makeUpOf: null,
      revision: 0,
      cancelledOn: null,
      cancelledBecause: null,
      ...changes,
    });
    const sessions = [
      session(1, "2026-02-17"),
      session(2, "2026-03-02", { status: "cancelled" }),
      session(3, "2026-03-03", { partId: 11 }),
      session(4, "2026-05-12"),
      session(5, "2026-04-14", { partId: null }),
    ];
    expect(comingSessions(sessions, interviewing, rolePlay, on("2026-03-01")).map((s) => s.id)[0]).toBe(5);
    expect(comingSessions(sessions, interviewing, rolePlay, on("2026-05-13"))).toEqual([]);
  });
});
