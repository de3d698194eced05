import type { Payer } from "./batch.ts";
import { suggestion } from "./nearest.ts";
import { no, type Problem, type Result, yes } from "./result.ts";
import { keyOf } from "./text.ts";

/** What is said of a payer: whoever is not known yet needs a name. */
export interface PayerWords {
  readonly payer: string;
  readonly name: string | undefined;
  readonly cutOffDay: number | undefined;
  /** That nobody knows the cut-off day. */
  readonly unknown: boolean;
}

/** A payer as it will be written; a null id begins one. */
export interface PayerPlan {
  readonly id: number | null;
  readonly key: string;
  readonly name: string;
  readonly cutOffDay: number | null;
  /** Whether it had another name before. */
  readonly renamed: boolean;
}

/** Whether what is said of a payer's day fits together: at most one of a day and that it is unknown, and something at all. */
export function payerWordProblems({ name, cutOffDay, unknown }: PayerWords): Problem[] {
  const both = cutOffDay !== undefined && unknown;
  return both || (name === undefined && cutOffDay === undefined && !unknown)
    ? [
        {
          code: "which-day",
          message: "Which day is it?",
          remedy:
            'Give one of: --cut-off-day 10, or --unknown; for another name: --name "what it is called".',
        },
      ]
    : [];
}

/** Plans a payer's name and cut-off day; a key that nobody knows begins a payer where a name is given, and else is refused. */
export function planPayer(words: PayerWords, known: readonly Payer[]): Result<PayerPlan> {
  const key = keyOf(words.payer);
  const there = known.find((p) => p.key === key);
  if (key === "")
    return no({
      code: "no-key",
      message: `"${words.payer}" is not a word for a payer.`,
      remedy: "Use letters, digits and hyphens, such as leeds.",
    });
  if (!there && words.name === undefined)
    return no({
      code: "unknown-payer",
      message: `"${words.payer}" is not a payer here.`,
      remedy: `${suggestion(
        key,
        known.map((p) => p.key),
      )} To begin one, add --name "what it is called".`,
    });
  return yes({
    id: there?.id ?? null,
    key,
    name: words.name ?? there?.name ?? key,
    renamed: there !== undefined && words.name !== undefined && words.name !== there.name,
    cutOffDay: words.unknown ? null : (words.cutOffDay ?? there?.cutOffDay ?? null),
  });
}
