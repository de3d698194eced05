import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Attendee } from "../../src/domain/attendance.ts";
import type { Course } from "../../src/domain/course.ts";
import { planCourseEdit } from "../../src/domain/course-edit.ts";
import type { Day } from "../../src/domain/day.ts";
import {
  changedEnrolments,
  type Enrolment,
  type EnrolmentChange,
  movedUp,
  planEnrolments,
  seatsOf,
} from "../../src/domain/enrolment.ts";
import { planCame, planGivingUp } from "../../src/domain/enrolment-change.ts";
import { problemsOf, yes } from "../../src/domain/result.ts";
import { planRevocation } from "../../src/domain/revocation.ts";
import type { TrainingSession } from "../../src/domain/session.ts";
import { planCancelling } from "../../src/domain/session-cancel.ts";
import { planSessionEdit, type SessionEdit } from "../../src/domain/session-edit.ts";
import { emptyRecord, type TrainingRecord } from "../../src/domain/training.ts";
import { planWaiver } from "../../src/domain/waiver.ts";

const on = (text: string): Day => text as Day;
const today = on("2026-11-23");
const codes = (problems: readonly { code: string }[]): string[] => problems.map((p) => p.code);

const member = (id: number, leftOn: string | null = null): Attendee => ({
  id,
  knownAs: `Person ${id}`,
  times: [{ group: "lewg", joinedOn: on("2026-01-12"), leftOn: leftOn as Day | null }],
});
const session = (changes: Partial<TrainingSession> = {}): TrainingSession => ({
  ...{
    id: 1,
    courseId: 1,
    partId: 12,
    heldOn: on("2026-12-08"),
    startsAt: "10:00",
    minutes: null,
    mode: null,
  },
  ...{ place: null, trainer: null, places: 2, status: "planned", makeUpOf: null, revision: 0 },
  ...{ cancelledOn: null, cancelledBecause: null },
  ...changes,
});
const part = (id: number, key: string) => ({
  ...{ id, key, title: key, position: id, askedFrom: null, retiredOn: null },
});
const course: Course = {
  ...{ id: 1, key: "interviewing", title: "Interviewing", status: "offered", about: null },
  parts: [part(11, "principles"), part(12, "role-play")],
};

/** The enrolments that a rule's answer leads to. */
const enrolmentsAfter = (
  s: TrainingSession,
  before: readonly Enrolment[],
  changes: readonly EnrolmentChange[],
) => changedEnrolments(s, before, changes);
const enrolled = (
  s: TrainingSession,
  before: readonly Enrolment[],
  people: readonly Attendee[],
): Enrolment[] => {
  const plan = planEnrolments(s, people, before, today);
  if (!plan.ok) throw new Error(codes(plan.problems).join());
  return enrolmentsAfter(s, before, plan.value.changes);
};
const states = (all: readonly Enrolment[]) => Object.fromEntries(all.map((e) => [e.personId, e.state]));

