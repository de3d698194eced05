import {
  type ApplicationFields,
  type ApplicationRow,
  applicantIndex,
  changesTo,
  type KnownApplication,
} from "./applicant.ts";
import type { Day } from "./day.ts";
import { countsOf, importSentence, type RowOutcome } from "./imports.ts";
import { privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";
import type { Round } from "./round.ts";

/** What becomes of one row: a new application, one that is there with some fields changed, or nothing. */
export interface PlannedApplication {
  readonly line: number;
  readonly code: string;
  readonly outcome: RowOutcome;
  /** The row it is in the store; null while it is new. */
  readonly id: number | null;
  readonly fields: ApplicationFields;
  /** Which fields change; never their contents. */
  readonly changed: readonly string[];
}

/** What a sheet of applications is checked against. */
export interface ApplicationFacts {
  readonly round: Round;
  readonly today: Day;
  readonly known: readonly KnownApplication[];
  /** `--late`: applications received after the closing day are taken in. */
  readonly late: boolean;
}

function rowProblems({ line, value }: ApplicationRow, facts: ApplicationFacts, isNew: boolean): Problem[] {
  const problems: Problem[] = [];
  const { round, today } = facts;
  if (value.knownAs === undefined && value.fullName === undefined)
    problems.push({
      code: "name-missing",
      line,
      column: "known_as",
      message: "There is no name: known_as and full_name are both blank.",
      remedy: "Fill in at least one of them.",
    });
  const received = value.receivedOn ?? today;
  if (received > today)
    problems.push({
      code: "received-later",
      line,
      column: "received_on",
      message: `${received} is in the future.`,
      remedy: "Give the day the application came in.",
    });
  else if (isNew && round.closesOn !== null && received > round.closesOn && !facts.late)
    problems.push({
      code: "received-late",
      line,
      column: "received_on",
      message: `Received on ${received}, after the round closed on ${round.closesOn}.`,
      remedy: "To take in late applications all the same, add --late.",
    });
  for (const problem of privateTextProblems({ "The statement": value.statement }))
    problems.push({ ...problem, line, column: "statement" });
  return problems;
}

const sameRow = (a: ApplicationFields, b: ApplicationFields): boolean =>
  changesTo(a, b).length === 0 && changesTo(b, a).length === 0;

const column = (fields: ApplicationFields): string => (fields.email === undefined ? "known_as" : "email");
const who = (fields: ApplicationFields): string => fields.email ?? fields.knownAs ?? fields.fullName ?? "";

const twice = ({ line, value }: ApplicationRow, first: number): Problem => ({
  code: "same-applicant-twice",
  line,
  column: column(value),
  message: `${who(value)} is on line ${first} already, with other details.`,
  remedy: "Keep one row for each applicant.",
});

const ambiguous = ({ line, value }: ApplicationRow, known: readonly KnownApplication[]): Problem => ({
  code: "ambiguous-applicant",
  line,
  column: column(value),
  message: `${who(value)} could be ${known.map((k) => k.code).join(" or ")}.`,
  remedy: "Add the e-mail address or telephone number that tells them apart.",
});

function plannedRow(
  row: ApplicationRow,
  known: KnownApplication | undefined,
  next: string,
): PlannedApplication {
  const changed = known ? changesTo(known.fields, row.value) : [];
  return {
    line: row.line,
    code: known?.code ?? next,
    id: known?.id ?? null,
    outcome: !known ? "new" : changed.length > 0 ? "updated" : "unchanged",
    fields: row.value,
    changed,
  };
}

/**
 * What a sheet of applications would do to a round. An applicant is found again by e-mail, else by name and telephone, so
 * that the same sheet twice changes nothing; a row that stands twice in one sheet counts once, and two different rows of one
 * applicant are refused. Codes go on from the last of the round, in the order of the sheet. Every problem at once.
 */
export function planApplications(
  rows: readonly ApplicationRow[],
  facts: ApplicationFacts,
): Result<PlannedApplication[]> {
  const problems: Problem[] = [];
  const planned: PlannedApplication[] = [];
  const here = applicantIndex<KnownApplication>();
  for (const k of facts.known) here.add(k, k.fields);
  const seen = applicantIndex<ApplicationRow>();
  const taken = new Map<number, number>();
  let last = Math.max(0, ...facts.known.map((k) => Number(/\d+$/.exec(k.code)?.[0] ?? 0)));
  for (const row of rows) {
    const [known, ...others] = here.find(row.value);
    problems.push(...rowProblems(row, facts, known === undefined));
    const [first] = seen.find(row.value);
    if (first) {
      if (!sameRow(first.value, row.value)) problems.push(twice(row, first.line));
      continue;
    }
    seen.add(row, row.value);
    if (known && others.length > 0) problems.push(ambiguous(row, [known, ...others]));
    const earlier = known && taken.get(known.id);
    if (earlier !== undefined) problems.push(twice(row, earlier));
    if (known) taken.set(known.id, row.line);
    else last += 1;
    planned.push(plannedRow(row, known, ref("application", last)));
  }
  return unless(problems, () => planned);
}

/** What a file of applications did, in sentences; changed fields are named, never their contents. */
export function applicationsInWords(
  file: string,
  planned: readonly PlannedApplication[],
  round: Round,
): string[] {
  const codes = planned.filter((p) => p.outcome === "new").map((p) => p.code);
  const early = planned.filter(
    (p) =>
      p.outcome === "new" && round.opensOn !== null && (p.fields.receivedOn ?? round.opensOn) < round.opensOn,
  );
  return [
    importSentence(file, countsOf(planned), codes),
    ...planned
      .filter((p) => p.outcome === "updated")
      .map((p) => `  ${p.code}: ${p.changed.join(", ")} changed`),
    ...(early.length > 0
      ? [`Please note: ${early.length} were received before the round opened on ${round.opensOn}.`]
      : []),
  ];
}
