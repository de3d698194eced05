import { addDays, type Day } from "./day.ts";
import { grouped } from "./grouped.ts";
import type { Pence } from "./money.ts";
import { suggestion } from "./nearest.ts";
import { no, type Result, yes } from "./result.ts";

/** One row of a rate card: what a band pays from a day to a day, both included; a null end is until further notice. */
export interface CardRate {
  readonly id: number;
  readonly card: string;
  readonly band: string;
  readonly bandLabel: string;
  readonly pence: Pence;
  readonly fromOn: Day;
  readonly toOn: Day | null;
  readonly source: string;
}

/** A list of rates; who pays by it where it belongs to one payer, and from when it is no longer used. */
export interface RateCard {
  readonly id: number;
  readonly key: string;
  readonly label: string;
  readonly payer: string | null;
  readonly retiredOn: Day | null;
}

/** What a mile pays from a day to a day. */
export interface MileRate {
  readonly id: number;
  readonly pence: Pence;
  readonly fromOn: Day;
  readonly toOn: Day | null;
  readonly source: string;
}

/** A stretch of days; a null end is until further notice. */
interface Stretch {
  readonly fromOn: Day;
  readonly toOn: Day | null;
}

/** The days between stretches that none of them covers, in order; before the first and after the last is no gap. */
function gapsBetween(stretches: readonly Stretch[]): { readonly from: Day; readonly to: Day }[] {
  const inOrder = [...stretches].sort((a, b) => a.fromOn.localeCompare(b.fromOn, "en"));
  return inOrder.slice(1).flatMap((next, i) => {
    const end = inOrder[i]?.toOn ?? null;
    return end !== null && addDays(end, 1) < next.fromOn
      ? [{ from: addDays(end, 1), to: addDays(next.fromOn, -1) }]
      : [];
  });
}

/** The rates of each band of each card, beside each other. */
const byBand = (rates: readonly CardRate[]): (readonly CardRate[])[] => [
  ...grouped(rates, (r) => `${r.card} ${r.band}`).values(),
];

/** Every gap of every band of some cards, for pointing out; a fee of such a day cannot be priced. */
export const gapsOf = (rates: readonly CardRate[]): { card: string; band: string; from: Day; to: Day }[] =>
  byBand(rates).flatMap((own) => {
    const { card = "", band = "" } = own[0] ?? {};
    return gapsBetween(own).map((gap) => ({ card, band, ...gap }));
  });

/** The bands of some cards whose last rate ended before a day, each with that last day: nothing of that day can be priced by them. */
export const endedBy = (
  rates: readonly CardRate[],
  on: Day,
): { readonly card: string; readonly band: string; readonly lastOn: Day }[] =>
  byBand(rates).flatMap((own) => {
    const ends = own.map((r) => r.toOn ?? ("9999-12-31" as Day)).sort((a, b) => a.localeCompare(b, "en"));
    const { card = "", band = "" } = own[0] ?? {};
    const lastOn = ends.at(-1);
    return lastOn !== undefined && lastOn < on ? [{ card, band, lastOn }] : [];
  });

/** What a verb says of where a price comes from: the card and the payer, each left out where it is the usual one. */
export interface PriceWords {
  readonly card: string | undefined;
  readonly payer: string | undefined;
}

/** A payer's own card on a day: of those that were not retired by then the one that is retired first. */
const ownCard = (
  cards: readonly RateCard[],
  { payer, on }: { readonly payer: string; readonly on: Day },
): RateCard | undefined =>
  cards
    .filter((c) => c.payer === payer && on < (c.retiredOn ?? "9999"))
    .sort((a, b) => (a.retiredOn ?? "9999").localeCompare(b.retiredOn ?? "9999", "en"))[0];

/** The card a line is priced from: the one named, else the payer's own, else the unit's usual one. */
export function cardFor(
  cards: readonly RateCard[],
  wanted: {
    readonly named: string | undefined;
    readonly payer: string;
    readonly usual: string;
    /** The day of the activity: a card that was retired later still counted on it. */
    readonly on: Day;
  },
): Result<RateCard> {
  const key = wanted.named?.trim().toLowerCase();
  const found =
    key === undefined
      ? (ownCard(cards, wanted) ?? cards.find((c) => c.key === wanted.usual))
      : cards.find((c) => c.key === key);
  return found
    ? yes(found)
    : no({
        code: "unknown-card",
        message: `"${wanted.named ?? wanted.usual}" is not a rate card.`,
        remedy: suggestion(
          wanted.named ?? wanted.usual,
          cards.map((c) => c.key),
        ),
      });
}
