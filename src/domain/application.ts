import {
  type ApplicationFields,
  type ApplicationRow,
  changesOf,
  emptiable,
  foundApplicantBy,
  type KnownApplication,
} from "./applicant.ts";
import {
  applicationsHere,
  countedOnce,
  emailTaken,
  meantBy,
  Seen,
  sameRow,
  twice,
} from "./applicant-match.ts";
import type { Day } from "./day.ts";
import type { ImportPlan, RowPlan } from "./import-plan.ts";
import type { RowOutcome } from "./imports.ts";
import { privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import { type Problem, problemsOf } from "./result.ts";
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
  /** The fields that a blank cell empties. */
  readonly cleared: readonly string[];
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
  if (isNew && value.knownAs === undefined && value.fullName === undefined)
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

/** The number of the last code given in a round. */
export const lastCode = (known: readonly { readonly code: string }[]): number =>
  known.reduce((last, k) => Math.max(last, Number(/\d+$/.exec(k.code)?.[0] ?? 0)), 0);

/** The plan of a row as it is shown and written; a new one has the code it gets where every row is taken in. */
function planOf(
  row: ApplicationRow,
  known: KnownApplication | null,
  next: string,
  blanks: "keep" | "clear",
): RowPlan<PlannedApplication> {
  const cleared = blanks === "clear" ? (row.blank ?? []).filter((field) => emptiable.includes(field)) : [];
  const changes = known ? changesOf(known.fields, row.value, cleared) : [];
  const outcome = !known ? "new" : changes.length > 0 ? "updated" : "unchanged";
  const by = known && (row.code === undefined ? foundApplicantBy(row.value, known.fields) : "code");
  const changed = changes.map((c) => c.column);
  const id = known?.id ?? null;
  const code = known?.code ?? next;
  return {
    ...{ line: row.line, outcome, changes, notes: [], matchedBy: by },
    ref: known?.code ?? null,
    about: row.value.knownAs ?? row.value.fullName ?? known?.fields.knownAs ?? "",
    write: { line: row.line, code, id, outcome, fields: row.value, changed, cleared },
  };
}

/**
 * What a sheet of applications would do to a round, row by row. An applicant is found again by code, else by e-mail, else by
 * name and telephone, so that the same sheet twice changes nothing; a row that stands twice in one sheet counts once, and two
 * different rows of one applicant are refused. Codes go on from the last of the round, in the order of the sheet. A blank
 * changes nothing, or empties what is there where blanks clear. Every problem at once.
 */
export function planApplications(
  rows: readonly ApplicationRow[],
  facts: ApplicationFacts,
  blanks: "keep" | "clear" = "keep",
): ImportPlan<PlannedApplication> {
  const here = applicationsHere(facts.known);
  const bad = new Set<number>();
  const seen = new Seen();
  const plans: RowPlan<PlannedApplication>[] = [];
  const problems: Problem[] = [];
  let last = lastCode(facts.known);
  for (const row of rows) {
    const meant = meantBy(row, here);
    const known = meant.ok ? meant.value : null;
    const earlier = seen.earlier(row, known);
    const owner = here.byApplicant.withEmail(row.value.email);
    const same = earlier !== undefined && sameRow(earlier.value, row.value);
    const again = same && !bad.has(earlier.line);
    const reasons = [
      ...problemsOf(meant).map((p) => ({ ...p, line: row.line })),
      ...rowProblems(row, facts, meant.ok && known === null),
      ...(earlier && !same ? [twice(row, earlier.line)] : []),
      ...(meant.ok && owner && owner !== known ? [emailTaken(row, owner)] : []),
    ];
    problems.push(...reasons);
    if (earlier === undefined) seen.add(row, known);
    if (reasons.length > 0) bad.add(row.line);
    if (reasons.length > 0) continue;
    if (known === null && !again) last += 1;
    const plan = planOf(row, known, ref("application", last), blanks);
    plans.push(again ? { ...plan, ...countedOnce(earlier.line) } : plan);
  }
  return { rows: plans, problems };
}

/** How many new applications came before the round opened, where any did. */
export function earlyInWords(taken: readonly RowPlan<PlannedApplication>[], { opensOn }: Round): string[] {
  const early = taken.filter(
    ({ outcome, write }) =>
      outcome === "new" && opensOn !== null && (write.fields.receivedOn ?? opensOn) < opensOn,
  );
  return early.length === 0
    ? []
    : [
        `Please note: ${early.length} ${early.length === 1 ? "was" : "were"} received before the round opened on ${opensOn}.`,
      ];
}
