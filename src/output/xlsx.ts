import type { Column, Report, Row, Section, Cell as Value } from "../reports/report.ts";
import { cellForSpreadsheet, greatest } from "./cell.ts";
import { withoutDates } from "./zip.ts";

/** A cell of a workbook. Text is always text: what begins with = or + is shown and never worked out. */
interface SheetCell {
  readonly value: string | number | Date;
  readonly type: StringConstructor | NumberConstructor | DateConstructor;
  readonly format?: string;
  readonly fontWeight?: "bold";
}

function cellOf(column: Column, value: Value | undefined): SheetCell | null {
  if (value === null || value === undefined || value === "") return null;
  if (column.kind === "pence" && typeof value === "number")
    return { value: value / 100, type: Number, format: "#,##0.00" };
  if (typeof value === "number") return { value, type: Number };
  if (column.kind === "day" && typeof value === "string")
    return { value: new Date(`${value}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" };
  return { value: cellForSpreadsheet(column, value), type: String };
}

const title = (text: string): SheetCell => ({ value: text, type: String, fontWeight: "bold" });

const longest = (column: Column, rows: readonly Row[]): number =>
  greatest(
    rows.map((r) => cellForSpreadsheet(column, r[column.key]).length),
    column.heading.length,
  );

/** A name that a workbook takes for a sheet: short, without the marks it has a use for, and not there already. */
function sheetName(text: string, taken: readonly string[]): string {
  const plain =
    text
      .replace(/[\\/?*[\]:']/g, " ")
      .trim()
      .slice(0, 28) || "Sheet";
  let name = plain;
  for (let n = 2; taken.includes(name); n++) name = `${plain} ${n}`;
  return name;
}

interface Sheet {
  readonly sheet: string;
  readonly data: (SheetCell | null)[][];
  readonly columns: { width: number }[];
  readonly stickyRowsCount?: number;
}

function sheetOf(report: Report, section: Section, taken: readonly string[]): Sheet {
  const columns = section.columns.filter((c) => !c.data);
  const name = sheetName(section.heading ?? report.title, taken);
  if (report.single || section.single)
    return {
      sheet: name,
      data: columns.map((c) => [title(c.heading), cellOf(c, section.rows[0]?.[c.key])]),
      columns: [{ width: 24 }, { width: 40 }],
    };
  return {
    sheet: name,
    data: [
      columns.map((c) => title(c.heading)),
      ...section.rows.map((row) => columns.map((c) => cellOf(c, row[c.key]))),
    ],
    columns: columns.map((c) => ({ width: Math.min(48, longest(c, section.rows) + 2) })),
    stickyRowsCount: 1,
  };
}

/**
 * A report as an Excel workbook: a sheet for each list, money as numbers, days as dates, the notes on a sheet of their own.
 * Its properties carry no person and no time, and the same report gives the same bytes. The library is loaded only here.
 */
export async function xlsx(report: Report): Promise<Uint8Array> {
  const { default: write } = await import("write-excel-file/node");
  const sheets: Sheet[] = [];
  for (const section of report.sections)
    if (section.columns.length > 0)
      sheets.push(
        sheetOf(
          report,
          section,
          sheets.map((s) => s.sheet),
        ),
      );
  const words = [...report.sections.flatMap((s) => s.paragraphs ?? []), ...(report.notes ?? [])];
  if (words.length > 0)
    sheets.push({
      sheet: sheetName(
        "Notes",
        sheets.map((s) => s.sheet),
      ),
      data: words.map((value) => [{ value, type: String }]),
      columns: [{ width: 100 }],
    });
  return withoutDates(new Uint8Array(await write(sheets).toBuffer()));
}
