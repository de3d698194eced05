import { addDays, type Day } from "./day.ts";
import { type Pence, pounds } from "./money.ts";
import { privateTextProblems } from "./private-text.ts";
import type { CardRate } from "./rate-card.ts";
import {
  bandWordProblems,
  cardWordProblems,
  mileage,
  mileWordProblems,
  type RateFacts,
  type RateWords,
} from "./rate-words.ts";
import { type Problem, problem, type Result, unless } from "./result.ts";
import { keyOf } from "./text.ts";

/** A rate that is on record, as far as it matters to another one beside it. */
type Dated = Pick<CardRate, "id" | "pence" | "fromOn" | "toOn">;

/** What setting a rate would do. */
export interface RatePlan {
  /** The key of the card; null for what a mile pays. */
  readonly card: string | null;
  /** A card that is not there yet, with who pays by it. */
  readonly newCard: { readonly label: string; readonly payerId: number | null } | null;
  readonly band: string;
  /** A band that is not there yet. */
  readonly newBand: { readonly label: string; readonly minutes: number | null } | null;
  readonly pence: Pence;
  readonly fromOn: Day;
  readonly toOn: Day | null;
  readonly source: string | undefined;
  /** The rate until further notice that ends the day before. */
  readonly ends: Dated | null;
  /** Just this is on record already. */
  readonly unchanged: boolean;
  readonly usual: boolean;
}

/** The days from a day on, for which there is no rate once another has ended; null where there is one until further notice. */
export const openEnd = (plan: Pick<RatePlan, "toOn" | "ends">): Day | null =>
  plan.toOn === null || plan.ends === null ? null : addDays(plan.toOn, 1);

/** `from 2026-01-01 to 2026-12-31`, or without an end. */
export const stretchInWords = (rate: { readonly fromOn: Day; readonly toOn: Day | null }): string =>
  rate.toOn === null ? `from ${rate.fromOn}` : `from ${rate.fromOn} to ${rate.toOn}`;

const overlap = (a: Pick<Dated, "fromOn" | "toOn">, b: Pick<Dated, "fromOn" | "toOn">): boolean =>
  (a.toOn === null || b.fromOn <= a.toOn) && (b.toOn === null || a.fromOn <= b.toOn);

/** Two rates of one band never share a day. One until further notice that began earlier ends the day before the new one. */
function overlapProblems(own: readonly Dated[], made: Pick<Dated, "fromOn" | "toOn">): Problem[] {
  const clashes = own.filter((r) => overlap(r, made) && !(r.toOn === null && r.fromOn < made.fromOn));
  return clashes.map((r) =>
    problem(
      "rates-overlap",
      `There is a rate already: ${pounds(r.pence)} ${stretchInWords(r)}.`,
      r.fromOn > made.fromOn
        ? `End the new one before it: --to ${addDays(r.fromOn, -1)}`
        : "Begin the day after it ends, or end it first with: involve payment rates retire",
    ),
  );
}

/** What setting a rate would do: no overlap, no gap that is not said, and no line changes that was priced before. */
export function planRate(words: RateWords, facts: RateFacts): Result<RatePlan> {
  const band = keyOf(words.band);
  const isMile = band === mileage;
  const card = isMile ? null : words.card === undefined ? facts.usual : keyOf(words.card);
  const own: readonly Dated[] = isMile
    ? facts.miles
    : facts.rates.filter((r) => r.card === card && r.band === band);
  const made = { fromOn: words.from, toOn: words.to ?? null };
  const same = own.some((r) => r.fromOn === made.fromOn && r.toOn === made.toOn && r.pence === words.amount);
  const problems = [
    ...(isMile
      ? mileWordProblems(words)
      : [...cardWordProblems(words, facts), ...bandWordProblems(words, facts)]),
    ...(words.amount === 0
      ? [problem("no-amount", "A rate of £0.00 pays nothing.", "Give the amount.")]
      : []),
    ...(made.toOn !== null && made.toOn < made.fromOn
      ? [
          problem(
            "ends-before-start",
            `${made.toOn} is before ${made.fromOn}.`,
            "Give the last day with --to.",
          ),
        ]
      : same
        ? []
        : overlapProblems(own, made)),
    ...privateTextProblems({
      "--card-label": words.cardLabel,
      "--band-label": words.bandLabel,
      "--source": words.source,
    }),
  ];
  const isNew = (known: readonly { readonly key: string }[], key: string | null) =>
    !known.some((k) => k.key === key);
  return unless(problems, () => ({
    ...{
      card,
      band,
      pence: words.amount,
      ...made,
      source: words.source,
      unchanged: same,
      usual: words.usual,
    },
    newCard:
      card !== null && isNew(facts.cards, card)
        ? {
            label: words.cardLabel ?? card,
            payerId: facts.payers.find((p) => p.key === keyOf(words.payer ?? ""))?.id ?? null,
          }
        : null,
    newBand:
      !isMile && isNew(facts.bands, band)
        ? { label: words.bandLabel ?? band, minutes: words.minutes ?? null }
        : null,
    ends: same ? null : (own.find((r) => r.toOn === null && r.fromOn < made.fromOn) ?? null),
  }));
}
