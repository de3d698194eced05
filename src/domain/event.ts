import type { Day } from "./day.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** Kinds of public engagement. Source: MHPRU involvement page (social media, online platforms, public events, networking). */
export const eventKinds = [
  "public-event",
  "seminar",
  "podcast",
  "social-media",
  "online-platform",
  "networking",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** What `event add` is asked to record. Reach is a count of people; without one it is "not measured". */
export interface NewEvent {
  readonly title: string;
  readonly kind: EventKind;
  readonly heldOn: Day;
  readonly audience: string | undefined;
  readonly reach: number | undefined;
  readonly reachMethod: string | undefined;
  readonly place: string | undefined;
  readonly url: string | undefined;
  /** The band that taking part in it is paid by, where it is. */
  readonly band: string | undefined;
}

/** What has to be known to record it. */
export interface NewEventFacts {
  readonly today: Day;
  /** Ref of an event of the same title on the same day. */
  readonly same: string | undefined;
}

/**
 * Whether public engagement may be recorded: a reach comes with how it was counted, is not known before the day, and the
 * same event is recorded once. Reach is given with its method, or as "not measured".
 */
export function checkNewEvent(event: NewEvent, facts: NewEventFacts): Result<NewEvent> {
  const problems: Problem[] = [];
  if (event.reach !== undefined && event.reachMethod === undefined)
    problems.push({
      code: "reach-without-method",
      message: `How the reach of ${event.reach} was counted is missing.`,
      remedy:
        'Add for example --reach-method "tickets scanned"; or leave out --reach, and it stands as not measured.',
    });
  if (event.reach === undefined && event.reachMethod !== undefined)
    problems.push({
      code: "method-without-reach",
      message: "There is a way of counting and no count.",
      remedy: "Add --reach N, or leave out --reach-method.",
    });
  if (event.reach !== undefined && event.heldOn > facts.today)
    problems.push({
      code: "reach-too-soon",
      message: `${event.heldOn} is in the future, so nobody has been reached yet.`,
      remedy: "Leave out --reach for now, or correct --on.",
    });
  if (event.url !== undefined && !/^https?:\/\/\S+$/i.test(event.url))
    problems.push({
      code: "not-a-web-address",
      message: `"${event.url}" is not a web address.`,
      remedy: "Write it whole, beginning with https://",
    });
  if (facts.same !== undefined)
    problems.push({
      code: "same-event",
      message: `${facts.same} has the same title and day.`,
      remedy: `To say who took part: involve event contribute ${facts.same} MEMBER --role speaker`,
    });
  return unless(problems, () => event);
}
