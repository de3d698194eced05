import type { Attendee } from "./attendance.ts";
import { certificateOf } from "./certificate.ts";
import type { Course } from "./course.ts";
import { type Day, dayInWords } from "./day.ts";
import type { Enrolment } from "./enrolment.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result, yes } from "./result.ts";
import { notBefore, type RevocationPlan, reasonProblems, stands } from "./revocation.ts";
import type { TrainingSession } from "./session.ts";
import type { TrainingRecord } from "./training.ts";

/** What a cancelled session takes back: every completion of it that stands, from a day on. */
const grantedBy = (
  sessionId: number,
  courses: readonly Course[],
  records: ReadonlyMap<number, TrainingRecord>,
  reason: string,
  on: Day,
): RevocationPlan[] => {
  const parts = new Map(courses.flatMap((c) => c.parts.map((p) => [p.id, p])));
  return [...records.values()].flatMap((record) => {
    const completions = record.completions.flatMap((completion) => {
      const part = parts.get(completion.partId);
      return part && completion.sessionId === sessionId && stands(completion.revokedOn)
        ? [{ completion, part, on: notBefore(on, completion.on) }]
        : [];
    });
    return completions.length === 0
      ? []
      : [{ personId: record.personId, reason, completions, waivers: [], held: [] }];
  });
};

/** Whether a session may be cancelled: it is not already, there is a reason, and the day has come. */
function checkCancelling(
  session: { readonly id: number; readonly status: string; readonly cancelledOn: Day | null },
  reason: string | undefined,
  on: Day,
  today: Day,
): Result<string> {
  const name = ref("session", session.id);
  if (session.status === "cancelled")
    return no({
      code: "session-cancelled",
      message: `${name} was cancelled${session.cancelledOn === null ? "" : ` on ${dayInWords(session.cancelledOn)}`} already.`,
      remedy: "To plan it anew: involve training schedule",
    });
  const problems = reasonProblems(reason, on, today).map((p) =>
    p.code === "reason-needed" ? { ...p, message: `${name} is cancelled with a reason.` } : p,
  );
  return problems.length > 0 ? no(...problems) : yes(reason ?? "");
}

/** What a session is cancelled against. */
export interface CancelFacts {
  readonly session: TrainingSession;
  readonly enrolments: readonly Enrolment[];
  readonly people: ReadonlyMap<number, Attendee>;
  readonly courses: readonly Course[];
  readonly records: ReadonlyMap<number, TrainingRecord>;
}

/** A session to be cancelled: who has to be told, and what is taken back of whom. */
export interface CancelPlan {
  readonly reason: string;
  readonly told: readonly Attendee[];
  readonly back: readonly RevocationPlan[];
  readonly completions: number;
  /** Who had completed a whole course and has not any more: a certificate they were given is not right now. */
  readonly certificates: readonly { readonly course: Course; readonly personId: number }[];
  /** How many people it touches in one way or the other. */
  readonly touched: number;
}

/** Who could have been given a certificate of a course and, with what is taken back, no longer could. */
function certificatesLost(
  { courses, records }: CancelFacts,
  back: readonly RevocationPlan[],
  today: Day,
): CancelPlan["certificates"] {
  return back.flatMap(({ personId, completions: gone }) => {
    const before = records.get(personId);
    if (!before) return [];
    const left = before.completions.filter((c) => !gone.some((g) => g.completion === c));
    return courses
      .filter((course) => gone.some((g) => course.parts.includes(g.part)))
      .filter((course) => certificateOf(course, before, today).ok)
      .filter((course) => !certificateOf(course, { ...before, completions: left }, today).ok)
      .map((course) => ({ course, personId }));
  });
}

/** A session cancelled with a reason, and with it what was completed there, from a day on. */
export function planCancelling(
  facts: CancelFacts,
  reason: string | undefined,
  on: Day,
  today: Day,
): Result<CancelPlan> {
  const checked = checkCancelling(facts.session, reason, on, today);
  if (!checked.ok) return checked;
  const told = facts.enrolments
    .filter((e) => e.state !== "cancelled" && e.state !== "absent")
    .flatMap((e) => facts.people.get(e.personId) ?? []);
  const back = grantedBy(facts.session.id, facts.courses, facts.records, checked.value, on);
  return yes({
    ...{ reason: checked.value, told, back },
    certificates: certificatesLost(facts, back, today),
    completions: back.reduce((n, b) => n + b.completions.length, 0),
    touched: new Set([...told.map((p) => p.id), ...back.map((b) => b.personId)]).size,
  });
}

/** That a reason was given for giving up a place: none is kept. */
export const noReasonKept: Problem = {
  code: "no-reason-kept",
  message: "--reason is for cancelling a whole session.",
  remedy: "Leave it out: why somebody gives up a place is not kept.",
};
