import { type CellChange, cellChange, type ImportPlan, type RowPlan } from "./import-plan.ts";
import { type Need, sameNeed } from "./need.ts";
import { checkNeed, type NeedFacts } from "./need-check.ts";
import { ref } from "./ref.ts";
import { type Problem, problemsOf } from "./result.ts";
import { at, type Lined, twice } from "./sheet-rows.ts";

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

/** A need of a sheet over the one that is there: blanks never overwrite, but for those that are cleared. */
function laidOver(
  row: SheetNeed,
  existing: readonly KeptNeed[],
  cleared: readonly string[],
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
  const before = (field: "level" | "atLeast" | "atMost"): number | null =>
    there && !cleared.includes(field) ? there[field] : null;
  return {
    there,
    need: {
      ...blank,
      level: row.level ?? before("level"),
      atLeast: row.atLeast ?? before("atLeast"),
      atMost: row.atMost ?? before("atMost"),
      weight:
        row.weight ?? (there && row.kind === "desired" && !cleared.includes("weight") ? there.weight : 1),
    },
  };
}

/** A need as it is kept, with its row. */
export interface KeptNeed extends Need {
  readonly id: number;
}

/** What is to be written for one row of a sheet of needs. */
export interface NeedWrite {
  readonly projectId: number;
  readonly need: Need;
  /** The row of the store it changes; null = a new one. */
  readonly inPlaceOf: number | null;
}

const columnOf = {
  kind: "kind",
  level: "level",
  atLeast: "at_least",
  atMost: "at_most",
  weight: "weight",
} as const;

const changesOf = (need: Need, there: Need): CellChange[] =>
  (Object.keys(columnOf) as (keyof typeof columnOf)[])
    .filter((key) => need[key] !== there[key])
    .map((key) => cellChange(columnOf[key], there[key], need[key]));

/** The plan of a row as it is shown and written. */
function planOf(
  line: number,
  { projectId, need }: Omit<NeedWrite, "inPlaceOf">,
  there: KeptNeed | undefined,
): RowPlan<NeedWrite> {
  const changes = there ? changesOf(need, there) : [];
  return {
    ...{ line, changes, notes: [], ref: null },
    about: `${ref("project", projectId)} ${need.category} ${need.value}${need.scope === "team" ? " of the team" : ""}`,
    outcome: !there ? "new" : changes.length > 0 ? "updated" : "unchanged",
    matchedBy: there ? "project, word and scope" : null,
    write: { projectId, need, inPlaceOf: there?.id ?? null },
  };
}

/**
 * What a sheet of needs would do, row by row: a need about the same thing and of the same people is changed, any other is added;
 * blanks never overwrite, unless they clear. Every row is checked against the needs before it. All problems at once, with line and
 * column.
 */
export function planNeeds(
  rows: readonly Lined<NeedOfProject>[],
  facts: ReadonlyMap<number, Omit<NeedFacts, "existing"> & { readonly existing: readonly KeptNeed[] }>,
  blanks: "keep" | "clear" = "keep",
): ImportPlan<NeedWrite> {
  const problems: Problem[] = [];
  const plans: RowPlan<NeedWrite>[] = [];
  for (const { line, value, blank = [] } of rows) {
    const own = facts.get(value.projectId);
    if (!own) continue;
    const { need, there } = laidOver(value.need, own.existing, blanks === "clear" ? blank : []);
    const before = plans.filter((p) => p.write.projectId === value.projectId);
    const first = before.find((p) => sameNeed(p.write.need, need));
    if (first) {
      problems.push(twice(line, first.line, "value", `"${need.value}" for ${own.project}`));
      continue;
    }
    const beside = before.map((p) => p.write.need);
    const existing: Need[] = [...own.existing.filter((n) => !beside.some((b) => sameNeed(b, n))), ...beside];
    problems.push(
      ...at(line, problemsOf(checkNeed(need, { ...own, existing, beside }, there !== undefined))),
    );
    plans.push(planOf(line, { projectId: value.projectId, need }, there));
  }
  return { rows: plans, problems };
}