describe("places at a session", () => {
  test("go to who asks first; then people wait in the order they asked", () => {
    const now = enrolled(session(), [], [member(3), member(1), member(2), member(3)]);
    expect(states(now)).toEqual({ 3: "enrolled", 1: "enrolled", 2: "waiting" });
    expect(seatsOf(session(), now)).toEqual({ taken: 2, waiting: 1, free: 0 });
  });

  test("a freed place goes to whoever has waited longest, and somebody who comes back waits behind them", () => {
    const all = [member(1), member(2), member(3), member(4)];
    const people = new Map(all.map((p) => [p.id, p]));
    const full = enrolled(session(), [], all);
    const plan = planGivingUp({ session: session(), enrolments: full, people }, [member(1)], today);
    if (!plan.ok) throw new Error("they had a place");
    const now = enrolmentsAfter(session(), full, [...plan.value.given, ...plan.value.moved.up]);
    expect(states(now)).toEqual({ 1: "cancelled", 2: "enrolled", 3: "enrolled", 4: "waiting" });
    const back = enrolled(session(), now, [member(1)]);
    expect(
      Object.fromEntries(back.filter((e) => e.state === "waiting").map((e) => [e.turn, e.personId])),
    ).toEqual({
      4: 4,
      5: 1,
    });
  });

  test("whoever has left by the day is passed over, and is told of", () => {
    const all = [member(1), member(2), member(3, "2026-12-01"), member(4)];
    const waiting = enrolmentsAfter(
      session(),
      [],
      all.map((person, i) => ({ person, known: null, state: i < 2 ? "enrolled" : "waiting", turn: i + 1 })),
    );
    const freed = enrolmentsAfter(session(), waiting, [
      { person: member(1), known: waiting[0] ?? null, state: "cancelled", turn: 1 },
    ]);
    const moved = movedUp(session(), freed, new Map(all.map((p) => [p.id, p])));
    expect(moved.up.map((c) => c.person.id)).toEqual([4]);
    expect(moved.passedOver.map((p) => p.id)).toEqual([3]);
  });

  test("are refused at a session that was held or cancelled, and for somebody who has left, all at once", () => {
    const refusal = (s: TrainingSession, people: readonly Attendee[]) =>
      codes(problemsOf(planEnrolments(s, people, [], today)));
    const gone = member(2, "2026-06-01");
    expect(refusal(session({ status: "held", heldOn: on("2026-11-03") }), [gone])).toEqual([
      "session-held",
      "not-a-member-that-day",
    ]);
    expect(refusal(session({ status: "cancelled" }), [gone])).toEqual([
      "session-cancelled",
      "not-a-member-that-day",
    ]);
  });

  test("are never more than there are, and nobody waits beside a free one, whatever people do", () => {
    const all = Array.from({ length: 6 }, (_, i) => member(i + 1));
    const people = new Map(all.map((p) => [p.id, p]));
    const step = fc.record({ who: fc.integer({ min: 0, max: 5 }), join: fc.boolean() });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 30 }), (places, steps) => {
        const s = session({ places });
        let now: Enrolment[] = [];
        for (const { who, join } of steps) {
          const person = all[who] ?? member(1);
          if (join) now = enrolled(s, now, [person]);
          else {
            const plan = planGivingUp({ session: s, enrolments: now, people }, [person], today);
            if (plan.ok) now = enrolmentsAfter(s, now, [...plan.value.given, ...plan.value.moved.up]);
          }
          const { taken, waiting, free } = seatsOf(s, now);
          expect(taken).toBeLessThanOrEqual(places);
          expect(waiting === 0 || free === 0).toBe(true);
          expect(new Set(now.map((e) => e.turn)).size).toBe(now.length);
        }
      }),
    );
  });

  test("who came is recorded on the day or later, also of somebody who had no place", () => {
    const held = session({ heldOn: on("2026-11-17") });
    const came = planCame(held, [member(1)], "attended", [], today);
    expect(came).toMatchObject({ ok: true, value: [{ state: "attended", known: null }] });
    expect(codes(problemsOf(planCame(session(), [member(1)], "attended", [], today)))).toEqual([
      "in-the-future",
    ]);
  });
});

describe("a session that is changed", () => {
  const edit = (changes: Partial<SessionEdit>): SessionEdit => ({
    ...{ on: undefined, at: undefined, minutes: undefined, mode: undefined, place: undefined },
    ...{ trainer: undefined, places: undefined, clear: [] },
    ...changes,
  });
  const facts = (changes: object = {}) => ({
    ...{ session: session(), course, known: [session()], completed: 0 },
    seats: { taken: 2, waiting: 0, free: 0 },
    ...changes,
  });

  test("has a new revision where a calendar would show something else, and not for another trainer", () => {
    const revision = (changes: Partial<SessionEdit>) => {
      const plan = planSessionEdit(edit(changes), facts(), today);
      return plan.ok ? plan.value.revision : null;
    };
    expect(revision({ at: "11:00" })).toBe(1);
    expect(revision({ clear: ["at"] })).toBe(1);
    expect(revision({ trainer: "Dr Maeve Lynch" })).toBe(0);
  });

  test("is refused with too few places, a day that what was completed rests on, and a twin, all at once", () => {
    const twin = session({ id: 2, heldOn: on("2026-12-15") });
    const plan = planSessionEdit(
      edit({ on: on("2026-12-15"), places: 1 }),
      facts({ known: [session(), twin], completed: 3 }),
      today,
    );
    expect(codes(problemsOf(plan))).toEqual(["session-there", "completed-there", "too-few-places"]);
  });
});

