import { type LetterBlock, letterBlocks, type Span } from "../domain/letter.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { holds, notASheet, zipNames } from "./file-kind.ts";
import { readText } from "./text.ts";

/** What a document says, block by block, and what in it was not taken in. */
export interface ReadDocument {
  readonly blocks: readonly LetterBlock[];
  readonly leftOut: readonly string[];
  readonly isWord: boolean;
}

const endingOf = (path: string): string => /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";
const textEndings = ["md", "markdown", "txt", "text", ""];

const saveAs = "Open it where it was written, and save it as Word (.docx) or as plain text (.md).";
const notADocument = (message: string, remedy = saveAs): Result<never> =>
  no({ code: "not-a-document", message, remedy });

/** What a file is that is neither a Word document nor text; null where it may be read. */
function otherKind(bytes: Uint8Array, path: string): string | null {
  if (bytes.length === 0) return "is empty";
  const names = zipNames(bytes);
  if (names.includes("word/document.xml")) return null;
  if (holds(bytes.subarray(0, 200), "opendocument.text")) return "is an OpenDocument text (.odt)";
  if (holds(bytes, "EncryptedPackage", true)) return "is a document with a password";
  const kind = notASheet(bytes);
  if (kind === "workbook") return "is a workbook (.xlsx)";
  if (kind !== null) return kind.message.replace(/^This is/, "is").replace(/\.$/, "");
  if (endingOf(path) === "docx") return "is plain text, whatever its name says, and not a Word document";
  return textEndings.includes(endingOf(path))
    ? null
    : `is of a kind that is not read here (.${endingOf(path)})`;
}

/** A text with the lines some editors put before it (YAML between `---`) taken off. */
const withoutFrontLines = (text: string): string => text.replace(/^---\n[\s\S]*?\n---(?:\n|$)/, "");

/**
 * The text of a Word document or of a Markdown or plain text file. What kind it is, its contents say; anything else is refused
 * by what it is. Of a Word document only its body is read: never its properties, which may name people.
 */
export async function readDocument(bytes: Uint8Array, path: string): Promise<Result<ReadDocument>> {
  const other = otherKind(bytes, path);
  if (other !== null) return notADocument(`${path} ${other}.`);
  if (zipNames(bytes).includes("word/document.xml"))
    return (await import("./word-text.ts")).readWord(bytes, path);
  const text = readText(bytes);
  if (!text.ok) return text;
  return yes({ blocks: letterBlocks(withoutFrontLines(text.value)), leftOut: [], isWord: false });
}

/** Spans joined where they look the same. */
export function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of spans) {
    const last = found.at(-1);
    if (last && last.bold === span.bold && last.italic === span.italic)
      found[found.length - 1] = { ...last, text: last.text + span.text };
    else if (span.text !== "") found.push(span);
  }
  return found;
}
