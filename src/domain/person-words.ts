import type { Word } from "./vocabulary.ts";

/** How sure somebody is of a skill, from 1 to 4; null is not said. Source: the scale of schema.sql. */
const levels = ["would like to learn", "some", "confident", "could teach"] as const;

/** A level in words; blank where it was not said. */
export const levelInWords = (level: number | null): string =>
  level === null ? "" : (levels[level - 1] ?? "");

/** A word that somebody has. */
export interface PersonWord extends Word {
  /** The id of the row that gives them the word. */
  readonly heldId: number;
  readonly level: number | null;
}

/** What is to be written so that somebody has words, or no longer has them. */
export interface WordsPlan {
  readonly add: readonly Word[];
  /** Words they have whose level changes. */
  readonly change: readonly PersonWord[];
  readonly remove: readonly PersonWord[];
  /** Words that stay as they are. */
  readonly unchanged: readonly Word[];
}

/** Plans to give words to somebody: those they have stay, and take the level where one is said. */
export function planWords(has: readonly PersonWord[], wanted: readonly Word[], level?: number): WordsPlan {
  const held = (word: Word): PersonWord | undefined => has.find((h) => h.id === word.id);
  const add = wanted.filter((w) => !held(w));
  const change = wanted.flatMap((w) => {
    const h = held(w);
    return h && level !== undefined && h.level !== level ? [h] : [];
  });
  const touched = new Set([...add, ...change].map((w) => w.id));
  return { add, change, remove: [], unchanged: wanted.filter((w) => !touched.has(w.id)) };
}

/** Plans to take words from somebody; those they do not have change nothing. */
export function planRemoval(has: readonly PersonWord[], unwanted: readonly Word[]): WordsPlan {
  const remove = has.filter((h) => unwanted.some((w) => w.id === h.id));
  const gone = new Set(remove.map((w) => w.id));
  return { add: [], change: [], remove, unchanged: unwanted.filter((w) => !gone.has(w.id)) };
}

/** What a plan does for somebody (`M-001 Amina Khan`), in sentences that name the words by their keys. */
export function planInWords(name: string, plan: WordsPlan, level?: number): string[] {
  const keys = (words: readonly Word[]): string => words.map((w) => w.key).join(", ");
  const at = level === undefined ? "" : ` at level ${level} (${levelInWords(level)})`;
  return [
    ...(plan.add.length > 0 ? [`Recorded for ${name}: ${keys(plan.add)}${at}.`] : []),
    ...(plan.change.length > 0 ? [`Changed for ${name}: ${keys(plan.change)}, now${at}.`] : []),
    ...(plan.remove.length > 0 ? [`No longer recorded for ${name}: ${keys(plan.remove)}.`] : []),
    ...(plan.unchanged.length > 0 ? [`Nothing to change for ${name}: ${keys(plan.unchanged)}.`] : []),
  ];
}
