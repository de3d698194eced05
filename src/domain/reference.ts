/** A name as CSL-JSON has it: a person in parts, or a body whole. */
interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
  readonly suffix?: string;
  readonly "dropping-particle"?: string;
  readonly "non-dropping-particle"?: string;
}

/** A day, month or year as CSL-JSON has it. */
interface CslDate {
  readonly "date-parts"?: readonly (readonly number[])[];
}

/** A published record as CSL-JSON has it, as far as it is used here. */
export interface CslItem {
  readonly type: string;
  readonly title?: string;
  readonly "container-title"?: string;
  readonly DOI?: string;
  readonly URL?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly issued?: CslDate;
  readonly author?: readonly CslName[];
}

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
