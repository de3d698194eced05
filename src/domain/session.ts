import { type Course, type CoursePart, dayProblems } from "./course.ts";
import { type Day, dayInWords } from "./day.ts";
import type { MeetingMode } from "./meeting.ts";
import { idOf, ref } from "./ref.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";
import type { TimeOfDay } from "./time.ts";

/** A date on which a part, or with part null the whole course, is taught. */
export interface TrainingSession {
  readonly id: number;
  readonly courseId: number;
  readonly partId: number | null;
  readonly heldOn: Day;
  readonly startsAt: string | null;
  readonly minutes: number | null;
  readonly mode: string | null;
  readonly place: string | null;
  readonly trainer: string | null;
  readonly places: number | null;
  readonly status: string;
  readonly makeUpOf: number | null;
  /** Goes up with every change that whoever has it in a calendar has to hear of. */
  readonly revision: number;
  readonly cancelledOn: Day | null;
  readonly cancelledBecause: string | null;
}

/** A session as it is to be. */
export interface NewSession {
  readonly course: Course;
  readonly part: CoursePart | undefined;
  readonly on: Day;
  readonly at: TimeOfDay | undefined;
  readonly minutes: number | undefined;
  readonly mode: MeetingMode | undefined;
  readonly place: string | undefined;
  readonly trainer: string | undefined;
  readonly places: number | undefined;
  readonly makeUpOf: TrainingSession | undefined;
}

/** The session that teaches the same on the same day at the same time; one that was cancelled is none. */
export const sameSession = (
  session: Pick<TrainingSession, "courseId" | "partId" | "heldOn" | "startsAt">,
  known: readonly TrainingSession[],
): TrainingSession | undefined =>
  known.find(
    (s) =>
      s.status !== "cancelled" &&
      s.courseId === session.courseId &&
      s.partId === session.partId &&
      s.heldOn === session.heldOn &&
      s.startsAt === session.startsAt,
  );

/** Whether a session may be planned: its course and part are taught, it is not there already, and it makes up for one of its own course. */
export function checkSession(session: NewSession, known: readonly TrainingSession[]): Result<NewSession> {
  const { course, part, on } = session;
  const problems: Problem[] = [];
  if (course.status === "retired")
    problems.push({
      code: "retired-course",
      message: `${course.title} is retired.`,
      remedy: `To offer it again: involve training add ${course.key} --status offered`,
    });
  problems.push(...dayProblems(course, part, on));
  const same = sameSession(
    { courseId: course.id, partId: part?.id ?? null, heldOn: on, startsAt: session.at ?? null },
    known,
  );
  if (same)
    problems.push({
      code: "session-there",
      message: `${ref("session", same.id)} is that session already, on ${dayInWords(on)}.`,
      remedy: "A second one on the same day needs another time: --at",
    });
  if (session.makeUpOf && session.makeUpOf.courseId !== course.id)
    problems.push({
      code: "other-course",
      message: `${ref("session", session.makeUpOf.id)} is a session of another course.`,
      remedy: `Name a session of ${course.key}; see: involve training list --all`,
    });
  else if (session.makeUpOf) problems.push(...makeUpProblems(session, session.makeUpOf));
  return unless(problems, () => session);
}

/** Whether a session can make up for another of its course: it teaches what was missed, and is not before it. */
function makeUpProblems({ course, part, on }: NewSession, missed: TrainingSession): Problem[] {
  const name = ref("session", missed.id);
  const taught = course.parts.find((p) => p.id === missed.partId);
  return [
    ...(taught && part && part.id !== taught.id
      ? [
          {
            code: "other-part",
            message: `${name} teaches ${taught.key}, and this one would teach ${part.key}.`,
            remedy: `Plan it with --part ${taught.key}, or leave --make-up-of out.`,
          },
        ]
      : []),
    ...(on < missed.heldOn
      ? [
          {
            code: "before-the-missed-one",
            message: `${name} is on ${dayInWords(missed.heldOn)}, after ${dayInWords(on)}.`,
            remedy: "A session makes up for an earlier one: check the day and --make-up-of.",
          },
        ]
      : []),
  ];
}

/** The session that a ref means. */
export function theSession(text: string, sessions: readonly TrainingSession[]): Result<TrainingSession> {
  const id = idOf("session", text);
  const found = sessions.find((s) => s.id === id);
  return found
    ? yes(found)
    : no({
        code: "unknown-session",
        message: `There is no training session "${text}".`,
        remedy: "Give a ref such as T-003; see: involve training list --all",
      });
}

/** The planned sessions on or after a day that teach a part, by day; a session of the whole course teaches every part. */
export const comingSessions = (
  sessions: readonly TrainingSession[],
  course: Course,
  part: CoursePart,
  from: Day,
): TrainingSession[] =>
  sessions
    .filter((s) => s.status === "planned" && s.heldOn >= from && s.courseId === course.id)
    .filter((s) => s.partId === null || s.partId === part.id)
    .sort((a, b) => a.heldOn.localeCompare(b.heldOn, "en") || a.id - b.id);
