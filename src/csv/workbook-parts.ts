import { type Result, yes } from "../domain/result.ts";
import { unreadable } from "./file-kind.ts";

/** A sheet of a workbook as its table of contents has it. */
export interface SheetInfo {
  readonly name: string;
  readonly hidden: boolean;
  /** The part of the workbook it is in; undefined for a sheet that is a chart. */
  readonly part: string | undefined;
}

/** A workbook unpacked. */
export interface WorkbookParts {
  readonly sheets: readonly SheetInfo[];
  readonly from1904: boolean;
  /** Its parts packed again without compression, which is what the reader is given. */
  readonly plain: ArrayBuffer;
  /** How many rows of a sheet are hidden, as a filter does. */
  hiddenRows(sheet: SheetInfo): number;
}

/** What a workbook unpacks to at most: far above any sheet of people, and below what a computer can hold. */
const largest = 400 * 1024 * 1024;

const unescaped = (xml: string): string =>
  xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");

const attribute = (element: string, name: string): string | undefined =>
  new RegExp(`\\s(?:\\w+:)?${name}="([^"]*)"`).exec(element)?.[1];

/** Where the sheets of a workbook are, by the ids its table of contents uses. */
const targets = (xml: string): ReadonlyMap<string, string> =>
  new Map(
    [...xml.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].flatMap(([element]) => {
      const id = attribute(element, "Id");
      const target = attribute(element, "Target");
      if (id === undefined || target === undefined || !attribute(element, "Type")?.endsWith("/worksheet"))
        return [];
      return [[id, target.startsWith("/") ? target.slice(1) : `xl/${target}`] as const];
    }),
  );

const sheetsOf = (xml: string, at: ReadonlyMap<string, string>): SheetInfo[] =>
  [...xml.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([element]) => ({
    name: unescaped(attribute(element, "name") ?? ""),
    hidden: /^(hidden|veryHidden)$/.test(attribute(element, "state") ?? ""),
    part: at.get(/\s\w+:id="([^"]*)"/.exec(element)?.[1] ?? ""),
  }));

/** The answer for a workbook that does not hold together. */
export const damaged = (): Result<never> =>
  unreadable(
    "The workbook is damaged, or was not copied whole.",
    "Open it, save it again as XLSX, and try that.",
  );

type Part = Uint8Array<ArrayBuffer>;

/** A sheet in which a formula that failed shows its error as text; the reader would make a blank cell of it. */
function withErrorsShown(part: Part): Part {
  if (!Buffer.from(part.buffer, part.byteOffset, part.length).includes(' t="e"')) return part;
  const xml = new TextDecoder().decode(part);
  return new TextEncoder().encode(xml.replace(/(<(?:\w+:)?c\b[^>]*?) t="e"/g, '$1 t="str"'));
}

const text = (part: Part | undefined): string => new TextDecoder().decode(part);

/** Unpacks a workbook; refuses one that is damaged or far too large. */
export async function unpacked(bytes: Uint8Array): Promise<Result<WorkbookParts>> {
  const { unzipSync, zipSync } = await import("fflate");
  let size = 0;
  const wanted = (file: { readonly name: string; readonly originalSize: number }): boolean => {
    if (!/\.(xml|rels)$/.test(file.name)) return false;
    size += file.originalSize;
    return size <= largest;
  };
  try {
    const parts = unzipSync(bytes, { filter: wanted });
    if (size > largest)
      return unreadable("The workbook is too large to be read.", "Save the sheet you want as CSV (UTF-8).");
    const contents = text(parts["xl/workbook.xml"]);
    for (const [name, part] of Object.entries(parts))
      if (name.startsWith("xl/worksheets/")) parts[name] = withErrorsShown(part);
    return yes({
      sheets: sheetsOf(contents, targets(text(parts["xl/_rels/workbook.xml.rels"]))),
      from1904: /\bdate1904="(1|true)"/.test(contents),
      plain: zipSync(parts, { level: 0 }).slice().buffer,
      hiddenRows: ({ part }) =>
        text(parts[part ?? ""]).match(/<(?:\w+:)?row\b[^>]*\shidden="(1|true)"/g)?.length ?? 0,
    });
  } catch {
    return damaged();
  }
}
