import { type Report, single } from "./report.ts";

/** What became of the rows of a file. */
interface Counts {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
}

const number = (n: number): string => n.toLocaleString("en-GB");

/** `attendance.csv: 76 new, 0 updated, 1 unchanged.` */
export const importSentence = (path: string, counts: Counts): string =>
  `${path}: ${number(counts.added)} new, ${number(counts.updated)} updated, ${number(counts.unchanged)} unchanged.`;

/** A sentence for each column of a file that nothing is known of, so that none is left out in silence. */
export const leftOut = (columns: readonly string[]): string[] =>
  columns.map((c) => `The column "${c}" is not one this import knows and was left out.`);

/** What an import did, as data. */
export const importReport = ({ added, updated, unchanged }: Counts): Report =>
  single(
    "Import",
    [
      { key: "new", heading: "New", kind: "integer" },
      { key: "updated", heading: "Updated", kind: "integer" },
      { key: "unchanged", heading: "Unchanged", kind: "integer" },
    ],
    { new: added, updated, unchanged },
  );
