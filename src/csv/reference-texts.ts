import { linesIn } from "./characters.ts";

/** A piece of a file that is one reference, with the line on which it begins. */
export interface ReferenceText {
  readonly line: number;
  readonly text: string;
}

/** Where the braces or brackets that open at `from` are closed; the end of the text where they never are. */
function closedAt(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const c = text[i];
    if (c === "\\") i += 1;
    else if (c === "{" || (c === "(" && i === from)) depth += 1;
    else if (c === "}" || (c === ")" && depth === 1 && text[from] === "(")) {
      depth -= 1;
      if (depth === 0) return i + 1;
    }
  }
  return text.length;
}

const beginning = /@\s*([a-z]+)\s*[{(]/giu;
const atLineStart = /^[ \t]*@\s*[a-z]+\s*[{(]/gimu;

/** Where the next entry begins on a line of its own: there an entry ends at the latest, though its braces do not. */
function nextLineStart(text: string, after: number): number {
  atLineStart.lastIndex = after;
  return atLineStart.exec(text)?.index ?? text.length;
}

/**
 * The entries of a BibTeX file, each by itself, so that one that is broken spoils no other: an entry whose braces do not close ends
 * where the next one begins. Abbreviations (`@string`) come apart, since every entry may use them; comments are left out.
 */
export function bibtexEntries(text: string): { readonly entries: ReferenceText[]; readonly strings: string } {
  const entries: ReferenceText[] = [];
  let strings = "";
  let at = 0;
  for (;;) {
    beginning.lastIndex = at;
    const found = beginning.exec(text);
    if (!found) return { entries, strings };
    const open = found.index + found[0].length - 1;
    const end = Math.min(closedAt(text, open), nextLineStart(text, open));
    const piece = text.slice(found.index, end).trim();
    const kind = found[1]?.toLowerCase();
    if (kind === "string") strings += `${piece}\n`;
    else if (kind !== "comment" && kind !== "preamble")
      entries.push({ line: linesIn(text.slice(0, found.index)), text: piece });
    at = end;
  }
}

const keyOf = (entry: string): string | undefined =>
  /^@\s*[a-z]+\s*[{(]\s*([^\s,{}]+)\s*,/iu.exec(entry)?.[1];

const referredTo = (entry: string): string | undefined =>
  /\bcrossref\s*=\s*["{]?\s*([^\s,"{}]+)/iu.exec(entry)?.[1];

/**
 * The entries that an entry refers to for what it leaves out (`crossref`: the volume a talk is printed in), nearest last. What is
 * not in the file, and what refers to itself, is left out.
 */
export function volumesOf(entry: string, entries: readonly ReferenceText[]): string[] {
  const found: string[] = [];
  for (let key = referredTo(entry); key !== undefined && found.length < 5; ) {
    const wanted = key;
    const volume = entries.find((e) => keyOf(e.text) === wanted)?.text;
    if (volume === undefined || volume === entry || found.includes(volume)) break;
    found.unshift(volume);
    key = referredTo(volume);
  }
  return found;
}

/** The references of a RIS file, each by itself: from `TY` to `ER`, or to the next `TY`. */
export function risEntries(text: string): ReferenceText[] {
  const lines = text.split(/\r\n|\r|\n/);
  const entries: { line: number; lines: string[] }[] = [];
  let open: { line: number; lines: string[] } | undefined;
  for (const [i, line] of lines.entries()) {
    if (/^TY {1,2}-/.test(line)) {
      open = { line: i + 1, lines: [] };
      entries.push(open);
    }
    open?.lines.push(line);
    if (/^ER {1,2}-/.test(line)) open = undefined;
  }
  return entries.map((e) => ({ line: e.line, text: `${e.lines.join("\n").trimEnd()}\n` }));
}

/** The lines on which the members of a list in JSON begin, in order; of a wrapped list, those of its `items`. */
export function jsonLines(text: string): number[] {
  const lines: number[] = [];
  const wrapped = text.search(/"items"\s*:\s*\[/);
  let depth = 0;
  let inText = false;
  let isNew = false;
  for (let i = text.indexOf("[", Math.max(wrapped, 0)); i >= 0 && i < text.length; i++) {
    const c = text.charAt(i);
    if (isNew && /[^\s\]]/.test(c)) {
      lines.push(linesIn(text.slice(0, i)));
      isNew = false;
    }
    if (inText && c === "\\") i += 1;
    else if (c === '"') inText = !inText;
    else if (!inText && /[[{]/.test(c)) depth += 1;
    else if (!inText && /[\]}]/.test(c)) depth -= 1;
    if (!inText && depth === 1 && /[[,]/.test(c)) isNew = true;
    if (depth === 0) break;
  }
  return lines;
}
