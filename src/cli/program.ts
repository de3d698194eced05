import { Command as Commander, CommanderError } from "commander";
import { catalogue, type Noun, typed } from "./catalogue.ts";
import type { Command } from "./command.ts";
import { checkPicture, conclude } from "./conclude.ts";
import { addGlobals, declare, givenBy } from "./declare.ts";
import { exits, problemLines, stopFor } from "./errors.ts";
import { globalOptions, type World } from "./main.ts";
import { checkFolder, type GlobalWords, startRun } from "./run.ts";
import { checkKnown, unknownOption } from "./unknown.ts";
import { type Given, readWords } from "./words.ts";

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
  const run = startRun(world, words, typed(noun, verb), again);
  try {
    checkPicture(command, words);
    const values = await readWords(command, given, run.context.today, run.ask, askAll);
    for (const [key, path] of [
      ["output", words.output ?? values["output"]],
      ["svg", values["svg"]],
    ] as const)
      if (typeof path === "string") checkFolder(run.resolvePath(path), `--${key}`);
    const outcome = await command.run(run.context, values as never);
    return await conclude(world, words, run, command, outcome);
  } finally {
    run.close();
  }
}

/** The global options again, for a verb that runs another one. */
function passedOn(words: GlobalWords): string[] {
  const pairs = (["store", "today", "by"] as const).flatMap((k) => (words[k] ? [`--${k}`, words[k]] : []));
  return [...pairs, ...(words.plain ? ["--plain"] : []), ...(words.color === false ? ["--no-color"] : [])];
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
  commander.exitOverride().configureOutput({ writeOut: world.stdout, writeErr: () => {} });
  declare(commander, command);
  addGlobals(commander, command.options);
  commander.allowExcessArguments(false);
  const rest = withoutNames(world.argv, verb === "" ? 1 : 2);
  try {
    commander.parse(rest, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError && error.code === "commander.unknownOption")
      throw unknownOption(error.message, commander);
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

const fromCommander = (error: CommanderError): { exit: number; lines: string[] } => {
  const helped = ["commander.helpDisplayed", "commander.help", "commander.version"].includes(error.code);
  if (helped) return { exit: error.code === "commander.help" ? exits.usage : exits.done, lines: [] };
  const message = error.message.replace(/^error: /, "");
  const code = error.code.replace("commander.", "").replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
  return { exit: exits.usage, lines: [`${message[0]?.toUpperCase() ?? ""}${message.slice(1)} [${code}]`] };
};

/** Runs one command line through the catalogue, commander and the verb; answers its exit code, and never throws. */
export async function runProgram(world: World, askAll = false): Promise<number> {
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
