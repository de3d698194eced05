import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import type { Day } from "../domain/day.ts";
import { privateTextProblems } from "../domain/private-text.ts";
import { noneOf } from "../domain/result.ts";
import { checkNew, createStore, openStore } from "../store/open.ts";
import type { Author, Store } from "../store/store.ts";
import { catalogue } from "./catalogue.ts";
import { type Ask, type Context, type Format, formats, printedFormats } from "./context.ts";

import { must, problemLines, refused, Stop, usage } from "./errors.ts";
import { checkFolder, checkNewFolder, readPieces, readWhole } from "./files.ts";
import type { World } from "./main.ts";
import { progressOf } from "./progress.ts";
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
function defaultStorePath(world: World): string {
  const { env, home } = world;
  if (env["XDG_DATA_HOME"]) return join(env["XDG_DATA_HOME"], "involve", "involve.db");
  if (world.platform === "win32")
    return join(env["LOCALAPPDATA"] ?? join(home, "AppData", "Local"), "involve", "involve.db");
  if (world.platform === "darwin")
    return join(home, "Library", "Application Support", "involve", "involve.db");
  return join(home, ".local", "share", "involve", "involve.db");
}

/** A path as typed, from the folder the program was started in. */
const inFolder = (world: World, path: string): string => (isAbsolute(path) ? path : resolve(world.cwd, path));

function readFormat(text: string | undefined): Format | undefined {
  if (text === undefined) return undefined;
  const found = [...formats, ...printedFormats].find((f) => f === text);
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

/** What a setting of the environment says; one that is there and blank says nothing. */
const setting = (world: World, name: string): string | undefined => world.env[name]?.trim() || undefined;

/** The store that is meant, as an absolute path: as the command line says, else INVOLVE_STORE, else the data folder. */
export function storePathOf(world: World, named: string | undefined): string {
  if (named !== undefined && named.trim() === "")
    throw usage({ code: "blank", message: "--store: FILE is blank.", remedy: "Name the file of the store." });
  return inFolder(world, named ?? setting(world, "INVOLVE_STORE") ?? defaultStorePath(world));
}

/** Who is doing this: as the command line says, else INVOLVE_BY, else the login name. */
function nameOf(world: World, words: GlobalWords): string {
  if (words.by === undefined) return setting(world, "INVOLVE_BY") ?? (world.login.trim() || "somebody");
  if (words.by.trim() !== "") return words.by.trim();
  throw usage({
    code: "blank",
    message: "--by: NAME is blank.",
    remedy: "Write the name of whoever is doing this, for the record.",
  });
}

/** Who runs a command and when, for the change record: noon where the day was given, so that a run can be repeated. */
function authorOf(world: World, words: GlobalWords, command: string): { today: Day; author: Author } {
  const given = words.today ?? setting(world, "INVOLVE_TODAY");
  const now = world.now();
  const today = dayFrom(given, now);
  const at = given ? `${today}T12:00:00Z` : now.toISOString().replace(/\.\d{3}Z$/, "Z");
  return { today, author: { by: nameOf(world, words), at, command } };
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
      message: `${question.trimEnd()}${question.includes("\n") ? "\n" : " "}Nobody can be asked here.`,
      remedy: "Add --yes to go on, or --dry-run to see what would happen.",
    });
  if (!(await (await ask()).confirm(question)))
    throw refused({ code: "not-confirmed", message: "Left as it was; nothing was written." });
}

/** Work done with a reason: where it is refused for want of one alone, the person at the terminal is asked for it. */
async function asReasoned<T>(
  world: World,
  ask: Run["ask"],
  [given, code]: readonly [string | undefined, string],
  work: (reason: string | undefined) => T,
): Promise<T> {
  try {
    return work(given);
  } catch (thrown) {
    const wants = thrown instanceof Stop && thrown.problems.every((p) => p.code === code);
    if (!ask || !wants) throw thrown;
    for (const line of thrown.problems.flatMap(problemLines)) world.stderr(`${line}\n`);
    const said = (await (await ask()).text("Why go on? (leave blank to stop)", "")).trim();
    if (said === "")
      throw refused({ code: "not-confirmed", message: "Left as it was; nothing was written." });
    must(noneOf(privateTextProblems({ "The reason": said })));
    return work(said);
  }
}

/** A new store, or in a dry run one that is never on disk. */
function makeStore(world: World, path: string, dryRun: boolean): Store {
  must(checkNew(path));
  if (!dryRun) mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const text = (name: string): string => readFileSync(join(world.root, name), "utf8");
  const texts = { schema: text("schema.sql"), seed: text("src/store/seed.sql") };
  return must(createStore(dryRun ? ":memory:" : path, texts));
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
  const storePath = storePathOf(world, words.store);
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
      open = makeStore(world, storePath, dryRun);
      return open;
    },
    ask: async () => (ask ? await ask() : null),
    write: (work) => context.store.write(author, () => work(context.store), dryRun),
    writeUnrecorded: (work) => context.store.transaction(() => work(context.store), dryRun),
    leaveTrace: (about) => context.store.write(author, () => context.store.note(about)),
    confirm: async (question) => (words.yes || dryRun ? undefined : confirmed(question, ask)),
    withReason: (given, code, work) => asReasoned(world, ask, [given, code], work),
    readFile: (path) => readWhole(path, resolvePath(path)),
    openFile: (path) => readPieces(path, resolvePath(path)),
    exists: (path) => existsSync(resolvePath(path)),
    resolvePath,
    checkFolder,
    checkNewFolder: (path, word) => checkNewFolder(resolvePath(path), word),
    progress: (sentence) => {
      if (world.stderrIsTerminal && !words.quiet) world.stderr(`${sentence}\n`);
    },
    progressOf: (doing) => progressOf(world, words, doing),
  };
  return { context, ask, resolvePath, close: () => open?.close() };
}
