import type { Day } from "./day.ts";
import type { RowOutcome } from "./imports.ts";
import { equalNeeds, type Need, sameNeed } from "./need.ts";
import { checkNeed, type NeedFacts } from "./need-check.ts";
import { checkNewProject, type NewProject, type NewProjectFacts, type Project } from "./project.ts";
import { type Problem, problemsOf, type Result, unless } from "./result.ts";

/** A row of a sheet with the line it stands on. */
interface Lined<T> {
  readonly line: number;
  readonly value: T;
}

/** A project of a sheet, its lead found or not given. */
export interface ProjectRow extends NewProject {
  readonly leadId: number | undefined;
}

/** One row of a sheet of projects, planned. */
export interface PlannedProject {
  readonly outcome: RowOutcome;
  readonly project: ProjectRow;
  readonly existing: Project | undefined;
}

const columns: Readonly<Record<string, string>> = {
  "no-places": "places",
  "ends-before-start": "ends_on",
  "unknown-band": "pay_basis",
  "same-title": "title",
  "level-outside-scale": "level",
  "level-without-skill": "level",
  "number-without-team": "scope",
  "team-without-number": "at_least",
  "more-than-places": "at_least",
};

const at = (line: number, problems: readonly Problem[]): Problem[] =>
  problems.map((p) => ({ ...p, line, column: p.column ?? columns[p.code] ?? "value" }));

const twice = (line: number, first: number, column: string, what: string): Problem => ({
  code: "row-twice",
  line,
  column,
  message: `${what} is in the sheet twice, first on line ${first}.`,
  remedy: "Keep one of the two rows.",
});

const kept = <T>(given: T | undefined, there: T | null): T | undefined => given ?? there ?? undefined;

/** A row over what is there: blanks never overwrite. */
const over = (row: ProjectRow, there: Project): ProjectRow => ({
  title: there.title,
  aims: kept(row.aims, there.aims),
  startsOn: kept<Day>(row.startsOn, there.startsOn),
  endsOn: kept<Day>(row.endsOn, there.endsOn),
  places: row.places,
  hoursPerMonth: kept(row.hoursPerMonth, there.hoursPerMonth),
  payBasis: kept(row.payBasis, there.payBasis),
  contentNote: kept(row.contentNote, there.contentNote),
  leadId: kept(row.leadId, there.leadId),
});

/** Whether a row, laid over a project, says anything new. */
const changes = (row: ProjectRow, there: Project): boolean =>
  (Object.keys(row) as (keyof ProjectRow)[]).some((key) => row[key] !== (there[key] ?? undefined));

/**
 * What a sheet of projects would do: a title that is there already fills in or corrects that project, any other adds one.
 * All problems of all rows at once, with line and column.
 */
export function planProjects(
  rows: readonly Lined<ProjectRow>[],
  facts: Omit<NewProjectFacts, "sameTitle"> & { readonly existing: readonly Project[] },
): Result<readonly PlannedProject[]> {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  const problems: Problem[] = [];
  const plan = rows.map(({ line, value }, i): PlannedProject => {
    const first = rows.findIndex((r) => same(r.value.title, value.title));
    if (first < i) problems.push(twice(line, rows[first]?.line ?? line, "title", `"${value.title}"`));
    const existing = facts.existing.find((p) => same(p.title, value.title));
    const project = existing ? over(value, existing) : value;
    problems.push(
      ...at(line, problemsOf(checkNewProject(project, { bands: facts.bands, sameTitle: undefined }))),
    );
    const outcome = !existing ? "new" : changes(project, existing) ? "updated" : "unchanged";
    return { outcome, project, existing };
  });
  return unless(problems, () => plan);
}

/** A need as a sheet has it; undefined where the cell is blank or the column missing. */
export interface SheetNeed {
  readonly kind: Need["kind"];
  readonly category: Need["category"];
  readonly value: string;
  readonly level: number | undefined;
  readonly scope: Need["scope"] | undefined;
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
  readonly weight: number | undefined;
}

/** A need of a sheet, with the project it is for. */
export interface NeedOfProject {
  readonly projectId: number;
  readonly need: SheetNeed;
}

/** A need of a sheet over the one that is there: blanks never overwrite. */
function laidOver(
  row: SheetNeed,
  existing: readonly KeptNeed[],
): { need: Need; there: KeptNeed | undefined } {
  const blank: Need = {
    ...row,
    level: null,
    scope: row.scope ?? "every",
    atLeast: null,
    atMost: null,
    weight: 1,
  };
  const there = existing.find((n) => sameNeed(n, blank));
  const before = there ?? blank;
  return {
    there,
    need: {
      ...blank,
      level: row.level ?? before.level,
      atLeast: row.atLeast ?? before.atLeast,
      atMost: row.atMost ?? before.atMost,
      weight: row.weight ?? before.weight,
    },
  };
}

/** A need as it is kept, with its row. */
export interface KeptNeed extends Need {
  readonly id: number;
}

/** One row of a sheet of needs, planned. */
export interface PlannedNeed {
  readonly outcome: RowOutcome;
  readonly projectId: number;
  readonly need: Need;
  /** The row of the store it changes; null = a new one. */
  readonly inPlaceOf: number | null;
}

/**
 * What a sheet of needs would do: a need about the same thing and of the same people is changed, any other is added; blanks
 * never overwrite. Every row is checked against the needs before it. All problems at once, with line and column.
 */
export function planNeeds(
  rows: readonly Lined<NeedOfProject>[],
  facts: ReadonlyMap<number, Omit<NeedFacts, "existing"> & { readonly existing: readonly KeptNeed[] }>,
): Result<readonly PlannedNeed[]> {
  const problems: Problem[] = [];
  const plan: { readonly line: number; readonly planned: PlannedNeed }[] = [];
  for (const { line, value } of rows) {
    const own = facts.get(value.projectId);
    if (!own) continue;
    const { need, there } = laidOver(value.need, own.existing);
    const before = plan.filter((p) => p.planned.projectId === value.projectId);
    const first = before.find((p) => sameNeed(p.planned.need, need));
    if (first) {
      problems.push(twice(line, first.line, "value", `"${need.value}" for ${own.project}`));
      continue;
    }
    const existing: Need[] = [
      ...own.existing.filter((n) => !before.some((p) => sameNeed(p.planned.need, n))),
      ...before.map((p) => p.planned.need),
    ];
    problems.push(...at(line, problemsOf(checkNeed(need, { ...own, existing }, there !== undefined))));
    const outcome = !there ? "new" : equalNeeds(there, need) ? "unchanged" : "updated";
    plan.push({
      line,
      planned: { outcome, projectId: value.projectId, need, inPlaceOf: there?.id ?? null },
    });
  }
  return unless(problems, () => plan.map((p) => p.planned));
}
