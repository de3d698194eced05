import type { LetterBlock, Span } from "../domain/letter.ts";
import { no, type Result, yes } from "../domain/result.ts";
import type { Letter } from "../domain/template.ts";
import { escapeHtml } from "./html.ts";

/** The formats a letter can have, as the endings of its file. */
export const letterFormats = ["docx", "md", "html"] as const;
export type LetterFormat = (typeof letterFormats)[number];

/** The format that the ending of a file's name asks for. */
export function letterFormatOf(path: string): Result<LetterFormat> {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase();
  const found = letterFormats.find((f) => f === (ending === "htm" ? "html" : ending));
  if (found) return yes(found);
  return no({
    code: "unknown-ending",
    message: `"${path}" does not say which kind of document it is.`,
    remedy: "End it in .docx (Word), .md (Markdown) or .html (a page).",
  });
}

/** Text that Markdown reads as it is: its own marks are escaped, also those that only count at the beginning of a line. */
const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\*_`#<>[\]|{}]/g, "\\$&")
    .replace(/^(\s*)([-+])(?=\s)/gm, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, "$1\\$2");

function spanMarkdown({ text, bold, italic }: Span): string {
  const stars = "*".repeat((bold ? 2 : 0) + (italic ? 1 : 0));
  const [, before = "", inner = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  const marked = inner === "" ? "" : `${stars}${escapeMarkdown(inner).replaceAll("\n", "\\\n")}${stars}`;
  return `${before.replaceAll("\n", "\\\n")}${marked}${after.replaceAll("\n", "\\\n")}`;
}

function blockMarkdown(block: LetterBlock): string {
  const text = block.spans.map(spanMarkdown).join("");
  if (block.kind === "heading") return `${"#".repeat(block.level)} ${text.replaceAll("\\\n", " ")}`;
  if (block.kind === "item") return `${block.number === null ? "-" : `${block.number}.`} ${text}`;
  return text;
}

const isNote = (block: LetterBlock | undefined): boolean => block?.part === "note";

/** A letter as Markdown, which reads back as the same letter; its notes are quoted. */
export function letterMarkdown({ blocks }: Letter): string {
  const parts = blocks.map((block, i) => {
    const next = blocks[i + 1];
    const text = isNote(block) ? blockMarkdown(block).replace(/^/gm, "> ") : blockMarkdown(block);
    const goesOn = block.kind === "item" && next?.kind === "item" && isNote(block) === isNote(next);
    return `${text}${goesOn ? "\n" : isNote(block) && isNote(next) ? "\n>\n" : "\n\n"}`;
  });
  return `${parts.join("").trimEnd()}\n`;
}

function spanHtml({ text, bold, italic }: Span): string {
  const inner = escapeHtml(text).replaceAll("\n", "<br>\n");
  const leaning = italic ? `<em>${inner}</em>` : inner;
  return bold ? `<strong>${leaning}</strong>` : leaning;
}

const listTag = (block: LetterBlock | undefined): "ul" | "ol" | null =>
  block?.kind !== "item" ? null : block.number === null ? "ul" : "ol";

/** The tags that open and close the list which a block is the first or last item of. */
function listTags(
  block: LetterBlock,
  before: LetterBlock | undefined,
  after: LetterBlock | undefined,
): [string, string] {
  const tag = listTag(block);
  const number = (b: LetterBlock | undefined): number | null => (b?.kind === "item" ? b.number : null);
  const goesOn = (a: LetterBlock | undefined, b: LetterBlock | undefined): boolean =>
    listTag(a) === listTag(b) && (listTag(a) === "ul" || number(b) === (number(a) ?? 0) + 1);
  if (tag === null) return ["", ""];
  const start = tag === "ol" && number(block) !== 1 ? ` start="${number(block)}"` : "";
  return [goesOn(before, block) ? "" : `<${tag}${start}>\n`, goesOn(block, after) ? "" : `\n</${tag}>`];
}

const style = `
:root { color-scheme: light }
body { font: 1.05rem/1.5 Arial, "Liberation Sans", sans-serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: 4px solid #b8860b; background: #fbf3dc }
h1 { font-size: 1.3rem; line-height: 1.25 } h2 { font-size: 1.15rem } h3 { font-size: 1.05rem }
@media print { @page { size: A4; margin: 25mm 22mm } body { font-size: 11pt; line-height: 1.35; margin: 0; max-width: none; padding: 0 } p { break-inside: avoid } h1, h2, h3 { break-after: avoid } }`;

/** A block as HTML; a list goes on from the block before to the one behind it. */
function blockHtml(
  block: LetterBlock,
  before: LetterBlock | undefined,
  after: LetterBlock | undefined,
): string {
  const text = block.spans.map(spanHtml).join("");
  if (block.kind === "heading") return `<h${block.level}>${text}</h${block.level}>`;
  const [open, close] = listTags(block, before, after);
  return block.kind === "item" ? `${open}<li>${text}</li>${close}` : `<p>${text}</p>`;
}

/** A letter as one page that needs nothing else, ready to print on headed paper. */
export function letterHtml({ title, blocks }: Letter): string {
  const body = blocks.map((block, i) => {
    const like = (other: LetterBlock | undefined) => (isNote(other) === isNote(block) ? other : undefined);
    const [before, after] = [blocks[i - 1], blocks[i + 1]];
    const text = blockHtml(block, like(before), like(after));
    const opens = isNote(block) && !isNote(before) ? "<blockquote>\n" : "";
    return `${opens}${text}${isNote(block) && !isNote(after) ? "\n</blockquote>" : ""}`;
  });
  return `<!doctype html>
<html lang="en-GB">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body>
${body.join("\n")}
</body>
</html>
`;
}

/**
 * A letter as the bytes of a file; the library for Word files is loaded only where one is written. `close` is for what is meant to
 * be one page.
 */
export async function letterFile(letter: Letter, format: LetterFormat, close = false): Promise<Uint8Array> {
  if (format === "docx") return (await import("./letter-docx.ts")).letterDocx(letter, { close });
  return new TextEncoder().encode(format === "md" ? letterMarkdown(letter) : letterHtml(letter));
}

/** Letters as files in a folder, each by its name. */
export const letterFiles = (
  letters: readonly { readonly name: string; readonly letter: Letter }[],
  folder: string,
  format: LetterFormat,
): Promise<{ path: string; content: Uint8Array }[]> =>
  Promise.all(
    letters.map(async ({ name, letter }) => ({
      path: `${folder.replace(/[\\/]+$/, "")}/${name}.${format}`,
      content: await letterFile(letter, format),
    })),
  );
