import type { Day } from "../domain/day.ts";
import { payerNamed } from "../domain/rate.ts";
import {
  type CardRate,
  cardFor,
  type MileRate,
  type PriceWords,
  type RateCard,
} from "../domain/rate-card.ts";
import { every, type Result } from "../domain/result.ts";
import { payers } from "./rates.ts";
import { setting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** Every rate card by key, retired ones too. */
export const rateCards = (store: Store): RateCard[] =>
  store
    .all(
      sql
        .selectFrom("rate_card as c")
        .leftJoin("payer as y", "y.id", "c.payer_id")
        .select(["c.id", "c.key", "c.label", "y.key as payer", "c.retired_on"])
        .orderBy("c.key"),
    )
    .map((c) => ({
      id: c.id,
      key: c.key,
      label: c.label,
      payer: c.payer,
      retiredOn: c.retired_on as Day | null,
    }));

/** Every rate of every card: by card, in the unit's order of bands, by day. */
export const cardRates = (store: Store): CardRate[] =>
  store
    .all(
      sql
        .selectFrom("rate as r")
        .innerJoin("rate_card as c", "c.id", "r.card_id")
        .innerJoin("band as b", "b.key", "r.band")
        .select(["r.id", "c.key as card", "r.band", "b.label", "r.pence", "r.from_on", "r.to_on", "r.source"])
        .orderBy("c.key")
        .orderBy("b.position")
        .orderBy("r.from_on"),
    )
    .map((r) => ({
      id: r.id,
      card: r.card,
      band: r.band,
      bandLabel: r.label,
      pence: r.pence,
      fromOn: r.from_on as Day,
      toOn: r.to_on as Day | null,
      source: r.source,
    }));

/** What a mile pays, by day. */
export const mileRates = (store: Store): MileRate[] =>
  store
    .all(
      sql
        .selectFrom("mileage_rate")
        .select(["id", "pence_per_mile", "from_on", "to_on", "source"])
        .orderBy("from_on"),
    )
    .map((r) => ({
      id: r.id,
      pence: r.pence_per_mile,
      fromOn: r.from_on as Day,
      toOn: r.to_on as Day | null,
      source: r.source,
    }));

/** Who pays and by which card, from the words of a verb and the unit's usual ones. */
export function pricedFrom(
  store: Store,
  words: PriceWords,
): Result<{ readonly card: RateCard; readonly payerId: number }> {
  const payer = (words.payer ?? setting(store, "default-payer")).trim().toLowerCase();
  const wanted = { named: words.card, payer, usual: setting(store, "default-rate-card") };
  return every({
    card: cardFor(rateCards(store), wanted),
    payerId: payerNamed(payer, payers(store)),
  });
}
