import type { RowOutcome } from "./imports.ts";
import { type KnownPaper, type NewPaper, sameDoi, sameTitle, unknownProject } from "./paper.ts";
import { ref } from "./ref.ts";
import type { Problem } from "./result.ts";

/** A row of a sheet of papers, with its line for messages. */
export interface PaperRowIn {
  readonly line: number;
  readonly value: NewPaper;
}

/** What a row would do: add a paper, change one, or nothing. */
export interface PaperStep {
  readonly paper: NewPaper;
  readonly projectId: number | undefined;
  /** The paper it is, where that is here already. */
  readonly id: number | undefined;
  readonly outcome: RowOutcome;
}

/** What is to be done for a sheet of papers, or every bad row. */
export interface PaperPlan {
  readonly steps: readonly PaperStep[];
  readonly problems: readonly Problem[];
}

const differs = (given: string | number | undefined, kept: string | number | null): boolean =>
  given !== undefined && given !== kept;

/**
 * What a sheet of papers would do: a row is a paper that is here when the DOI is the same in any case, else when the title
 * is; blanks never overwrite. A paper twice in the sheet, an unknown project, and a title that is here under another DOI
 * are bad rows.
 */
export function planPapers(
  rows: readonly PaperRowIn[],
  papers: readonly KnownPaper[],
  projectIdOf: (text: string) => number | null,
): PaperPlan {
  const steps: PaperStep[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const { line, value } of rows) {
    const bad = (problem: Problem, column: string): unknown => problems.push({ ...problem, line, column });
    const twin = sameDoi(papers, value.doi) ?? sameTitle(papers, value.title);
    if (twin?.doi && value.doi && twin.doi.toLowerCase() !== value.doi.toLowerCase())
      bad(
        {
          code: "other-doi",
          message: `${ref("paper", twin.id)} has this title and the DOI ${twin.doi}.`,
          remedy: "Correct the DOI, or tell the titles apart.",
        },
        "doi",
      );
    const marks = [value.doi?.toLowerCase(), value.title.toLowerCase()].filter((m) => m !== undefined);
    const before = marks.map((m) => seen.get(m)).find((n) => n !== undefined);
    for (const mark of marks) seen.set(mark, seen.get(mark) ?? line);
    if (before !== undefined)
      bad(
        {
          code: "row-twice",
          message: `This paper is on line ${before} already.`,
          remedy: "Remove one of the two rows.",
        },
        "title",
      );
    const projectId = value.project === undefined ? undefined : projectIdOf(value.project);
    if (projectId === null && value.project !== undefined) bad(unknownProject(value.project), "project");
    const changed =
      twin !== undefined &&
      (differs(value.title, twin.title) ||
        differs(value.journal, twin.journal) ||
        differs(value.doi, twin.doi) ||
        differs(value.year, twin.year) ||
        differs(value.status, twin.status) ||
        differs(projectId ?? undefined, twin.projectId));
    const outcome = !twin ? "new" : changed ? "updated" : "unchanged";
    steps.push({ paper: value, projectId: projectId ?? undefined, id: twin?.id, outcome });
  }
  return { steps, problems };
}
