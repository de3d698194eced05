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

const outputs = `select printf('C-%03d', id) as value, title as about from commentary
  union all select printf('PA-%03d', id), title from paper
  union all select printf('E-%03d', id), title from engagement_event order by 1`;

const lookups: Readonly<Record<string, Lookup>> = {
  member: {
    text: "select id, known_as as about from person where erased_on is null order by id",
    kind: "member",
  },
  contributor: {
    text: `select printf('M-%03d', id) as value, known_as as about from person where erased_on is null
      union all select printf('S-%03d', id), name from staff where left_on is null order by 1`,
  },
  staff: { text: "select id, name as about from staff where left_on is null order by id", kind: "staff" },
  project: { text: "select id, title as about from project order by id", kind: "project" },
  run: { text: "select id, made_on as about from match_run order by id desc", kind: "run" },
  payment: {
    text: "select id, activity_kind || case when activity_kind in ('commentary', 'event') then '' else ' ' || activity_key end as about from payment_line order by id desc limit 200",
    kind: "payment",
  },
  batch: { text: "select key as value, state as about from payment_batch order by id desc" },
  budget: {
    text: "select title as value, from_on || ' to ' || to_on as about from budget order by from_on, title",
  },
  paper: { text: "select id, title as about from paper order by id", kind: "paper" },
  commentary: { text: "select id, title as about from commentary order by id", kind: "commentary" },
  output: { text: outputs },
  named: {
    text: `select printf('M-%03d', id) as value, known_as as about from person where erased_on is null
      union all ${outputs}`,
  },
  correction: {
    text: "select id, form || ', asked ' || asked_on as about from naming_correction order by id desc",
    kind: "correction",
  },
  event: { text: "select id, title as about from engagement_event order by id", kind: "event" },
  round: { text: "select key as value, title as about from recruitment_round order by id desc" },
  meeting: { text: "select key as value, held_on as about from meeting order by held_on desc" },
  course: { text: "select key as value, title as about from course where status <> 'retired' order by key" },
  clearance: {
    text: "select key as value, label as about from clearance where retired_on is null order by key",
  },
  requirement: {
    text: "select key as value, label as about from external_requirement where retired_on is null order by key",
  },
  evaluation: { text: "select key as value, title as about from evaluation_round order by id desc" },
  band: { text: "select key as value, label as about from band order by position" },
  card: { text: "select key as value, label as about from rate_card where retired_on is null order by key" },
  experience: {
    text: "select key as value, label as about from vocabulary_term where kind = 'experience' and retired_on is null order by key",
  },
  skill: {
    text: "select key as value, label as about from vocabulary_term where kind = 'skill' and retired_on is null order by key",
  },
  region: {
    text: "select key as value, label as about from vocabulary_term where kind = 'region' and retired_on is null order by key",
  },
  access: {
    text: "select key as value, label as about from vocabulary_term where kind = 'access' and retired_on is null order by key",
  },
  availability: {
    text: "select key as value, label as about from vocabulary_term where kind = 'availability' and retired_on is null order by key",
  },
  term: {
    text: "select key as value, kind || ': ' || label as about from vocabulary_term where retired_on is null order by kind, key",
  },
  template: { text: "select key as value, title as about from document_template order by id" },
  role: { text: "select key as value, label as about from staff_role order by id" },
  credit: { text: "select key as value, label as about from credit_role order by position" },
  expense: {
    text: "select key as value, label as about from expense_kind where retired_on is null order by id",
  },
  payer: { text: "select key as value, name as about from payer order by id" },
  series: { text: "select key as value, title as about from meeting_series order by id" },
  session: {
    text: `select printf('T-%03d', s.id) as value, c.title || ', ' || s.held_on as about
      from training_session s join course c on c.id = s.course_id order by s.held_on desc, s.id`,
  },
  import: {
    text: "select id, file_name || ', ' || made_on as about from import_batch order by id desc",
    kind: "import",
  },
  setting: { text: "select key as value, about from setting order by key" },
  mapping: { text: "select name as value, kind as about from csv_mapping order by name" },
  change: {
    text: "select id, command || ', by ' || made_by as about from change_set order by id desc limit 200",
    kind: "change",
  },
  activity: {
    text: `select 'meeting:' || key as value, held_on as about from meeting
      union all select printf('project:P-%03d', id), title from project
      union all select printf('commentary:C-%03d', id), title from commentary
      union all select printf('event:E-%03d', id), title from engagement_event
      union all select 'training:' || key, title from course where status <> 'retired'
      union all select 'recruitment:' || key, title from recruitment_round order by 1`,
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
