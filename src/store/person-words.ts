import type { Day } from "../domain/day.ts";
import type { PersonWord, WordsPlan } from "../domain/person-words.ts";
import type { TermKind } from "../domain/vocabulary.ts";
import { type Store, sql } from "./store.ts";

/** Experience, skills and interests of a person (or those of one kind), by kind and key. */
export function wordsOf(store: Store, personId: number, kind?: TermKind): PersonWord[] {
  const query = sql
    .selectFrom("person_term as h")
    .innerJoin("vocabulary_term as t", "t.id", "h.term_id")
    .select(["t.id", "t.kind", "t.key", "t.label", "t.retired_on", "h.id as heldId", "h.level"])
    .where("h.person_id", "=", personId)
    .orderBy("t.kind")
    .orderBy("t.key");
  return store.all(kind === undefined ? query : query.where("t.kind", "=", kind));
}

/** Writes a plan of words for a person; a level goes on what is added or changed. */
export function recordWords(
  store: Store,
  personId: number,
  plan: WordsPlan,
  noted: { readonly on: Day; readonly level?: number | undefined },
): void {
  for (const word of plan.add)
    store.insert("person_term", {
      person_id: personId,
      term_id: word.id,
      level: noted.level ?? null,
      noted_on: noted.on,
    });
  for (const word of plan.change)
    store.update("person_term", word.heldId, { level: noted.level ?? null, noted_on: noted.on });
  for (const word of plan.remove) store.remove("person_term", word.heldId);
}
