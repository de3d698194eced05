import { type Ceiling, type CeilingFacts, ceilingWarnings, type Standing } from "./ceiling.ts";
import { type Day, dayInWords } from "./day.ts";
import { pounds } from "./money.ts";
import { weekdays } from "./period.ts";
import { benefitProblems, privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import { type Result, unless } from "./result.ts";

/** `16 hours`, `15 hours 30 minutes`: time as a person reads it. */
export function hoursInWords(minutes: number): string {
  const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? "" : "s"}`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 || rest === 0 ? count(hours, "hour") : "", rest > 0 ? count(rest, "minute") : ""]
    .filter(Boolean)
    .join(" ");
}

/** An amount in a ceiling's own measure. */
export const amountInWords = (ceiling: Pick<Ceiling, "kind">, amount: number): string =>
  ceiling.kind === "week-minutes" ? hoursInWords(amount) : pounds(amount);

const sentence = (text: string): string => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;

/** `£203.50 a week, from Monday`: a ceiling in words. */
export function ceilingInWords(ceiling: Pick<Ceiling, "kind" | "amount" | "starts">): string {
  const amount = amountInWords(ceiling, ceiling.amount);
  return ceiling.kind === "month-pence"
    ? `${amount} a month, from day ${ceiling.starts}`
    : `${amount} a week, from ${sentence(weekdays[ceiling.starts - 1] ?? "")}`;
}

/** What a period comes to, piece by piece, each with the day that puts it there. */
export const partsInWords = ({ ceiling, countedBy, parts }: Standing): string[] =>
  parts.map(({ ref, what, on, amount }) => {
    const day = on === null ? "" : `${countedBy === "payment" ? "payment on " : ""}${dayInWords(on)}`;
    return `${ref} ${amountInWords(ceiling, amount)} (${[what, day].filter(Boolean).join(", ")})`;
  });

/** `over the ceiling M-014 asked us to watch: £220.00 of £203.50 in the week from Mon 13 Apr 2026`. */
export const overInWords = ({ ceiling, total, period, countedBy }: Standing): string =>
  `over the ceiling ${ref("member", ceiling.personId)} asked us to watch: ${amountInWords(ceiling, total)} of ${amountInWords(ceiling, ceiling.amount)} in ${period.name}${countedBy === "payment" ? " by the day of payment" : ""}`;

/** For whoever sets a ceiling: the weeks and months from today on that go over it by what is on record and planned already. */
export const overAlready = (facts: CeilingFacts, today: Day): string[] =>
  ceilingWarnings(facts, null)
    .filter((w) => w.period.to >= today)
    .map((w) => `Please note: what is on record and planned already goes ${overInWords(w)}.`);

/**
 * Whether work may go on that takes somebody over a ceiling: yes where there is nothing to warn of, or somebody said what was
 * agreed. Else each warning with its lines; the unit's own sentence on independent advice goes with it, and nothing is said
 * to be safe.
 */
export function acknowledged(
  warnings: readonly Standing[],
  reason: string | undefined,
  advice: string,
): Result<string> {
  if (reason !== undefined) {
    const said = { "--acknowledge": reason };
    return unless([...privateTextProblems(said), ...benefitProblems(said)], () => reason);
  }
  return unless(
    warnings.map((w, i) => ({
      code: "over-ceiling",
      message: `This goes ${overInWords(w)}: ${partsInWords(w).join("; ")}.`,
      ...(i === warnings.length - 1
        ? {
            remedy: `Talk it over with them first; to go on, say what was agreed: --acknowledge "reason". ${advice}`,
          }
        : {}),
    })),
    () => "",
  );
}

/** Sentences about warnings that were acknowledged, for whoever did. */
export const acknowledgedSentences = (warnings: readonly Standing[], advice: string): string[] =>
  warnings.length === 0 ? [] : [...warnings.map((w) => `Acknowledged: this goes ${overInWords(w)}.`), advice];
