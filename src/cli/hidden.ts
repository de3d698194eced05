import { benefitProblems, privateTextProblems } from "../domain/private-text.ts";
import type { Problem } from "../domain/result.ts";
import { fileNameOf, keyOf } from "../domain/text.ts";
import type { Command } from "./command.ts";
import { exits, refused, Stop } from "./errors.ts";
import { fieldsOf } from "./field.ts";
import { type Given, shownName } from "./words.ts";

/** Options whose text is about a person, in whichever verb they stand. */
const aboutPerson: ReadonlySet<string> = new Set(["reason", "acknowledge", "again", "how", "note", "notes"]);

const hidesIn = (text: string): Problem[] => [...privateTextProblems({ text }), ...benefitProblems({ text })];

/**
 * A problem for each word that holds what is never kept: bank details and National Insurance numbers in any text, names of
 * benefits in a text about a person. Whatever a verb does with a text, this stands before it. Of a file its own name is looked
 * at, for names of receipts and imports are kept.
 */
export const hiddenIn = (command: Command, given: Given): Problem[] =>
  fieldsOf(command)
    .filter(([, field]) => !field.flag)
    .flatMap(([key, field]) =>
      (given[key] ?? []).flatMap((typed) => {
        const text = field.placeholder === "FILE" ? fileNameOf(typed) : typed;
        const named = { [shownName(command, key)]: text };
        return [...privateTextProblems(named), ...(aboutPerson.has(key) ? benefitProblems(named) : [])];
      }),
    );

/** What is wrong with who is doing this, which is written on every change. */
export const hiddenBy = (by: string): Problem[] => privateTextProblems({ "--by": by });

/** Whether a reason says a text again, in whatever letters and with whatever between them. */
const repeats = (problem: Problem, texts: readonly string[]): boolean =>
  texts.some((text) => keyOf(`${problem.message} ${problem.remedy ?? ""}`).includes(keyOf(text)));

/** Whether two reasons say that one text holds what is never kept: `The statement` and `--statement` are one. */
function sameSaid(a: Problem, b: Problem): boolean {
  const [nameA = "", endA] = a.message.split(/ (?=looks as if|names a)/);
  const [nameB = "", endB] = b.message.split(/ (?=looks as if|names a)/);
  return endA !== undefined && endA === endB && keyOf(nameA).endsWith(keyOf(nameB));
}

/**
 * Stops for what is never kept, with every other reason there is, but for those that would say it again: `tried` is the verb
 * run dry, to learn them.
 */
export async function refuseHidden(
  hidden: readonly Problem[],
  given: Given,
  tried: () => unknown,
): Promise<never> {
  const texts = Object.values(given)
    .flat()
    .filter((text) => hidesIn(text).length > 0);
  try {
    await tried();
  } catch (thrown) {
    const others = thrown instanceof Stop ? thrown.problems.filter((p) => !repeats(p, texts)) : [];
    const unsaid = hidden.filter((h) => !others.some((o) => sameSaid(o, h)));
    throw new Stop(thrown instanceof Stop ? thrown.exit : exits.refused, [...others, ...unsaid]);
  }
  throw refused(...hidden);
}
