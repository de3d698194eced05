import type { Command } from "./command.ts";
import type { Ask } from "./context.ts";
import { type Field, fieldsOf } from "./field.ts";
import { type Given, optionName } from "./words.ts";

/** Words of which a verb needs one, and which a person at a terminal is asked to choose from. */
export interface OneOf {
  readonly question: string;
  readonly words: readonly string[];
  /** Whether one is needed, given what else was said; always where left out. */
  readonly needed?: (said: (word: string) => boolean) => boolean;
}

/** Whether a word was said. */
const sayingOf =
  (given: Given) =>
  (word: string): boolean =>
    (given[word] ?? []).length > 0;

/** The groups of which one word is needed and none was said. */
export function groupsToAsk(command: Command, given: Given): readonly OneOf[] {
  const said = sayingOf(given);
  return (command.oneOf ?? []).filter((g) => !g.words.some(said) && (g.needed?.(said) ?? true));
}

/** The words of a group as something to choose from: the option, and what it says. */
function choicesOf(command: Command, group: OneOf): { name: string; value: string }[] {
  const width = Math.max(...group.words.map((w) => w.length));
  return fieldsOf(command)
    .filter(([key]) => group.words.includes(key))
    .map(([key, field]) => ({
      name: `${optionName(key).slice(2).replaceAll("-", " ").padEnd(width)}  ${field.about}`,
      value: key,
    }));
}

/** Every word that belongs to a group. */
export const groupedWords = (command: Command): ReadonlySet<string> =>
  new Set((command.oneOf ?? []).flatMap((g) => g.words));

/** Asks which word of each group is meant, and then for what it says; the choice made before can be changed. */
export async function askGroups(
  ask: Pick<Ask, "pick">,
  command: Command,
  [given, answers]: readonly [Given, Record<string, readonly string[]>],
  askFor: (field: Field<unknown>, before: readonly string[]) => Promise<readonly string[]>,
): Promise<void> {
  const before = { ...answers };
  for (const key of groupedWords(command)) answers[key] = given[key] ?? [];
  for (const group of groupsToAsk(command, answers)) {
    const last = group.words.find(sayingOf(before));
    const word = await ask.pick(group.question, choicesOf(command, group), last);
    const field = fieldsOf(command).find(([key]) => key === word)?.[1];
    if (field) answers[word] = field.flag ? ["yes"] : await askFor(field, before[word] ?? []);
  }
}
