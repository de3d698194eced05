import type { Day } from "./day.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";

/** Where a paper stands. */
export const paperStatuses = [
  "planned",
  "drafting",
  "submitted",
  "accepted",
  "published",
  "withdrawn",
] as const;
export type PaperStatus = (typeof paperStatuses)[number];

/** The bibliographic facts of a paper. */
export interface PaperFacts {
  readonly title: string;
  readonly journal: string | null;
  /** Without https://doi.org/. */
  readonly doi: string | null;
  readonly year: number | null;
}

/** A paper as the store has it. */
export interface KnownPaper extends PaperFacts {
  readonly id: number;
  readonly status: PaperStatus;
  /** Since when it stands so; null where that is not known. */
  readonly statusOn: Day | null;
  readonly projectId: number | null;
  readonly volume: string | null;
  readonly issue: string | null;
  /** Or the number of the article. */
  readonly pages: string | null;
  readonly preprint: string | null;
  /** The published record as it was imported: CSL-JSON. */
  readonly citation: string | null;
}

/**
 * A DOI without the address in front of it. Its shape is that of the DOI Handbook: 10, a registrant of four to nine digits
 * (which may have parts), a slash, and a suffix without spaces. A stop behind it is that of the sentence it was copied from.
 */
export function readDoi(text: string): Result<string> {
  const bare = text
    .trim()
    .replace(/^(https?:\/\/)?(dx\.|www\.)?doi\.org\//i, "")
    .replace(/^doi:\s*/i, "")
    .replace(/[.,;]+$/, "");
  return /^10\.\d{4,9}(\.\d+)*\/[^\s]+$/.test(bare)
    ? yes(bare)
    : no({
        code: "not-a-doi",
        message: `"${text}" is not a DOI.`,
        remedy: "Write it like 10.1186/s12916-024-03260-y, with or without https://doi.org/ in front.",
      });
}

/** The web address of a preprint; a DOI alone is made one. */
export function readPreprint(text: string): Result<string> {
  const doi = readDoi(text);
  if (doi.ok) return yes(`https://doi.org/${doi.value}`);
  const address = text.trim();
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(address)
    ? yes(address)
    : no({
        code: "not-an-address",
        message: `"${text}" is not a web address.`,
        remedy: "Write it like https://www.medrxiv.org/content/10.1101/2024.05.01.24306659v1, or its DOI.",
      });
}

/** The paper with the same DOI in any case, or undefined. */
export const sameDoi = <P extends KnownPaper>(
  papers: readonly P[],
  doi: string | null | undefined,
): P | undefined =>
  doi ? papers.find((p) => p.doi !== null && p.doi.toLowerCase() === doi.toLowerCase()) : undefined;

/** A title as two of them are compared: without letter case, accents and punctuation, in any script. */
export const titleKey = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");

/** The paper with the same title, letter case and punctuation apart, or undefined. */
export const sameTitle = <P extends KnownPaper>(papers: readonly P[], title: string): P | undefined =>
  papers.find((p) => titleKey(p.title) === titleKey(title));

/** What `paper add` is asked to do. */
export interface NewPaper {
  readonly title: string;
  readonly journal: string | undefined;
  readonly doi: string | undefined;
  readonly year: number | undefined;
  readonly status: PaperStatus | undefined;
  /** Since when it stands so. */
  readonly statusOn?: Day | undefined;
  readonly projectId: number | undefined;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  readonly pages?: string | undefined;
  readonly preprint?: string | undefined;
  readonly citation?: string | undefined;
}

/** Whether a paper may be added: its DOI is not here yet, and a title that is here is meant to be there twice. */
export function checkNewPaper(
  request: NewPaper,
  facts: {
    readonly papers: readonly KnownPaper[];
    readonly againWithSameTitle: boolean;
    readonly today: Day;
  },
): Result<NewPaper> {
  const problems: Problem[] = [];
  if (request.statusOn !== undefined && request.statusOn > facts.today)
    problems.push({
      code: "in-the-future",
      message: `${request.statusOn} is in the future.`,
      remedy: "Give the day since when it stands so, today or earlier.",
    });
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
