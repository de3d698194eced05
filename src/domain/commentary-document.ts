import type { LetterBlock } from "./letter.ts";
import { no, type Result, yes } from "./result.ts";
import type { Letter } from "./template.ts";

const textOf = (block: LetterBlock): string =>
  block.spans
    .map((s) => s.text)
    .join("")
    .replace(/\s+/g, " ")
    .trim();

const plain = (text: string): LetterBlock => ({
  kind: "text",
  spans: [{ text, bold: false, italic: false }],
});

const beginsBelow = "Your text begins below this line.";
const marker: LetterBlock = {
  ...plain(`${beginsBelow} What stands above it is left out when the document is read back in.`),
  part: "note",
};

const place = /^Write here, up to \d+ words\.$/;

/**
 * The document a commentary is drafted in: a front page as the unit's template has it, with notes to the authors, a line below
 * which the text begins, and the text as far as there is one. Nothing in it depends on the day.
 */
export const draftDocument = (
  front: Letter,
  text: { readonly blocks: readonly LetterBlock[]; readonly limit: number },
): Letter => ({
  title: front.title,
  blocks: [
    ...front.blocks.map((b): LetterBlock => (b.part === "note" ? b : { ...b, part: "front" })),
    marker,
    ...(text.blocks.length > 0 ? text.blocks : [plain(`Write here, up to ${text.limit} words.`)]),
  ],
});

/** What is left of a document when front page and notes are taken out. */
export interface ReadText {
  readonly blocks: readonly LetterBlock[];
  /** Whether the line was there below which the text begins. */
  readonly marked: boolean;
  /** How many notes were left out where it was not. */
  readonly notes: number;
}

const own = ({ part: _, ...block }: LetterBlock): LetterBlock => block as LetterBlock;

/**
 * The text that people wrote into a document: what stands below the line that says so, else everything but front page, notes
 * and the title. Below the line, a quotation in Markdown is the authors' own; in Word a note keeps its style and is left out.
 */
export function writtenText(
  blocks: readonly LetterBlock[],
  from: { readonly title: string; readonly quotesAreNotes: boolean },
): ReadText {
  const at = blocks.findLastIndex((b) => textOf(b).startsWith(beginsBelow));
  const marked = at >= 0;
  const below = marked ? blocks.slice(at + 1) : blocks;
  const isNote = (b: LetterBlock): boolean => b.part === "note" && (!marked || from.quotesAreNotes);
  const kept = below.filter(
    (b) =>
      b.part !== "front" &&
      !isNote(b) &&
      !place.test(textOf(b)) &&
      !(!marked && b.kind === "heading" && textOf(b) === from.title.trim()),
  );
  return {
    blocks: kept.map(own),
    marked,
    notes: marked ? 0 : below.filter((b) => b.part !== undefined).length,
  };
}

/** A file goes from hand to hand with its name, so that it names nobody on record, author or not. */
export const checkFileName = (path: string, namesSomebody: (name: string) => boolean): Result<string> =>
  namesSomebody(path.split(/[\\/]/).at(-1) ?? "")
    ? no({
        code: "file-name-names-somebody",
        message: "The file's name holds a name or ref of somebody on record.",
        remedy: "Name it by the commentary's ref, for example: --output commentary-C-001.docx",
      })
    : yes(path);
