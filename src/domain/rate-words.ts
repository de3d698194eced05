import type { Day } from "./day.ts";
import type { Pence } from "./money.ts";
import { suggestion } from "./nearest.ts";
import type { Band } from "./rate.ts";
import type { CardRate, MileRate, RateCard } from "./rate-card.ts";
import { type Problem, problem } from "./result.ts";
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

const beside = (words: RateWords): Record<string, unknown> => ({
  "--card": words.card,
  "--card-label": words.cardLabel,
  "--payer": words.payer,
  "--band-label": words.bandLabel,
  "--minutes": words.minutes,
  "--usual": words.usual || undefined,
});

/** A mile has one rate for everybody: no card, no band of its own, no payer. */
export const mileWordProblems = (words: RateWords): Problem[] =>
  Object.entries(beside(words))
    .filter(([, value]) => value !== undefined)
    .map(([name]) =>
      problem(
        "mileage-alone",
        `${name} says nothing about mileage, which has one rate.`,
        `Leave ${name} out.`,
      ),
    );

/** What is wrong with the card that is named, or begun. */
export function cardWordProblems(words: RateWords, facts: RateFacts): Problem[] {
  const key = words.card === undefined ? facts.usual : keyOf(words.card);
  const there = facts.cards.find((c) => c.key === key);
  const unknownPayer =
    words.payer !== undefined && !facts.payers.some((p) => p.key === keyOf(words.payer ?? ""));
  const ownCards = there
    ? []
    : facts.cards.filter(
        (c) =>
          c.payer !== null && c.payer === keyOf(words.payer ?? "") && words.from < (c.retiredOn ?? "9999"),
      );
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
    ...ownCards.map((c) =>
      problem(
        "payer-has-card",
        `What ${c.payer} pays is priced from its own card already, ${c.key}.`,
        `Set the rate on that one (--card ${c.key}), retire it first (involve payment rates retire --card ${c.key}), or leave --payer out.`,
      ),
    ),
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

/** What is wrong with the band that is named, or begun. */
export function bandWordProblems(words: RateWords, facts: RateFacts): Problem[] {
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
