import type { Day } from "../domain/day.ts";
import { parseDay } from "../domain/day.ts";
import type { Problem } from "../domain/result.ts";
import type { Command } from "./command.ts";
import { usage } from "./errors.ts";
import { fieldsOf } from "./field.ts";

/** The texts typed for each word of a verb, by field name. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** `replyBy` as it is typed: `--reply-by`. */
export const optionName = (key: string): string => `--${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;

/** How a word is shown to a person: the option, or the placeholder of a positional word. */
export const shownName = (command: Command, key: string): string =>
  key in command.args ? `<${key.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)}>` : optionName(key);

/** A word that holds one value was given several: taking one of them in silence would lose the others. */
const tooMany = (shown: string, times: number): Problem => ({
  code: "given-twice",
  message: `${shown} is given ${times} times, and takes one value.`,
  remedy: "Leave all but one out, or give the command once for each.",
});

/** Reads the words of a verb: every missing or unreadable word is a reason, all of them at once, with exit 2. */
export function readWords(command: Command, given: Given, today: Day): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [key, field] of fieldsOf(command)) {
    const texts = given[key] ?? [];
    if (texts.length === 0 && field.required) {
      problems.push({
        code: "missing",
        message: `${shownName(command, key)} is missing: ${field.about}.`,
        remedy: field.choices
          ? `One of: ${field.choices.join(", ")}.`
          : `For example: ${command.examples[0]}`,
      });
      continue;
    }
    if (texts.length > 1 && !field.repeated && !field.flag) {
      problems.push(tooMany(shownName(command, key), texts.length));
      continue;
    }
    const result = field.read(texts, { today });
    if (result.ok) values[key] = result.value;
    else
      problems.push(
        ...result.problems.map((p) => ({ ...p, message: `${shownName(command, key)}: ${p.message}` })),
      );
  }
  if (problems.length > 0) throw usage(...problems);
  return values;
}

/** Today: what `--today` or INVOLVE_TODAY says, else the clock's day where the person is. */
export function dayFrom(text: string | undefined, now: Date): Day {
  if (text === undefined || text === "") {
    const two = (n: number): string => String(n).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as Day;
  }
  const read = parseDay(text);
  if (read.ok) return read.value;
  throw usage(...read.problems.map((p) => ({ ...p, message: `--today: ${p.message}` })));
}
