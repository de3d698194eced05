import { no, type Problem, type Result } from "../domain/result.ts";
import { listed } from "../domain/text.ts";

/** Why a file cannot be read as a sheet, and what to do. */
export const unreadable = (message: string, remedy: string, line?: number): Result<never> =>
  no({ code: "unreadable-sheet", message, remedy, ...(line === undefined ? {} : { line }) });

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Whether a text stands somewhere in some bytes, in single bytes or in pairs as old Office files write names. */
export function holds(bytes: Uint8Array, text: string, wide = false): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return buffer.includes(text, 0, wide ? "utf16le" : "latin1");
}

/** The names of the files in a ZIP archive, as its table of contents gives them. */
export function zipNames(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end -= 1;
  if (end < 0) return [];
  const names: string[] = [];
  let at = view.getUint32(end + 16, true);
  while (at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50) {
    const length = view.getUint16(at + 28, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)));
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return names;
}

const asXlsx = "Open it in a spreadsheet program and save it as XLSX or CSV (UTF-8).";
const saveAs = (what: string, remedy = asXlsx): Problem => ({
  code: "unreadable-sheet",
  message: `This is ${what}.`,
  remedy,
});

/** What kind of ZIP archive some bytes are. */
function zipKind(bytes: Uint8Array): Problem | "workbook" {
  const names = zipNames(bytes);
  if (names.includes("xl/workbook.xml")) return "workbook";
  if (names.length === 0)
    return saveAs("a ZIP file that is damaged or cut short", "Download it or copy it again.");
  if (names.includes("xl/workbook.bin")) return saveAs("a binary workbook (.xlsb)");
  if (holds(bytes.subarray(0, 200), "opendocument.spreadsheet"))
    return saveAs("an OpenDocument spreadsheet (.ods)");
  if (names.includes("word/document.xml"))
    return saveAs("a Word document", "Export the sheet as XLSX or CSV (UTF-8).");
  if (names.some((n) => n.endsWith(".iwa")))
    return saveAs("a Numbers file", "In Numbers, export it as CSV or Excel.");
  const files = names.filter((n) => !n.endsWith("/") && !n.startsWith("__MACOSX"));
  const shown = files.length > 3 ? [...files.slice(0, 3), `${files.length - 3} more`] : files;
  return saveAs(`a ZIP file with ${listed(shown)} in it`, "Unpack it, and name the file inside.");
}

/** What an old Office file is: a workbook with a password is kept in the same wrapping. */
function oleKind(bytes: Uint8Array): Problem {
  if (holds(bytes, "EncryptedPackage", true))
    return saveAs(
      "a workbook with a password",
      "Open it, take the password off, and save it under another name.",
    );
  if (holds(bytes, "WordDocument", true))
    return saveAs("an old Word document (.doc)", "Export the sheet as XLSX or CSV (UTF-8).");
  return saveAs("an old Excel workbook (.xls)");
}

const export_ = "Export the sheet itself as XLSX or CSV (UTF-8).";

/** Files told by how they begin, with what they are. */
const beginnings: readonly (readonly [start: string, what: string, remedy?: string])[] = [
  ["%PDF-", "a PDF", export_],
  ["\u0089PNG", "a picture", export_],
  ["\u00ff\u00d8\u00ff", "a picture", export_],
  ["GIF8", "a picture", export_],
  ["{\\rtf", "a document in rich text", export_],
  ["SQLite format 3\u0000", "an SQLite database", "Name a CSV file or an XLSX workbook."],
  ["\u001f\u008b", "a compressed file (gzip)", "Unpack it, and name the file inside."],
  ["7z\u00bc\u00af", "a compressed file (7z)", "Unpack it, and name the file inside."],
  ["Rar!", "a compressed file (RAR)", "Unpack it, and name the file inside."],
];

/**
 * What a file is when it is no text: a workbook that can be read, or something else with what to do about it; null for what
 * may be text. Told by content; names are often wrong.
 */
export function notASheet(bytes: Uint8Array): Problem | "workbook" | null {
  const start = ascii(bytes, 0, 16);
  if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) return zipKind(bytes);
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) return oleKind(bytes);
  const known = beginnings.find(([begin]) => start.startsWith(begin));
  if (known) return saveAs(known[1], known[2]);
  const words = ascii(bytes, 0, 512)
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<table|<meta|<head)/.test(words))
    return saveAs("a web page, whatever its name says");
  if (words.startsWith("<?xml") && words.includes("spreadsheet"))
    return saveAs("a workbook in the old XML form");
  if (words.startsWith("<?xml")) return saveAs("an XML file", export_);
  if (/^\[?\s*\{\s*"/.test(words)) return saveAs("a JSON file", export_);
  return null;
}
