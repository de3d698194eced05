import { type CellChange, cellChange, type ImportPlan, type RowPlan } from "./import-plan.ts";
import { PeopleIndex } from "./people-index.ts";
import {
  type KnownPerson,
  type PeopleImportFacts,
  type PersonImportRow,
  type PersonPlan,
  planRow,
} from "./people-row.ts";
import { ref } from "./ref.ts";
import { type Problem, problemsOf } from "./result.ts";
import { foundBy, samePerson } from "./same-person.ts";

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
type Rows = readonly {
  readonly line: number;
  readonly value: PersonImportRow;
  /** The fields whose cell is blank. */
  readonly blank?: readonly string[];
}[];

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

/** What the plan of a row changes of somebody who is here, cell by cell. */
function changesOf(plan: PersonPlan, who: KnownPerson, group: string): CellChange[] {
  const now = who.details as unknown as Record<string, string | number | null>;
  return [
    ...Object.entries(plan.details).map(([column, to]) => cellChange(column, now[column], to)),
    ...plan.emails.remove.map((e) => cellChange("email", e.email, null)),
    ...plan.emails.add.map((email) => cellChange("email", null, email)),
    ...(plan.joins === null ? [] : [cellChange("group", null, `${group} from ${plan.joins}`)]),
    ...plan.wordsTaken.map((w) => cellChange(w.kind, w.key, null)),
    ...plan.words.map((w) => cellChange(w.kind, null, w.key)),
    ...plan.consents.map((w) => cellChange("consent", null, `${w.purpose} on ${plan.consentsOn}`)),
  ];
}

/** The plan of a row as it is shown and applied. */
function rowPlan(
  plan: PersonPlan,
  row: PersonImportRow,
  who: KnownPerson,
  group: string,
): RowPlan<PersonPlan> {
  const changes = plan.id === null ? [] : changesOf(plan, who, group);
  return {
    line: plan.line,
    outcome: plan.id === null ? "new" : changes.length > 0 ? "updated" : "unchanged",
    ref: plan.id === null ? null : ref("member", plan.id),
    about: plan.knownAs,
    matchedBy: plan.id === null ? null : foundBy(row, who),
    changes,
    notes: plan.notes,
    write: plan,
  };
}

/** Plans a whole file row by row: what each writes, or every problem with its line and column. */
export function planPeopleImport(
  rows: Rows,
  facts: PeopleImportFacts,
  blanks: "keep" | "clear" = "keep",
): ImportPlan<PersonPlan> {
  const known = new PeopleIndex<KnownPerson>(facts.people);
  const seen: Seen = { people: new Map(), addresses: new Map() };
  const plans: RowPlan<PersonPlan>[] = [];
  const problems: Problem[] = [];
  for (const { line, value, blank = [] } of rows) {
    const meant = samePerson(value, known);
    const who = (meant.ok ? meant.value : null) ?? nobody(line);
    const plan = planRow(line, value, who, known, facts, blanks === "clear" ? blank : []);
    const reasons = [
      ...problemsOf(meant),
      ...(meant.ok ? twiceProblems(line, value.email, who, seen) : []),
      ...problemsOf(plan).filter((p) => meant.ok || p.code !== "email-taken"),
    ];
    problems.push(...reasons.map((p) => ({ ...p, line })));
    if (reasons.length === 0 && plan.ok) plans.push(rowPlan(plan.value, value, who, facts.group));
    const self = who.id === null && who.knownAs === "" ? asKnown(line, value) : who;
    if (self !== who) known.add(self);
    if (!seen.people.has(self)) seen.people.set(self, line);
    const email = value.email?.toLowerCase();
    if (email && !seen.addresses.has(email)) seen.addresses.set(email, line);
  }
  return { rows: plans, problems };
}
