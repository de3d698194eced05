import type { Day } from "../domain/day.ts";

import type { OutwardText } from "../domain/person-name.ts";

/**
 * How a column's values are to be read: money is in pence, days are ISO text, decimals have one or two places, lines are a
 * list shown one below the other, and changes are the pieces of a text, each of which begins with what became of it: `=` kept,
 * `-` taken out, `+` put in.
 */
type ColumnKind = "text" | "integer" | "decimal" | "pence" | "day" | "yes-no" | "lines" | "changes";

/** A column: the stable snake_case key of JSON and CSV, and the heading a person sees. */
export interface Column {
  readonly key: string;
  readonly heading: string;
  readonly kind?: ColumnKind;
  /** Left out of the table on a terminal, but in every other format. */
  readonly detail?: boolean;
  /** Only in JSON and CSV: a key for scripts, which a reader has no use for. */
  readonly data?: boolean;
}

/** One value of a row; null is nothing recorded. */
export type Cell = string | number | boolean | null | readonly string[];

/** A row by column key. */
export type Row = Readonly<Record<string, Cell>>;

/** A row for readers outside the management team: a name that did not come through the naming gate is a type error here. */
export type OutwardRow = Readonly<
  Record<string, OutwardText | number | boolean | null | readonly OutwardText[]>
>;

/** A part of a report: a heading, and rows or paragraphs under it. */
export interface Section<R extends Row = Row> {
  readonly key: string;
  readonly heading?: string;
  /** One thing among lists: an object in JSON, a line for each field in the table. */
  readonly single?: boolean;
  readonly paragraphs?: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly R[];
  /** Said in place of an empty table. */
  readonly empty?: string;
  /** Where nobody could read so many rows: those a reader sees, and what is said of the others. Data has all of them. */
  readonly brief?: { readonly rows: readonly R[]; readonly said: readonly string[] };
}

/** Something that goes into a calendar; days and times are those of London. It names nobody. */
export interface CalendarEntry {
  /** Never another, however often the entry changes. */
  readonly uid: string;
  /** Higher each time whoever has the entry has to hear of a change. */
  readonly revision: number;
  readonly title: string;
  readonly on: Day;
  /** `10:00`; null is the whole day. */
  readonly at: string | null;
  readonly minutes: number | null;
  readonly place: string | null;
  readonly about: string | null;
  readonly cancelled: boolean;
}

/** Entries for a calendar program, as at a day. */
export interface Calendar {
  readonly name: string;
  readonly asAt: Day;
  readonly entries: readonly CalendarEntry[];
}

/** What leaves the program as data, whatever the format. */
export interface Report<R extends Row = Row> {
  readonly title: string;
  /** One thing and not a list: JSON is an object, and the table shows a line for each field. */
  readonly single?: boolean;
  readonly sections: readonly Section<R>[];
  readonly notes?: readonly string[];
  /** The report drawn in text for a terminal of so many columns, and the same as indented lines for a narrower one. */
  readonly drawing?: { readonly text: string; readonly width: number; readonly outline: string };
  /** A picture of the report as SVG, where there is one. */
  readonly svg?: string;
  /** The report in forms that only few verbs have: text to be pasted, and JATS XML. */
  readonly texts?: { readonly text: string; readonly jats: string };
  /** The same as entries of a calendar, where it is about days. */
  readonly calendar?: Calendar;
}

/** A report that readers outside the management team may see. */
export type OutwardReport = Report<OutwardRow>;

/** A part of such a report. */
export type OutwardSection = Section<OutwardRow>;

/** A report that is one list. */
export const list = <R extends Row>(
  title: string,
  columns: readonly Column[],
  rows: readonly R[],
  empty: string,
  notes: readonly string[] = [],
): Report<R> => ({ title, sections: [{ key: "rows", columns, rows, empty }], notes });

/** A report about one thing. */
export const single = (
  title: string,
  columns: readonly Column[],
  row: Row,
  notes: readonly string[] = [],
): Report => ({
  title,
  single: true,
  sections: [{ key: "fields", columns, rows: [row] }],
  notes,
});
