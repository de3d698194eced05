import { addDays, type Day } from "./day.ts";
import { type Pence, pounds } from "./money.ts";
import { suggestion } from "./nearest.ts";
import { privateTextProblems } from "./private-text.ts";
import type { Band } from "./rate.ts";
import type { CardRate, MileRate, RateCard } from "./rate-card.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { keyOf } from "./text.ts";

/** The word that stands for a mile where others name a band. */
export const mileage = "mileage";

/** What `payment rates set` was told. */
export interface RateWords {
  readonly band: string;
  readonly amount: Pence;
  readonly from: Day;
  /** Its last day; left out, until further notice. */
  readonly to: Day | undefined;
  readonly card: string | undefined;
  readonly cardLabel: string | undefined;
  readonly payer: string | undefined;
  readonly bandLabel: string | undefined;
  readonly minutes: number | undefined;
  readonly source: string | undefined;
  readonly usual: boolean;
}

/** What has to be known to set or end a rate. */
export interface RateFacts {
  readonly cards: readonly RateCard[];
  readonly rates: readonly CardRate[];
  readonly miles: readonly MileRate[];
  readonly bands: readonly Band[];
  readonly payers: readonly { readonly id: number; readonly key: string }[];
  /** The card that is used where none is named. */
  readonly usual: string;
}

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

const problem = (code: string, message: string, remedy: string): Problem => ({ code, message, remedy });

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

const beside = (words: RateWords): Record<string, unknown> => ({
  "--card": words.card,
  "--card-label": words.cardLabel,
  "--payer": words.payer,
  "--band-label": words.bandLabel,
  "--minutes": words.minutes,
  "--usual": words.usual || undefined,
});

/** A mile has one rate for everybody: no card, no band of its own, no payer. */
const mileProblems = (words: RateWords): Problem[] =>
  Object.entries(beside(words))
    .filter(([, value]) => value !== undefined)
    .map(([name]) =>
      problem(
        "mileage-alone",
        `${name} says nothing about mileage, which has one rate.`,
        `Leave ${name} out.`,
      ),
    );

function cardProblems(words: RateWords, facts: RateFacts): Problem[] {
  const key = words.card === undefined ? facts.usual : keyOf(words.card);
  const there = facts.cards.find((c) => c.key === key);
  const unknownPayer =
    words.payer !== undefined && !facts.payers.some((p) => p.key === keyOf(words.payer ?? ""));
  return [
    ...(there || words.cardLabel !== undefined
      ? []
      : [
          problem(
            "unknown-card",
            `"${key}" is not a rate card.`,
            `${suggestion(
              key,
              facts.cards.map((c) => c.key),
            )} To begin a card of your own, add --card-label "what it is called".`,
          ),
        ]),
    ...(there && (words.cardLabel !== undefined || words.payer !== undefined)
      ? [problem("card-there", `The card ${key} is there already.`, "Leave --card-label and --payer out.")]
      : []),
    ...(there?.retiredOn
      ? [
          problem(
            "card-retired",
            `The card ${key} is retired from ${there.retiredOn} on.`,
            "Use or begin another card.",
          ),
        ]
      : []),
    ...(unknownPayer
      ? [
          problem(
            "unknown-payer",
            `"${words.payer}" is not a payer here.`,
            suggestion(
              words.payer ?? "",
              facts.payers.map((p) => p.key),
            ),
          ),
        ]
      : []),
  ];
}

function bandProblems(words: RateWords, facts: RateFacts): Problem[] {
  const key = keyOf(words.band);
  const there = facts.bands.some((b) => b.key === key);
  if (key === "")
    return [problem("not-a-band", `"${words.band}" cannot be a band.`, "Write a word, such as half-day.")];
  if (!there && words.bandLabel === undefined)
    return [
      problem(
        "unknown-band",
        `"${words.band}" is not a band.`,
        `${suggestion(key, [...facts.bands.map((b) => b.key), mileage])} To begin a band of your own, add --band-label "what it is called".`,
      ),
    ];
  return there && (words.bandLabel !== undefined || words.minutes !== undefined)
    ? [problem("band-there", `The band ${key} is there already.`, "Leave --band-label and --minutes out.")]
    : [];
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
    ...(isMile ? mileProblems(words) : [...cardProblems(words, facts), ...bandProblems(words, facts)]),
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
