/** What the bytes 0x80 to 0x9F are in Windows-1252, in order; Node's own decoder gets them wrong. */
const windows1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/** The text of some bytes of Windows-1252. */
export const fromWindows1252 = (bytes: Uint8Array): string => {
  const text = new TextDecoder("latin1").decode(bytes);
  return text.replace(/[\u0080-\u009f]/g, (c) => windows1252[c.charCodeAt(0) - 0x80] ?? c);
};

/** How the characters of a file are written. */
export type Encoding = "UTF-8" | "UTF-16" | "Windows-1252";

/** The text of a file, and how it was written. */
export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** The first line that is not UTF-8 in a file that otherwise is: two files joined, or one that was damaged. */
  readonly brokenLine?: number;
}

/** UTF-16 without a mark is told by its zeros: many, and all of them on one side of the pairs. */
function unmarkedUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const sample = bytes.subarray(0, 4096);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 5;
  if (even === 0 && odd > many) return "utf-16le";
  return odd === 0 && even > many ? "utf-16be" : null;
}

const utf16 = (bytes: Uint8Array, order: string): Decoded => ({
  text: new TextDecoder(order).decode(bytes),
  encoding: "UTF-16",
});

/** How many lines a text has up to its end. */
export const linesIn = (text: string): number => text.split(/\r\n|\r|\n/).length;

/** The line of the first bytes that are not UTF-8, where more of a text's letters are UTF-8 than not; undefined else. */
function brokenLine(bytes: Uint8Array): number | undefined {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return whole > broken ? linesIn(text.slice(0, text.indexOf("\uFFFD"))) : undefined;
}

/** The byte order of a file in UTF-16, told by its mark or its zeros; null for any other file. */
export function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return unmarkedUtf16(bytes);
}

/** The text of a file: UTF-8 or UTF-16 with or without a byte-order mark, else Windows-1252. */
export function decoded(bytes: Uint8Array): Decoded {
  const order = utf16Order(bytes);
  if (order !== null) return utf16(bytes, order);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const text = fromWindows1252(marked ? bytes.subarray(3) : bytes);
    const line = brokenLine(bytes);
    return { text, encoding: "Windows-1252", ...(line === undefined ? {} : { brokenLine: line }) };
  }
}

/** Whether a text has characters that no sheet has: zeros and other control characters, beside tabs and line ends. */
export const looksBinary = (text: string): boolean =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/.test(text.slice(0, 65_536));

/** Where a text has letters as they look when UTF-8 was once read as Windows-1252 and saved again; -1 where there are none. */
export const garbledAt = (text: string): number =>
  text.search(
    /[\u00C3\u00C2][\u0080-\u00BF]|\u00C3[\u0152\u0153\u0160\u0161\u0178\u2018-\u2022]|\u00E2\u20AC[\u0080-\u00BF\u2018-\u2022\u0153\u2122]/,
  );

/** The first line with garbled letters; null where there is none. */
export function garbledLine(text: string): number | null {
  const at = garbledAt(text);
  return at < 0 ? null : linesIn(text.slice(0, at));
}

const separators = [",", ";", "\t"] as const;

/** How many cells the records at the start of a text have when a separator parts them; the last record may be cut off. */
function widths(sample: string, separator: string): number[] {
  const found: number[] = [];
  let cells = 1;
  let quoted = false;
  let blank = true;
  for (const c of sample) {
    if (c === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (c === separator) cells += 1;
    else if (c === "\n" || c === "\r") {
      if (!blank) found.push(cells);
      cells = 1;
      blank = true;
      continue;
    }
    blank = false;
  }
  return blank ? found : [...found, cells];
}

/** How well a separator parts a text: the share of records with the usual number of cells, and that number. */
function suits(sample: string, separator: string): { share: number; usual: number } {
  const all = widths(sample, separator);
  const counts = new Map<number, number>();
  for (const n of all) if (n > 1) counts.set(n, (counts.get(n) ?? 0) + 1);
  let best = { share: 0, usual: 1 };
  for (const [usual, n] of counts) {
    const share = n / all.length;
    if (share > best.share || (share === best.share && usual > best.usual)) best = { share, usual };
  }
  return best;
}

/**
 * What parts the cells of a sheet, judged by its beginning: the line `sep=;` that spreadsheets write, else the one of comma,
 * semicolon and tab by which most records have the same number of cells.
 */
export function separatorOf(sample: string): { readonly separator: string; readonly told: boolean } {
  const told = /^\uFEFF?"?sep=(.)"?[ \t]*(?:\r\n|\n|\r|$)/i.exec(sample)?.[1];
  if (told !== undefined) return { separator: told, told: true };
  let best = { separator: ",", share: 0, usual: 1 };
  for (const separator of separators) {
    const { share, usual } = suits(sample.slice(0, 65_536), separator);
    if (share > best.share || (share === best.share && usual > best.usual))
      best = { separator, share, usual };
  }
  return { separator: best.separator, told: false };
}

/** Blanks of every kind, marks of no width, and byte-order marks at the ends of a text. */
const edges = /^[\s\u00a0\u200b-\u200f\u2060\ufeff]+|[\s\u00a0\u200b-\u200f\u2060\ufeff]+$/g;

/** Whether a character is a plain one, of which nothing is ever trimmed: most are. */
const isPlain = (code: number): boolean => code > 0x20 && code < 0x7f;

/** A text without blanks and marks of no width round it. */
export const trimmed = (text: string): string =>
  isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1)) ? text : text.replace(edges, "");

/** A text without the typographic quotation marks that a word processor put round it. */
export function unquoted(text: string): string {
  const inside = /^(?:“([^“”]*)”|‘([^‘’]*)’|„([^„“”]*)[“”])$/.exec(text);
  return inside ? trimmed(inside[1] ?? inside[2] ?? inside[3] ?? "") : text;
}

/**
 * A cell of a CSV file as it was meant: without blanks round it, without the quote that guards a formula on export, and a text
 * that was written as the formula `="07700 900123"` to keep its zeros.
 */
export function cellText(raw: string): string {
  const cell = trimmed(raw);
  if (cell === "" || !/['=]/.test(cell.charAt(0))) return cell;
  const kept = /^="([^"]*)"$/.exec(cell)?.[1];
  if (kept !== undefined) return trimmed(kept);
  return /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell) ? trimmed(cell.slice(1)) : cell;
}
