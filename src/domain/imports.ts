import { withoutPrivate } from "./private-text.ts";
import { listed } from "./text.ts";

/** What becomes of one row of a file. */
export type RowOutcome = "new" | "updated" | "unchanged";

/** How many rows of a file are new, updated and unchanged. */
export interface ImportCounts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Rows left out because something is wrong with them. */
  readonly failed?: number;
}

const number = (n: number): string => n.toLocaleString("en-GB");

const span = (refs: readonly string[]): string =>
  refs.length > 1 ? ` (${refs[0]} to ${refs.at(-1)})` : refs.length === 1 ? ` (${refs[0]})` : "";

/** `lean.csv: 2 new (M-016 to M-017), 0 updated, 1 unchanged.`; the refs are those of what is new, in order. */
export const importSentence = (file: string, counts: ImportCounts, refs: readonly string[] = []): string =>
  `${file}: ${number(counts.added)} new${span(refs)}, ${number(counts.updated)} updated, ${number(counts.unchanged)} unchanged.`;

/** The header of a column in a sentence: in quotes where it is a sentence of its own. */
const headerInWords = (column: string): string => (/[.,;:?!"]/.test(column) ? `"${column}"` : column);

/** A sentence that names the columns nothing is known of, so that none is left out in silence; none where there are none. */
export const leftOut = (columns: readonly string[]): string[] =>
  columns.length > 0
    ? [
        `Columns left out, because nothing is known of them: ${listed(columns.map((c) => headerInWords(withoutPrivate(c))))}.`,
      ]
    : [];
