import { type RefKind, ref } from "../domain/ref.ts";
import type { Store } from "./store.ts";

/** Something a word may stand for: what is typed, and what it is. */
export interface Choice {
  readonly value: string;
  readonly about: string;
}

interface Lookup {
  readonly text: string;
  /** Where the typed word is a ref made from the id, and not a key. */
  readonly kind?: RefKind;
}

const lookups: Readonly<Record<string, Lookup>> = {
  member: {
    text: "select id, known_as as about from person where erased_on is null order by id",
    kind: "member",
  },
  staff: { text: "select id, name as about from staff where left_on is null order by id", kind: "staff" },
  project: { text: "select id, title as about from project order by id", kind: "project" },
  payment: {
    text: "select id, activity_kind || case when activity_kind in ('commentary', 'event') then '' else ' ' || activity_key end as about from payment_line order by id desc limit 200",
    kind: "payment",
  },
  paper: { text: "select id, title as about from paper order by id", kind: "paper" },
  commentary: { text: "select id, title as about from commentary order by id", kind: "commentary" },
  event: { text: "select id, title as about from engagement_event order by id", kind: "event" },
  round: { text: "select key as value, title as about from recruitment_round order by id desc" },
  meeting: { text: "select key as value, held_on as about from meeting order by held_on desc" },
  course: { text: "select key as value, title as about from course where status <> 'retired' order by key" },
  clearance: {
    text: "select key as value, label as about from clearance where retired_on is null order by key",
  },
  evaluation: { text: "select key as value, title as about from evaluation_round order by id desc" },
  band: { text: "select key as value, label as about from band order by position" },
  experience: {
    text: "select key as value, label as about from vocabulary_term where kind = 'experience' and retired_on is null order by key",
  },
  skill: {
    text: "select key as value, label as about from vocabulary_term where kind = 'skill' and retired_on is null order by key",
  },
  interest: {
    text: "select key as value, label as about from vocabulary_term where kind = 'interest' and retired_on is null order by key",
  },
};

/** The refs or keys of one kind that are in the store, with what each is called; none for an unknown kind. */
export function choicesFor(store: Store, source: string): Choice[] {
  const lookup = lookups[source];
  if (!lookup) return [];
  return store.raw<{ id?: number; value?: string; about: string }>(lookup.text).map((row) => ({
    value: lookup.kind && row.id !== undefined ? ref(lookup.kind, row.id) : (row.value ?? ""),
    about: row.about,
  }));
}
