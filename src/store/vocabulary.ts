import { type Store, sql } from "./store.ts";

/** The kinds of word a unit keeps lists of. */
export type TermKind = "experience" | "skill" | "interest" | "region" | "access";

/** A word of a vocabulary. */
export interface Term {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  readonly source: string;
  readonly retired_on: string | null;
}

/** The words of one kind (or all), those in use first, by key. */
export function terms(store: Store, kind?: TermKind): Term[] {
  const query = sql
    .selectFrom("vocabulary_term")
    .select(["id", "kind", "key", "label", "source", "retired_on"])
    .orderBy("kind")
    .orderBy("retired_on")
    .orderBy("key");
  return store.all(kind === undefined ? query : query.where("kind", "=", kind));
}

/** The keys of one kind that are in use. */
export const keysOf = (store: Store, kind: TermKind): string[] =>
  terms(store, kind)
    .filter((t) => t.retired_on === null)
    .map((t) => t.key);
