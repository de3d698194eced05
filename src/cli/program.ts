import { Command as Commander, CommanderError, Option } from "commander";
import { nearest } from "../domain/nearest.ts";
import { choicesFor } from "../store/refs.ts";
import { askThrough, missingWords } from "./asking.ts";
import { catalogue, everyVerb, type Noun, typed } from "./catalogue.ts";
import type { Command } from "./command.ts";
import { exits, problemLines, type Stop, stopFor, usage } from "./errors.ts";
import { checkTarget } from "./files.ts";
import { globalOptions, type World } from "./main.ts";
import type { Field, Fields, Source } from "./options.ts";
import { checkOutput, conclude, type GlobalWords, type Run, startRun } from "./run.ts";
import { type Given, optionName, readWords } from "./words.ts";

/** The global options that take a value, for finding the noun behind them. */
const valued = new Set(globalOptions.filter(([f]) => f.includes("<")).map(([f]) => f.split(" ")[0]));

/** Loads one verb's definition. */
export async function loadVerb(noun: string, verb: string): Promise<Command> {
  const file = verb || noun;
  const module = (await import(`../commands/${noun}/${file}.ts`)) as { default: Command };
  return module.default;
}

/** The words of a command line that are not global options in front of the noun. */
export function nounAndVerb(argv: readonly string[]): { noun: string | undefined; verb: string | undefined } {
  const words: string[] = [];
  for (let i = 0; i < argv.length && words.length < 2; i++) {
    const word = argv[i] ?? "";
    if (valued.has(word)) i++;
    else if (!word.startsWith("-")) words.push(word);
  }
  return { noun: words[0], verb: words[1] };
}

