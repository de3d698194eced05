import { purposes } from "../domain/consent.ts";
import { groups } from "../domain/person.ts";
import type { KnownWords, Setting } from "../domain/setting.ts";
import { type Store, sql } from "./store.ts";

/** The unit's settings, by key. */
export const settings = (store: Store): Setting[] =>
  store.all(sql.selectFrom("setting").select(["key", "value", "about", "source"]).orderBy("key"));

/** The words there are for settings that hold some. */
export const knownWords = (store: Store): KnownWords => ({
  "default-payer": store.all(sql.selectFrom("payer").select("key").orderBy("key")).map((p) => p.key),
  "default-rate-card": store
    .all(sql.selectFrom("rate_card").select("key").where("retired_on", "is", null).orderBy("key"))
    .map((c) => c.key),
  "panel-group": groups,
  "consents-at-appointment": purposes,
  "citation-style": ["vancouver", "apa", "harvard"],
  "tie-break-words": store
    .all(sql.selectFrom("vocabulary_term").select("key").where("kind", "=", "experience").orderBy("key"))
    .map((t) => t.key),
});

/** The value of a setting of the unit by its key; throws where a store has no such setting, which is a bug. */
export function setting(store: Store, key: string): string {
  const row = store.first(sql.selectFrom("setting").select("value").where("key", "=", key));
  if (!row) throw new Error(`this store has no setting "${key}"`);
  return row.value;
}

/** The value of a setting that is a whole number (its key names the unit: pence, days, months); throws where it is not one. */
export function numberSetting(store: Store, key: string): number {
  const value = setting(store, key);
  if (!/^-?\d{1,12}$/.test(value.trim()))
    throw new Error(`the setting "${key}" is "${value}" and should be a whole number`);
  return Number(value);
}

/** The name of the unit whose store this is. */
export const unitName = (store: Store): string =>
  store.first(sql.selectFrom("unit").select("name").where("id", "=", 1))?.name ?? "";

/** The short name of the unit whose store this is. */
export const unitShortName = (store: Store): string =>
  store.first(sql.selectFrom("unit").select("short_name").where("id", "=", 1))?.short_name ?? "";

/** Changes a setting of the unit; it is on record as any other change. */
export function changeSetting(store: Store, key: string, value: string): void {
  const row = store.first(sql.selectFrom("setting").select("id").where("key", "=", key));
  if (!row) throw new Error(`this store has no setting "${key}"`);
  store.update("setting", row.id, { value, source: "set by this unit" });
}
