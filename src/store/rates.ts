import type { Day } from "../domain/day.ts";
import type { ExpenseKind } from "../domain/expense-kind.ts";
import type { Band, MileageRate, Rate } from "../domain/rate.ts";
import { setting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** The bands fees are named by, in the unit's order. */
export const bands = (store: Store): Band[] =>
  store
    .all(sql.selectFrom("band").select(["key", "label", "minutes", "by_length"]).orderBy("position"))
    .map(({ by_length, ...band }) => ({ ...band, byLength: by_length === 1 }));

/** The rates of one card, or of the unit's usual one (setting `default-rate-card`), by band and day. */
export function rates(store: Store, cardId?: number): Rate[] {
  const own = sql
    .selectFrom("rate as r")
    .innerJoin("rate_card as c", "c.id", "r.card_id")
    .select(["r.id", "r.band", "r.pence", "r.from_on", "r.to_on"])
    .orderBy("r.band")
    .orderBy("r.from_on");
  const rows = store.all(
    cardId === undefined
      ? own.where("c.key", "=", setting(store, "default-rate-card"))
      : own.where("c.id", "=", cardId),
  );
  return rows.map((r) => ({
    id: r.id,
    band: r.band,
    pence: r.pence,
    fromOn: r.from_on as Day,
    toOn: r.to_on as Day | null,
  }));
}

/** The mileage rates, by day. */
export const mileageRates = (store: Store): MileageRate[] =>
  store
    .all(
      sql.selectFrom("mileage_rate").select(["id", "pence_per_mile", "from_on", "to_on"]).orderBy("from_on"),
    )
    .map((r) => ({
      id: r.id,
      pence: r.pence_per_mile,
      fromOn: r.from_on as Day,
      toOn: r.to_on as Day | null,
    }));

/** The kinds of expense that are in use, by id. */
export const expenseKinds = (store: Store): ExpenseKind[] =>
  store
    .all(
      sql
        .selectFrom("expense_kind")
        .select(["id", "key", "label", "receipt_needed", "flat_pence", "by_mileage"])
        .where("retired_on", "is", null)
        .orderBy("id"),
    )
    .map((k) => ({
      id: k.id,
      key: k.key,
      label: k.label,
      receiptNeeded: k.receipt_needed === 1,
      flatPence: k.flat_pence,
      byMileage: k.by_mileage === 1,
    }));

/** Who pays, by key. */
export const payers = (store: Store): { id: number; key: string }[] =>
  store.all(sql.selectFrom("payer").select(["id", "key"]).orderBy("key"));
