import type { Course, CoursePart } from "../domain/course.ts";
import { type Day, dayInWords } from "../domain/day.ts";
import type { CoursePlan } from "../domain/new-course.ts";
import { ref } from "../domain/ref.ts";
import type { TrainingSession } from "../domain/session.ts";
import { count, listed } from "../domain/text.ts";
import { partOf, sessionInWords } from "./courses.ts";

/** What `training add` did, in sentences. */
export function courseSentences(plan: CoursePlan): string[] {
  const names = plan.parts.map((p) => p.key);
  const parts = names.length === 0 ? [] : [listed(names)];
  const from = plan.parts[0]?.askedFrom;
  const known = plan.known;
  if (!known)
    return [
      `Added the course ${plan.key}, ${plan.title} (${plan.status})${parts.length > 0 ? `, with ${count(names.length, "part")}: ${parts[0]}` : ""}.`,
      ...(parts.length > 0
        ? []
        : [`It has no parts yet. Add one with: involve training add ${plan.key} --part "Its title"`]),
    ];
  const changed = plan.status !== known.status || (plan.about !== undefined && plan.about !== known.about);
  return [
    ...(plan.status === known.status ? [] : [`${plan.key} is ${plan.status} now (was ${known.status}).`]),
    ...(plan.about === undefined || plan.about === known.about
      ? []
      : [`Changed what is said about ${plan.key}.`]),
    ...parts.map((p) => `Added to ${plan.key}: ${p}${from ? `, asked for from ${dayInWords(from)}` : ""}.`),
    ...(changed || parts.length > 0 ? [] : [`${plan.key} is as it was: nothing new.`]),
  ];
}

/** That a day is a bank holiday, where it is. */
export const holidaySentences = (day: Day, holidays: ReadonlyMap<string, string>): string[] => {
  const label = holidays.get(day);
  return label ? [`${dayInWords(day)} is a bank holiday: ${label}.`] : [];
};

/** What `training schedule` did, with a bank holiday pointed out. */
export function scheduleSentence(
  session: TrainingSession,
  course: Course,
  holidays: ReadonlyMap<string, string>,
): string[] {
  return [
    `${session.status === "held" ? "Recorded" : "Planned"} ${sessionInWords(session)}: ${course.key}, ${partOf(session, course)}${session.status === "held" ? " (held: its day is past)" : ""}.`,
    ...(session.makeUpOf === null
      ? []
      : [`It makes up for ${ref("session", session.makeUpOf)}; what is completed at it counts as much.`]),
    ...holidaySentences(session.heldOn, holidays),
  ];
}

/** What changed about a course or one of its parts, in sentences. */
export function courseEditSentences(before: Course, after: Course, part: CoursePart | undefined): string[] {
  const now = after.parts.find((p) => p.id === part?.id);
  const since = (day: Day | null): string => (day === null ? "the beginning" : dayInWords(day));
  const said =
    part && now
      ? [
          ...(now.title === part.title ? [] : [`${part.key} of ${after.key} is called ${now.title} now.`]),
          ...(now.askedFrom === part.askedFrom
            ? []
            : [
                `${part.key} of ${after.key} is asked for from ${since(now.askedFrom)} (was ${since(part.askedFrom)}).`,
              ]),
          ...(now.retiredOn === part.retiredOn
            ? []
            : [
                now.retiredOn === null
                  ? `${part.key} of ${after.key} is asked for again.`
                  : `${part.key} of ${after.key} is no longer asked for from ${dayInWords(now.retiredOn)} on.`,
              ]),
        ]
      : [
          ...(after.title === before.title ? [] : [`${after.key} is called ${after.title} now.`]),
          ...(after.status === before.status
            ? []
            : [`${after.key} is ${after.status} now (was ${before.status}).`]),
          ...(after.about === before.about ? [] : [`Changed what is said about ${after.key}.`]),
        ];
  return said.length > 0 ? said : [`${part ? `${part.key} of ` : ""}${after.key} is as it was: nothing new.`];
}
