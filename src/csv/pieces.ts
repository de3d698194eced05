import { type Encoding, fromWindows1252, garbledAt, linesIn, utf16Order } from "./characters.ts";

/** A file that can be read from its beginning as often as is wanted, piece by piece. */
export interface Source {
  /** How many bytes it has; 0 where that is not known. */
  readonly size: number;
  pieces(): Iterable<Uint8Array>;
}

/** How the characters of a file that comes in pieces are written. */
export interface Manner {
  readonly encoding: Encoding;
  /** The byte order of UTF-16. */
  readonly order: "utf-16le" | "utf-16be" | null;
}

/** How many bytes of a file what it is and how it is written are judged by: more than the separator is looked for in. */
const judged = 256 * 1024;

/** The beginning of a file, the same whatever pieces it comes in; all of a short one. */
export function beginningOf(pieces: Iterable<Uint8Array>): Uint8Array {
  const found: Uint8Array[] = [];
  let length = 0;
  for (const piece of pieces) {
    found.push(piece);
    length += piece.length;
    if (length >= judged) break;
  }
  return found.length === 1 && found[0] ? found[0] : Buffer.concat(found).subarray(0, judged);
}

/** Whether every piece of a file is UTF-8. */
function isUtf8(pieces: Iterable<Uint8Array>): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (const piece of pieces) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** The text of a file, piece by piece, without its byte-order mark. */
export function* textOf(pieces: Iterable<Uint8Array>, { encoding, order }: Manner): Generator<string> {
  const decoder = new TextDecoder(order ?? "utf-8");
  let first = true;
  for (const piece of pieces) {
    const marked = first && piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf;
    first = false;
    yield encoding === "Windows-1252"
      ? fromWindows1252(marked ? piece.subarray(3) : piece)
      : decoder.decode(piece, { stream: true });
  }
  if (encoding !== "Windows-1252") yield decoder.decode();
}

/** The line of the first place that `find` finds in a text, which comes in pieces; null where there is none. */
function lineOf(texts: () => Iterable<string>, find: (text: string) => number): number | null {
  let lines = 0;
  let carried = "";
  for (const piece of texts()) {
    const text = carried + piece;
    const at = find(text);
    if (at >= 0) return lines + linesIn(text.slice(0, at));
    const cut = Math.max(0, text.length - 3);
    const end = text[cut - 1] === "\r" ? cut - 1 : cut;
    lines += linesIn(text.slice(0, end)) - 1;
    carried = text.slice(end);
  }
  return null;
}

/** The line of the first bytes that are not UTF-8, where more of a file's letters are UTF-8 than not; null else. */
function brokenLineOf(source: Source): number | null {
  const texts = (): Iterable<string> => textOf(source.pieces(), { encoding: "UTF-8", order: null });
  let broken = 0;
  let whole = 0;
  for (const text of texts()) {
    broken += text.match(/\uFFFD/g)?.length ?? 0;
    whole += text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  }
  return whole > broken ? lineOf(texts, (text) => text.indexOf("\uFFFD")) : null;
}

/** Whether any piece of a text, with the end of the one before it, has garbled letters. */
function isGarbled(texts: Iterable<string>): boolean {
  let carried = "";
  for (const text of texts) {
    if (garbledAt(carried + text) >= 0) return true;
    carried = text.slice(-3);
  }
  return false;
}

/** How the characters of a file are written, judged as for a file that is read whole, and what is wrong with them. */
export interface Letters extends Manner {
  readonly brokenLine: number | null;
  readonly garbledLine: number | null;
}

/** How the characters of a file are written: by its beginning, else by all of it. */
export function lettersOf(first: Uint8Array, source: Source): Letters {
  const order = utf16Order(first);
  const other = (): Encoding => (isUtf8(source.pieces()) ? "UTF-8" : "Windows-1252");
  const manner: Manner = { encoding: order === null ? other() : "UTF-16", order };
  const texts = (): Iterable<string> => textOf(source.pieces(), manner);
  return {
    ...manner,
    brokenLine: manner.encoding === "Windows-1252" ? brokenLineOf(source) : null,
    garbledLine: isGarbled(texts()) ? lineOf(texts, garbledAt) : null,
  };
}
