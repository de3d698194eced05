import type { Day } from "../domain/day.ts";
import type { CardRate, MileRate, RateCard } from "../domain/rate-card.ts";
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
