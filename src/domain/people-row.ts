import { type ConsentHeld, type Purpose, type Wording, wordingOn } from "./consent.ts";
import type { Day } from "./day.ts";
import { type Email, type EmailPlan, planEmails } from "./emails.ts";
import type { PeopleIndex } from "./people-index.ts";
import type { Candidate, Membership, Perspective } from "./person.ts";
import { type PersonChanges, type PersonDetails, planEdit } from "./person-edit.ts";
import type { TeamName } from "./person-name.ts";
import { type PersonWord, planWords } from "./person-words.ts";
import { privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import { no, type Problem, problemsOf, type Result, yes } from "./result.ts";
import { type Claim, type Identity, sameNumber } from "./same-person.ts";
import { type Word, wordsMeant } from "./vocabulary.ts";

/** A row of people to bring in; undefined is a blank cell, which never overwrites anything. */
export interface PersonImportRow extends Claim {
  readonly pronouns: TeamName | undefined;
  readonly perspective: Perspective | undefined;
  readonly region: string | undefined;
  readonly experiences: readonly string[] | undefined;
  readonly skills: readonly string[] | undefined;
  readonly interests: readonly string[] | undefined;
  readonly notes: TeamName | undefined;
  readonly joinedOn: Day | undefined;
  readonly consents: readonly string[] | undefined;
  /** The day they gave the consents; where left out, the day they joined. */
  readonly consentsOn: Day | undefined;
}

/** Somebody who is here, as far as an import needs them. */
export interface KnownPerson extends Identity {
  readonly details: PersonDetails;
  readonly addresses: readonly Email[];
  readonly memberships: readonly Membership[];
  readonly words: readonly PersonWord[];
  /** Every consent they ever gave, also those withdrawn. */
  readonly consents: readonly ConsentHeld[];
}

/** What has to be known to plan an import. */
export interface PeopleImportFacts {
  readonly group: string;
  readonly today: Day;
  readonly people: readonly KnownPerson[];
  readonly regions: readonly string[];
  readonly words: readonly Word[];
  readonly wordings: readonly Wording[];
}

/** What one row writes. */
export interface PersonPlan {
  readonly line: number;
  /** Null for somebody new. */
  readonly id: number | null;
  readonly knownAs: TeamName;
  readonly details: PersonChanges;
  readonly emails: EmailPlan;
  readonly joins: Day | null;
  readonly words: readonly Word[];
  /** Words that a blank cell takes away, where blank cells clear. */
  readonly wordsTaken: readonly PersonWord[];
  readonly consents: readonly Wording[];
  readonly consentsOn: Day;
  readonly notes: readonly string[];
}

/** The day they join; null where they are or were in the group, with a note where the file says something else. */
function joining(
  row: PersonImportRow,
  who: KnownPerson,
  facts: PeopleImportFacts,
): { joins: Day | null; notes: string[] } {
  const own = who.memberships.filter((m) => m.group === facts.group);
  const last = own.at(-1);
  if (!last || who.id === null) return { joins: row.joinedOn ?? facts.today, notes: [] };
  const name = `${ref("member", who.id)} ${who.knownAs}`;
  if (last.leftOn !== null)
    return {
      joins: null,
      notes: [
        `${name} left ${facts.group} on ${last.leftOn} and was not brought back; to do so: involve member rejoin ${ref("member", who.id)}`,
      ],
    };
  const other = row.joinedOn !== undefined && !own.some((m) => m.joinedOn === row.joinedOn);
  return {
    joins: null,
    notes: other
      ? [`${name} joined ${facts.group} on ${last.joinedOn}, not ${row.joinedOn}; left as it is.`]
      : [],
  };
}

/** The wordings agreed to; a purpose once recorded for somebody, even if withdrawn since, is never given again by a file. */
function consenting(
  row: PersonImportRow,
  who: KnownPerson,
  on: Day,
  facts: PeopleImportFacts,
): Result<Wording[]> {
  const wanted = (row.consents ?? []).filter((p) => !who.consents.some((c) => c.purpose === p));
  const found = wanted.map((p) => wordingOn(facts.wordings, p as Purpose, on));
  const problems = wanted.filter((_p, i) => !found[i]);
  if (problems.length === 0) return yes(found.filter((w) => w !== undefined));
  return no({
    code: "no-wording",
    column: "consents",
    message: `On ${on} there was no wording for ${problems.join(", ")} that anybody could agree to.`,
    remedy: 'Give the day they agreed in a column "consents_on".',
  });
}

function dayProblems(row: PersonImportRow, today: Day): Problem[] {
  const days = { joined_on: row.joinedOn, consents_on: row.consentsOn };
  return Object.entries(days)
    .filter(([, day]) => day !== undefined && day > today)
    .map(([column, day]) => ({
      code: "in-the-future",
      column,
      message: `${day} is in the future.`,
      remedy: "Correct the day, or import the file on that day or later.",
    }));
}

const inColumn = (problems: readonly Problem[], column: string): Problem[] =>
  problems.map((p) => ({ column, ...p }));

/** The details that a blank cell empties, by the field of the file. */
const emptied = {
  fullName: "full-name",
  pronouns: "pronouns",
  phone: "phone",
  perspective: "perspective",
  region: "region",
  notes: "notes",
} as const;

/** What the blank cells of a row clear; consents never: those are withdrawn by the person. */
function clearing(who: KnownPerson, cleared: readonly string[]) {
  const kinds = ["experience", "skill", "interest"].filter((kind) => cleared.includes(`${kind}s`));
  return {
    details: Object.entries(emptied).flatMap(([field, name]) => (cleared.includes(field) ? [name] : [])),
    emails: cleared.includes("email") ? who.addresses.map((a) => a.email) : [],
    words: who.words.filter((w) => kinds.includes(w.kind)),
  };
}

/** What one row writes for somebody, or every problem with its column; `cleared` are its fields whose blank cells clear. */
export function planRow(
  line: number,
  row: PersonImportRow,
  who: KnownPerson,
  known: PeopleIndex<KnownPerson>,
  facts: PeopleImportFacts,
  cleared: readonly string[] = [],
): Result<PersonPlan> {
  const clear = clearing(who, cleared);
  const knownAs = row.knownAs ?? (who.id === null ? row.fullName : undefined);
  const phone = row.phone !== undefined && sameNumber(row.phone, who.phone) ? undefined : row.phone;
  const edit = planEdit(
    who.details,
    { ...row, knownAs, phone, orcid: undefined, projectsMax: undefined, clear: clear.details },
    facts.regions,
  );
  const owner = (email: string): Candidate | undefined =>
    known
      .withEmail(email)
      .filter((p) => p.id !== null)
      .map((p) => ({ id: p.id ?? 0, knownAs: p.knownAs, fullName: p.fullName, groups: [] }))[0];
  const emails = planEmails(
    who.id ?? 0,
    who.addresses,
    { add: row.email === undefined ? [] : [row.email], remove: clear.emails, primary: undefined },
    owner,
  );
  const told = (["experience", "skill", "interest"] as const).map((kind) => {
    const texts = row[`${kind}s`] ?? [];
    const keeps = (word: Word): boolean => who.words.some((w) => w.id === word.id);
    return { kind, meant: wordsMeant(kind, texts, facts.words, keeps) };
  });
  const consentsOn = row.consentsOn ?? row.joinedOn ?? facts.today;
  const consents = consenting(row, who, consentsOn, facts);
  const problems: Problem[] = [
    ...inColumn(problemsOf(edit), "region"),
    ...inColumn(problemsOf(emails), "email"),
    ...told.flatMap(({ kind, meant }) => inColumn(problemsOf(meant), `${kind}s`)),
    ...problemsOf(consents),
    ...dayProblems(row, facts.today),
    ...inColumn(privateTextProblems({ "The cell": row.notes }), "notes"),
  ];
  if (knownAs === undefined && who.id === null)
    problems.push({
      code: "blank-cell",
      column: "known_as",
      message: "There is no name: known_as and full_name are both blank.",
      remedy: "Fill in one of them.",
    });
  if (!edit.ok || !emails.ok || !consents.ok || problems.length > 0) return no(...problems);
  return yes({
    line,
    id: who.id,
    knownAs: knownAs ?? who.knownAs,
    details: edit.value,
    emails: emails.value,
    ...joining(row, who, facts),
    words: told.flatMap(({ meant }) => (meant.ok ? planWords(who.words, meant.value).add : [])),
    wordsTaken: clear.words,
    consents: consents.value,
    consentsOn,
  });
}
