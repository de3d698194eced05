import type { Attendee } from "./attendance.ts";
import { isThere } from "./completion.ts";
import { type Course, type CoursePart, dayProblems } from "./course.ts";
import { type Day, dayInWords } from "./day.ts";
import { ref } from "./ref.ts";
import { type Problem, problem, problemsOf, type Result, unless } from "./result.ts";
import { inForce, type TrainingRecord } from "./training.ts";

/** What `training waive` is asked to do. */
export interface WaiverRequest {
  readonly person: Result<Attendee>;
  readonly course: Result<Course>;
  /** Of one part; of the whole course where it is undefined. */
  readonly part: Result<CoursePart | undefined>;
  readonly reason: string | undefined;
  readonly evidence: string | undefined;
  /** The name of whoever grants it. */
  readonly grantedBy: string | undefined;
  readonly from: Day;
  readonly until: Day | undefined;
  readonly record: TrainingRecord | undefined;
}

/** A waiver to be granted. */
export interface WaiverPlan {
  readonly person: Attendee;
  readonly course: Course;
  readonly part: CoursePart | undefined;
  readonly reason: string;
  readonly evidence: string;
  readonly grantedBy: string;
  readonly from: Day;
  readonly until: Day | null;
}

/** What a waiver always needs: a reason, the evidence, and the name of whoever grants it. */
function needed({ reason, evidence, grantedBy }: WaiverRequest): Problem[] {
  const problems: Problem[] = [];
  if (reason === undefined)
    problems.push(
      problem("reason-needed", "A waiver needs a reason.", 'Add: --reason "what they have done before"'),
    );
  if (evidence === undefined)
    problems.push(
      problem(
        "evidence-needed",
        "A waiver needs evidence.",
        'Add: --evidence "what you have seen, and where it is kept"',
      ),
    );
  if (grantedBy === undefined || !/\p{L}{2}/u.test(grantedBy))
    problems.push(
      problem(
        "name-needed",
        grantedBy === undefined
          ? "A waiver needs the name of whoever grants it."
          : `"${grantedBy}" is no name.`,
        'Add: --granted-by "Dr Maeve Lynch"',
      ),
    );
  return problems;
}

function timeProblems({ from, until }: WaiverRequest, today: Day): Problem[] {
  const problems: Problem[] = [];
  if (from > today)
    problems.push(
      problem(
        "in-the-future",
        `${from} is still to come.`,
        "Grant it on its day or later; it may end on a day to come.",
      ),
    );
  if (until !== undefined && until < from)
    problems.push(
      problem(
        "ends-before-it-begins",
        `It would end on ${dayInWords(until)}, before it begins on ${dayInWords(from)}.`,
        "Check --from and --until.",
      ),
    );
  return problems;
}

/** That the very same is waived for somebody already on a day, where it is. */
function knownProblems(request: WaiverRequest): Problem[] {
  const { person, course, part, record, from } = request;
  if (!person.ok || !course.ok || !part.ok) return [];
  const partId = part.value?.id ?? null;
  const known = record?.waivers.find(
    (w) =>
      w.courseId === course.value.id &&
      (w.partId === partId || w.partId === null) &&
      inForce(w.grantedOn, w.expiresOn, w.revokedOn, 0, from),
  );
  if (!known) return [];
  return [
    problem(
      "waived-already",
      `${ref("member", person.value.id)} ${person.value.knownAs} has a waiver of it since ${dayInWords(known.grantedOn)}, granted by ${known.grantedBy}.`,
      `To change it, take that one back first: involve training revoke ${ref("member", person.value.id)} ${course.value.key} --reason "why"`,
    ),
  ];
}

/**
 * A waiver: equivalent earlier experience in place of a part, or of a whole course, with a reason, evidence and the name of
 * whoever grants it. Every reason against it at once.
 */
export function planWaiver(request: WaiverRequest, today: Day): Result<WaiverPlan> {
  const { person, course, part, from } = request;
  const left =
    person.ok && !isThere(person.value, today) && !isThere(person.value, from)
      ? [
          problem(
            "not-a-member",
            `${ref("member", person.value.id)} ${person.value.knownAs} is in no group, and was in none on ${dayInWords(from)}.`,
            `If they are back: involve member rejoin ${ref("member", person.value.id)}`,
          ),
        ]
      : [];
  const problems = [
    ...problemsOf(person),
    ...problemsOf(course),
    ...problemsOf(part),
    ...left,
    ...(course.ok && part.ok ? dayProblems(course.value, part.value, from) : []),
    ...needed(request),
    ...timeProblems(request, today),
    ...knownProblems(request),
  ];
  if (!person.ok || !course.ok || !part.ok) return { ok: false, problems };
  return unless(problems, () => ({
    ...{ person: person.value, course: course.value, part: part.value, from },
    ...{ until: request.until ?? null, reason: request.reason ?? "", evidence: request.evidence ?? "" },
    grantedBy: request.grantedBy ?? "",
  }));
}
