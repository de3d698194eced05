import type { Day } from "../domain/day.ts";
import { keyOf } from "../domain/text.ts";
import type { Choice } from "../store/refs.ts";
import type { Command } from "./command.ts";
import type { Ask } from "./context.ts";
import { problemLines, stopFor } from "./errors.ts";
import { type Field, fieldsOf, type Source } from "./field.ts";
import { askGroups, groupedWords } from "./one-of.ts";
import { type Given, optionName } from "./words.ts";

/** What asking needs: the person, the day, and what the store has to offer. */
export interface Asking {
  readonly ask: Ask;
  readonly today: Day;
  offered(source: Source): readonly Choice[];
  say(line: string): void;
}

/** So many can be ticked in one list; of more, each is found by typing. */
const tickable = 40;
const leftOut = { name: "(leave out)", value: "" };

const sentence = (text: string): string => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;

const isOptional = (field: Field<unknown>): boolean =>
  !field.required && field.needed !== true && field.fallback === undefined;

/** A file dragged onto a terminal comes with quotes round it. */
const unquoted = (text: string): string => text.trim().replace(/^(["'])(.*)\1$/, "$2");

/** What is typed for one word, as its field takes it: several are separated by semicolons. */
function textsOf(field: Field<unknown>, typed: string): readonly string[] {
  const text = field.placeholder === "FILE" ? unquoted(typed) : typed;
  if (text.trim() === "") return [];
  return field.repeated ? text.split(/\s*;\s*/).filter(Boolean) : [text];
}

/** How some kinds of word are written, for the question. */
const written: Readonly<Record<string, string>> = {
  DATE: "such as 2026-03-14 or 14/03/2026",
  TIME: "such as 10:00",
  AMOUNT: "in pounds, such as 24.60",
  PERIOD: "such as 2026, 2026-03 or tax:2026-27",
};

/** What is wrong with a text, or null where it will do. */
const checkOf =
  (field: Field<unknown>, today: Day) =>
  (text: string): string | null => {
    const texts = textsOf(field, text);
    if (texts.length === 0) return isOptional(field) ? null : "This is needed.";
    const result = field.read(texts, { today });
    return result.ok ? null : result.problems.map((p) => `${p.message} ${p.remedy ?? ""}`.trim()).join(" ");
  };

const named = (choices: readonly Choice[]): { name: string; value: string }[] => {
  const width = Math.max(...choices.map((c) => c.value.length));
  return choices.map((c) => ({
    name: c.about === c.value ? c.value : `${c.value.padEnd(width)}  ${c.about}`,
    value: c.value,
  }));
};

/** The choices that have every word typed in them, whatever the accents and capitals. */
export const matching = <C extends { readonly name: string }>(
  choices: readonly C[],
  typed: string,
): readonly C[] => {
  const words = keyOf(typed).split("-").filter(Boolean);
  return choices.filter((c) => words.every((w) => keyOf(c.name).includes(w)));
};

/** One thing of a list that is searched by typing; also something that is not in the list. */
function findOne(
  { ask, today }: Asking,
  field: Field<unknown>,
  question: string,
  choices: readonly Choice[],
  before: string | undefined,
): Promise<string> {
  const check = checkOf(field, today);
  const rest = [...(isOptional(field) ? [leftOut] : []), ...named(choices)];
  const source = (typed: string) => {
    if (typed.trim() === "") return rest;
    const found = matching(named(choices), typed);
    const wrong = check(typed);
    if (choices.some((c) => c.value === typed.trim())) return found;
    return wrong === null
      ? [...found, { name: `"${typed.trim()}", as I typed it`, value: typed.trim() }]
      : found.length > 0
        ? found
        : [{ name: wrong, value: "", refused: true }];
  };
  return ask.find(`${question} (type to search)`, source, before ?? field.fallback ?? "");
}

/** Several things of a list, found one by one. */
async function findSeveral(
  asking: Asking,
  field: Field<unknown>,
  question: string,
  choices: readonly Choice[],
): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const more = found.length > 0 ? { ...field, required: false } : field;
    const left = choices.filter((c) => !found.includes(c.value));
    const next = await findOne(
      asking,
      { ...more, repeated: false, read: (texts, at) => field.read(texts, at) },
      found.length > 0 ? "And" : question,
      left,
      undefined,
    );
    if (next === "") return found;
    found.push(next);
  }
}

async function askFor(
  asking: Asking,
  field: Field<unknown>,
  before: readonly string[],
): Promise<readonly string[]> {
  const { ask, today } = asking;
  const question = sentence(field.about);
  if (field.flag) return (await ask.confirm(`${question}?`)) ? ["yes"] : [];
  if (field.last) {
    const { source, about } = field.last;
    const { last: _, ...first } = field;
    const some = await askFor(asking, first, before.slice(0, -1));
    const one = { ...first, repeated: false, about, source };
    return [...some, ...(await askFor(asking, one, before.slice(-1)))];
  }
  const offered = field.source
    ? asking.offered(field.source)
    : (field.choices ?? []).map((c) => ({ value: c, about: c }));
  if (offered.length > 0 && field.repeated) {
    if (offered.length > tickable) return findSeveral(asking, field, question, offered);
    return ask.several(question, named(offered), before, field.required);
  }
  if (offered.length > 0 && field.choices) {
    const choices = [...(isOptional(field) ? [leftOut] : []), ...named(offered)];
    const said = await ask.pick(question, choices, before[0] ?? field.fallback);
    return textsOf(field, said);
  }
  if (offered.length > 0) return textsOf(field, await findOne(asking, field, question, offered, before[0]));
  const hints = [
    written[field.placeholder] ?? "",
    field.repeated ? "several with ; between" : "",
    isOptional(field) ? "Enter to leave out" : "",
  ].filter(Boolean);
  const full = hints.length > 0 ? `${question} (${hints.join(", ")})` : question;
  const answer = await ask.text(full, field.fallback, checkOf(field, today), before.join("; "));
  return textsOf(field, answer);
}

/** Whether this word is to be asked for, given what was typed. */
function isAsked(command: Command, field: Field<unknown>, bare: boolean, askAll: boolean): boolean {
  if (askAll || bare) return field.required || field.asked;
  return (field.required || field.needed === true) && !command.asksOnlyWhenBare;
}

/** The words that are missing and to be asked for. */
export function missingWords(command: Command, given: Given, askAll: boolean): [string, Field<unknown>][] {
  const bare = Object.values(given).every((texts) => texts.length === 0);
  return fieldsOf(command).filter(
    ([key, field]) => (given[key] ?? []).length === 0 && isAsked(command, field, bare, askAll),
  );
}

const dryRun = "--dry-run";
const change = { name: "Change an answer and try again (Enter keeps an answer)", value: "change" };
const leave = { name: "Leave it", value: "leave" };

/** From the menu: what else can be said, one by one; answers whether only to show what would happen. */
async function askMore(asking: Asking, command: Command, answers: Record<string, readonly string[]>) {
  for (;;) {
    const left = fieldsOf(command).filter(([key]) => (answers[key] ?? []).length === 0);
    if (left.length === 0 && !command.writes) return false;
    const width = Math.max(...left.map(([key]) => key.length));
    const said = await asking.ask.pick("Anything else?", [
      { name: command.writes ? "No: do it" : "No: show it", value: "" },
      ...(command.writes
        ? [{ name: "Show me first what would happen; nothing is written", value: dryRun }]
        : []),
      ...left.map(([key, field]) => ({
        name: `${keyOf(optionName(key))
          .replaceAll("-", " ")
          .padEnd(width + 3)}${field.about}`,
        value: key,
      })),
    ]);
    if (said === "" || said === dryRun) return said === dryRun;
    const field = left.find(([key]) => key === said)?.[1];
    if (field) answers[said] = field.flag ? ["yes"] : await askFor(asking, field, []);
  }
}

const quoted = (text: string): string =>
  /^[\w.:/@,+£=~-]+$/.test(text) ? text : `"${text.replace(/(["\\$`])/g, "\\$1")}"`;

