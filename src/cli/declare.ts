import { type Command as Commander, Option } from "commander";
import type { Command } from "./command.ts";
import type { Field, Fields } from "./field.ts";
import { globalOptions, outputOption } from "./main.ts";
import { type Given, optionName } from "./words.ts";

/** Declares to commander the options that every verb takes, beside the verb's own. */
export function addGlobals(command: Commander, own: Fields = {}): void {
  for (const [flags, about] of globalOptions) command.addOption(new Option(flags, about).hideHelp());
  if (!("output" in own)) command.addOption(new Option(...outputOption).hideHelp());
}

const usageOf = (key: string, field: Field<unknown>): string => {
  const name = `${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}${field.repeated ? "..." : ""}`;
  return field.required ? `<${name}>` : `[${name}]`;
};

/** A long list of choices would push every description off the side, so it stands in the description. */
const listed = (field: Field<unknown>): boolean =>
  field.placeholder.length <= 24 && field.placeholder.includes("|");

const about = (field: Field<unknown>): string => {
  const notes = [
    field.choices && !listed(field) ? `one of: ${field.choices.join(", ")}` : "",
    field.required ? "required" : "",
    field.repeated ? "can be given more than once" : "",
    field.fallback ? `default: ${field.fallback}` : "",
  ];
  const said = notes.filter(Boolean).join("; ");
  return said ? `${field.about} (${said})` : field.about;
};

/** Declares a verb's words to commander, and what its help says in so many columns. */
export function declare(commander: Commander, command: Command, columns: number): void {
  for (const [key, field] of Object.entries(command.args as Fields)) {
    const shown = field.repeated ? `[${key}...]` : `[${key}]`;
    commander.argument(shown, about(field));
  }
  for (const [key, field] of Object.entries(command.options as Fields)) {
    const value =
      field.choices && !listed(field) ? optionName(key).slice(2) : field.placeholder.toLowerCase();
    const flags = field.flag ? optionName(key) : `${optionName(key)} <${value}>`;
    const option = new Option(flags, about(field));
    if (!field.flag)
      option.argParser((value: string, previous: string[] | undefined) => [...(previous ?? []), value]);
    commander.addOption(option);
  }
  if (command.writes) commander.addOption(new Option("--dry-run", "show what would happen, write nothing"));
  const args = Object.entries(command.args as Fields).map(([key, field]) => usageOf(key, field));
  commander.usage([...args, "[options]"].join(" "));
  const help = commander.createHelp();
  const wrapped = command.details?.map((d) => help.boxWrap(d, columns)).join("\n\n");
  const details = wrapped ? `\n${wrapped}\n` : "";
  commander.addHelpText(
    "after",
    `${details}\nExamples:\n${command.examples.map((e) => `  ${e}`).join("\n")}\n\nOptions of every verb: involve --help`,
  );
}

/** Commander reads `--no-reply` as "reply: false": whether a flag that begins with no was given. */
const negated = (key: string, options: Readonly<Record<string, unknown>>): true | undefined =>
  /^no[A-Z]/.test(key) && options[`${key.charAt(2).toLowerCase()}${key.slice(3)}`] === false
    ? true
    : undefined;

/** The texts that commander found for each word of a verb. */
export function givenBy(
  command: Command,
  args: readonly unknown[],
  options: Readonly<Record<string, unknown>>,
): Given {
  const given: Record<string, readonly string[]> = {};
  Object.keys(command.args).forEach((key, i) => {
    const value = args[i];
    given[key] = value === undefined ? [] : Array.isArray(value) ? (value as string[]) : [value as string];
  });
  for (const [key, field] of Object.entries(command.options as Fields)) {
    const value = options[key] ?? negated(key, options);
    given[key] = value === undefined || value === false ? [] : field.flag ? ["yes"] : (value as string[]);
  }
  return given;
}
