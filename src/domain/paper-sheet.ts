import type { Day } from "./day.ts";
import { type CellChange, cellChange, type ImportPlan, type RowPlan, untoldChange } from "./import-plan.ts";
import { type KnownPaper, type NewPaper, sameDoi, sameTitle, titleKey } from "./paper.ts";
import { mayMove } from "./paper-step.ts";
import { ref } from "./ref.ts";
import type { Problem } from "./result.ts";

/** A row of a sheet or a list of references, with its line for messages. */
interface PaperRowIn {
  readonly line: number;
  readonly value: NewPaper;
  /** The fields whose cell is blank. */
  readonly blank?: readonly string[];
}

/** What is to be written for a row: a paper, and the fields of it that a blank cell empties. */
export interface PaperWrite {
  readonly paper: NewPaper;
  /** The paper it is, where that is here already. */
  readonly id: number | undefined;
  readonly cleared: readonly Clearable[];
  /** Where it stands from now on, where that changes. */
  readonly moved: boolean;
}

const clearable = ["journal", "doi", "year", "volume", "issue", "pages", "preprint", "projectId"] as const;
type Clearable = (typeof clearable)[number];

const cells = ["title", ...clearable, "status", "statusOn", "citation"] as const;
type Cell = (typeof cells)[number];

const names: Partial<Record<Cell, string>> = { projectId: "project", statusOn: "status on" };

const shown = (cell: Cell, value: string | number | null | undefined): CellChange["from"] => {
  if (value === null || value === undefined) return null;
  return cell === "projectId" ? ref("project", Number(value)) : String(value);
};

/**
 * Whether a cell says the same as what is kept: a DOI in any case; of a published record, which comes in its publisher's spelling,
 * also the title in any case and with other punctuation.
 */
function same(cell: Cell, row: NewPaper, kept: KnownPaper): boolean {
  if (cell === "doi") return row.doi?.toLowerCase() === kept.doi?.toLowerCase();
  if (cell === "title" && row.citation !== undefined) return titleKey(row.title) === titleKey(kept.title);
  return row[cell] === kept[cell];
}

/** What a row says otherwise than what is kept; a blank cell says nothing, but for those that are cleared. */
const changesOf = (row: NewPaper, kept: KnownPaper, cleared: readonly Clearable[]): CellChange[] =>
  cells
    .filter((cell) =>
      row[cell] === undefined
        ? kept[cell] !== null && (cleared as readonly string[]).includes(cell)
        : !same(cell, row, kept),
    )
    .map((cell) =>
      cell === "citation"
        ? untoldChange("published record")
        : cellChange(names[cell] ?? cell, shown(cell, kept[cell]), shown(cell, row[cell])),
    );

function otherDoi({ line, value }: PaperRowIn, twin: KnownPaper | undefined): Problem[] {
  if (!twin?.doi || !value.doi || twin.doi.toLowerCase() === value.doi.toLowerCase()) return [];
  return [
    {
      code: "other-doi",
      line,
      column: "doi",
      message: `${ref("paper", twin.id)} has this title and the DOI ${twin.doi}.`,
      remedy: "Correct the DOI, or tell the titles apart.",
    },
  ];
}

/** A sheet never takes a paper back, and never brings back one that was withdrawn. */
function otherStatus({ line, value }: PaperRowIn, twin: KnownPaper | undefined): Problem[] {
  if (!twin || value.status === undefined || twin.status === value.status) return [];
  if (mayMove(twin.status, value.status)) return [];
  const name = ref("paper", twin.id);
  return [
    {
      code: "wrong-step",
      line,
      column: "status",
      message: `${name} is ${twin.status}, and a file does not make it ${value.status}.`,
      remedy: `Take the status out of the row, or record it with its reason: involve paper status ${name} ${value.status}`,
    },
  ];
}

function statusDay({ line, value }: PaperRowIn, today: Day): Problem[] {
  if (value.statusOn === undefined || value.statusOn <= today) return [];
  return [
    {
      code: "in-the-future",
      line,
      column: "status_on",
      message: `${value.statusOn} is in the future.`,
      remedy: "Correct the day.",
    },
  ];
}

const twice = (line: number, before: number): Problem => ({
  code: "row-twice",
  line,
  column: "title",
  message: `This paper is on line ${before} already.`,
  remedy: "Remove one of the two rows.",
});

/** The plan of a row as it is shown and written. */
function planOf(
  row: PaperRowIn,
  twin: KnownPaper | undefined,
  blanks: "keep" | "clear",
): RowPlan<PaperWrite> {
  const blank = blanks === "clear" ? (row.blank ?? []).map((f) => (f === "project" ? "projectId" : f)) : [];
  const cleared = clearable.filter((field) => blank.includes(field));
  const changes = twin ? changesOf(row.value, twin, cleared) : [];
  const byDoi = twin?.doi && row.value.doi?.toLowerCase() === twin.doi.toLowerCase();
  const { title, doi } = row.value;
  const kept = {
    title: twin && same("title", row.value, twin) ? twin.title : title,
    doi: twin && same("doi", row.value, twin) ? (twin.doi ?? undefined) : doi,
  };
  return {
    ...{ line: row.line, changes, notes: [], about: kept.title },
    outcome: !twin ? "new" : changes.length > 0 ? "updated" : "unchanged",
    ref: twin ? ref("paper", twin.id) : null,
    matchedBy: !twin ? null : byDoi ? "DOI" : "title",
    write: {
      paper: { ...row.value, ...kept },
      id: twin?.id,
      cleared,
      moved: changes.some((c) => c.column === "status" || c.column === names.statusOn),
    },
  };
}

/**
 * What a sheet of papers or a list of references would do, row by row: a row is a paper that is here when the DOI is the same in any
 * case, else when the title is; blanks never overwrite, unless they clear. A paper twice in the file, a title that is here under
 * another DOI, and a status that would take a paper back are bad rows.
 */
export function planPapers(
  rows: readonly PaperRowIn[],
  papers: readonly KnownPaper[],
  today: Day,
  blanks: "keep" | "clear" = "keep",
): ImportPlan<PaperWrite> {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const plans = rows.map((row) => {
    const { line, value } = row;
    const twin = sameDoi(papers, value.doi) ?? sameTitle(papers, value.title);
    const marks = [
      ...(value.doi === undefined ? [] : [value.doi.toLowerCase()]),
      titleKey(value.title),
      ...(twin ? [ref("paper", twin.id)] : []),
    ];
    const before = marks.map((m) => seen.get(m)).find((n) => n !== undefined);
    for (const mark of marks) seen.set(mark, seen.get(mark) ?? line);
    problems.push(
      ...otherDoi(row, twin),
      ...otherStatus(row, twin),
      ...statusDay(row, today),
      ...(before === undefined ? [] : [twice(line, before)]),
    );
    return planOf(row, twin, blanks);
  });
  return { rows: plans, problems };
}
