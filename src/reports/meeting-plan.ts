import { type Day, dayInWords, isDay, monthInWords } from "../domain/day.ts";
import {
  changedDetails,
  type KnownMeeting,
  type MeetingPlan,
  type PlannedMeeting,
} from "../domain/meeting.ts";
import { ruleInWords } from "../domain/recurrence.ts";
import { count, listed } from "../domain/text.ts";

/** A planned meeting in words: `2026-03, Wed 11 Mar 2026 at 10:00`. */
export const meetingInWords = (meeting: { key: string; heldOn: Day; startsAt: string | null }): string =>
  `${meeting.key}, ${dayInWords(meeting.heldOn)}${meeting.startsAt === null ? "" : ` at ${meeting.startsAt}`}`;

/** `6 meetings of lewg, every 2 months on the second Wednesday:`: how a series was planned. */
export function seriesSentence(plans: readonly MeetingPlan[]): string {
  const [first] = plans;
  if (!first) return "No meetings.";
  const months = first.series.cadenceMonths ?? 1;
  const often = months === 1 ? "every month" : `every ${months} months`;
  return `${count(plans.length, "meeting")} of ${first.series.key}, ${often} on the ${ruleInWords(first.heldOn)}:`;
}

const detailNames = {
  heldOn: "day",
  startsAt: "time",
  mode: "mode",
  place: "place",
  title: "title",
  minutes: "minutes",
} as const;

/** `Changed 2026-03: day Wed 18 Mar 2026 (was Wed 11 Mar 2026).` */
function changeInWords(plan: MeetingPlan, known: KnownMeeting): string {
  const shown = (value: string | number | null): string =>
    value === null
      ? "not set"
      : typeof value === "string" && isDay(value)
        ? dayInWords(value)
        : String(value);
  const changes = changedDetails(plan, known).map(
    (d) => `${detailNames[d]} ${shown(plan[d])} (was ${shown(known[d])})`,
  );
  return `Changed ${plan.key}: ${changes.join("; ")}.`;
}

/** What is to be looked at of planned meetings: those on a bank holiday, and those in another month than their name says. */
export function meetingNotes(plans: readonly MeetingPlan[], holidays: ReadonlyMap<string, string>): string[] {
  const pointed = plans.flatMap((plan) => {
    const label = holidays.get(plan.heldOn);
    return label
      ? [
          `${dayInWords(plan.heldOn)} (${plan.key}) is a bank holiday: ${label}. To move it: involve meeting plan ${plan.key} --on DATE --change`,
        ]
      : [];
  });
  const months = plans.flatMap((plan) => {
    const month = /\d{4}-\d{2}$/.exec(plan.key)?.[0];
    return month === undefined || plan.heldOn.startsWith(month)
      ? []
      : [`Please check: ${plan.key} is in ${monthInWords(plan.heldOn)}.`];
  });
  return [...pointed, ...months];
}

/** What planning did, in sentences: a line for each meeting that is new or changed, and what is to be looked at. */
export function planSentences(
  outcomes: readonly PlannedMeeting[],
  holidays: ReadonlyMap<string, string>,
): string[] {
  const lines = outcomes
    .filter((o) => o.outcome !== "unchanged")
    .map(({ plan, known }) => (known ? changeInWords(plan, known) : `Planned ${meetingInWords(plan)}.`));
  const same = outcomes.filter((o) => o.outcome === "unchanged").map((o) => o.plan.key);
  return [
    ...lines,
    ...(same.length > 0 ? [`Already planned just so: ${listed(same)}.`] : []),
    ...meetingNotes(
      outcomes.map((o) => o.plan),
      holidays,
    ),
  ];
}
