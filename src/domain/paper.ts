import { ref } from "./ref.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";
import { keyOf } from "./text.ts";

/** Where a paper stands. */
export const paperStatuses = [
  "planned",
  "drafting",
  "submitted",
  "accepted",
  "published",
  "withdrawn",
] as const;
type PaperStatus = (typeof paperStatuses)[number];

/** The bibliographic facts of a paper. */
export interface PaperFacts {
  readonly title: string;
  readonly journal: string | null;
  /** Without https://doi.org/. */
  readonly doi: string | null;
  readonly year: number | null;
}

/** A paper as far as others have to be told apart from it. */
export interface KnownPaper extends PaperFacts {
  readonly id: number;
  readonly status: string;
  readonly projectId: number | null;
}

/**
 * A DOI without the address in front of it. Its shape is that of the DOI Handbook: 10, a registrant of four to nine digits
 * (which may have parts), a slash, and a suffix without spaces.
 */
export function readDoi(text: string): Result<string> {
  const bare = text
    .trim()
    .replace(/^(https?:\/\/)?(dx\.|www\.)?doi\.org\//i, "")
    .replace(/^doi:\s*/i, "");
  return /^10\.\d{4,9}(\.\d+)*\/[^\s]+$/.test(bare)
    ? yes(bare)
    : no({
        code: "not-a-doi",
        message: `"${text}" is not a DOI.`,
        remedy: "Write it like 10.1186/s12916-024-03260-y, with or without https://doi.org/ in front.",
      });
}

/** The paper with the same DOI in any case, or undefined. */
export const sameDoi = <P extends KnownPaper>(
  papers: readonly P[],
  doi: string | null | undefined,
): P | undefined =>
  doi ? papers.find((p) => p.doi !== null && p.doi.toLowerCase() === doi.toLowerCase()) : undefined;

/** The paper with the same title, letter case and punctuation apart, or undefined. */
export const sameTitle = <P extends KnownPaper>(papers: readonly P[], title: string): P | undefined =>
  papers.find((p) => keyOf(p.title) === keyOf(title));

/** What `paper add` is asked to do. */
export interface NewPaper {
  readonly title: string;
  readonly journal: string | undefined;
  readonly doi: string | undefined;
  readonly year: number | undefined;
  readonly status: PaperStatus | undefined;
  readonly projectId: number | undefined;
}

/** Whether a paper may be added: its DOI is not here yet, and a title that is here is meant to be there twice. */
export function checkNewPaper(
  request: NewPaper,
  facts: {
    readonly papers: readonly KnownPaper[];
    readonly againWithSameTitle: boolean;
  },
): Result<NewPaper> {
  const problems: Problem[] = [];
  const doiTwin = sameDoi(facts.papers, request.doi);
  const twin = sameTitle(facts.papers, request.title);
  if (doiTwin)
    problems.push({
      code: "doi-taken",
      message: `${ref("paper", doiTwin.id)} has this DOI: ${doiTwin.title}`,
      remedy: `See: involve paper show ${ref("paper", doiTwin.id)}`,
    });
  else if (twin && !facts.againWithSameTitle)
    problems.push({
      code: "same-title",
      message: `${ref("paper", twin.id)} has the same title.`,
      remedy: "If this is another paper, add --same-title.",
    });
  return unless(problems, () => request);
}

/** A paper as it is cited where nothing is known of its authors. */
export function citation(paper: PaperFacts): string {
  const title = /[.?!]$/.test(paper.title) ? paper.title : `${paper.title}.`;
  const place = [paper.journal, paper.year === null ? null : `(${paper.year})`].filter(Boolean).join(" ");
  return [title, place ? `${place}.` : "", paper.doi ? `https://doi.org/${paper.doi}` : ""]
    .filter(Boolean)
    .join(" ");
}
