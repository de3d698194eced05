import { addDays, type Day } from "../domain/day.ts";
import { payerNamed } from "../domain/rate.ts";
import {
  type CardRate,
  cardFor,
  type MileRate,
  type PriceWords,
  type RateCard,
} from "../domain/rate-card.ts";
import type { RatePlan } from "../domain/rate-plan.ts";
import type { Retirement } from "../domain/rate-retire.ts";
import type { RateFacts } from "../domain/rate-words.ts";
import { every, type Result } from "../domain/result.ts";
import { bands, payers } from "./rates.ts";
import { changeSetting, setting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

const positions = sql.selectFrom("band").select("id").orderBy("id");

/** Every rate card by key, retired ones too. */
const rateCards = (store: Store): RateCard[] =>
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
const cardRates = (store: Store): CardRate[] =>
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
const mileRates = (store: Store): MileRate[] =>
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

/** The card that a rate is on. */
export const cardOf = (store: Store, rateId: number | null): string | undefined =>
  store.first(
    sql
      .selectFrom("rate as r")
      .innerJoin("rate_card as c", "c.id", "r.card_id")
      .select("c.key")
      .where("r.id", "=", rateId),
  )?.key;

/** Who pays and by which card work of a day is priced, from the words of a verb and the unit's usual ones. */
export function pricedFrom(
  store: Store,
  words: PriceWords,
  on: Day,
): Result<{ readonly card: RateCard; readonly payerId: number }> {
  const payer = (words.payer ?? setting(store, "default-payer")).trim().toLowerCase();
  const wanted = { named: words.card, payer, usual: setting(store, "default-rate-card"), on };
  return every({
    card: cardFor(rateCards(store), wanted),
    payerId: payerNamed(payer, payers(store)),
  });
}

/** Everything that has a price here, for setting a rate or ending one. */
export const rateFacts = (store: Store): RateFacts => ({
  cards: rateCards(store),
  rates: cardRates(store),
  miles: mileRates(store),
  bands: bands(store),
  payers: payers(store),
  usual: setting(store, "default-rate-card"),
});

/** How many lines from a day on were priced at a rate that is ended before it; they keep it. */
export const linesPricedAt = (store: Store, rateId: number, from: Day): number =>
  store.all(
    sql
      .selectFrom("payment_line")
      .select("id")
      .where("rate_id", "=", rateId)
      .where("activity_on", ">=", from)
      .orderBy("id"),
  ).length;

/** Sets a rate as planned: a card or band that is new, the one before ended, the rate itself. */
export function setRate(store: Store, plan: RatePlan, today: Day): void {
  const source = plan.source ?? undefined;
  const made = { from_on: plan.fromOn, to_on: plan.toOn, ...(source ? { source } : {}) };
  if (plan.newBand)
    store.insert("band", { key: plan.band, ...plan.newBand, position: 1 + store.all(positions).length });
  if (plan.newCard && plan.card !== null)
    store.insert("rate_card", {
      key: plan.card,
      label: plan.newCard.label,
      payer_id: plan.newCard.payerId,
    });
  const lastDay = addDays(plan.fromOn, -1);
  if (plan.card === null) {
    if (plan.ends) store.update("mileage_rate", plan.ends.id, { to_on: lastDay, end_set_on: today });
    if (!plan.unchanged) store.insert("mileage_rate", { pence_per_mile: plan.pence, ...made });
    return;
  }
  const card = rateCards(store).find((c) => c.key === plan.card);
  if (plan.ends) store.update("rate", plan.ends.id, { to_on: lastDay, end_set_on: today });
  if (!plan.unchanged)
    store.insert("rate", { card_id: card?.id ?? 0, band: plan.band, pence: plan.pence, ...made });
  if (plan.usual) changeSetting(store, "default-rate-card", plan.card);
}

/** Ends rates on their last day, and the card where all of it is retired. */
export function retireRates(store: Store, plan: Retirement, today: Day): void {
  for (const { id } of plan.rates) store.update("rate", id, { to_on: plan.lastDay, end_set_on: today });
  for (const { id } of plan.miles)
    store.update("mileage_rate", id, { to_on: plan.lastDay, end_set_on: today });
  if (plan.card) store.update("rate_card", plan.card.id, { retired_on: addDays(plan.lastDay, 1) });
}
