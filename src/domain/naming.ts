import type { Day } from "./day.ts";
import { ref } from "./ref.ts";
import { no, type Result, yes } from "./result.ts";

/** How somebody may be named in an output; undecided means withheld. */
export const namingForms = [
  "full",
  "other",
  "initials",
  "pen-name",
  "group",
  "anonymous",
  "undecided",
] as const;
export type NamingForm = (typeof namingForms)[number];

/** Who will read it: the management team, a project team, a journal's editor, or anybody. */
export const audiences = ["team", "project", "editor", "public"] as const;
export type Audience = (typeof audiences)[number];

/** One thing that goes out of the unit, in which people are named or not. A report in general has no id. */
export interface NamedOutput {
  readonly kind: "commentary" | "paper" | "event" | "report";
  readonly id: number | null;
}

/** The names of a person with lived experience, as the store has them. */
export interface NamedPerson {
  readonly id: number;
  readonly knownAs: string;
  readonly fullName: string | null;
  /** The day they took back their consent to be named, where they have not given it again; left out where it stands. */
  readonly consentEndedOn?: Day;
}

/** One recorded choice; the one with the highest id counts. `wording` is exactly what is printed. */
export interface NamingChoice {
  readonly id: number;
  readonly personId: number;
  readonly outputKind: NamedOutput["kind"] | "default";
  readonly outputId: number | null;
  readonly form: NamingForm;
  readonly wording: string | null;
}

/** What is printed for somebody: the name they chose for this output, or a placeholder in its stead. */
export type Naming =
  | { readonly shown: true; readonly name: string }
  | { readonly shown: false; readonly placeholder: "Anonymous" | "name withheld" };

const withheld: Naming = { shown: false, placeholder: "name withheld" };
const anonymous: Naming = { shown: false, placeholder: "Anonymous" };

const latest = (choices: readonly NamingChoice[]): NamingChoice | undefined =>
  choices.reduce<NamingChoice | undefined>((last, c) => (last && last.id > c.id ? last : c), undefined);

/**
 * The choice that counts for a person and an output: the latest for that very output, else the latest of their defaults.
 * Undefined means they never said.
 */
export function choiceFor(
  personId: number,
  choices: readonly NamingChoice[],
  output: NamedOutput,
): NamingChoice | undefined {
  const theirs = choices.filter((c) => c.personId === personId);
  return (
    latest(theirs.filter((c) => c.outputKind === output.kind && c.outputId === output.id)) ??
    latest(theirs.filter((c) => c.outputKind === "default"))
  );
}

/** The form somebody chose for an output; undecided where they never said. */
export const formFor = (
  personId: number,
  choices: readonly NamingChoice[],
  output: NamedOutput,
): NamingForm => choiceFor(personId, choices, output)?.form ?? "undecided";

/**
 * Whether the consent to be named still covers an output: it was not taken back, or only after the output was in print.
 * A consent that was never asked for stands in nobody's way, since the choice for the output says it.
 */
const stillCovered = (person: NamedPerson, inPrintSince: Day | undefined): boolean =>
  person.consentEndedOn === undefined ||
  (inPrintSince !== undefined && inPrintSince <= person.consentEndedOn);

/**
 * The naming gate (promise 1): the one way by which the name of somebody with lived experience leaves the program. The
 * management team sees known-as names, though not of those who are anonymous in this output; everybody else sees the form
 * chosen for this output, or a placeholder; nobody is named in what was not in print before they took back their consent
 * to be named (promise 8). `reveal` shows an anonymous person to the team, and any person to an editor in
 * confidence (COPE); it never counts for a project team or the public. Whoever passes `reveal` puts it on record.
 */
export function nameFor(
  person: NamedPerson,
  choices: readonly NamingChoice[],
  output: NamedOutput,
  audience: Audience,
  reveal: boolean,
  inPrintSince?: Day,
): Naming {
  const choice = choiceFor(person.id, choices, output);
  const form = choice?.form ?? "undecided";
  if (audience === "team" && (form !== "anonymous" || reveal)) return { shown: true, name: person.knownAs };
  if (audience === "editor" && reveal) return { shown: true, name: person.fullName ?? person.knownAs };
  if (form === "anonymous") return anonymous;
  if (form === "undecided") return withheld;
  if (form !== "group" && !stillCovered(person, inPrintSince)) return withheld;
  const name = choice?.wording ?? (form === "full" ? (person.fullName ?? person.knownAs) : null);
  return name === null ? withheld : { shown: true, name };
}

/** People and their choices, loaded once for as many outputs as are to be printed. */
export interface NamingFacts {
  readonly people: ReadonlyMap<number, NamedPerson>;
  readonly choices: ReadonlyMap<number, readonly NamingChoice[]>;
  /** The day from which papers and commentaries are in print, by `outputKey`. */
  readonly inPrint?: ReadonlyMap<string, Day>;
}

/** An output as the key of a map. */
export const outputKey = ({ kind, id }: NamedOutput): string => `${kind} ${id ?? ""}`;

/** Whether somebody chose a name for an output and is withheld all the same, having taken back their consent to be named. */
export function consentEnded(facts: NamingFacts, personId: number, output: NamedOutput): boolean {
  const person = facts.people.get(personId);
  const form = formFor(personId, facts.choices.get(personId) ?? [], output);
  if (!person || form === "anonymous" || form === "undecided" || form === "group") return false;
  return !stillCovered(person, facts.inPrint?.get(outputKey(output)));
}

/** That somebody's consent to be named is no longer in force, and what would mend it. */
export const consentEndedSentence = (personId: number): string =>
  `They took back their consent to be named, so their name is withheld; if they agree again: involve member consent ${ref("member", personId)} --purpose naming`;

/** The naming gate for a person by id; somebody who is not among the facts is withheld. */
export function nameOf(
  facts: NamingFacts,
  personId: number,
  output: NamedOutput,
  audience: Audience,
  reveal = false,
): Naming {
  const person = facts.people.get(personId);
  if (!person) return withheld;
  const inPrintSince = facts.inPrint?.get(outputKey(output));
  return nameFor(person, facts.choices.get(personId) ?? [], output, audience, reveal, inPrintSince);
}

/**
 * The full name, for papers that are about the person: whom the payer's finance office is to pay, since money has to reach the
 * right person, and the letter they hand over themselves. It never stands beside an output in which somebody may be anonymous
 * (see `domain/finance.ts`).
 */
export const payeeName = (person: NamedPerson): string => person.fullName ?? person.knownAs;

/** What is printed: the name, or the placeholder. */
export const printed = (naming: Naming): string => (naming.shown ? naming.name : naming.placeholder);

/** Whether a ref such as M-014 may stand beside the name: only for the team, and only where the name itself is shown. */
export const refMayShow = (naming: Naming, audience: Audience): boolean =>
  naming.shown && audience === "team";

/** Names as a list of authors prints them: a group's name once, and no count of those who are withheld. */
export const byline = (namings: readonly Naming[]): string[] => [...new Set(namings.map(printed))];

/** Who is to read a report, and whether identities that are withheld are shown to them. */
export interface Reader {
  readonly audience: Audience;
  readonly reveal: boolean;
}

/** Whether withheld identities may be asked for: only for the team or an editor. */
export const checkReveal = (reader: Reader): Result<Reader> =>
  reader.reveal && (reader.audience === "project" || reader.audience === "public")
    ? no({
        code: "never-revealed",
        message: `--reveal: an identity is never shown to the audience "${reader.audience}".`,
        remedy: "Leave out --reveal, or take --audience team or editor.",
      })
    : yes(reader);
