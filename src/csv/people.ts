import { type Purpose, purposes } from "../domain/consent.ts";
import type { PersonImportRow } from "../domain/people-row.ts";
import { no, type Problem, type Result, unless, yes } from "../domain/result.ts";
import {
  anyText,
  type CellSpec,
  type KnownWords,
  listOf,
  maybe,
  maybeDay,
  maybeProse,
  type RowOf,
  yesNo,
} from "./columns.ts";
import { emailCell, fullNameOf, nameCells, perspectiveCell, phoneCell, wordCells } from "./person-cells.ts";
import type { GoodRow } from "./table.ts";

const underscored = (purpose: string): string => purpose.replaceAll("-", "_");

/** A column for each purpose, as forms have them: yes is a consent given, anything else gives none. */
const consentCells = Object.fromEntries(
  purposes.map((p) => [
    `consent ${p}`,
    maybe(
      [`consent_${underscored(p)}`, `consent_to_${underscored(p)}`, `consents_to_${underscored(p)}`],
      yesNo,
    ),
  ]),
) as Record<`consent ${Purpose}`, CellSpec<boolean | undefined>>;

/** The columns of a file of people, each with its synonyms; lists inside a cell are separated by semicolons. */
export const peopleColumns = (words: KnownWords) => ({
  ref: maybe(["ref", "member", "id", "member_ref", "member_id"], anyText),
  knownAs: maybe(
    [
      "known_as",
      "preferred_name",
      "known_as_name",
      "known_by",
      "known",
      "likes_to_be_called",
      "nickname",
      "name",
    ],
    anyText,
  ),
  ...nameCells,
  pronouns: maybe(["pronouns", "preferred_pronouns"], anyText),
  email: emailCell,
  phone: phoneCell,
  perspective: perspectiveCell,
  ...wordCells(words),
  notes: maybeProse("notes", "note", "comments", "comment"),
  joinedOn: maybeDay("joined_on", "joined", "date_joined", "join_date", "joining_date", "member_since"),
  consents: maybe(["consents", "consent", "consents_given"], listOf(purposes)),
  consentsOn: maybeDay("consents_on", "consented_on", "consent_date", "date_of_consent", "date_consented"),
  ...consentCells,
});

type PersonCells = RowOf<ReturnType<typeof peopleColumns>>;

/** The consents a row lists together with those it says yes to; one that it both lists and says no to is a problem. */
function consentsOf(value: PersonCells): Result<readonly string[] | undefined> {
  const listed = value.consents ?? [];
  const said = (answer: boolean) => purposes.filter((p) => value[`consent ${p}`] === answer);
  const both = said(false).filter((p) => listed.includes(p));
  const problems = both.map((p) => ({
    code: "consent-both-ways",
    column: `consent_${underscored(p)}`,
    message: `The row lists the consent ${p}, and says no to it.`,
    remedy: "Make the two columns agree.",
  }));
  const given = [...new Set([...listed, ...said(true)])];
  return unless(problems, () => (value.consents === undefined && given.length === 0 ? undefined : given));
}

/** The row of one person: the full name in one piece, the consents in one list. */
function personOf(value: PersonCells, consents: readonly string[] | undefined): PersonImportRow {
  const { ref, knownAs, pronouns, email, phone, perspective, region } = value;
  const { experience: experiences, skill: skills, interest: interests } = value;
  const { notes, joinedOn, consentsOn } = value;
  const who = { ref, knownAs, fullName: fullNameOf(value), pronouns, email, phone, perspective, region };
  return { ...who, experiences, skills, interests, notes, joinedOn, consents, consentsOn };
}

/** Rows of people with their names joined and their consents gathered, and the problems of rows that contradict themselves. */
export function asPeople(rows: readonly GoodRow<PersonCells>[]): {
  readonly rows: readonly GoodRow<PersonImportRow>[];
  readonly problems: readonly Problem[];
} {
  const read = rows.map((row) => {
    const consents = consentsOf(row.value);
    if (!consents.ok) return no(...consents.problems.map((p) => ({ ...p, line: row.line })));
    return yes({ ...row, value: personOf(row.value, consents.value) });
  });
  return {
    rows: read.flatMap((r) => (r.ok ? [r.value] : [])),
    problems: read.flatMap((r) => (r.ok ? [] : r.problems)),
  };
}
