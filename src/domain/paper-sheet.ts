import { type CellChange, cellChange, type ImportPlan, type RowPlan } from "./import-plan.ts";
import { type KnownPaper, type NewPaper, sameDoi, sameTitle } from "./paper.ts";
import { ref } from "./ref.ts";
import type { Problem } from "./result.ts";
import { keyOf } from "./text.ts";

/** A row of a sheet of papers, with its line for messages. */
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
}

const clearable = ["journal", "doi", "year", "projectId"] as const;
type Clearable = (typeof clearable)[number];

const cells = ["title", "journal", "doi", "year", "status", "projectId"] as const;

const shown = (
  cell: (typeof cells)[number],
  value: string | number | null | undefined,
): CellChange["from"] => {
  if (value === null || value === undefined) return null;
  return cell === "projectId" ? ref("project", Number(value)) : String(value);
};

/** What a row says otherwise than what is kept; a blank cell says nothing, but for those that are cleared. */
const changesOf = (row: NewPaper, kept: KnownPaper, cleared: readonly Clearable[]): CellChange[] =>
  cells
    .filter((cell) =>
      row[cell] === undefined
        ? kept[cell] !== null && (cleared as readonly string[]).includes(cell)
        : row[cell] !== kept[cell],
    )
    .map((cell) =>
      cellChange(cell === "projectId" ? "project" : cell, shown(cell, kept[cell]), shown(cell, row[cell])),
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
  return {
    ...{ line: row.line, changes, notes: [], about: row.value.title },
    outcome: !twin ? "new" : changes.length > 0 ? "updated" : "unchanged",
    ref: twin ? ref("paper", twin.id) : null,
    matchedBy: !twin ? null : byDoi ? "DOI" : "title",
    write: { paper: row.value, id: twin?.id, cleared },
  };
}

/**
 * What a sheet of papers would do, row by row: a row is a paper that is here when the DOI is the same in any case, else when the
 * title is; blanks never overwrite, unless they clear. A paper twice in the sheet, and a title that is here under another DOI, are
 * bad rows.
 */
export function planPapers(
  rows: readonly PaperRowIn[],
  papers: readonly KnownPaper[],
  blanks: "keep" | "clear" = "keep",
): ImportPlan<PaperWrite> {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const plans = rows.map((row) => {
    const { line, value } = row;
    const twin = sameDoi(papers, value.doi) ?? sameTitle(papers, value.title);
    const marks = [
      ...(value.doi === undefined ? [] : [value.doi.toLowerCase()]),
      keyOf(value.title),
      ...(twin ? [ref("paper", twin.id)] : []),
    ];
    const before = marks.map((m) => seen.get(m)).find((n) => n !== undefined);
    for (const mark of marks) seen.set(mark, seen.get(mark) ?? line);
    problems.push(...otherDoi(row, twin), ...(before === undefined ? [] : [twice(line, before)]));
    return planOf(row, twin, blanks);
  });
  return { rows: plans, problems };
}
