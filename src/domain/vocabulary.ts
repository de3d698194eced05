import { suggestion } from "./nearest.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { keyOf } from "./text.ts";

/** The kinds of word a unit keeps lists of. */
export const termKinds = ["experience", "skill", "interest", "region", "access", "availability"] as const;
export type TermKind = (typeof termKinds)[number];

/** A word of a vocabulary, as far as the rules need it. */
export interface Word {
  readonly id: number;
  readonly kind: string;
  readonly key: string;
  readonly label: string;
  readonly retired_on: string | null;
}

/** Whether a word may be added: its key is a key, and neither key nor label is in use for another word of its kind. */
export function checkNewWord(
  word: { readonly kind: TermKind; readonly key: string; readonly label: string },
  known: readonly Word[],
): Result<null> {
  const problems: Problem[] = [];
  const tidy = keyOf(word.key);
  if (word.key !== tidy)
    problems.push({
      code: "not-a-key",
      message: `"${word.key}" is not a key.`,
      remedy: `Lower-case letters and digits joined by hyphens${tidy ? `, for example ${tidy}` : ""}.`,
    });
  const here = known.filter((w) => w.kind === word.kind && w.retired_on === null);
  if (here.some((w) => w.key === tidy))
    problems.push({
      code: "word-known",
      message: `${tidy} is a word for ${word.kind} already.`,
      remedy: `See: involve vocabulary list ${word.kind}`,
    });
  const sameLabel = here.find((w) => w.key !== tidy && keyOf(w.label) === keyOf(word.label));
  if (sameLabel)
    problems.push({
      code: "label-known",
      message: `"${sameLabel.label}" is the label of ${sameLabel.key}.`,
      remedy: `Use ${sameLabel.key}, or choose another label.`,
    });
  return unless(problems, () => null);
}

/** The words of one kind meant by what was typed: a key, or a label in any case. Every unknown one is a
 * problem, and every retired one that is not kept.
 */
export function wordsMeant<W extends Word>(
  kind: TermKind,
  texts: readonly string[],
  known: readonly W[],
  keeps: (word: W) => boolean,
): Result<W[]> {
  const here = known.filter((w) => w.kind === kind);
  const found = texts.map((t) => here.find((w) => w.key === keyOf(t) || keyOf(w.label) === keyOf(t)));
  const problems = texts.flatMap((text, i): Problem[] => {
    const word = found[i];
    if (word && (word.retired_on === null || keeps(word))) return [];
    if (word)
      return [
        {
          code: "retired-word",
          message: `${word.key} was retired on ${word.retired_on}.`,
          remedy: `To use it again: involve vocabulary add ${kind} ${word.key} --label "${word.label}"`,
        },
      ];
    const inUse = here.filter((w) => w.retired_on === null).map((w) => w.key);
    return [
      {
        code: "unknown-word",
        message: `"${text}" is not a word for ${kind} here.`,
        remedy: `${suggestion(keyOf(text), inUse)} To add one: involve vocabulary add ${kind} KEY --label "…"`,
      },
    ];
  });
  return unless(problems, () => [...new Set(found.filter((w) => w !== undefined))]);
}
