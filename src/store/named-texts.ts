import { holdsName } from "../domain/elimination.ts";
import { formFor, type NamingFacts, type NamingForm, nameOf } from "../domain/naming.ts";
import { namedIn, namedInAny } from "../domain/person-name.ts";
import { textsOf } from "./commentary-texts.ts";
import { type OutputRow, outputRows } from "./named-outputs.ts";
import { namingFacts } from "./naming.ts";
import { type Store, sql } from "./store.ts";

/** Something an output says, and what it is called in a sentence. */
interface NamedText {
  readonly what: string;
  readonly text: string;
}

/** The paragraphs of the newest text of a commentary. */
function paragraphs(store: Store, { output, ref: name }: OutputRow): NamedText[] {
  const newest = textsOf(store, output.id).at(-1);
  const parts = (newest?.body ?? "").split(/\n\s*\n/).filter((p) => p.trim() !== "");
  return parts.map((text, i) => ({
    what: `Paragraph ${i + 1} of version ${newest?.version} of ${name}`,
    text,
  }));
}

/** What an event says of itself to the public. */
function eventTexts(store: Store, { output, ref: name }: OutputRow): NamedText[] {
  const event = store.first(
    sql
      .selectFrom("engagement_event")
      .select(["audience", "place", "reach_method"])
      .where("id", "=", output.id),
  );
  const more = { audience: event?.audience, place: event?.place, "way of counting": event?.reach_method };
  return Object.entries(more).flatMap(([what, text]) =>
    text ? [{ what: `The ${what} of ${name}`, text }] : [],
  );
}

/** The affiliations that members chose for a paper. */
const affiliations = (store: Store, { output }: OutputRow) =>
  output.kind === "paper"
    ? store.all(
        sql
          .selectFrom("authorship")
          .select(["person_id", "affiliation"])
          .where("paper_id", "=", output.id)
          .where("person_id", "is not", null)
          .where("affiliation", "is not", null)
          .orderBy("id"),
      )
    : [];

const formIn = (naming: NamingFacts, { output }: OutputRow, id: number): NamingForm =>
  formFor(id, naming.choices.get(id) ?? [], output);

/** The pen names an output prints: one that holds a name of somebody's hides less than it seems to. */
const penNames = (row: OutputRow, naming: NamingFacts): NamedText[] =>
  row.people.flatMap((id) => {
    const open = nameOf(naming, id, row.output, "public");
    return open.shown && open.form === "pen-name"
      ? [{ what: `A pen name in ${row.ref}`, text: open.name }]
      : [];
  });

/** Whether an affiliation is printed beside a pen name. */
export const affiliatedPenName = (store: Store, row: OutputRow, naming: NamingFacts): boolean =>
  affiliations(store, row).some((a) => formIn(naming, row, a.person_id ?? 0) === "pen-name");

/** Everybody on record whom an output does not name in full, whether they have part in it or not. */
function notInFull(row: OutputRow, naming: NamingFacts) {
  const inFull = (id: number): boolean => {
    const open = nameOf(naming, id, row.output, "public");
    return row.people.includes(id) && open.shown && ["full", "other"].includes(open.form);
  };
  return [...naming.people.values()].filter((p) => !inFull(p.id));
}

/**
 * What of an output holds a name of somebody whom the output does not name in full. Everybody on record counts, whether they have
 * part in it or not: otherwise that it is said would tell who has.
 */
export function namedTexts(store: Store, row: OutputRow, naming: NamingFacts): string[] {
  const texts = [
    { what: `The title of ${row.ref}`, text: row.title },
    ...(row.output.kind === "commentary" ? paragraphs(store, row) : []),
    ...(row.output.kind === "event" ? eventTexts(store, row) : []),
    ...affiliations(store, row).map((a) => ({
      what: `An affiliation in ${row.ref}`,
      text: a.affiliation ?? "",
    })),
    ...penNames(row, naming),
  ];
  return [...new Set(namedInAny(texts, notInFull(row, naming)).map((t) => t.what))];
}

const everybody = (store: Store) => [...namingFacts(store).people.values()];

/** The ref of a member in a text: it leads to the name at once. */
const memberRef = /\bM-\d{3,}/i;

/** Whether a short text, such as a file's name, holds a name of anybody on record, or a ref. */
export const namesSomebody = (store: Store, text: string): boolean =>
  memberRef.test(text) || namedIn(text, everybody(store));

/** Whether a sentence holds a name of anybody on record, told from a word by its capital, or a ref. */
export const sentenceNames = (store: Store, text: string): boolean =>
  memberRef.test(text) || namedInAny([{ text }], everybody(store)).length > 0;

/** Comments on a commentary, answers to them and what the journal said, that hold a name of somebody whom it does not name in full: in sentences. */
export function namedCommentsSaid(store: Store, commentaryId: number, texts: readonly NamedText[]): string[] {
  const row = outputRows(store).find((o) => o.output.kind === "commentary" && o.output.id === commentaryId);
  if (!row) return [];
  const naming = namingFacts(store);
  const others = notInFull(row, naming);
  const found = texts.filter((t) => memberRef.test(t.text) || namedInAny([t], others).length > 0);
  return found.map(
    ({ what }) =>
      `${holdsName(what, row.ref)} Everybody on the team reads it there; to say it otherwise, take it back first: involve undo`,
  );
}

/** What of a commentary holds such a name, in a sentence; nothing where nothing does. For whoever has just brought a text in. */
export function namedTextsSaid(store: Store, commentaryId: number): string[] {
  const row = outputRows(store).find((o) => o.output.kind === "commentary" && o.output.id === commentaryId);
  const texts = row ? namedTexts(store, row, namingFacts(store)) : [];
  return texts.map((text) => holdsName(text, row?.ref ?? ""));
}
