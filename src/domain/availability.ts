import { type Day, dayInWords } from "./day.ts";
import { noneOf, type Problem, problem, type Result, unless } from "./result.ts";
import { count } from "./text.ts";

/** Hours a month that somebody says they can give, from a day on; where two overlap, the one that starts last counts. */
export interface Stretch {
  readonly id: number;
  readonly fromOn: Day;
  readonly untilOn: Day | null;
  readonly hoursPerMonth: number;
}

/** What `member availability` was told, beside the words for times of the week. */
export interface AvailabilityWords {
  readonly words: readonly string[];
  readonly hours: number | undefined;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly remove: boolean;
}

/** What is to be written of the hours; `same` is there already. */
export type StretchPlan =
  | { readonly kind: "none" }
  | { readonly kind: "keep"; readonly stretch: Omit<Stretch, "id">; readonly inPlaceOf: Stretch | undefined }
  | { readonly kind: "same" | "remove"; readonly stretch: Stretch };

/** Whether the words of a command line make sense together: something is said, and days only where there are hours. */
export function checkAvailabilityWords(words: AvailabilityWords): Result<null> {
  const { hours, from, until, remove } = words;
  const problems: Problem[] = [];
  if (words.words.length === 0 && hours === undefined && !(remove && from))
    problems.push(
      problem(
        "missing",
        "Neither times of the week nor hours are said.",
        "For example: involve member availability M-003 weekday-mornings --hours 8",
      ),
    );
  if (remove && (hours !== undefined || until !== undefined))
    problems.push(
      problem(
        "remove-and-record",
        "--remove takes out; hours and their last day are not needed for it.",
        "Name the times of the week, or --from the day the hours begin on.",
      ),
    );
  if (!remove && hours === undefined && (from !== undefined || until !== undefined))
    problems.push(
      problem(
        "days-without-hours",
        "Days belong to hours, and none are given.",
        "Add --hours, for example --hours 8.",
      ),
    );
  return noneOf(problems);
}

/**
 * What the words do to the hours somebody has on record: hours from the same day are put in place of what was said before, and an end
 * cannot come before its beginning.
 */
export function planStretch(
  words: AvailabilityWords,
  has: readonly Stretch[],
  today: Day,
): Result<StretchPlan> {
  const { hours, remove, until } = words;
  const from = words.from ?? today;
  const there = has.find((s) => s.fromOn === from);
  const problems: Problem[] = [];
  if (until !== undefined && until < from)
    problems.push(
      problem(
        "ends-before-start",
        `It ends on ${dayInWords(until)}, before it starts on ${dayInWords(from)}.`,
        "Correct one of the two days.",
      ),
    );
  if (remove && words.from !== undefined && !there)
    problems.push(
      problem(
        "no-such-hours",
        `No hours are on record from ${dayInWords(from)}.`,
        has.length > 0
          ? `They begin on ${has.map((s) => dayInWords(s.fromOn)).join(", ")}.`
          : "No hours are on record at all.",
      ),
    );
  return unless<StretchPlan>(problems, () => {
    if (remove)
      return there && words.from !== undefined ? { kind: "remove", stretch: there } : { kind: "none" };
    if (hours === undefined) return { kind: "none" };
    const stretch = { fromOn: from, untilOn: until ?? null, hoursPerMonth: hours };
    return there?.hoursPerMonth === hours && there.untilOn === stretch.untilOn
      ? { kind: "same", stretch: there }
      : { kind: "keep", stretch, inPlaceOf: there };
  });
}

/** Hours as they are said: `8 hours a month from 1 Jun 2026 to 31 Aug 2026`; none is `no time`. */
function stretchInWords({ fromOn, untilOn, hoursPerMonth }: Omit<Stretch, "id">): string {
  const hours = hoursPerMonth === 0 ? "no time" : `${count(hoursPerMonth, "hour")} a month`;
  return `${hours} from ${dayInWords(fromOn)}${untilOn ? ` to ${dayInWords(untilOn)}` : ""}`;
}

/** What was done with the hours of somebody (`M-001 Amina Khan`), in sentences. */
export function stretchSaid(name: string, plan: StretchPlan): string[] {
  if (plan.kind === "none") return [];
  const hours = stretchInWords(plan.stretch);
  if (plan.kind !== "keep")
    return [`${plan.kind === "same" ? "Nothing to change" : "No longer recorded"} for ${name}: ${hours}.`];
  return [
    plan.inPlaceOf
      ? `Changed for ${name}: ${hours}, in place of ${stretchInWords(plan.inPlaceOf)}.`
      : `Recorded for ${name}: ${hours}.`,
  ];
}
