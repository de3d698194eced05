import { readRecord } from "../domain/csl.ts";
import { type RecordCells, recordCells } from "../domain/reference.ts";
import { type Problem, type Result, yes } from "../domain/result.ts";
import { decoded, garbledLine, looksBinary, trimmed } from "./characters.ts";
import { unreadable } from "./file-kind.ts";
import { openSheet, type RawRow, type RawSheet } from "./raw.ts";
import { brokenFile, lettersSaid } from "./records.ts";
import { bibtexEntries, jsonLines, type ReferenceText, risEntries, volumesOf } from "./reference-texts.ts";

/** The ways in which lists of references are written. */
type Kind = "BibTeX" | "RIS" | "CSL-JSON";

/** How a list of references is written, judged by how it begins and, where that says nothing, by its name; null for a sheet. */
function kindOf(name: string, text: string): Kind | null {
  const ending = /\.[a-z]+$/i.exec(name)?.[0].toLowerCase();
  const start = trimmed(text.slice(0, 4096));
  if (/^[[{]/.test(start)) return "CSL-JSON";
  const [first] = /^TY {1,2}-|^\s*@\s*[a-z]+\s*[{(]/im.exec(start) ?? [];
  if (first !== undefined) return first.startsWith("TY") ? "RIS" : "BibTeX";
  if (ending === ".bib" || ending === ".bibtex") return "BibTeX";
  return ending === ".ris" ? "RIS" : null;
}

const columns = [
  "title",
  "journal",
  "doi",
  "year",
  "volume",
  "issue",
  "pages",
  "status",
  "status_on",
  "preprint",
  "citation",
] as const satisfies readonly (keyof RecordCells)[];

/** One reference of a file: its record, or why it could not be read. */
interface ReadReference {
  readonly line: number;
  readonly record: Readonly<Record<string, unknown>> | null;
  readonly problem: Problem | null;
}

/** What the library says of what it cannot read, in one line without the text it stands in. */
function said(thrown: unknown): string {
  const message = (thrown as { message?: unknown }).message;
  const [first = ""] = String(message).split("\n");
  if (first.includes("got EOF")) return "a brace or a quotation mark in it is never closed";
  return first.replace(/ at line \d+ col \d+:?$/, "").replace(/[.:]?$/, "");
}

/** The beginning of a reference, so that it is found again in its file. */
const snippet = (text: string): string => `${text.replace(/\s+/g, " ").slice(0, 40).trim()}…`;

const unread = ({ line, text }: ReferenceText, why: string): Problem => ({
  code: "unreadable-entry",
  line,
  message: `The reference "${snippet(text)}" cannot be read: ${why}.`,
  remedy: "Mend it, or export it again from the program it comes from.",
});

type Read = (text: string) => readonly Readonly<Record<string, unknown>>[];

/** Reads each reference by itself, so that one that is broken spoils no other. */
const each = (entries: readonly ReferenceText[], read: Read): ReadReference[] =>
  entries.map((entry) => {
    try {
      const [record] = read(entry.text);
      if (record) return { line: entry.line, record, problem: null };
      return { line: entry.line, record: null, problem: unread(entry, "there is nothing in it") };
    } catch (thrown) {
      return { line: entry.line, record: null, problem: unread(entry, said(thrown)) };
    }
  });

/** The library, loaded when the first list of references is opened; it never looks anything up. */
async function reader(forceType: "@biblatex/text" | "@ris/file"): Promise<Read> {
  const { plugins } = await import("@citation-js/core");
  await import("@citation-js/plugin-bibtex");
  await import("@citation-js/plugin-ris");
  return (text) => plugins.input.chain(text, { forceType, generateGraph: false });
}

async function bibtex(text: string): Promise<Result<ReadReference[]>> {
  const { entries, strings } = bibtexEntries(text);
  const read = await reader("@biblatex/text");
  return yes(
    each(entries, (entry) => {
      const [record] = read(strings + entry);
      const volumes = record ? volumesOf(entry, entries) : [];
      if (!record || volumes.length === 0) return record ? [record] : [];
      try {
        return read([strings, ...volumes, entry].join("\n")).slice(-1);
      } catch {
        return [record];
      }
    }),
  );
}

async function ris(text: string): Promise<Result<ReadReference[]>> {
  return yes(each(risEntries(text), await reader("@ris/file")));
}

/** The list of records in a JSON text: bare, or as Crossref and Zotero wrap it. */
function listIn(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json;
  if (typeof json !== "object" || json === null) return [];
  const { items, message } = json as { items?: unknown; message?: unknown };
  if (Array.isArray(items)) return items;
  return message === undefined ? [json] : listIn(message);
}

function cslJson(text: string): Result<ReadReference[]> {
  try {
    const records = listIn(JSON.parse(text));
    const lines = jsonLines(text);
    return yes(
      records.map((record, i) => {
        const entry = { line: lines[i] ?? 1, text: JSON.stringify(record) };
        const isRecord = typeof record === "object" && record !== null && !Array.isArray(record);
        return isRecord
          ? { line: entry.line, record: record as Readonly<Record<string, unknown>>, problem: null }
          : { line: entry.line, record: null, problem: unread(entry, "it is no object") };
      }),
    );
  } catch {
    return unreadable("This is not whole JSON: it may have been cut short.", "Export the references again.");
  }
}

/** A reference as a row of a sheet of papers; of one that could not be read the row is blank. */
function rowOf({ line, record }: ReadReference): RawRow {
  if (record === null) return { line, cells: columns.map(() => "") };
  const cells = recordCells(readRecord(record));
  return { line, cells: columns.map((column) => cells[column]) };
}

/** Several references that begin on one line are told apart by the lines after it, as far as there are any. */
function ownLines(read: readonly ReadReference[]): ReadReference[] {
  let last = 0;
  return read.map((r) => {
    last = Math.max(r.line, last + 1);
    return { ...r, line: last, problem: r.problem && { ...r.problem, line: last } };
  });
}

/**
 * Opens a file of papers: a list of references in BibTeX, RIS or CSL-JSON as a sheet with a row for each, or else a sheet as it is.
 * A reference that cannot be read is a problem on the line where it begins.
 */
export async function openPapers(name: string, bytes: Uint8Array, sheet?: string): Promise<Result<RawSheet>> {
  const { text, encoding, brokenLine } = decoded(bytes);
  const kind = looksBinary(text) ? null : kindOf(name, text);
  if (kind === null) return openSheet(name, bytes, sheet);
  if (brokenLine !== undefined) return brokenFile(brokenLine);
  const bare = text.replace(/^\uFEFF/, "");
  const read = kind === "BibTeX" ? await bibtex(bare) : kind === "RIS" ? await ris(bare) : cslJson(bare);
  if (!read.ok) return read;
  const references = ownLines(read.value);
  if (references.length === 0)
    return unreadable(`There is no reference in ${kind} in the file.`, "Export the references again.");
  return yes({
    rows: [{ line: 0, cells: [...columns] }, ...references.map(rowOf)],
    problems: references.flatMap((r) => (r.problem ? [r.problem] : [])),
    notes: lettersSaid(encoding, garbledLine(text)),
  });
}
