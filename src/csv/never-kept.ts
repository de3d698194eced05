import {
  benefitProblems,
  privateColumnProblems,
  privateDetailBeside,
  privateTextProblems,
} from "../domain/private-text.ts";
import type { Problem } from "../domain/result.ts";
import { decoded } from "./characters.ts";
import type { CellSpec } from "./columns.ts";
import { notASheet } from "./file-kind.ts";
import { columnName, type Placed } from "./header.ts";
import type { RawRow } from "./raw.ts";

/** What a cell holds that is never kept: a bank detail or a National Insurance number, or in notes the name of a benefit. */
export const neverKept = (spec: CellSpec<unknown>, text: string): Problem[] => {
  const cell = { "The cell": text };
  return [
    ...privateTextProblems(cell),
    ...(/^(notes?|reason|how)$/.test(spec.names[0]) ? benefitProblems(cell) : []),
  ];
};

/**
 * What the header of a sheet says it holds that is never kept: columns for such details, and a header that is one itself, as
 * where the first row of people was taken for it.
 */
export function headerNeverKept(header: RawRow, names: readonly string[]): Problem[] {
  const own = header.cells.flatMap((cell, i) =>
    privateTextProblems({ [`The header of column ${i + 1}`]: cell }).map((p) => ({
      ...p,
      line: header.line,
    })),
  );
  return [...privateColumnProblems(names, header.line), ...own];
}

const none: readonly Problem[] = [];

/**
 * Looks at what no column of the import takes: cells that were left out, cells beyond the header, and two cells beside each
 * other that make a bank account. A file is kept as it came, so that what nobody reads would be kept as well.
 */
export function besideColumns(
  header: RawRow,
  placed: readonly Placed[],
): (row: RawRow) => readonly Problem[] {
  const taken = new Set(placed.map((p) => p.index));
  const width = header.cells.length;
  const isAllTaken = header.cells.every((_, i) => taken.has(i));
  const inCell = (cells: readonly string[], i: number): Problem[] => {
    const text = cells[i] ?? "";
    if (taken.has(i) || text.length < 8) return [];
    const next = taken.has(i + 1) ? "" : (cells[i + 1] ?? "");
    const both = privateDetailBeside(text, next) === null ? undefined : `${text} ${next}`;
    return privateTextProblems({ "The cell": text, "With the cell after it, it": both });
  };
  return ({ line, cells }) =>
    isAllTaken && cells.length <= width
      ? none
      : cells.flatMap((_, i) => inCell(cells, i).map((p) => ({ ...p, line, column: columnName(header, i) })));
}

/**
 * Whether anything in a file, read or not, looks like a bank detail or a National Insurance number: what stands above the
 * header, under the rows, or on other sheets of a workbook. The contents of such a file are not kept.
 */
export async function holdsPrivate(bytes: Uint8Array): Promise<boolean> {
  const isWorkbook = notASheet(bytes) === "workbook";
  const texts = isWorkbook ? await textsOfWorkbook(bytes) : decoded(bytes).text.split("\n");
  return (
    texts.some((text) => privateTextProblems({ text }).length > 0) ||
    (isWorkbook && privateColumnProblems(texts).length > 0)
  );
}

/** The texts of every cell and comment on all sheets of a workbook, whatever else is in it. */
async function textsOfWorkbook(bytes: Uint8Array): Promise<string[]> {
  const { unzipSync, strFromU8 } = await import("fflate");
  const filter = (f: { readonly name: string }): boolean =>
    /^xl\/(?:sharedStrings|worksheets\/|comments|threadedComments\/).*\.xml$/.test(f.name);
  return Object.values(unzipSync(bytes, { filter })).flatMap((part) =>
    strFromU8(part)
      .split(/<\/(?:\w+:)?(?:si|c|comment)>/)
      .map((piece) => piece.replace(/<[^>]*>/g, " ").trim()),
  );
}
