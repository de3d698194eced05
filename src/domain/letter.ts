/** A stretch of text in one look. A line break in the text is one on the page. */
export interface Span {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/**
 * What a block is besides what it says: a note to whoever fills in the document, or its front page. Both are left out where
 * what people wrote is read back in.
 */
type Part = { readonly part?: "note" | "front" };

/** One block of a letter, in the order of the page. */
export type LetterBlock = Part &
  (
    | { readonly kind: "heading"; readonly level: 1 | 2 | 3; readonly spans: readonly Span[] }
    | { readonly kind: "text"; readonly spans: readonly Span[] }
    /** An item of a list; `number` is null where it has a bullet. */
    | { readonly kind: "item"; readonly number: number | null; readonly spans: readonly Span[] }
  );

/** A piece of a line: a run of stars that may mark something, or text with its escapes read. */
type Piece = { readonly stars: string } | { readonly text: string };

const piece = /(\*+)|\\([\\*_`#[\]<>|{}.)+-])|([^*\\]+|\\)/g;

const pieces = (text: string): Piece[] =>
  [...text.matchAll(piece)].map(([, stars, escaped, other]) =>
    stars ? { stars } : { text: escaped ?? other ?? "" },
  );

const textOf = (parts: readonly Piece[]): string =>
  parts.map((p) => ("stars" in p ? p.stars : p.text)).join("");

/** The spans of a paragraph: `**bold**`, `*italic*`, and what is neither. Stars that mark nothing stay stars. */
function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  const all = pieces(text);
  let plain = "";
  const add = (words: string, bold: boolean, italic: boolean): void => {
    if (words !== "") spans.push({ text: words, bold, italic });
  };
  for (let i = 0; i < all.length; i++) {
    const here = all[i];
    if (!here || !("stars" in here)) {
      plain += here?.text ?? "";
      continue;
    }
    const end = all.findIndex((p, j) => j > i && "stars" in p);
    const inner = textOf(all.slice(i + 1, Math.max(end, i + 1)));
    const marked = end > i && textOf(all.slice(end, end + 1)) === here.stars && here.stars.length <= 3;
    if (marked && inner !== "" && inner === inner.trim()) {
      add(plain, false, false);
      add(inner, here.stars.length >= 2, here.stars.length !== 2);
      plain = "";
      i = end;
    } else plain += here.stars;
  }
  add(plain, false, false);
  return spans;
}

/** Lines of one paragraph as one text: a line ends where it is marked with a backslash or two blanks, else they flow on. */
const flowing = (lines: readonly string[]): string =>
  lines
    .map((line, i) => {
      if (i === lines.length - 1) return line.trim();
      const ends = / {2,}$|\\$/.test(line);
      return `${line.replace(/\\$/, "").trim()}${ends ? "\n" : " "}`;
    })
    .join("");

const quoted = /^ {0,3}> ?(.*)$/;
const heading = /^(#{1,3}) +(.+?)$/;
const bullet = /^ {0,3}[-*+] +(.*)$/;
const numbered = /^ {0,3}(\d{1,3})[.)] +(.*)$/;

/**
 * A text in Markdown as the blocks of a letter: headings, paragraphs, bulleted and numbered lists, bold and italics, and a
 * line break where a line ends in a backslash or two blanks. What is quoted (`> `) is a note. What else Markdown has stays as
 * it is typed.
 */
export function letterBlocks(markdown: string): LetterBlock[] {
  const blocks: LetterBlock[] = [];
  let lines: string[] = [];
  let item: number | null | undefined;
  let part: Part = {};
  const finish = (): void => {
    const spans = lines.length > 0 ? spansOf(flowing(lines)) : [];
    if (spans.length > 0)
      blocks.push({
        ...part,
        ...(item === undefined ? { kind: "text", spans } : { kind: "item", number: item, spans }),
      });
    lines = [];
    item = undefined;
  };
  const begin = (number: number | null, text: string): void => {
    finish();
    item = number;
    lines = [text];
  };
  for (const typed of markdown.split(/\r?\n/)) {
    const note = quoted.exec(typed)?.[1];
    if ((note !== undefined) !== (part.part === "note")) finish();
    part = note === undefined ? {} : { part: "note" };
    const line = note ?? typed;
    const [, marksOfLevel, title] = heading.exec(line) ?? [];
    const [, text] = bullet.exec(line) ?? [];
    const [, number, numberedText] = numbered.exec(line) ?? [];
    if (line.trim() === "") finish();
    else if (marksOfLevel !== undefined && title !== undefined) {
      finish();
      blocks.push({
        ...part,
        kind: "heading",
        level: marksOfLevel.length as 1 | 2 | 3,
        spans: spansOf(title),
      });
    } else if (text !== undefined) begin(null, text);
    else if (number !== undefined && numberedText !== undefined) begin(Number(number), numberedText);
    else lines.push(line);
  }
  finish();
  return blocks;
}

/** What a letter cannot hold, by the line it stands on. */
const unheld: readonly (readonly [RegExp, string])[] = [
  [/^\s*\|.*\|\s*$/, "a table"],
  [/!\[[^\]]*\]\(/, "a picture"],
  [/^\s*(?:```|~~~)/, "a block of code"],
  [/<\/?[a-z][a-z0-9]*(?:\s[^>]*)?>/i, "HTML"],
  [/(?<!!)\[[^\]]+\]\([^)]*\)/, "a link behind words (write the address out)"],
  [/^#{4,} /, "a heading of the fourth level"],
];

/** What a text in Markdown has that a letter cannot hold: the line, from 1, and what it is. */
export const notInLetters = (markdown: string): { readonly line: number; readonly what: string }[] =>
  markdown
    .split(/\r?\n/)
    .flatMap((text, i) =>
      unheld.filter(([shape]) => shape.test(text)).map(([, what]) => ({ line: i + 1, what })),
    );