function addGlobals(command: Commander, own: Fields = {}): void {
  for (const [flags, about] of globalOptions) command.addOption(new Option(flags, about).hideHelp());
  if (!("output" in own))
    command.addOption(
      new Option("--output <file>", "write the data to a file; its ending chooses the format").hideHelp(),
    );
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

/** Declares a verb's words to commander; `placed` keeps what each option was given. */
function declare(commander: Commander, command: Command, columns: number): void {
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

function givenBy(
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

async function runVerb(
  world: World,
  noun: string,
  verb: string,
  command: Command,
  given: Given,
  words: GlobalWords,
  askAll: boolean,
): Promise<number> {
  const again = (argv: readonly string[], all: boolean): Promise<number> =>
    runProgram({ ...world, argv: [...argv, ...passedOn(words)] }, all);
  const name = typed(noun, verb);
  const attempt = async (texts: Given, dryRun: boolean): Promise<number> => {
    const said = dryRun ? { ...words, dryRun } : words;
    const run = startRun(world, said, name, again);
    try {
      checkOutput(command, said);
      return await runOnce(world, run, command, texts, said);
    } finally {
      run.close();
    }
  };
  const { context, ask, close } = startRun(world, words, name, again);
  const nothingToAsk = missingWords(command, given, askAll).length === 0 && !askAll;
  if (!ask || nothingToAsk) return attempt(given, words.dryRun === true);
  try {
    checkOutput(command, words);
    // Nobody should answer eight questions to learn that there is no store.
    const offered = (source: Source) => choicesFor(context.store, source);
    if (!withoutStore.has(noun)) offered("member");
    const say = (line: string): void => world.stderr(`${line}\n`);
    const asking = { ask: await ask(), today: context.today, offered, say };
    return await askThrough(asking, name, command, given, askAll, attempt);
  } finally {
    close();
  }
}

/** Nouns that do not need a store to be there. */
const withoutStore: ReadonlySet<string> = new Set(["store", "menu", "completion"]);

async function runOnce(
  world: World,
  run: Run,
  command: Command,
  given: Given,
  words: GlobalWords,
): Promise<number> {
  const values = readWords(command, given, run.context.today);
  for (const [key, path] of [
    ["output", words.output ?? values["output"]],
    ["svg", values["svg"]],
  ] as const)
    if (typeof path === "string") checkTarget(run.resolvePath(path), `--${key}`, run.context.storePath);
  const outcome = await command.run(run.context, values as never);
  return await conclude(world, words, run, command, outcome);
}

/** The global options again, for a verb that runs another one. */
function passedOn(words: GlobalWords): string[] {
  const pairs = (["store", "today", "by"] as const).flatMap((k) => (words[k] ? [`--${k}`, words[k]] : []));
  return [...pairs, ...(words.plain ? ["--plain"] : []), ...(words.color === false ? ["--no-color"] : [])];
}

/** What people type for some verbs, with what they may be called here. */
const sameMeaning: Readonly<Record<string, readonly string[]>> = {
  new: ["add", "open", "plan", "propose", "init"],
  create: ["add", "open", "plan", "propose", "init"],
  update: ["edit", "add"],
  change: ["edit"],
  find: ["show", "list"],
  search: ["list"],
  view: ["show", "list"],
  record: ["attend", "complete", "log", "contribute"],
  invite: ["offer"],
  book: ["plan", "schedule"],
  pay: ["log"],
  upload: ["import"],
  respond: ["reply"],
};

function checkKnown(noun: string | undefined, verb: string | undefined): void {
  if (noun === undefined || noun === "help") return;
  const found = catalogue.find((n) => n.name === noun);
  if (!found) throw unknownNoun(noun, verb);
  if (
    verb === undefined ||
    verb === "help" ||
    found.verbs[0]?.name === "" ||
    found.verbs.some((v) => v.name === verb)
  )
    return;
  const verbs = found.verbs.map((v) => v.name);
  const near = nearest(verb, verbs) ?? sameMeaning[verb]?.find((v) => verbs.includes(v));
  throw usage({
    code: "unknown-verb",
    message: `"${noun}" has no verb "${verb}".`,
    remedy: near
      ? `Did you mean "involve ${noun} ${near}"?`
      : `It has: ${verbs.join(", ")}. What was recorded by mistake is taken back with: involve undo`,
  });
}

function unknownNoun(noun: string, verb: string | undefined) {
  const asTyped = verb ? `${noun} ${verb}` : noun;
  const near = nearest(
    noun,
    catalogue.map((n) => n.name),
  );
  const swapped = verb && everyVerb().includes(`${verb} ${noun}`) ? `${verb} ${noun}` : null;
  const guess = swapped ?? (near ? typed(near, verb ?? "") : null);
  return usage({
    code: "unknown-noun",
    message: `There is no "${asTyped}".`,
    remedy: guess
      ? `Did you mean "involve ${guess}"?`
      : `The nouns are: ${catalogue.map((n) => n.name).join(", ")}.`,
  });
}

interface Parsed {
  readonly command: Command;
  readonly given: Given;
  readonly words: GlobalWords;
}

function nounHelp(noun: Noun): Commander {
  const commander = new Commander(noun.name).description(noun.about).usage("<verb> [words] [options]");
  for (const verb of noun.verbs) commander.command(verb.name, { hidden: false }).description(verb.about);
  return commander.helpCommand(false);
}

/** Parses one verb's words with commander; null where help was shown instead. */
async function parse(world: World, noun: Noun, verb: string): Promise<Parsed> {
  const command = await loadVerb(noun.name, verb);
  const commander = new Commander(`involve ${typed(noun.name, verb)}`).description(`${command.about}.`);
  const columns = Math.min(world.columns, 100);
  const getOutHelpWidth = (): number => columns;
  commander.exitOverride().configureOutput({ writeOut: world.stdout, writeErr: () => {}, getOutHelpWidth });
  declare(commander, command, columns);
  addGlobals(commander, command.options);
  commander.allowExcessArguments(false);
  const rest = withoutNames(world.argv, verb === "" ? 1 : 2);
  try {
    commander.parse(rest, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.code === "commander.unknownOption")
      throw unknownOption(error.message, commander);
    if (error instanceof CommanderError && error.code === "commander.excessArguments")
      throw wordTooMany(commander, command);
    throw error;
  }
  const options = commander.opts();
  const global = Object.entries(options).filter(([key]) => !(key in command.options));
  return {
    command,
    given: givenBy(command, commander.processedArgs, options),
    words: Object.fromEntries(global) as GlobalWords,
  };
}

/** The command line without the noun and the verb; global options in front of them stay. */
function withoutNames(argv: readonly string[], names: number): string[] {
  const kept: string[] = [];
  let left = names;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? "";
    if (left > 0 && !word.startsWith("-")) left--;
    else if (left > 0 && valued.has(word)) kept.push(word, argv[++i] ?? "");
    else kept.push(word);
  }
  return kept;
}

/** A word more than the verb takes: most often a name of two words without quotes. */
function wordTooMany(commander: Commander, command: Command): Stop {
  const extra = commander.args[Object.keys(command.args).length] ?? "";
  const quoted = command.examples.find((e) => e.includes('"'));
  return usage({
    code: "excess-arguments",
    message: `"${extra}" is one word too many.`,
    remedy: quoted
      ? `Words that belong together go in quotes: ${quoted}`
      : `For example: ${command.examples[0]}`,
  });
}

/** What an unknown option was most likely meant to be, among the verb's own and those of every verb. */
function unknownOption(message: string, commander: Commander): Stop {
  const typedOption = /'([^']+)'/.exec(message)?.[1] ?? "";
  const known = commander.options.map((o) => o.long ?? "").filter(Boolean);
  const near = nearest(typedOption.split("=")[0] ?? "", known);
  return usage({
    code: "unknown-option",
    message: `${commander.name()} has no option ${typedOption}.`,
    remedy: near ? `Did you mean ${near}?` : `See: ${commander.name()} --help`,
  });
}

