import type { Day } from "../domain/day.ts";
import { within } from "../domain/day.ts";
import { type CardRate, endedBy, gapsOf, type MileRate, type RateCard } from "../domain/rate-card.ts";
import { type Column, list, type Report, type Row } from "./report.ts";

const columns: readonly Column[] = [
  { key: "card", heading: "Card" },
  { key: "band", heading: "Band" },
  { key: "amount", heading: "Amount", kind: "pence" },
  { key: "from_on", heading: "From", kind: "day" },
  { key: "to_on", heading: "To", kind: "day" },
  { key: "source", heading: "Source" },
  { key: "card_label", heading: "Card in full", detail: true },
  { key: "payer", heading: "Payer", detail: true },
  { key: "retired_on", heading: "Card retired", kind: "day", detail: true },
];

/** Everything that has a price: the cards with their rates, the mileage rates, and the card used where none is named. */
export interface Prices {
  readonly cards: readonly RateCard[];
  readonly rates: readonly CardRate[];
  readonly miles: readonly MileRate[];
  readonly usual: string;
}

const mileRow = (rate: MileRate): Row => ({
  card: "mileage",
  band: "mile",
  amount: rate.pence,
  from_on: rate.fromOn,
  to_on: rate.toOn,
  source: rate.source,
  card_label: "Mileage",
  payer: null,
  retired_on: null,
});

const rateRow = (rate: CardRate, card: RateCard | undefined): Row => ({
  card: rate.card,
  band: rate.band,
  amount: rate.pence,
  from_on: rate.fromOn,
  to_on: rate.toOn,
  source: rate.source,
  card_label: card?.label ?? null,
  payer: card?.payer ?? null,
  retired_on: card?.retiredOn ?? null,
});

/** A sentence for each stretch of days for which a band has no rate though it had one before and has one after. */
export const gapNotes = (rates: readonly CardRate[]): string[] =>
  gapsOf(rates).map(
    ({ card, band, from, to }) =>
      `No rate for ${band} on the card ${card} ${from === to ? `on ${from}` : `from ${from} to ${to}`}: a fee of such a day cannot be priced.`,
  );

const endedNotes = (rates: readonly CardRate[], on: Day): string[] =>
  endedBy(rates, on).map(
    ({ card, band, lastOn }) =>
      `The rate for ${band} on the card ${card} ended on ${lastOn}, and no other follows.`,
  );

const rowsOf = ({ cards, rates, miles }: Prices): Row[] => [
  ...rates.map((r) =>
    rateRow(
      r,
      cards.find((c) => c.key === r.card),
    ),
  ),
  ...miles.map((m) => mileRow(m)),
];

/** Every one of some rates, those that ended and are to come too. */
export const pricesReport = (prices: Prices): Report =>
  list("Rates", columns, rowsOf(prices), "No rate yet.");

/** Rates by card and band: those in force on a day, or with `all` every one there was and will be. */
export function ratesReport(prices: Prices, on: Day, all: boolean): Report {
  const shown = (r: { readonly fromOn: Day; readonly toOn: Day | null }): boolean =>
    all || within(on, r.fromOn, r.toOn);
  const retired = (key: string): Day | null => prices.cards.find((c) => c.key === key)?.retiredOn ?? null;
  const inUse = prices.rates.filter((r) => all || (retired(r.card) ?? "9999") > on);
  return list(
    "Rates",
    columns,
    rowsOf({ ...prices, rates: inUse.filter(shown), miles: prices.miles.filter(shown) }),
    `No rate is in force on ${on}.`,
    [
      `Where no card is named, fees are priced from: ${prices.usual}.`,
      ...gapNotes(inUse),
      ...endedNotes(inUse, on),
    ],
  );
}
