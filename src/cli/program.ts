import { Command as Commander, CommanderError } from "commander";
import { catalogue, everyVerb, type Noun, typed, verbFor, verbsUnder } from "./catalogue.ts";
import type { Command } from "./command.ts";
import { addGlobals, declare, givenBy } from "./declare.ts";
import { exits, problemLines, stopFor } from "./errors.ts";
import { globalOptions, type World } from "./main.ts";
import { perform, type TypedVerb } from "./perform.ts";
import type { GlobalWords } from "./run.ts";
import { checkKnown, unknownOption, wordTooMany } from "./unknown.ts";

/** The global options that take a value, for finding the noun behind them. */
const valued = new Set(globalOptions.filter(([f]) => f.includes("<")).map(([f]) => f.split(" ")[0]));

/** Loads one verb's definition. */
export async function loadVerb(noun: string, verb: string): Promise<Command> {
  const file = verb.replace(" ", "/") || noun;
  const module = (await import(`../commands/${noun}/${file}.ts`)) as { default: Command };
  return module.default;
}

/** The first words of a command line: the noun and what may be its verb, without options. */
export function leadingWords(argv: readonly string[]): readonly string[] {
  const words: string[] = [];
  for (let i = 0; i < argv.length && words.length < 3; i++) {
    const word = argv[i] ?? "";
    if (valued.has(word)) i++;
    else if (!word.startsWith("-")) words.push(word);
  }
  return words;
}

/** What a noun is about, its verbs (or those that begin with one word), and the first line a person would type. */
async function nounHelp(noun: Noun, first: string | undefined): Promise<string> {
  const under = first === undefined ? [] : verbsUnder(noun, first);
  const [name, verbs] = under.length > 0 ? [`${noun.name} ${first}`, under] : [noun.name, noun.verbs];
  const example = verbs[0]?.name ?? "";
  const command = await loadVerb(noun.name, example);
  const left = (verb: string): string => verb.slice(name.length - noun.name.length).trim();
  const width = Math.max(...verbs.map((v) => left(v.name).length));
  return [
    `involve ${name}: ${noun.about}.`,
    "",
    `Usage: involve ${name} <verb> [words] [options]`,
    "",
    ...verbs.map((v) => `  ${left(v.name).padEnd(width)}  ${v.about}`),
    "",
    `Example: ${command.examples[0]}`,
    `More:    involve ${noun.name} ${example} --help`,
    "",
  ].join("\n");
}

/** Parses one verb's words with commander, which throws where it showed help instead. */
async function parse(world: World, noun: Noun, verb: string): Promise<TypedVerb> {
  const command = await loadVerb(noun.name, verb);
  const commander = new Commander(`involve ${typed(noun.name, verb)}`).description(`${command.about}.`);
  const columns = Math.min(world.columns, 100);
  const getOutHelpWidth = (): number => columns;
  commander.exitOverride().configureOutput({ writeOut: world.stdout, writeErr: () => {}, getOutHelpWidth });
  declare(commander, command, columns);
  addGlobals(commander, command.options);
  commander.allowExcessArguments(false);
  const rest = withoutNames(world.argv, typed(noun.name, verb).split(" ").length);
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
    ...{ noun: noun.name, verb, command },
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
  const before = world.argv.slice(0, -1);
  const asks = world.argv.at(-1) === "help" && everyVerb().includes(before.join(" "));
  return asks ? { ...world, argv: [...before, "--help"] } : world;
}

/** Runs one command line through the catalogue, commander and the verb; answers its exit code, and never throws. */
export async function runProgram(from: World, askAll = false): Promise<number> {
  const world = askedForHelp(from);
  const [nounWord, ...verbWords] = leadingWords(world.argv);
  try {
    if (world.argv[0] === "complete" && world.argv[1] === "--") {
      await (await import("./completion.ts")).complete(world, world.argv.slice(2), loadVerb);
      return exits.done;
    }
    checkKnown(nounWord, verbWords);
    const noun = catalogue.find((n) => n.name === nounWord);
    const verb = noun && verbFor(noun, verbWords);
    if (!noun) {
      world.stdout((await import("./main.ts")).topHelp());
      return exits.done;
    }
    if (!verb) {
      const asked = world.argv.some((w) => w === "--help" || w === "-h" || w === "help");
      (asked ? world.stdout : world.stderr)(await nounHelp(noun, verbWords[0]));
      return asked ? exits.done : exits.usage;
    }
    return await perform(world, await parse(world, noun, verb.name), askAll, runProgram);
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
