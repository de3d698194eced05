import { dayInWords } from "./day.ts";
import { differs, type KnownMeeting, type MeetingPlan, meetingKey } from "./meeting.ts";
import { type Problem, type Result, unless } from "./result.ts";

/**
 * Whether meetings may be planned as asked: a key is made of small letters, digits and hyphens and stays in its series, two
 * meetings of a series are not on one day, one with attendance is not moved, and one on record changes only where that is meant.
 */
export function checkPlans(
  plans: readonly MeetingPlan[],
  known: readonly KnownMeeting[],
  mayChange: boolean,
): Result<readonly MeetingPlan[]> {
  return unless(
    plans
      .flatMap((plan, i) => planProblems(plan, known, plans.slice(0, i), mayChange))
      .map(({ column: _, ...problem }) => problem),
    () => plans,
  );
}

/** Every reason why one meeting cannot be planned so, with its column in a file, given those on record and those planned before it. */
export function planProblems(
  plan: MeetingPlan,
  known: readonly KnownMeeting[],
  earlier: readonly MeetingPlan[],
  mayChange: boolean,
): Problem[] {
  const problems: Problem[] = [];
  const same = known.find((m) => m.key === plan.key);
  if (earlier.some((m) => m.key === plan.key))
    problems.push({
      code: "meeting-twice",
      column: "key",
      message: `${plan.key} is there twice.`,
      remedy: "Keep one of them.",
    });
  const clash = [...known, ...earlier].find(
    (m) => m.key !== plan.key && m.series.id === plan.series.id && m.heldOn === plan.heldOn,
  );
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(plan.key))
    problems.push({
      code: "not-a-key",
      column: "key",
      message: `"${plan.key}" cannot be the name of a meeting.`,
      remedy: `Small letters, digits and hyphens, for example ${meetingKey(plan.series.key, plan.heldOn)}.`,
    });
  if (clash)
    problems.push({
      code: "same-day",
      column: "held_on",
      message: `${clash.key} is on ${dayInWords(plan.heldOn)} already.`,
      remedy: "Choose another day, or use that meeting.",
    });
  if (same && same.recorded > 0 && same.heldOn !== plan.heldOn)
    problems.push({
      code: "meeting-held",
      column: "held_on",
      message: `${plan.key} has attendance recorded for ${dayInWords(same.heldOn)}, so it cannot be moved.`,
      remedy: "Plan another meeting for the other day.",
    });
  else if (same && !mayChange && differs(plan, same))
    problems.push({
      code: "already-planned",
      message: `${plan.key} is planned already, for ${dayInWords(same.heldOn)}, and differs from this.`,
      remedy: `To change it, add --change; to see it: involve meeting show ${plan.key}`,
    });
  return problems;
}
