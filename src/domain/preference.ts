import { addDays, type Day } from "./day.ts";
import type { Pence } from "./money.ts";
import type { TeamName } from "./person-name.ts";
import { no, type Problem, type Result, unless } from "./result.ts";

/** What somebody can choose about their fees; expenses are apart and always theirs. Source: NIHR payment guidance. */
const feeChoices = ["paid", "reduced", "declined", "donated", "ask"] as const;

/** One of those choices. */
export type FeeChoice = (typeof feeChoices)[number];

/** What can be chosen for one fee; `ask` is a wish for each time, not an answer. */
export const choicesThisTime = ["paid", "reduced", "declined", "donated"] as const;

/** What somebody who wishes to be asked can be recorded as answering at once; a lower amount needs to be typed. */
export const answersThisTime = [
  { name: "they are paid", value: "paid" },
  { name: "they decline it", value: "declined" },
  { name: "they give it to charity", value: "donated" },
] as const;

/** The choice behind one of those answers; none where nobody answered. */
export const answerOf = (value: string | undefined): Omit<Preference, "fromOn"> | undefined => {
  const answer = answersThisTime.find((a) => a.value === value);
  return answer && { choice: answer.value, most: null };
};

/** A choice from a day on, until the next one. */
export interface Preference {
  readonly choice: FeeChoice;
  /** For `reduced`: the most they take for one fee, in pence. */
  readonly most: Pence | null;
  readonly fromOn: Day;
}

/** What one person chose about fees, the oldest choice first. */
export interface Chosen {
  readonly person: { readonly id: number; readonly knownAs: TeamName };
  readonly preferences: readonly Preference[];
}

/** A choice with its last day, the one before the next choice begins; null where nothing follows it. */
export interface DatedChoice extends Preference {
  readonly toOn: Day | null;
}

/** Choices with the day each ends on, in the order in which they begin. */
export const datedChoices = (preferences: readonly Preference[]): DatedChoice[] =>
  [...preferences]
    .sort((a, b) => a.fromOn.localeCompare(b.fromOn, "en"))
    .map((p, i, all) => {
      const next = all[i + 1];
      return { ...p, toOn: next === undefined ? null : addDays(next.fromOn, -1) };
    });

/** The choice in force on a day: the latest that began by then; who has not said anything is paid. */
export function preferenceOn(preferences: readonly Preference[], day: Day): Preference {
  const inForce = preferences
    .filter((p) => p.fromOn <= day)
    .sort((a, b) => a.fromOn.localeCompare(b.fromOn, "en"));
  return inForce.at(-1) ?? { choice: "paid", most: null, fromOn: day };
}

/** What becomes of a fee. */
export interface Settled {
  /** What is asked for, in pence: nothing where it is declined or given away. */
  readonly claimed: Pence;
  readonly outcome: "due" | "reduced" | "declined" | "donated";
  readonly state: "logged" | "declined" | "donated";
}

/**
 * What becomes of a fee worth so many pence under a choice. A fee declined or given to charity is an outcome, never a debt:
 * it is settled at once and asks for nothing; the rate stays on the line.
 */
export function settle(worth: Pence, choice: Exclude<FeeChoice, "ask">, most: Pence | null): Settled {
  if (choice === "declined" || choice === "donated") return { claimed: 0, outcome: choice, state: choice };
  if (choice === "reduced" && most !== null && most < worth)
    return { claimed: most, outcome: "reduced", state: "logged" };
  return { claimed: worth, outcome: "due", state: "logged" };
}

/** What `payment preference` was told: one of the choices, and the amount where they take less. */
export interface PreferenceWords {
  readonly paid: boolean;
  readonly declines: boolean;
  readonly donates: boolean;
  readonly asks: boolean;
  readonly takes: Pence | undefined;
}

/** A problem for taking less where it is nothing at all: that is declining, an outcome and not a debt of nothing. */
export const lessThanNothing = (takes: Pence | undefined): Problem[] =>
  takes === 0
    ? [
        {
          code: "takes-nothing",
          message: "Whoever takes £0.00 declines the fee.",
          remedy: "Record it as declined, or as given to charity; expenses are still theirs to claim.",
        },
      ]
    : [];

/** The one choice in the words of `payment preference`; none and more than one are refused. */
export function choiceIn(words: PreferenceWords): Result<Omit<Preference, "fromOn">> {
  const said: Omit<Preference, "fromOn">[] = [
    ...(words.paid ? [{ choice: "paid" as const, most: null }] : []),
    ...(words.takes === undefined ? [] : [{ choice: "reduced" as const, most: words.takes }]),
    ...(words.declines ? [{ choice: "declined" as const, most: null }] : []),
    ...(words.donates ? [{ choice: "donated" as const, most: null }] : []),
    ...(words.asks ? [{ choice: "ask" as const, most: null }] : []),
  ];
  const [only, another] = said;
  if (only && !another) return unless(lessThanNothing(words.takes), () => only);
  return no({
    code: "one-choice",
    message: only ? "These are two choices." : "What did they choose?",
    remedy: "Give one of: --paid, --takes AMOUNT, --declines, --donates, --asks.",
  });
}

/** The choice for this one fee: a lower amount goes with `--choice reduced` only, and that needs one. */
export function choiceThisTime(
  choice: Exclude<FeeChoice, "ask"> | undefined,
  takes: Pence | undefined,
): Result<Omit<Preference, "fromOn"> | undefined> {
  const problems =
    (choice === "reduced") === (takes !== undefined)
      ? []
      : [
          {
            code: "takes",
            message:
              choice === "reduced"
                ? "How much do they take?"
                : "--takes goes with --choice reduced, and with nothing else.",
            remedy: "For example: --choice reduced --takes 40.00",
          },
        ];
  return unless([...problems, ...lessThanNothing(takes)], () =>
    choice === undefined ? undefined : { choice, most: takes ?? null },
  );
}

/** A choice as a sentence about somebody. */
export function choiceInWords(choice: FeeChoice, most: string): string {
  switch (choice) {
    case "paid":
      return "is paid fees";
    case "reduced":
      return `takes at most ${most} for one fee`;
    case "declined":
      return "declines fees; expenses are still paid";
    case "donated":
      return "gives fees to charity; expenses are still paid";
    case "ask":
      return "is to be asked each time";
  }
}
