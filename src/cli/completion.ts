import { type Command as Entry, RootCommand } from "@bomb.sh/tab";
import { printedBy } from "../output/shell.ts";
import { openStore } from "../store/open.ts";
import { choicesFor } from "../store/refs.ts";
import type { Store } from "../store/store.ts";
import { catalogue, typed, verbFor, verbsInShort } from "./catalogue.ts";
import type { Command } from "./command.ts";
import { formats, printedFormats } from "./context.ts";
import type { Field, Fields, Source } from "./field.ts";
import { globalOptions, type World } from "./main.ts";
import { storePathOf } from "./run.ts";
import { optionName } from "./words.ts";

type Offer = (value: string, about: string) => void;

/** What a word may be, from its choices or from the store; silent where there is no store yet. */
function offer(field: Field<unknown>, storePath: string, complete: Offer): void {
  for (const choice of field.choices ?? []) complete(choice, field.about);
  if (!field.source) return;
  for (const source of [field.source, ...(field.last ? [field.last.source] : [])])
    for (const { value, about } of inStore(storePath, source)) complete(value, about);
}

/** The refs and keys of a store; none where it cannot be read just now. */
function inStore(path: string, source: Source): ReturnType<typeof choicesFor> {
  let store: Store | null = null;
  try {
    const opened = openStore(path, { readonly: true });
    if (!opened.ok) return [];
    store = opened.value;
    return choicesFor(store, source);
  } catch {
    return [];
  } finally {
    store?.close();
  }
}

function describe(entry: Entry, command: Command, storePath: string): void {
  for (const [key, field] of Object.entries(command.args as Fields))
    entry.argument(key, (complete) => offer(field, storePath, complete), field.repeated);
  for (const [key, field] of Object.entries(command.options as Fields)) {
    const name = optionName(key).slice(2);
    if (field.flag) entry.option(name, field.about);
    else entry.option(name, field.about, (complete) => offer(field, storePath, complete));
  }
  if (command.writes) entry.option("dry-run", "show what would happen, write nothing");
}

const allGlobals = (entry: Entry, printed = false): void => {
  for (const [flags, about] of globalOptions) {
    const [long = "", value] = flags.split(" ");
    if (long === "--format")
      entry.option("format", about, (give) => {
        for (const format of [...formats, ...(printed ? printedFormats : [])]) give(format, about);
      });
    else if (value) entry.option(long.slice(2), about, () => {});
    else entry.option(long.slice(2), about);
  }
};

/** The store that the words being completed speak of. */
function storeOf(world: World, words: readonly string[]): string {
  const at = words.indexOf("--store");
  const named = at >= 0 ? words[at + 1] : undefined;
  return storePathOf(world, named || undefined);
}

/**
 * Answers a shell's question what could come next, in the protocol of its completion script: a word and a tab and what it is,
 * a line each. Never fails: where something is wrong there is just nothing to offer.
 */
export async function complete(
  world: World,
  words: readonly string[],
  load: (noun: string, verb: string) => Promise<Command>,
): Promise<void> {
  const root = new RootCommand();
  allGlobals(root);
  const storePath = storeOf(world, words);
  for (const noun of catalogue) {
    root.command(noun.name, noun.about);
    // The first word of a verb of two has to be known by itself, or nothing behind it would be found.
    for (const [first = "", seconds] of verbsInShort(noun).map((v) => v.split(" ")))
      if (seconds) root.command(`${noun.name} ${first}`, seconds.replaceAll("|", ", "));
    const meant = noun.name === words[0] ? verbFor(noun, words.slice(1)) : undefined;
    for (const verb of noun.verbs) {
      const entry = root.command(typed(noun.name, verb.name), verb.about);
      if (verb !== meant) continue;
      const command = await load(noun.name, verb.name);
      describe(entry, command, storePath);
      allGlobals(entry, command.printed);
    }
  }
  const answer = printedBy(() => root.parse([...words]));
  // Directive 4 forbids file names; where nothing is offered, the word may well be one.
  world.stdout(answer.startsWith(":") ? ":0\n" : answer);
}
