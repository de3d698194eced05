import type { Day } from "./day.ts";
import { type CellChange, cellChange, type ImportPlan, type RowPlan } from "./import-plan.ts";
import { checkNewProject, type NewProject, type NewProjectFacts, type Project } from "./project.ts";
import { closedProblems, placesProblems } from "./project-edit.ts";
import { ref } from "./ref.ts";
import { type Problem, problemsOf } from "./result.ts";
import { at, type Lined, twice } from "./sheet-rows.ts";

/** A project of a sheet, its lead found or not given. */
export interface ProjectRow extends NewProject {
  readonly leadId: number | undefined;
  readonly leadName: string | undefined;
}

const clearable = ["aims", "lead", "startsOn", "endsOn", "hoursPerMonth", "payBasis", "contentNote"] as const;
/** What a blank cell may empty of a project. */
type ClearableOfProject = (typeof clearable)[number];

/** A project that is there, with its needs and how many are on its team. */
export type ProjectRoom = Parameters<typeof placesProblems>[1];

/** What is to be written for one row of a sheet of projects. */
export interface ProjectWrite {
  readonly project: ProjectRow;
  readonly existing: Project | undefined;
  readonly cleared: readonly ClearableOfProject[];
}

/** A row over what is there: blanks never overwrite, but for those that are cleared. */
function over(row: ProjectRow, there: Project, cleared: readonly ClearableOfProject[]): ProjectRow {
  const kept = <T>(field: ClearableOfProject, given: T | undefined, now: T | null): T | undefined =>
    given ?? (cleared.includes(field) ? undefined : (now ?? undefined));
  return {
    title: there.title,
    aims: kept("aims", row.aims, there.aims),
    startsOn: kept<Day>("startsOn", row.startsOn, there.startsOn),
    endsOn: kept<Day>("endsOn", row.endsOn, there.endsOn),
    places: row.places,
    hoursPerMonth: kept("hoursPerMonth", row.hoursPerMonth, there.hoursPerMonth),
    payBasis: kept("payBasis", row.payBasis, there.payBasis),
    contentNote: kept("contentNote", row.contentNote, there.contentNote),
    leadId: kept("lead", row.leadId, there.leadId),
    leadName: kept("lead", row.leadName, there.leadName),
  };
}

const columnOf = {
  aims: "aims",
  leadName: "lead",
  startsOn: "starts_on",
  endsOn: "ends_on",
  places: "places",
  hoursPerMonth: "hours_per_month",
  payBasis: "pay_basis",
  contentNote: "content_note",
} as const;

/** What a row, laid over a project, says otherwise, cell by cell. */
const changesOf = (row: ProjectRow, there: Project): CellChange[] =>
  (Object.keys(columnOf) as (keyof typeof columnOf)[])
    .filter((key) => (row[key] ?? null) !== there[key])
    .map((key) => cellChange(columnOf[key], there[key], row[key]));

/** What stands in the way of changing a project that is there: it was closed, or its team and needs take more places. */
const changeProblems = (row: ProjectRow, { project, ...room }: ProjectRoom): Problem[] => {
  const remedy = `To open it again: involve project edit ${ref("project", project.id)} --reopen`;
  return [
    ...closedProblems(project, remedy).map((p) => ({ ...p, column: "title" })),
    ...placesProblems(row.places, { project, ...room }).map((p) => ({ ...p, column: "places" })),
  ];
};

/** The plan of a row as it is shown and written. */
function planOf(
  line: number,
  project: ProjectRow,
  existing: Project | undefined,
  cleared: readonly ClearableOfProject[],
): RowPlan<ProjectWrite> {
  const changes = existing ? changesOf(project, existing) : [];
  return {
    ...{ line, changes, notes: [], about: project.title, write: { project, existing, cleared } },
    outcome: !existing ? "new" : changes.length > 0 ? "updated" : "unchanged",
    ref: existing ? ref("project", existing.id) : null,
    matchedBy: existing ? "title" : null,
  };
}

/**
 * What a sheet of projects would do, row by row: a title that is there already fills in or corrects that project, any other adds
 * one; blanks never overwrite, unless they clear, and what holds for an edit by hand holds for a row. All problems of all rows at once, with line and column.
 */
export function planProjects(
  rows: readonly Lined<ProjectRow>[],
  facts: Omit<NewProjectFacts, "sameTitle"> & { readonly existing: readonly ProjectRoom[] },
  blanks: "keep" | "clear" = "keep",
): ImportPlan<ProjectWrite> {
  const problems: Problem[] = [];
  const first = new Map<string, number>();
  const existing = new Map(facts.existing.map((p) => [p.project.title.toLowerCase(), p]));
  const plans = rows.map(({ line, value, blank = [] }) => {
    const title = value.title.toLowerCase();
    const before = first.get(title);
    if (before === undefined) first.set(title, line);
    else problems.push(twice(line, before, "title", `"${value.title}"`));
    const room = existing.get(title);
    const there = room?.project;
    const cleared = blanks === "clear" ? clearable.filter((field) => blank.includes(field)) : [];
    const project = there ? over(value, there, cleared) : value;
    const checked = checkNewProject(project, { bands: facts.bands, sameTitle: undefined });
    problems.push(...at(line, problemsOf(checked)));
    const plan = planOf(line, project, there, cleared);
    if (room && plan.outcome === "updated") problems.push(...at(line, changeProblems(project, room)));
    return plan;
  });
  return { rows: plans, problems };
}
