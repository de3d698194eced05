import type { Day } from "../domain/day.ts";
import type { TermKind } from "../domain/vocabulary.ts";
import { type Store, sql } from "./store.ts";

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

/** The words of one kind that are in use, by key and label. */
export const wordsOfKind = (store: Store, kind: TermKind): Pick<Term, "key" | "label">[] =>
  terms(store, kind).filter((t) => t.retired_on === null);

/** The keys of one kind that are in use. */
export const keysOf = (store: Store, kind: TermKind): string[] => wordsOfKind(store, kind).map((t) => t.key);

/** How many people each word is recorded for, by the word's id; regions are counted too. */
export function peopleByTerm(store: Store): Map<number, number> {
  const had = store.all(
    sql
      .selectFrom("person_term")
      .select((eb) => ["term_id", eb.fn.countAll<number>().as("people")])
      .groupBy("term_id")
      .orderBy("term_id"),
  );
  const regions = store.all(
    sql
      .selectFrom("person as p")
      .innerJoin("vocabulary_term as t", (join) =>
        join.onRef("t.key", "=", "p.region").on("t.kind", "=", "region"),
      )
      .select((eb) => ["t.id as term_id", eb.fn.countAll<number>().as("people")])
      .groupBy("t.id")
      .orderBy("t.id"),
  );
  const needs = store.all(
    sql
      .selectFrom("person_access_need")
      .select((eb) => ["term_id", eb.fn.countAll<number>().as("people")])
      .where("term_id", "is not", null)
      .where("ended_on", "is", null)
      .groupBy("term_id")
      .orderBy("term_id"),
  );
  return new Map([...had, ...regions, ...needs].map((r) => [r.term_id ?? 0, r.people]));
}

/** Adds a word, or brings a retired one back with this label; answers its id. */
export function addTerm(
  store: Store,
  word: { readonly kind: TermKind; readonly key: string; readonly label: string; readonly source: string },
): number {
  const old = terms(store, word.kind).find((t) => t.key === word.key);
  if (!old) return store.insert("vocabulary_term", word);
  store.update("vocabulary_term", old.id, { label: word.label, source: word.source, retired_on: null });
  return old.id;
}

/** Retires a word from a day on; whoever has it keeps it. */
export const retireTerm = (store: Store, id: number, day: Day): void =>
  store.update("vocabulary_term", id, { retired_on: day });
