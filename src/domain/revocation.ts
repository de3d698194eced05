import type { Course, CoursePart } from "./course.ts";
import type { Day } from "./day.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";
import type { Completion, ExternalRequirement, HeldRequirement, TrainingRecord, Waiver } from "./training.ts";

/** What is taken back of somebody, from a day on; each keeps its row and its reason. */
export interface RevocationPlan {
  readonly personId: number;
  readonly reason: string;
  readonly completions: readonly {
    readonly completion: Completion;
    readonly part: CoursePart;
    readonly on: Day;
  }[];
  readonly waivers: readonly {
    readonly waiver: Waiver;
    /** Null: of the whole course. */
    readonly part: CoursePart | null;
    readonly on: Day;
  }[];
  readonly held: readonly { readonly held: HeldRequirement; readonly on: Day }[];
}

/** What may be taken back of a course. */
export const revocable = ["completion", "waiver"] as const;
type Revocable = (typeof revocable)[number];

/** What `training revoke` is asked to take back: of a course (one part, or all), or a requirement of others. */
export interface RevocationRequest {
  readonly record: TrainingRecord;
  readonly of:
    | { readonly course: Course; readonly part: CoursePart | undefined; readonly requirement?: undefined }
    | { readonly requirement: ExternalRequirement; readonly course?: undefined };
  readonly only: Revocable | undefined;
  readonly reason: string | undefined;
  readonly on: Day;
}

/** Whether something has not been taken back. */
export const stands = (revokedOn: Day | null | undefined): boolean => (revokedOn ?? null) === null;

/** The later of two days: nothing is taken back before it was there. */
export const notBefore = (on: Day, there: Day): Day => (on < there ? there : on);

/** The problems of a reason that is missing and of a day to come. */
export function reasonProblems(reason: string | undefined, on: Day, today: Day): Problem[] {
  const problems: Problem[] = [];
  if (reason === undefined)
    problems.push({
      code: "reason-needed",
      message: "What was granted is taken back with a reason.",
      remedy: 'Say why: --reason "why"',
    });
  if (on > today)
    problems.push({
      code: "in-the-future",
      message: `${on} is still to come.`,
      remedy: "Take it back on the day or later.",
    });
  return problems;
}

const nothing = (request: RevocationRequest): Problem => {
  const { of, only, record } = request;
  const what = of.course ? `${of.course.title}${of.part ? `: ${of.part.title}` : ""}` : of.requirement.label;
  const kind = of.course ? (only === undefined ? "completion or waiver" : only) : "record";
  const ofWhole =
    of.course !== undefined &&
    of.part !== undefined &&
    record.waivers.some((w) => w.courseId === of.course.id && w.partId === null && stands(w.revokedOn));
  return {
    code: "nothing-to-revoke",
    message: `${ref("member", record.personId)} has no ${kind} of ${what} that stands.`,
    remedy: ofWhole
      ? "There is a waiver of the whole course: leave --part out."
      : `See: involve training show ${ref("member", record.personId)}`,
  };
};

/**
 * What is taken back of somebody: every completion and waiver of a course or of one of its parts that stands, or every record of a
 * requirement that others set. It counts until the day it is taken back. Every reason against it at once.
 */
export function planRevocation(request: RevocationRequest, today: Day): Result<RevocationPlan> {
  const { record, of, only, reason, on } = request;
  const parts = of.course ? (of.part ? [of.part] : of.course.parts) : [];
  const completions =
    only === "waiver"
      ? []
      : record.completions.flatMap((completion) => {
          const part = parts.find((p) => p.id === completion.partId);
          return part && stands(completion.revokedOn)
            ? [{ completion, part, on: notBefore(on, completion.on) }]
            : [];
        });
  const waivers =
    only === "completion" || !of.course
      ? []
      : record.waivers
          .filter((w) => w.courseId === of.course?.id && stands(w.revokedOn))
          .filter((w) => of.part === undefined || w.partId === of.part.id)
          .map((waiver) => ({
            ...{ waiver, on: notBefore(on, waiver.grantedOn) },
            part: of.course?.parts.find((p) => p.id === waiver.partId) ?? null,
          }));
  const held = of.course
    ? []
    : record.held
        .filter((h) => h.requirementId === of.requirement.id && stands(h.revokedOn))
        .map((h) => ({ held: h, on: notBefore(on, h.issuedOn) }));
  const none = completions.length + waivers.length + held.length === 0;
  const problems = [...reasonProblems(reason, on, today), ...(none ? [nothing(request)] : [])];
  return unless(problems, () => ({
    ...{ personId: record.personId, reason: reason ?? "", completions, waivers, held },
  }));
}
