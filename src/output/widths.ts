import stringWidth from "string-width";
import { greatest } from "./cell.ts";

/** Blanks between columns: two, and one where a terminal is too narrow for that. */
export const gaps = [2, 1] as const;
const narrowest = 8;

/** How wide a text is on a terminal; of plain letters it is how many there are, which saves most of the time of a long table. */
export const widthOf = (text: string): number =>
  /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);

/** The width of the widest line among texts. */
export const widest = (texts: readonly string[]): number =>
  greatest(texts.flatMap((t) => t.split("\n").map((line) => widthOf(line))));

/** Where a word may be broken: after a hyphen, colon, slash or at sign. */
export const pieceEnd = /(?<=[-:/@])/;
/** The width of the longest part of texts that are cut here. */
export const longest = (texts: readonly string[], between: RegExp): number =>
  widest(texts.flatMap((t) => t.split(between)));

/** Stands for a blank that no line may be broken at; no text has it, and it is a blank again before anybody reads it. */
export const held = "\uE000";

/**
 * Column widths that fit the terminal. The widest columns give way first, as far as no word has to be broken; then those with
 * the longest words, which can be broken after a hyphen or colon; then any but days, down to a readable minimum.
 */
export function fittedWidths(
  columns: readonly (readonly string[])[],
  available: number,
  gap: number = gaps[0],
): number[] {
  const widths = columns.map(widest);
  const words = columns.map((texts) => longest(texts, /\s+/));
  const pieces = columns.map((texts) =>
    longest(
      texts.flatMap((t) => t.split(/\s+/)),
      pieceEnd,
    ),
  );
  const days = columns.map((texts) => widest(texts.filter((t) => t.includes(held))));
  const total = (): number => widths.reduce((sum, w) => sum + w + gap, 0);
  for (const [least, first] of [
    [words, widths],
    [pieces, words],
    [days, widths],
  ] as const)
    while (total() - gap > available) {
      const spare = widths.map((w, i) => (w > Math.max(narrowest, least[i] ?? 0) ? (first[i] ?? 0) : 0));
      const most = Math.max(...spare);
      if (most === 0) break;
      const at = spare.indexOf(most);
      widths[at] = (widths[at] ?? 0) - 1;
    }
  return widths;
}

/** A text whose words that are too wide for their column are broken after a hyphen, colon, slash or at sign. */
export function folded(text: string, width: number): string {
  const broken = (word: string): string => {
    let line = "";
    let out = "";
    for (const piece of word.split(pieceEnd)) {
      const fits = widthOf(line + piece) <= width;
      out += fits || line === "" ? piece : `\n${piece}`;
      line = fits ? line + piece : piece;
    }
    return out;
  };
  return text.replace(/\S+/g, (word) => (widthOf(word) <= width ? word : broken(word)));
}
