import type { Day } from "./day.ts";
import { fullest, type NamedPerson, type OutwardName, openName, type TeamName } from "./person-name.ts";
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
  readonly kind: "commentary" | "paper" | "event" | "project" | "report";
  readonly id: number | null;
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

/** The name somebody chose for this output with its form, or a placeholder in its stead. */
export type Naming<N extends string = OutwardName> =
  | { readonly shown: true; readonly name: N; readonly form: NamingForm }
  | { readonly shown: false; readonly placeholder: "Anonymous" | typeof withheldName };

/** What is printed of somebody who is undecided, or took back their consent to be named. */
export const withheldName = "name withheld";

const withheld: Naming<never> = { shown: false, placeholder: withheldName };
const anonymous: Naming<never> = { shown: false, placeholder: "Anonymous" };

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

/** A name for readers outside the team: only the gate says so. */
const given = (name: string, form: NamingForm): Naming => ({ shown: true, name: name as OutwardName, form });

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
  if (audience === "team" && (form !== "anonymous" || reveal)) return given(openName(person.knownAs), form);
  if (audience === "editor" && reveal) return given(fullest(person), form);
  if (form === "anonymous") return anonymous;
  if (form === "undecided") return withheld;
  if (form !== "group" && !stillCovered(person, inPrintSince)) return withheld;
  const name = choice?.wording ?? (form === "full" ? fullest(person) : null);
  return name === null ? withheld : given(name, form);
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

/** What the gate gives out: for the team alone a name that no outward report takes. */
type NameFor<A extends Audience> = [A] extends ["team"] ? TeamName : OutwardName;

/**
 * The naming gate for a person by id; somebody who is not among the facts is withheld. What it gives out for the team may
 * not stand in a text for anybody else: the compiler holds that.
 */
export function nameOf<A extends Audience>(
  facts: NamingFacts,
  personId: number,
  output: NamedOutput,
  audience: A,
  reveal = false,
): Naming<NameFor<A>> {
  const person = facts.people.get(personId);
  if (!person) return withheld;
  const inPrintSince = facts.inPrint?.get(outputKey(output));
  const naming = nameFor(person, facts.choices.get(personId) ?? [], output, audience, reveal, inPrintSince);
  return naming as Naming<string> as Naming<NameFor<A>>;
}

/**
 * The ORCID iD that may stand beside a name: only where they are named in full or in another form of their name, since an
 * iD leads to the full name at once; null elsewhere.
 */
export function orcidOf(
  facts: NamingFacts,
  personId: number,
  output: NamedOutput,
  audience: Audience,
): OutwardName | null {
  const naming = nameOf(facts, personId, output, audience);
  const orcid = facts.people.get(personId)?.orcid;
  if (!naming.shown || !orcid || (naming.form !== "full" && naming.form !== "other")) return null;
  return openName(orcid) as string as OutwardName;
}

/** What is printed: the name, or the placeholder. */
export const printed = <N extends string>(naming: Naming<N>): N =>
  naming.shown ? naming.name : (naming.placeholder as string as N);

/** Whether a ref such as M-014 may stand beside the name: only for the team, and only where the name itself is shown. */
export const refMayShow = (naming: Naming<string>, audience: Audience): boolean =>
  naming.shown && audience === "team";

/** The order of a list by naming: those who are named, then whoever has not decided, the anonymous last. */
const inList = (naming: Naming<string>): number =>
  naming.shown ? 0 : naming.placeholder === withheldName ? 1 : 2;

/**
 * People of an output as a list may have them: in their order, but for those who are withheld, who come last. Otherwise the order
 * in which they were asked or added would tell the anonymous one from the others.
 */
export const withheldLast = <T>(people: readonly T[], namingOf: (person: T) => Naming<string>): T[] =>
  people.toSorted((a, b) => inList(namingOf(a)) - inList(namingOf(b)));

/** Names as a list of authors prints them: a group's name once, and neither count nor place of those who are withheld. */
export const byline = (namings: readonly Naming[]): OutwardName[] => [
  ...new Set(withheldLast(namings, (n) => n).map(printed)),
];

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
