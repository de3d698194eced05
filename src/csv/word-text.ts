import type { LetterBlock, Span } from "../domain/letter.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { count } from "../domain/text.ts";
import { joined, type ReadDocument } from "./document.ts";

/** A part of a Word document as the library that reads it gives it. */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly numbering?: { readonly isOrdered: boolean } | null;
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly breakType?: string;
  readonly noteType?: string;
}

/** What the body of a document unpacks to at most: far above any commentary. */
const largest = 50 * 1024 * 1024;

const damaged = (path: string): Result<never> =>
  no({
    code: "not-a-document",
    message: `${path} is a Word document that is damaged, or was not copied whole.`,
    remedy: "Open it, save it again as Word (.docx), and try that.",
  });

/** The parts of the file that are looked at for what the reader passes over; null where it is no whole file. */
async function parts(bytes: Uint8Array): Promise<Readonly<Record<string, string>> | null> {
  const { unzipSync } = await import("fflate");
  let size = 0;
  try {
    const found = unzipSync(bytes, {
      filter: (file) => {
        if (!/\.xml$/.test(file.name)) return false;
        size += file.originalSize;
        return size <= largest && /^word\/(document|comments|footnotes|endnotes)\.xml$/.test(file.name);
      },
    });
    if (size > largest) return null;
    const decoder = new TextDecoder();
    return Object.fromEntries(Object.entries(found).map(([name, part]) => [name, decoder.decode(part)]));
  } catch {
    return null;
  }
}

const matches = (xml: string | undefined, shape: RegExp): number => (xml?.match(shape) ?? []).length;

/** What of a document is not taken in, or taken in another way than it looks, in sentences. */
function leftOut(xml: Readonly<Record<string, string>>, all: readonly Node[]): string[] {
  const body = xml["word/document.xml"];
  const tracked = matches(body, /<w:(?:ins|del|moveFrom|moveTo)\b/g);
  const comments = matches(xml["word/comments.xml"], /<w:comment\b/g);
  const of = (type: string): number => all.filter((n) => n.type === type).length;
  return [
    ...(tracked > 0
      ? ["It has tracked changes: what was put in is taken in, and what was struck out is left out."]
      : []),
    ...(comments > 0
      ? [`${count(comments, "comment")} in the margin ${comments === 1 ? "was" : "were"} left out.`]
      : []),
    ...(of("noteReference") > 0
      ? [`${count(of("noteReference"), "footnote")} left out: a commentary has none.`]
      : []),
    ...(of("image") > 0 ? [`${count(of("image"), "picture")} left out.`] : []),
    ...(of("table") > 0 ? ["A table is taken in as paragraphs, a cell after the other."] : []),
  ];
}

const flat = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(flat)];

/** The text under a node in its looks. */
function spansIn(node: Node, look: { readonly bold: boolean; readonly italic: boolean }): Span[] {
  if (node.type === "text") return [{ ...look, text: node.value ?? "" }];
  if (node.type === "tab") return [{ ...look, text: " " }];
  if (node.type === "break") return [{ ...look, text: node.breakType === "line" ? "\n" : " " }];
  const own =
    node.type === "run"
      ? { bold: look.bold || node.isBold === true, italic: look.italic || node.isItalic === true }
      : look;
  return (node.children ?? []).flatMap((child) => spansIn(child, own));
}

const plainLook = { bold: false, italic: false };

/** Blanks that look like one, and blanks beside a line break, as Markdown would have them. */
const tidied = (spans: readonly Span[]): Span[] => {
  const text = joined(
    spans.map((s) => ({ ...s, text: s.text.replace(/[ \t\u00a0]+/g, " ").replace(/ ?\n ?/g, "\n") })),
  );
  return text.map((s, i) => ({
    ...s,
    text: (i === 0 ? s.text.trimStart() : s.text).replace(i === text.length - 1 ? /\s+$/ : /$^/, ""),
  }));
};

const partOf = (style: string): Pick<LetterBlock, "part"> =>
  /^note to authors$/i.test(style)
    ? { part: "note" }
    : /^front matter$/i.test(style)
      ? { part: "front" }
      : {};

/** A paragraph as a block; null where it is blank. `number` is its place in a list with numbers. */
function blockOf(node: Node, number: number): LetterBlock | null {
  const style = node.styleName ?? "";
  const level = /^(?:heading (\d)|title)$/i.exec(style);
  const part = partOf(style);
  if (level) {
    const spans = tidied(spansIn(node, plainLook)).map((s) => ({
      ...s,
      bold: false,
      text: s.text.replaceAll("\n", " "),
    }));
    const depth = Math.min(3, Number(level[1] ?? 1)) as 1 | 2 | 3;
    return spans.length === 0 ? null : { ...part, kind: "heading", level: depth, spans: joined(spans) };
  }
  const spans = tidied(spansIn(node, plainLook)).filter((s) => s.text !== "");
  if (spans.length === 0) return null;
  if (node.numbering)
    return { ...part, kind: "item", number: node.numbering.isOrdered ? number : null, spans };
  return { ...part, kind: "text", spans };
}

/** The paragraphs of a document in their order, also those in tables, as blocks. */
function blocksOf(document: Node): LetterBlock[] {
  let number = 0;
  return flat(document)
    .filter((n) => n.type === "paragraph")
    .flatMap((n) => {
      number = n.numbering?.isOrdered ? number + 1 : 0;
      const block = blockOf(n, number);
      return block ? [block] : [];
    });
}

/** The text of a Word document. The library that reads it is loaded only here; nothing outside the file is ever opened. */
export async function readWord(bytes: Uint8Array, path: string): Promise<Result<ReadDocument>> {
  const xml = await parts(bytes);
  if (xml === null) return damaged(path);
  const { default: mammoth } = await import("mammoth");
  let document: Node = { type: "document" };
  const keep = (whole: Node): Node => {
    document = whole;
    return { ...whole, children: [] };
  };
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { transformDocument: keep, externalFileAccess: false, includeEmbeddedStyleMap: false },
    );
  } catch {
    return damaged(path);
  }
  return yes({ blocks: blocksOf(document), leftOut: leftOut(xml, flat(document)), isWord: true });
}
