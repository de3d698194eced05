import type { CslItem } from "./csl.ts";

export type { CslItem } from "./csl.ts";

/** How papers are cited. */
export const citationStyles = ["vancouver", "apa", "harvard"] as const;
export type CitationStyle = (typeof citationStyles)[number];

/** What is known of a paper that is to be cited. */
export interface CitedPaper {
  readonly title: string;
  readonly journal: string | null;
  readonly doi: string | null;
  readonly year: number | null;
  readonly volume?: string | null;
  readonly issue?: string | null;
  readonly pages?: string | null;
  /** The published record as it was imported, as JSON; null where there is none. */
  readonly citation?: string | null;
}

const filled = (fields: Readonly<Record<string, string | null | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).flatMap(([k, v]) => (v ? [[k, v]] : [])));

/**
 * A paper as CSL-JSON: the published record where it was imported, with what the unit has put right since. Its authors are those
 * of the published record and nobody else; where there is none, it has no authors.
 */
export function cslOf(paper: CitedPaper): CslItem {
  const record = paper.citation ? (JSON.parse(paper.citation) as CslItem) : { type: "article-journal" };
  const [recorded] = record.issued?.["date-parts"] ?? [];
  return {
    ...record,
    title: paper.title,
    ...filled({ "container-title": paper.journal, DOI: paper.doi }),
    ...filled({ volume: paper.volume, issue: paper.issue, page: paper.pages }),
    ...(paper.year === null || recorded?.[0] === paper.year
      ? {}
      : { issued: { "date-parts": [[paper.year]] } }),
  };
}

/** A record that names nobody. */
export const withoutAuthors = ({ author: _, ...item }: CslItem): CslItem => item;

/** The cells of a record in a sheet of papers, by the names of their columns. */
export interface RecordCells {
  readonly title: string;
  readonly journal: string;
  readonly doi: string;
  readonly year: string;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  readonly status: string;
  readonly status_on: string;
  readonly preprint: string;
  readonly citation: string;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** What a record says of where its paper stands; a preprint says nothing of it. */
function statusOf(record: CslItem): string {
  const said = record.status ?? "";
  if (/sub-?mitted|under review/i.test(said)) return "submitted";
  if (/press|forthcoming|accepted|to appear/i.test(said)) return "accepted";
  return "published";
}

/** Whether a record is of a preprint: by its type in CSL, or by the server it stands on, since BibTeX has no type for it. */
const isOfPreprint = (record: CslItem): boolean =>
  ["article", "manuscript"].includes(record.type) ||
  /^(?:(?:bio|med)rxiv|(?:psy|soc)?arxiv|research square|ssrn|osf preprints|preprints\.org)\b/i.test(
    record.publisher ?? record["container-title"] ?? "",
  );

/** A record as a row of a sheet of papers. Of a preprint the address is kept as that of the preprint, and no status is made up. */
export function recordCells(record: CslItem): RecordCells {
  const isPreprint = isOfPreprint(record);
  const [parts = []] = record.issued?.["date-parts"] ?? [];
  const [year, month, day] = parts;
  const whole = year !== undefined && month !== undefined && day !== undefined;
  const status = isPreprint ? "" : statusOf(record);
  return {
    title: record.title ?? "",
    journal: isPreprint ? "" : (record["container-title"] ?? ""),
    doi: isPreprint ? "" : (record.DOI ?? ""),
    year: year === undefined ? "" : String(year),
    volume: record.volume ?? "",
    issue: record.issue ?? "",
    pages: record.page ?? record.number ?? "",
    status,
    status_on: whole && status === "published" ? `${year}-${two(month)}-${two(day)}` : "",
    preprint: isPreprint ? (record.DOI ?? record.URL ?? "") : "",
    citation: isPreprint ? "" : JSON.stringify(record),
  };
}