/** The words of a verb as one line that could have been typed. */
export function asOneLine(typed: string, command: Command, given: Given): string {
  const said = fieldsOf(command).flatMap(([key, field]) => {
    const texts = given[key] ?? [];
    if (key in command.args) return texts.map(quoted);
    return texts.map((t) => (field.flag ? optionName(key) : `${optionName(key)} ${quoted(t)}`));
  });
  return ["involve", typed, ...said].join(" ");
}

/**
 * Asks for what is missing, says the answers as the line that could have been typed, and runs it. Where it is refused, an
 * answer can be changed and nothing has to be typed again.
 */
export async function askThrough(
  asking: Asking,
  typed: string,
  command: Command,
  given: Given,
  askAll: boolean,
  attempt: (given: Given, dryRun: boolean) => Promise<number>,
): Promise<number> {
  const asked = new Map(missingWords(command, given, askAll));
  const answers: Record<string, readonly string[]> = { ...given };
  const grouped = groupedWords(command);
  const askAgain = async (): Promise<void> => {
    for (const [key, field] of asked) answers[key] = await askFor(asking, field, answers[key] ?? []);
    await askGroups(asking.ask, command, [given, answers], (field, before) => askFor(asking, field, before));
  };
  await askAgain();
  for (;;) {
    const dry = askAll && (await askMore(asking, command, answers));
    for (const [key, field] of fieldsOf(command))
      if (!grouped.has(key) && (given[key] ?? []).length === 0 && (answers[key] ?? []).length > 0)
        asked.set(key, field);
    asking.say(`As one line: ${asOneLine(typed, command, answers)}${dry ? ` ${dryRun}` : ""}`);
    try {
      const exit = await attempt(answers, dry);
      if (!dry) return exit;
    } catch (thrown) {
      const stop = stopFor(thrown);
      if (!stop || stop.problems.some((p) => ["stopped", "not-confirmed"].includes(p.code))) throw thrown;
      for (const line of stop.problems.flatMap(problemLines)) asking.say(line);
      if ((await asking.ask.pick("What now?", [change, leave])) === leave.value) return stop.exit;
      await askAgain();
    }
  }
}
