import type { Day } from "../domain/day.ts";
import { parseDay } from "../domain/day.ts";
import type { Problem } from "../domain/result.ts";
import type { Command } from "./command.ts";
import type { Ask } from "./context.ts";
import { usage } from "./errors.ts";
import type { Field, Fields } from "./field.ts";

/** The texts typed for each word of a verb, by field name. */
export type Given = Readonly<Record<string, readonly string[]>>;

/** `replyBy` as it is typed: `--reply-by`. */
export const optionName = (key: string): string => `--${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;

/** How a word is shown to a person: the option, or the placeholder of a positional word. */
const shownName = (command: Command, key: string): string =>
  key in command.args ? `<${key.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)}>` : optionName(key);

const fieldsOf = (command: Command): [string, Field<unknown>][] =>
  Object.entries({ ...command.args, ...command.options } as Fields);

/** What is typed for one word, as its field takes it: several are separated by semicolons. */
const textsOf = (field: Field<unknown>, text: string): readonly string[] => {
  if (text.trim() === "") return [];
  return field.repeated ? text.split(/\s*;\s*/) : [text];
};

async function askFor(ask: Ask, field: Field<unknown>, today: Day): Promise<readonly string[]> {
  const optional = !field.required && field.fallback === undefined;
  const question = `${field.about[0]?.toUpperCase() ?? ""}${field.about.slice(1)}`;
  if (field.flag) return (await ask.confirm(`${question}?`)) ? ["yes"] : [];
  if (field.choices && !field.repeated) {
    const choices = field.choices.map((c) => ({ name: c, value: c }));
    return textsOf(
      field,
      await ask.pick(question, optional ? [...choices, { name: "(leave out)", value: "" }] : choices),
    );
  }
  const hints = [
    field.placeholder === "DATE" ? "YYYY-MM-DD" : "",
    field.choices ? field.choices.join("; ") : "",
    field.repeated ? "several with ; between" : "",
    optional ? "Enter to leave out" : "",
  ].filter(Boolean);
  const check = (text: string): string | null => {
    const texts = textsOf(field, text);
    if (texts.length === 0) return optional ? null : "This is needed.";
    const result = field.read(texts, { today });
    return result.ok ? null : result.problems.map((p) => `${p.message} ${p.remedy ?? ""}`.trim()).join(" ");
  };
  return textsOf(
    field,
    await ask.text(hints.length > 0 ? `${question} (${hints.join(", ")})` : question, field.fallback, check),
  );
}

/** Whether this word is to be asked for, given what was typed. */
function isAsked(command: Command, field: Field<unknown>, bare: boolean, askAll: boolean): boolean {
  if (askAll || bare) return field.required || field.asked;
  return field.required && !command.asksOnlyWhenBare;
}

/**
 * Reads the words of a verb: what is missing is asked for where somebody can be asked; else every missing or unreadable word
 * is a reason, all of them at once, with exit 2.
 */
export async function readWords(
  command: Command,
  given: Given,
  today: Day,
  ask: (() => Promise<Ask>) | null,
  askAll: boolean,
): Promise<Record<string, unknown>> {
  const bare = Object.values(given).every((texts) => texts.length === 0);
  const values: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [key, field] of fieldsOf(command)) {
    let texts = given[key] ?? [];
    if (texts.length === 0 && ask && isAsked(command, field, bare, askAll))
      texts = await askFor(await ask(), field, today);
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
