import { describe, expect, test } from "@jest/globals";
import { certificateOf } from "../../src/domain/certificate.ts";
import type { ClearanceRules } from "../../src/domain/clearance.ts";
import type { Course } from "../../src/domain/course.ts";
import type { Day } from "../../src/domain/day.ts";
import type { Enrolment } from "../../src/domain/enrolment.ts";
import { gaps, mendings } from "../../src/domain/gaps.ts";
import { problemsOf } from "../../src/domain/result.ts";
import type { TrainingSession } from "../../src/domain/session.ts";
import { emptyRecord, type TrainingRecord } from "../../src/domain/training.ts";

const on = (text: string): Day => text as Day;
const today = on("2026-11-23");
const codes = (problems: readonly { code: string }[]): string[] => problems.map((p) => p.code);

const part = (id: number, key: string) => ({
  ...{ id, key, title: key, position: id, askedFrom: null as Day | null, retiredOn: null as Day | null },
});
const interviewing: Course = {
  ...{ id: 1, key: "interviewing", title: "Interviewing", status: "offered", about: null },
  parts: [part(11, "principles"), part(12, "role-play"), part(13, "challenges")],
};
const gcp = { id: 1, key: "gcp", label: "Good Clinical Practice", validMonths: 36 };
const rules: ClearanceRules = {
  ...{
    id: 1,
    key: "interviewing",
    label: "Interviewing",
    work: "Interview",
    retiredOn: null,
    warningDays: 60,
  },
  sets: [[{ course: interviewing, graceDays: 0 }], [{ requirement: gcp, graceDays: 0 }]],
};
const person = (personId: number, parts: readonly number[], hasGcp = true): TrainingRecord => ({
  ...emptyRecord(personId),
  completions: parts.map((partId) => ({ partId, on: on("2026-02-03"), revokedOn: null })),
  held: hasGcp ? [{ requirementId: 1, issuedOn: on("2026-01-05"), expiresOn: null }] : [],
});
const session = (
  id: number,
  partId: number | null,
  heldOn: string,
  places: number | null,
): TrainingSession => ({
  ...{ id, courseId: 1, partId, heldOn: on(heldOn), startsAt: null, minutes: null, mode: null, place: null },
  ...{ trainer: null, places, status: "planned", makeUpOf: null, revision: 0 },
  ...{ cancelledOn: null, cancelledBecause: null },
});
const facts = {
  rules: [rules],
  all: false,
  records: [
    person(1, [11, 12, 13]),
    person(2, [11, 13]),
    person(3, [11, 13]),
    person(4, [11, 12]),
    person(5, [11, 12, 13], false),
    person(6, [11, 13], false),
    person(7, []),
  ],
  sessions: [session(1, 12, "2026-12-08", 1), session(2, null, "2027-02-02", null)],
  enrolments: [] as Enrolment[],
};

describe("gaps", () => {
  test("are of those who lack one part or one requirement, and nothing else", () => {
    const found = gaps(facts, today).map((g) => [
      g.personId,
      g.lacks.course ? g.lacks.part.key : g.lacks.requirement?.key,
    ]);
    expect(found).toEqual([
      [2, "role-play"],
      [3, "role-play"],
      [4, "challenges"],
      [5, "gcp"],
    ]);
  });

  test("the session that clears the most comes first, counted by those who can come", () => {
    const found = mendings(facts, today).map((m) => [m.session?.id ?? m.part?.key, m.clears.size, m.reach]);
    expect(found).toEqual([
      [2, 4, 4],
      [1, 2, 1],
    ]);
  });

  test("a part of which no session is planned counts as one that could be", () => {
    const none = { ...facts, sessions: [session(1, 12, "2026-12-08", 1)] };
    const found = mendings(none, today).map((m) => [m.session?.id ?? m.part?.key, m.clears.size, m.reach]);
    expect(found).toEqual([
      [1, 2, 1],
      ["challenges", 1, 1],
    ]);
  });

  test("whoever has not begun counts only where they asked for a place, or where all are asked about", () => {
    const one = {
      ...facts,
      records: [person(8, [], false)],
      rules: [{ ...rules, sets: [rules.sets[0] ?? []] }],
    };
    expect(mendings(one, today)).toEqual([]);
    expect(mendings({ ...one, all: true }, today)).toMatchObject([{ session: { id: 2 }, reach: 1 }]);
    const asked = { id: 1, sessionId: 2, personId: 8, state: "waiting" as const, enrolledOn: null, turn: 1 };
    expect(mendings({ ...one, enrolments: [asked] }, today)).toMatchObject([{ session: { id: 2 } }]);
  });

  test("whoever has a place at a full session can come to it", () => {
    const place = { id: 1, sessionId: 1, personId: 3, state: "enrolled" as const, enrolledOn: null, turn: 1 };
    const [, full] = mendings({ ...facts, enrolments: [place] }, today);
    expect(full).toMatchObject({ session: { id: 1 }, reach: 1 });
  });
});

describe("a certificate", () => {
  const certified = (record: TrainingRecord, course: Course = interviewing) => {
    const answer = certificateOf(course, record, today);
    return answer.ok
      ? {
          on: answer.value.on,
          parts: answer.value.parts.length,
          waived: answer.value.waived.map((p) => p.key),
        }
      : codes(answer.problems);
  };
  const waiver = { courseId: 1, partId: 12, reason: "before", grantedBy: "Dr Maeve Lynch" };
  const granted = { ...waiver, grantedOn: on("2026-03-03"), expiresOn: null, revokedOn: null };

  test("is of every part with its day, and says for which earlier experience counted", () => {
    expect(certified(person(1, [11, 12, 13]))).toEqual({ on: "2026-02-03", parts: 3, waived: [] });
    expect(certified({ ...person(1, [11, 13]), waivers: [granted] })).toEqual({
      ...{ on: "2026-03-03", parts: 2, waived: ["role-play"] },
    });
  });

  test("bears the day from which nothing was missing any more, whichever came last", () => {
    const before = { ...granted, grantedOn: on("2026-01-05") };
    expect(certified({ ...person(1, [11, 13]), waivers: [before] })).toMatchObject({ on: "2026-02-03" });
    expect(certified({ ...person(1, [11, 13]), waivers: [granted] })).toMatchObject({ on: "2026-03-03" });
  });

  test("is refused where a part is open or was taken back, and where nothing was completed", () => {
    expect(certified(person(1, [11, 13]))).toEqual(["not-completed"]);
    const back = person(1, [11, 12, 13]).completions.map((c) => ({ ...c, revokedOn: on("2026-05-05") }));
    expect(certified({ ...emptyRecord(1), completions: back })).toEqual(["not-completed"]);
    expect(certified({ ...emptyRecord(1), waivers: [{ ...granted, partId: null }] })).toEqual([
      "not-completed",
    ]);
    expect(codes(problemsOf(certificateOf({ ...interviewing, parts: [] }, emptyRecord(1), today)))).toEqual([
      "no-parts",
    ]);
  });

  test("is of the course as it was when they had completed it, where a part was added since", () => {
    const more = {
      ...interviewing,
      parts: [...interviewing.parts, { ...part(14, "remote"), askedFrom: on("2026-09-01") }],
    };
    expect(certified(person(1, [11, 12, 13]), more)).toEqual({ on: "2026-02-03", parts: 3, waived: [] });
    expect(certified(person(1, [11, 12]), more)).toEqual(["not-completed"]);
  });
});
