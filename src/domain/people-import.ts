import type { RowOutcome } from "./imports.ts";
import { PeopleIndex } from "./people-index.ts";
import {
  type KnownPerson,
  type PeopleImportFacts,
  type PersonImportRow,
  type PersonPlan,
  planRow,
} from "./people-row.ts";
import { type Problem, problemsOf } from "./result.ts";
import { samePerson } from "./same-person.ts";

/** Somebody of whom nothing is known yet. */
const nobody = (line: number): KnownPerson => ({
  id: null,
  line,
  knownAs: "",
  fullName: null,
  emails: [],
  phone: null,
  details: {
    known_as: "",
    full_name: null,
    pronouns: null,
    phone: null,
    orcid: null,
    perspective: null,
    region: null,
    projects_max: null,
    notes: null,
  },
  addresses: [],
  memberships: [],
  words: [],
  consents: [],
});

/** How a row will be known to the rows after it. */
const asKnown = (line: number, row: PersonImportRow): KnownPerson => ({
  ...nobody(line),
  knownAs: row.knownAs ?? row.fullName ?? "",
  fullName: row.fullName ?? null,
  emails: row.email === undefined ? [] : [row.email],
  phone: row.phone ?? null,
});

/** Rows as they were read, with their lines. */
type Rows = readonly { readonly line: number; readonly value: PersonImportRow }[];

/** Problems of a row that is about somebody an earlier row was about, or that has the address of an earlier row. */
function twiceProblems(line: number, email: string | undefined, who: KnownPerson, seen: Seen): Problem[] {
  const person = seen.people.get(who);
  if (person !== undefined)
    return [
      {
        code: "twice-in-file",
        message: `This is the person on line ${person} again.`,
        remedy: "Make one row of the two.",
      },
    ];
  const address = seen.addresses.get(email?.toLowerCase() ?? "");
  if (address === undefined || address === line) return [];
  return [
    {
      code: "email-twice",
      column: "email",
      message: `${email} is on line ${address} too.`,
      remedy: "An address belongs to one person.",
    },
  ];
}

/** The lines on which people and addresses came first. */
interface Seen {
  readonly people: Map<KnownPerson, number>;
  readonly addresses: Map<string, number>;
}

/** Plans a whole file row by row: what each writes, or every problem with its line and column. */
export function planPeopleImport(
  rows: Rows,
  facts: PeopleImportFacts,
): { readonly plans: readonly PersonPlan[]; readonly problems: readonly Problem[] } {
  const known = new PeopleIndex<KnownPerson>(facts.people);
  const seen: Seen = { people: new Map(), addresses: new Map() };
  const plans: PersonPlan[] = [];
  const problems: Problem[] = [];
  for (const { line, value } of rows) {
    const meant = samePerson(value, known);
    const who = (meant.ok ? meant.value : null) ?? nobody(line);
    const plan = planRow(line, value, who, known, facts);
    const reasons = [
      ...problemsOf(meant),
      ...(meant.ok ? twiceProblems(line, value.email, who, seen) : []),
      ...problemsOf(plan).filter((p) => meant.ok || p.code !== "email-taken"),
    ];
    problems.push(...reasons.map((p) => ({ ...p, line })));
    if (reasons.length === 0 && plan.ok) plans.push(plan.value);
    const self = who.id === null && who.knownAs === "" ? asKnown(line, value) : who;
    if (self !== who) known.add(self);
    if (!seen.people.has(self)) seen.people.set(self, line);
    const email = value.email?.toLowerCase();
    if (email && !seen.addresses.has(email)) seen.addresses.set(email, line);
  }
  return { plans, problems };
}

/** The names of what the plan of a row writes, without what is in it. */
export function changesOfPlan(plan: PersonPlan, group: string): string[] {
  return [
    ...Object.keys(plan.details).map((column) => column.replace("_", " ")),
    ...plan.emails.add.map(() => "e-mail"),
    ...(plan.joins === null ? [] : [`joins ${group}`]),
    ...plan.words.map((w) => w.key),
    ...plan.consents.map((w) => `consent ${w.purpose}`),
  ];
}

/** What becomes of a row: somebody new, something changes of somebody who is here, or nothing does. */
export const outcomeOf = (plan: PersonPlan, group: string): RowOutcome =>
  plan.id === null ? "new" : changesOfPlan(plan, group).length > 0 ? "updated" : "unchanged";
