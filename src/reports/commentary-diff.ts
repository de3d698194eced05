import { diffArrays, diffWords } from "diff";
import { letterBlocks } from "../domain/letter.ts";
import { ref } from "../domain/ref.ts";
import { count } from "../domain/text.ts";
import type { TextRow } from "../store/commentary-texts.ts";
import { list, type Report, type Row } from "./report.ts";

const paragraphs = (markdown: string): string[] =>
  letterBlocks(markdown).map((b) => b.spans.map((s) => s.text).join(""));

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/**
 * How much two paragraphs have in common, from 0 to 1: words that both have. One that went into a longer one nearly whole is
 * like it, too.
 */
function likeness(a: string, b: string): number {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const left = new Map<string, number>();
  for (const w of one) left.set(w, (left.get(w) ?? 0) + 1);
  let both = 0;
  for (const w of other) {
    const n = left.get(w) ?? 0;
    if (n > 0) both++;
    left.set(w, n - 1);
  }
  const shorter = Math.min(one.length, other.length);
  if (shorter === 0) return 0;
  const whole = shorter >= 3 ? (0.8 * both) / shorter : 0;
  return Math.max((2 * both) / (one.length + other.length), whole >= 0.6 ? whole : 0);
}

/** Paragraphs less alike than this are not one that was changed, but one gone and another new. */
const alike = 0.3;

type Pair = readonly [before: string | null, after: string | null];

/** Paragraphs that went and paragraphs that came, in order: which of them are one that was changed, so that most is kept. */
function paired(gone: readonly string[], came: readonly string[]): Pair[] {
  const best: number[][] = Array.from({ length: gone.length + 1 }, () => Array(came.length + 1).fill(0));
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  const gain = (i: number, j: number): number => {
    const same = likeness(gone[i] ?? "", came[j] ?? "");
    return same >= alike ? at(i + 1, j + 1) + same : -1;
  };
  for (let i = gone.length - 1; i >= 0; i--)
    for (let j = came.length - 1; j >= 0; j--)
      (best[i] as number[])[j] = Math.max(at(i + 1, j), at(i, j + 1), gain(i, j));
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < gone.length || j < came.length) {
    if (i < gone.length && j < came.length && at(i, j) === gain(i, j))
      pairs.push([gone[i++] ?? "", came[j++] ?? ""]);
    else if (i < gone.length && (j === came.length || at(i, j) === at(i + 1, j)))
      pairs.push([gone[i++] ?? "", null]);
    else pairs.push([null, came[j++] ?? ""]);
  }
  return pairs;
}

/** Every paragraph of two texts beside what it became. */
function alignment(before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  let gone: string[] = [];
  for (const { value, added, removed } of diffArrays([...before], [...after])) {
    if (removed) {
      gone = value;
      continue;
    }
    pairs.push(...paired(gone, added ? value : []));
    gone = [];
    if (!added) pairs.push(...value.map((p): Pair => [p, p]));
  }
  return [...pairs, ...paired(gone, [])];
}

/** What a paragraph became, in pieces: each begins with what became of it (`=` kept, `-` taken out, `+` put in). */
const pieces = (before: string, after: string): string[] =>
  diffWords(before, after).map((p) => `${p.added ? "+" : p.removed ? "-" : "="}${p.value}`);

function rowOf([before, after]: Pair, paragraph: number): Row {
  const change = before === null ? "added" : after === null ? "removed" : "changed";
  return { paragraph: after === null ? null : paragraph, change, text: pieces(before ?? "", after ?? "") };
}

/** What changed between two versions of a commentary's text: words within paragraphs, those that stayed counted only. */
export function diffReport(commentaryId: number, from: TextRow, to: TextRow): Report {
  const pairs = alignment(paragraphs(from.body), paragraphs(to.body));
  const rows: Row[] = [];
  let number = 0;
  for (const pair of pairs) {
    if (pair[1] !== null) number++;
    if (pair[0] !== pair[1]) rows.push(rowOf(pair, number));
  }
  const kept = pairs.length - rows.length;
  const report = list(
    `${ref("commentary", commentaryId)}: version ${from.version} and version ${to.version}`,
    [
      { key: "paragraph", heading: "Paragraph", kind: "integer" },
      { key: "change", heading: "Change" },
      { key: "text", heading: "Text", kind: "changes" },
    ],
    rows,
    "The two versions say the same.",
    [
      `Version ${from.version} has ${count(from.words, "word")}, version ${to.version} ${count(to.words, "word")}; ${count(kept, "paragraph")} ${kept === 1 ? "is" : "are"} the same.`,
    ],
  );
  return report;
}