const fromCommander = (error: CommanderError): { exit: number; lines: string[] } => {
  const helped = ["commander.helpDisplayed", "commander.help", "commander.version"].includes(error.code);
  if (helped) return { exit: error.code === "commander.help" ? exits.usage : exits.done, lines: [] };
  const message = error.message.replace(/^error: /, "");
  const code = error.code.replace("commander.", "").replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
  return { exit: exits.usage, lines: [`${message[0]?.toUpperCase() ?? ""}${message.slice(1)} [${code}]`] };
};

/** `help member add` and `member add help` mean `member add --help`. */
function askedForHelp(world: World): World {
  const [first, ...rest] = world.argv;
  if (first === "help" && rest.length > 0) return { ...world, argv: [...rest, "--help"] };
  const [noun, verb, third, ...more] = world.argv;
  const asks = third === "help" && more.length === 0 && everyVerb().includes(`${noun} ${verb}`);
  return asks ? { ...world, argv: [noun ?? "", verb ?? "", "--help"] } : world;
}

/** Runs one command line through the catalogue, commander and the verb; answers its exit code, and never throws. */
export async function runProgram(from: World, askAll = false): Promise<number> {
  const world = askedForHelp(from);
  const { noun: nounWord, verb: verbWord } = nounAndVerb(world.argv);
  try {
    if (world.argv[0] === "complete" && world.argv[1] === "--") {
      await (await import("./completion.ts")).complete(world, world.argv.slice(2), loadVerb);
      return exits.done;
    }
    checkKnown(nounWord, verbWord);
    const noun = catalogue.find((n) => n.name === nounWord);
    const verb = noun?.verbs.find((v) => v.name === "" || v.name === verbWord);
    if (!noun) {
      world.stdout((await import("./main.ts")).topHelp());
      return exits.done;
    }
    if (!verb) {
      const asked = world.argv.some((w) => w === "--help" || w === "-h" || w === "help");
      (asked ? world.stdout : world.stderr)(
        nounHelp(noun)
          .helpInformation()
          .replace(/^Usage: /, "Usage: involve "),
      );
      return asked ? exits.done : exits.usage;
    }
    const { command, given, words } = await parse(world, noun, verb.name);
    return await runVerb(world, noun.name, verb.name, command, given, words, askAll);
  } catch (thrown) {
    return report(world, thrown);
  }
}

function report(world: World, thrown: unknown): number {
  if (thrown instanceof CommanderError) {
    const { exit, lines } = fromCommander(thrown);
    for (const line of lines) world.stderr(`${line}\n`);
    return exit;
  }
  const stop = stopFor(thrown);
  if (stop) {
    for (const line of stop.problems.flatMap(problemLines)) world.stderr(`${line}\n`);
    return stop.exit;
  }
  const { name, message, stack } = thrown as Error;
  world.stderr(`This is a bug in involve; nothing was written. [bug]\n  ${name}: ${message}\n`);
  if (world.env["INVOLVE_DEBUG"]) world.stderr(`${stack ?? ""}\n`);
  return exits.bug;
}
