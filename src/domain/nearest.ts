import { no, type Problem, type Result, yes } from "./result.ts";

/** How many single letters have to be added, dropped, changed or swapped with a neighbour to turn one word into another. */
export function distance(a: string, b: string): number {
  const rows: number[][] = Array.from({ length: a.length + 1 }, (_, i) => [i]);
  for (let j = 1; j <= b.length; j++) (rows[0] as number[])[j] = j;
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(i - 2, j - 2) + 1);
      (rows[i] as number[])[j] = best;
    }
  return at(a.length, b.length);
}

/** The known word that a mistyped one most likely meant, or null when none is near. */
export function nearest(word: string, known: readonly string[]): string | null {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const ranked = known
    .map((k) => ({ k, d: distance(word.toLowerCase(), k.toLowerCase()) }))
    .filter(({ d }) => d <= limit)
    .sort((x, y) => x.d - y.d || x.k.localeCompare(y.k, "en"));
  return ranked[0]?.k ?? null;
}

/** `Did you mean "x"?` for a mistyped word, else the list of what is known. */
export function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near ? `Did you mean "${near}"?` : `Known: ${known.join(", ")}.`;
}

/** That a word is none of a few, with the nearest of them; `key` is the word as it is compared, where that is another. */
export function notOneOf(given: string, choices: readonly string[], key = given): Problem {
  const near = nearest(key, choices);
  return {
    code: "unknown-word",
    message: `"${given}" is not one of: ${choices.join(", ")}.`,
    remedy: near ? `Did you mean "${near}"?` : "Give one of those.",
  };
}

/** The one of that key, as people type it; else the problem that nobody knows it, told with the nearest there is. */
export function ofKey<T extends { readonly key: string }>(
  text: string,
  all: readonly T[],
  unknown: (nearest: string) => Problem,
): Result<T> {
  const found = all.find((a) => a.key === text.trim().toLowerCase());
  if (found) return yes(found);
  const keys = all.map((a) => a.key);
  return no(unknown(suggestion(text, keys)));
}
