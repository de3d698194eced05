import { nearest } from "./nearest.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { keyOf } from "./text.ts";
import type { Word } from "./vocabulary.ts";

/** Something a person needs in order to take part. */
export interface AccessNeed {
  readonly id: number;
  readonly need: string;
  readonly termId: number | null;
  readonly endedOn: string | null;
}

/** A need to be written, in the unit's word for it where there is one. */
interface NewNeed {
  readonly need: string;
  readonly termId: number | null;
}

/** What is to be written of somebody's access needs. */
export interface AccessPlan {
  readonly add: readonly NewNeed[];
  /** Needs that had ended and are there again. */
  readonly again: readonly AccessNeed[];
  readonly end: readonly AccessNeed[];
}

const sameNeed = (a: string, b: string): boolean => keyOf(a) === keyOf(b);

/**
 * Plans access needs: a word of the vocabulary by key or label, or a need in the person's own words; one that is nearly a word
 * of the vocabulary is taken for a slip. Nothing is written twice.
 */
export function planAccess(
  has: readonly AccessNeed[],
  request: { readonly add: readonly string[]; readonly end: readonly string[] },
  words: readonly Word[],
): Result<AccessPlan> {
  const problems: Problem[] = [];
  const wordFor = (text: string): Word | undefined =>
    words.find((w) => w.key === keyOf(text) || sameNeed(w.label, text));
  const named = (text: string): string => wordFor(text)?.label ?? text;
  const held = (text: string): AccessNeed | undefined => has.find((h) => sameNeed(h.need, named(text)));
  for (const text of request.add) {
    const near = wordFor(text)
      ? null
      : nearest(
          keyOf(text),
          words.map((w) => w.key),
        );
    if (near)
      problems.push({
        code: "unknown-word",
        message: `"${text}" is not a word for access needs here.`,
        remedy: `Did you mean "${near}"?`,
      });
  }
  for (const text of request.end)
    if (!held(text))
      problems.push({
        code: "no-such-need",
        message: `"${text}" is not one of their access needs.`,
        remedy: has.length > 0 ? `They have: ${has.map((h) => h.need).join(", ")}.` : "They have none.",
      });
  const fresh = request.add.filter(
    (text, i) => !held(text) && request.add.findIndex((t) => sameNeed(named(t), named(text))) === i,
  );
  return unless(problems, () => ({
    add: fresh.map((text) => ({ need: named(text), termId: wordFor(text)?.id ?? null })),
    again: request.add.flatMap((text) => held(text) ?? []).filter((h) => h.endedOn !== null),
    end: request.end.flatMap((text) => held(text) ?? []).filter((h) => h.endedOn === null),
  }));
}
