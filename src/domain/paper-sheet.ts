import type { RowOutcome } from "./imports.ts";
import { type KnownPaper, type NewPaper, sameDoi, sameTitle } from "./paper.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** A row of a sheet of papers, with its line for messages. */
interface PaperRowIn {
  readonly line: number;
  readonly value: NewPaper;
}

/** What a row would do: add a paper, change one, or nothing. */
export interface PaperStep {
  readonly paper: NewPaper;
  /** The paper it is, where that is here already. */
  readonly id: number | undefined;
  readonly outcome: RowOutcome;
}

const cells = ["title", "journal", "doi", "year", "status", "projectId"] as const;

/** Whether a row says something else than what is kept; a blank cell says nothing. */
const differs = (row: NewPaper, kept: KnownPaper): boolean =>
  cells.some((cell) => row[cell] !== undefined && row[cell] !== kept[cell]);

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

/**
 * What a sheet of papers would do: a row is a paper that is here when the DOI is the same in any case, else when the title
 * is; blanks never overwrite. A paper twice in the sheet, and a title that is here under another DOI, are bad rows.
 */
export function planPapers(
  rows: readonly PaperRowIn[],
  papers: readonly KnownPaper[],
): Result<readonly PaperStep[]> {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const steps = rows.map((row): PaperStep => {
    const { line, value } = row;
    const twin = sameDoi(papers, value.doi) ?? sameTitle(papers, value.title);
    const marks = [value.doi?.toLowerCase(), value.title.toLowerCase()].filter((m) => m !== undefined);
    const before = marks.map((m) => seen.get(m)).find((n) => n !== undefined);
    for (const mark of marks) seen.set(mark, seen.get(mark) ?? line);
    problems.push(...otherDoi(row, twin), ...(before === undefined ? [] : [twice(line, before)]));
    const outcome = !twin ? "new" : differs(value, twin) ? "updated" : "unchanged";
    return { paper: value, id: twin?.id, outcome };
  });
  return unless(problems, () => steps);
}
