import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import type { Day } from "../domain/day.ts";
import { createStore, openStore } from "../store/open.ts";
import type { Author, Store } from "../store/store.ts";
import { catalogue } from "./catalogue.ts";
import { type Ask, type Context, type Format, formats } from "./context.ts";
import { must, refused, usage } from "./errors.ts";
import type { World } from "./main.ts";
import { dayFrom } from "./words.ts";

/** The options every verb takes, as they were typed. */
export interface GlobalWords {
  readonly store?: string;
  readonly today?: string;
  readonly by?: string;
  readonly format?: string;
  readonly output?: string;
  readonly input?: boolean;
  readonly yes?: boolean;
  readonly quiet?: boolean;
  readonly plain?: boolean;
  readonly color?: boolean;
  readonly dryRun?: boolean;
}

/** Where a store lives when nobody says: the data folder of this system's conventions (XDG, macOS, Windows). */
export function defaultStorePath(world: World): string {
  const { env, home } = world;
  if (env["XDG_DATA_HOME"]) return join(env["XDG_DATA_HOME"], "involve", "involve.db");
  if (world.platform === "win32")
    return join(env["LOCALAPPDATA"] ?? join(home, "AppData", "Local"), "involve", "involve.db");
  if (world.platform === "darwin")
    return join(home, "Library", "Application Support", "involve", "involve.db");
  return join(home, ".local", "share", "involve", "involve.db");
}

/** A path as typed, from the folder the program was started in. */
export const inFolder = (world: World, path: string): string =>
  isAbsolute(path) ? path : resolve(world.cwd, path);

function readFormat(text: string | undefined): Format | undefined {
  if (text === undefined) return undefined;
  const found = formats.find((f) => f === text);
  if (found) return found;
  throw usage({
    code: "unknown-format",
    message: `--format: "${text}" is not a format.`,
    remedy: `One of: ${formats.join(", ")}.`,
  });
}

/** A context for one run, and how to end it. */
export interface Run {
  readonly context: Context;
  readonly ask: (() => Promise<Ask>) | null;
  resolvePath(path: string): string;
  close(): void;
}

/** Who runs a command and when, for the change record: noon where the day was given, so that a run can be repeated. */
function authorOf(world: World, words: GlobalWords, command: string): { today: Day; author: Author } {
  const given = words.today ?? world.env["INVOLVE_TODAY"];
  const now = world.now();
  const today = dayFrom(given, now);
  const at = given ? `${today}T12:00:00Z` : now.toISOString().replace(/\.\d{3}Z$/, "Z");
  return { today, author: { by: words.by ?? world.env["INVOLVE_BY"] ?? world.login, at, command } };
}

/** Asks the person at the terminal; null where there is none, or they are not to be asked. */
function askerOf(world: World, words: GlobalWords): Run["ask"] {
  if (!world.stdinIsTerminal || !world.stderrIsTerminal || words.input === false) return null;
  let asker: Ask | null = null;
  return async () => {
    asker ??= await (await import("./prompt.ts")).terminalAsk();
    return asker;
  };
}

async function confirmed(question: string, ask: Run["ask"]): Promise<void> {
  if (!ask)
    throw refused({
      code: "not-confirmed",
      message: `${question} Nobody can be asked here.`,
      remedy: "Add --yes to go on, or --dry-run to see what would happen.",
    });
  if (!(await (await ask()).confirm(question)))
    throw refused({ code: "not-confirmed", message: "Left as it was; nothing was written." });
}

function bytesOf(path: string, full: string): Uint8Array {
  if (!existsSync(full))
    throw refused({
      code: "no-file",
      message: `There is no file ${path}.`,
      remedy: "Check the spelling and the folder.",
    });
  if (statSync(full).isDirectory())
    throw refused({ code: "no-file", message: `${path} is a folder.`, remedy: "Name a file." });
  return readFileSync(full);
}

function makeStore(world: World, path: string): Store {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const text = (name: string): string => readFileSync(join(world.root, name), "utf8");
  return must(createStore(path, { schema: text("schema.sql"), seed: text("src/store/seed.sql") }));
}

/** Makes the context of one command from the world and the global options; nothing is opened yet. */
export function startRun(
  world: World,
  words: GlobalWords,
  commandName: string,
  runVerb: Context["runVerb"],
): Run {
  const { today, author } = authorOf(world, words, commandName);
  const resolvePath = (path: string): string => inFolder(world, path);
  const storePath = resolvePath(words.store ?? world.env["INVOLVE_STORE"] ?? defaultStorePath(world));
  const ask = askerOf(world, words);
  let open: Store | null = null;
  const dryRun = words.dryRun === true;
  const context: Context = {
    ...{ today, by: author.by, dryRun, assumeYes: words.yes === true, format: readFormat(words.format) },
    ...{ storePath, programVersion: world.version, canAsk: ask !== null, catalogue, runVerb },
    get store() {
      open ??= must(openStore(storePath));
      return open;
    },
    newStore() {
      open = makeStore(world, storePath);
      return open;
    },
    ask: async () => (ask ? await ask() : null),
    write: (work) => context.store.write(author, () => work(context.store), dryRun),
    writeUnrecorded: (work) => context.store.transaction(() => work(context.store), dryRun),
    leaveTrace: (about) => context.store.write(author, () => context.store.note(about)),
    confirm: async (question) => (words.yes || dryRun ? undefined : confirmed(question, ask)),
    readFile: (path) => bytesOf(path, resolvePath(path)),
    exists: (path) => existsSync(resolvePath(path)),
    resolvePath,
    checkFolder,
    progress: (sentence) => {
      if (world.stderrIsTerminal && !words.quiet) world.stderr(`${sentence}\n`);
    },
  };
  return { context, ask, resolvePath, close: () => open?.close() };
}

/** Stops before anything is done where a file to be written has no folder to go in. */
export function checkFolder(path: string, option: string): void {
  if (existsSync(dirname(path))) return;
  throw refused({
    code: "no-folder",
    message: `${option}: there is no folder ${dirname(path)}.`,
    remedy: "Make it first, or name a file somewhere else.",
  });
}
