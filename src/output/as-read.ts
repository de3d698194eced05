import type { Section } from "../reports/report.ts";

/** A section as a reader sees it: the rows worth reading where there are too many, and what is said of the others. */
export const asRead = (section: Section): Section =>
  section.brief
    ? {
        ...section,
        paragraphs: [...(section.paragraphs ?? []), ...section.brief.said],
        rows: section.brief.rows,
        empty: "",
      }
    : section;
