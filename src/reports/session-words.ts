import type { ClearanceChange } from "../domain/clearance-change.ts";
import { dayInWords } from "../domain/day.ts";
import type { EnrolmentChange, EnrolmentPlan, EnrolmentState, MovedUp } from "../domain/enrolment.ts";
import { grouped } from "../domain/grouped.ts";
import { ref } from "../domain/ref.ts";
import type { TrainingSession } from "../domain/session.ts";
import type { CancelPlan } from "../domain/session-cancel.ts";
import { count, listed } from "../domain/text.ts";
import { closedSentences } from "./completions.ts";
import { sessionInWords } from "./courses.ts";
import { revokedSentences } from "./revocations.ts";
import { named } from "./sessions.ts";
import type { Trainee } from "./training.ts";

/** Who got a place or waits, in sentences. */
export function enrolSentences(session: TrainingSession, plan: EnrolmentPlan): string[] {
  const people = (state: EnrolmentState) =>
    plan.changes.filter((c) => c.state === state).map((c) => c.person);
  const [enrolled, waiting] = [people("enrolled"), people("waiting")];
  const states: Partial<Record<EnrolmentState, string>> = {
    enrolled: "has a place already",
    waiting: "waits already",
  };
  return [
    ...(enrolled.length > 0 ? [`Enrolled at ${sessionInWords(session)}: ${named(enrolled)}.`] : []),
    ...(waiting.length > 0
      ? [`${ref("session", session.id)} is full; on the waiting list, in this order: ${named(waiting)}.`]
      : []),
    ...plan.known.map(
      ({ person, enrolment }) => `${named([person])} ${states[enrolment.state] ?? `is ${enrolment.state}`}.`,
    ),
  ];
}

/** Who moved up from the waiting list, and who was passed over because they are in no group by then. */
export const movedUpSentences = (
  session: TrainingSession,
  moved: { readonly up: readonly EnrolmentChange[]; readonly passedOver: readonly Trainee[] },
): string[] => [
  ...(moved.up.length > 0
    ? [
        `${named(moved.up.map((c) => c.person))} waited longest, ${moved.up.length === 1 ? "has" : "have"} a place now and should be told.`,
      ]
    : []),
  ...(moved.passedOver.length > 0
    ? [`Passed over, in no group on ${dayInWords(session.heldOn)}: ${named(moved.passedOver)}.`]
    : []),
];

/** Who moved up at a session, where there is one. */
export const movedUpSaid = (at: MovedUp | null): string[] =>
  at === null ? [] : movedUpSentences(at.session, at.moved);

/** Who gave up their place or no longer waits. */
export function givenUpSentences(session: TrainingSession, changes: readonly EnrolmentChange[]): string[] {
  const had = grouped(changes, (c) => c.known?.state === "waiting");
  const waited = had.get(true) ?? [];
  const placed = had.get(false) ?? [];
  return [
    ...(placed.length > 0
      ? [`No longer enrolled at ${sessionInWords(session)}: ${named(placed.map((c) => c.person))}.`]
      : []),
    ...(waited.length > 0
      ? [`No longer waiting for ${sessionInWords(session)}: ${named(waited.map((c) => c.person))}.`]
      : []),
  ];
}

/** Who came or did not, in sentences. */
export const cameSentences = (session: TrainingSession, changes: readonly EnrolmentChange[]): string[] =>
  [...grouped(changes, (c) => c.state)].map(([state, its]) => {
    const who = named(its.map((c) => c.person));
    if (state === "attended") return `At ${sessionInWords(session)}: ${who}.`;
    if (state === "absent") return `Not at ${sessionInWords(session)}: ${who}.`;
    return `Not recorded any more for ${sessionInWords(session)}: ${who}.`;
  });

/** What somebody is asked before a session with several people is cancelled. */
export const cancelQuestion = (session: TrainingSession, people: number, completions: number): string =>
  `Cancel ${sessionInWords(session)}: ${count(people, "person has", "people have")} a place or ${people === 1 ? "waits" : "wait"}, and ${completions === 0 ? "nothing that was completed" : count(completions, "completion")} would be taken back. Go on?`;

/** That a session is cancelled, who has to be told, what is taken back of whom, and which work that closes to them. */
export const cancelSentences = (
  session: TrainingSession,
  plan: CancelPlan,
  closed: readonly ClearanceChange[],
  people: readonly Trainee[],
): string[] => [
  `Cancelled ${sessionInWords(session)}: ${plan.reason}.`,
  ...(plan.told.length > 0 ? [`To be told: ${named(plan.told)}.`] : []),
  ...revokedSentences(plan.back, people),
  ...closedSentences(closed, people),
  ...[...grouped(plan.certificates, (c) => c.course.title)].map(
    ([title, its]) =>
      `A certificate of ${title} is not right any more, should they hold one: ${named(people.filter((p) => its.some((c) => c.personId === p.id)))}.`,
  ),
  ...(plan.back.length > 0
    ? [
        "Who completed it elsewhere is recorded again: involve training complete, with the day of the other session.",
      ]
    : []),
];

/** What changed about a session, in sentences. */
export function sessionEditSentences(before: TrainingSession, after: TrainingSession): string[] {
  const name = ref("session", after.id);
  const words = {
    heldOn: (s: TrainingSession) => `on ${dayInWords(s.heldOn)}`,
    startsAt: (s: TrainingSession) => (s.startsAt === null ? "without a time" : `at ${s.startsAt}`),
    minutes: (s: TrainingSession) => (s.minutes === null ? "of no said length" : `${s.minutes} minutes long`),
    mode: (s: TrainingSession) => s.mode ?? "without a mode",
    place: (s: TrainingSession) => (s.place === null ? "without a place" : `in ${s.place}`),
    trainer: (s: TrainingSession) => (s.trainer === null ? "without a trainer" : `taught by ${s.trainer}`),
    places: (s: TrainingSession) =>
      s.places === null ? "without a limit" : `for ${count(s.places, "person", "people")}`,
  } as const;
  const changed = (Object.keys(words) as (keyof typeof words)[]).filter((k) => before[k] !== after[k]);
  if (changed.length === 0) return [`${name} is as it was: nothing new.`];
  return [
    `${name} is ${listed(changed.map((k) => words[k](after)))} now (was ${listed(changed.map((k) => words[k](before)))}).`,
  ];
}

/** Who should hear that a session is another, and who of them is in no group on its new day. */
export const toTellSentences = (
  session: TrainingSession,
  coming: readonly Trainee[],
  away: readonly Trainee[],
): string[] => [
  ...(coming.length > 0 ? [`To be told: ${named(coming)}.`] : []),
  ...(away.length > 0 ? [`In no group on ${dayInWords(session.heldOn)}: ${named(away)}.`] : []),
];