describe("what was granted", () => {
  const record: TrainingRecord = {
    ...emptyRecord(1),
    completions: [
      { id: 1, sessionId: 1, partId: 12, on: on("2026-02-17"), revokedOn: null },
      { id: 2, sessionId: null, partId: 11, on: on("2026-01-20"), revokedOn: null },
    ],
  };

  test("a cancelled session takes back what was completed at it and nothing else, never before it was completed", () => {
    const facts = {
      ...{
        session: session({ heldOn: on("2026-02-17"), status: "held" }),
        enrolments: [],
        courses: [course],
      },
      ...{ people: new Map(), records: new Map([[1, record]]) },
    };
    const plan = planCancelling(facts, "not held", on("2026-01-01"), today);
    expect(plan).toMatchObject({ ok: true, value: { completions: 1, touched: 1 } });
    expect(plan.ok && plan.value.back[0]?.completions).toMatchObject([
      { completion: { id: 1 }, on: "2026-02-17" },
    ]);
    expect(codes(problemsOf(planCancelling(facts, undefined, on("2027-01-01"), today)))).toEqual([
      "reason-needed",
      "in-the-future",
    ]);
  });

  test("whoever had completed the whole course, and has not without the session, may hold a certificate that is not right", () => {
    const held = { session: session({ heldOn: on("2026-02-17"), status: "held" }), enrolments: [] };
    const of = (...completions: (typeof record)["completions"][number][]) => {
      const records = new Map([[1, { ...record, waivers: [], completions }]]);
      const plan = planCancelling(
        { ...held, courses: [course], people: new Map(), records },
        "x",
        today,
        today,
      );
      return plan.ok ? plan.value.certificates.map((c) => c.personId) : null;
    };
    const [here, before] = record.completions as [
      (typeof record)["completions"][number],
      (typeof record)["completions"][number],
    ];
    const others = course.parts
      .filter((p) => p.id !== here.partId)
      .map((p, i) => ({ ...before, id: 10 + i, partId: p.id }));
    expect(of(here, ...others)).toEqual([1]);
    expect(of(here, ...others, { ...here, id: 20, sessionId: 2 })).toEqual([]);
    expect(of(here, ...others.slice(1))).toEqual([]);
  });

  test("is taken back whole or part by part, with a reason", () => {
    const request = { record, only: undefined, reason: "not finished", on: today };
    const ids = (of: Parameters<typeof planRevocation>[0]["of"]) => {
      const plan = planRevocation({ ...request, of }, today);
      return plan.ok ? plan.value.completions.map((c) => c.completion.id) : codes(plan.problems);
    };
    expect(ids({ course, part: undefined })).toEqual([1, 2]);
    expect(ids({ course, part: course.parts[0] })).toEqual([2]);
    const waivers = planRevocation({ ...request, of: { course, part: undefined }, only: "waiver" }, today);
    expect(codes(problemsOf(waivers))).toEqual(["nothing-to-revoke"]);
  });

  test("a waiver is refused without a reason, evidence and a name, for somebody who has left, all at once", () => {
    const request = {
      ...{ person: yes(member(1, "2026-06-01")), course: yes(course), part: yes(undefined) },
      ...{ reason: undefined, evidence: undefined, grantedBy: undefined, from: today },
      ...{ until: on("2026-01-01"), record: undefined },
    };
    expect(codes(problemsOf(planWaiver(request, today)))).toEqual([
      "not-a-member",
      "reason-needed",
      "evidence-needed",
      "name-needed",
      "ends-before-it-begins",
    ]);
  });

  test("a waiver that stands is not granted twice, and one that was taken back can be granted again", () => {
    const waiver = (revokedOn: Day | null) => ({
      ...{ courseId: 1, partId: null, reason: "before", grantedBy: "Dr Maeve Lynch" },
      ...{ grantedOn: on("2026-02-01"), expiresOn: null, revokedOn },
    });
    const granted = (revokedOn: Day | null) =>
      codes(
        problemsOf(
          planWaiver(
            {
              ...{ person: yes(member(1)), course: yes(course), part: yes(course.parts[0]) },
              ...{ reason: "before", evidence: "a letter", grantedBy: "Dr Maeve Lynch", from: today },
              ...{ until: undefined, record: { ...emptyRecord(1), waivers: [waiver(revokedOn)] } },
            },
            today,
          ),
        ),
      );
    expect(granted(null)).toEqual(["waived-already"]);
    expect(granted(on("2026-05-01"))).toEqual([]);
  });
});

describe("a course that is changed", () => {
  const edit = {
    ...{
      title: undefined,
      about: undefined,
      status: undefined,
      from: undefined,
      retireOn: undefined,
      reopen: false,
    },
  };

  test("keeps its parts; what is said of a part is not said of the course, nor the other way round", () => {
    expect(codes(problemsOf(planCourseEdit({ ...edit, from: today }, course, undefined)))).toEqual([
      "words-do-not-fit",
    ]);
    expect(
      codes(problemsOf(planCourseEdit({ ...edit, status: "retired" }, course, course.parts[0]))),
    ).toEqual(["words-do-not-fit"]);
    const plan = planCourseEdit({ ...edit, retireOn: today }, course, course.parts[1]);
    expect(plan.ok && plan.value.parts.map((p) => p.retiredOn)).toEqual([null, today]);
  });
});
