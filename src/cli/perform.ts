import { choicesFor } from "../store/refs.ts";
import { askThrough, missingWords } from "./asking.ts";
import { typed } from "./catalogue.ts";
import type { Command } from "./command.ts";
import { checkOutput, conclude } from "./conclude.ts";
import { Stop } from "./errors.ts";
import type { Source } from "./field.ts";
import { checkTarget } from "./files.ts";
import { hiddenBy, hiddenIn, refuseHidden } from "./hidden.ts";
import type { World } from "./main.ts";
import { groupsToAsk } from "./one-of.ts";
import { type GlobalWords, type Run, startRun } from "./run.ts";
import { type Given, optionName, readWords } from "./words.ts";

/** One verb as it was typed. */
export interface TypedVerb {
  readonly noun: string;
  readonly verb: string;
  readonly command: Command;
  readonly given: Given;
  readonly words: GlobalWords;
}

/**
 * Runs one verb, asking for what is missing where somebody can be asked (with `askAll` for all it can be told); answers its
 * exit code. `runProgram` is for a verb that runs another one.
 */
export async function perform(
  world: World,
  { noun, verb, command, given, words }: TypedVerb,
  askAll: boolean,
  runProgram: (world: World, askAll: boolean) => Promise<number>,
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
  const missing = missingWords(command, given, askAll).length + groupsToAsk(command, given).length;
  const nothingToAsk = missing === 0 && !askAll;
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

/** A verb tried without anybody being asked and without a trace, for its reasons to refuse. */
async function triedDry(
  world: World,
  { context }: Run,
  command: Command,
  given: Given,
  words: GlobalWords,
): Promise<void> {
  const dry = startRun(world, { ...words, dryRun: true, input: false }, "a trial", context.runVerb);
  try {
    await command.run(
      { ...dry.context, leaveTrace: () => {} },
      readWords(command, given, context.today) as never,
    );
  } finally {
    dry.close();
  }
}

async function runOnce(
  world: World,
  run: Run,
  command: Command,
  given: Given,
  words: GlobalWords,
): Promise<number> {
  const hidden = [...hiddenBy(run.context.by), ...hiddenIn(command, given)];
  if (hidden.length > 0) await refuseHidden(hidden, given, () => triedDry(world, run, command, given, words));
  const values = readWords(command, given, run.context.today);
  for (const key of ["output", "svg", "toFile", "preview"]) {
    const path = (key === "output" ? words.output : undefined) ?? values[key];
    if (typeof path === "string") checkTarget(run.resolvePath(path), optionName(key), run.context.storePath);
  }
  try {
    const outcome = await command.run(run.context, values as never);
    return await conclude(world, words, run, command, outcome);
  } catch (thrown) {
    if (thrown instanceof Stop && thrown.outcome) await conclude(world, words, run, command, thrown.outcome);
    throw thrown;
  }
}

/** The global options again, for a verb that runs another one. */
function passedOn(words: GlobalWords): string[] {
  const pairs = (["store", "today", "by"] as const).flatMap((k) => (words[k] ? [`--${k}`, words[k]] : []));
  return [...pairs, ...(words.plain ? ["--plain"] : []), ...(words.color === false ? ["--no-color"] : [])];
}
