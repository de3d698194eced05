import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { checkNew, createStore, openStore } from "../store/open.ts";
import type { Author, Store } from "../store/store.ts";
import { catalogue } from "./catalogue.ts";
import type { Command, Outcome } from "./command.ts";
import { type Ask, type Context, type Format, formats } from "./context.ts";
import { must, refused, usage } from "./errors.ts";
import { checkFolder, writeWhole } from "./files.ts";
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
  const found = formats.find((f) => f === text);
  if (found) return found;
  throw usage({
    code: "unknown-format",
    message: `--format: "${text}" is not a format.`,
    remedy: `One of: ${formats.join(", ")}.`,
  });
}

/** Endings of files that only other programs write: text under such a name is a file that they refuse to open. */
const otherPrograms: ReadonlySet<string> = new Set([
  ".xlsx",
  ".xls",
  ".ods",
  ".numbers",
  ".docx",
  ".doc",
  ".odt",
  ".pdf",
]);

/** Stops before anything is done where a file's ending promises what cannot be written, or a verb has no picture. */
export function checkOutput(command: Command, words: GlobalWords): void {
  const ending = endingOf(words.output ?? "");
  if (words.format === undefined && otherPrograms.has(ending))
    throw usage({
      code: "unknown-ending",
      message: `--output: data cannot be written as ${ending}.`,
      remedy: `End the name in one of: ${Object.keys(endings).join(", ")}. A .csv file opens in Excel.`,
    });
  const svg =
    words.format === "svg" ||
    (words.format === undefined && words.output !== undefined && formatOf(words.output) === "svg");
  if (svg && !command.draws)
    throw usage({
      code: "no-picture",
      message: "This has no picture.",
      remedy: `Choose one of: ${formats.filter((f) => f !== "svg").join(", ")}. A picture comes from: involve report infrastructure`,
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

/** Who is doing this: as the command line says, else INVOLVE_BY, else the login name. */
function author(world: World, words: GlobalWords): string {
  if (words.by === undefined) return setting(world, "INVOLVE_BY") ?? (world.login.trim() || "somebody");
  if (words.by.trim() !== "") return words.by.trim();
  throw usage({
    code: "blank",
    message: "--by: NAME is blank.",
    remedy: "Write the name of whoever is doing this, for the record.",
  });
}

/** The store that is meant, as an absolute path: as the command line says, else INVOLVE_STORE, else the data folder. */
export function storePathOf(world: World, named: string | undefined): string {
  if (named !== undefined && named.trim() === "")
    throw usage({ code: "blank", message: "--store: FILE is blank.", remedy: "Name the file of the store." });
  return inFolder(world, named ?? setting(world, "INVOLVE_STORE") ?? defaultStorePath(world));
}

/** Makes the context of one command from the world and the global options; nothing is opened yet. */
export function startRun(
  world: World,
  words: GlobalWords,
  commandName: string,
  runVerb: Context["runVerb"],
): Run {
  const given = words.today ?? setting(world, "INVOLVE_TODAY");
  const today = dayFrom(given, world.now());
  const at = given
    ? `${today}T12:00:00Z`
    : world
        .now()
        .toISOString()
        .replace(/\.\d{3}Z$/, "Z");
  const by = author(world, words);
  const made: Author = { by, at, command: commandName };
  const resolvePath = (path: string): string => inFolder(world, path);
  const storePath = storePathOf(world, words.store);
  const mayAsk = world.stdinIsTerminal && world.stderrIsTerminal && words.input !== false;
  let asker: Ask | null = null;
  const ask = mayAsk
    ? async (): Promise<Ask> => {
        asker ??= await (await import("./prompt.ts")).terminalAsk();
        return asker;
      }
    : null;
  let open: Store | null = null;
  const dryRun = words.dryRun === true;
  const context: Context = {
    today,
    by,
    dryRun,
    assumeYes: words.yes === true,
    format: readFormat(words.format),
    storePath,
    programVersion: world.version,
    canAsk: mayAsk,
    catalogue,
    runVerb,
    get store() {
      open ??= must(openStore(storePath));
      return open;
    },
    ask: async () => (ask ? await ask() : null),
    newStore() {
      must(checkNew(storePath));
      if (!dryRun) mkdirSync(dirname(storePath), { recursive: true, mode: 0o700 });
      const text = (name: string): string => readFileSync(join(world.root, name), "utf8");
      const texts = { schema: text("schema.sql"), seed: text("src/store/seed.sql") };
      open = must(createStore(dryRun ? ":memory:" : storePath, texts));
      return open;
    },
    write: (work) => context.store.write(made, () => work(context.store), dryRun),
    writeUnrecorded: (work) => context.store.transaction(() => work(context.store), dryRun),
    leaveTrace: (about) => context.store.write(made, () => context.store.note(about)),
    async confirm(question) {
      if (words.yes || dryRun) return;
      if (!ask)
        throw refused({
          code: "not-confirmed",
          message: `${question} Nobody can be asked here.`,
          remedy: "Add --yes to go on, or --dry-run to see what would happen.",
        });
      if (!(await (await ask()).confirm(question)))
        throw refused({ code: "not-confirmed", message: "Left as it was; nothing was written." });
    },
    readFile(path) {
      const full = resolvePath(path);
      if (!existsSync(full))
        throw refused({
          code: "no-file",
          message: `There is no file ${path}.`,
          remedy: "Check the spelling and the folder.",
        });
      if (statSync(full).isDirectory())
        throw refused({ code: "no-file", message: `${path} is a folder.`, remedy: "Name a file." });
      return readFileSync(full);
    },
    resolvePath,
    checkFolder,
    exists: (path) => existsSync(resolvePath(path)),
    progress: (sentence) => {
      if (world.stderrIsTerminal && !words.quiet) world.stderr(`${sentence}\n`);
    },
  };
  return { context, ask, resolvePath, close: () => open?.close() };
}

function colorAllowed(world: World, words: GlobalWords): boolean {
  if (words.plain || words.color === false || world.env["NO_COLOR"]) return false;
  return world.stdoutIsTerminal && world.env["TERM"] !== "dumb";
}

/** Puts out what a verb found: data on stdout or in a file, documents where they were asked for, talk on stderr. */
export async function conclude(
  world: World,
  words: GlobalWords,
  run: Run,
  command: Command,
  outcome: Outcome,
): Promise<number> {
  const { context } = run;
  const isData =
    !command.writes || outcome.shown === true || context.format !== undefined || words.output !== undefined;
  if (outcome.report && isData) {
    const { render } = await import("../output/render.ts");
    const format =
      context.format ?? (words.output ? formatOf(words.output) : world.stdoutIsTerminal ? "table" : "csv");
    const look = {
      columns: world.columns,
      color: colorAllowed(world, words) && !words.output,
      plain: words.plain === true,
    };
    const text = await render(outcome.report, format, look);
    if (!words.output) world.stdout(text);
    else if (!context.dryRun)
      writeWhole(run.resolvePath(words.output), format === "csv" ? `\uFEFF${text}` : text);
  }
  if (outcome.text !== undefined) world.stdout(outcome.text);
  for (const file of outcome.files ?? [])
    if (!context.dryRun) writeWhole(run.resolvePath(file.path), file.content);
  const wrote = context.dryRun ? "Would write" : "Wrote";
  const said = [
    ...(context.dryRun && !outcome.shown ? ["Dry run: nothing is written. This would happen:"] : []),
    ...(outcome.said ?? []),
    ...(words.output && outcome.report ? [`${wrote} ${words.output}.`] : []),
    ...(outcome.files ?? []).map((f) => `${wrote} ${f.path}.`),
  ];
  if (!words.quiet) for (const sentence of said) world.stderr(`${sentence}\n`);
  return outcome.findings ? 1 : 0;
}

const endings: Readonly<Record<string, Format>> = {
  ".csv": "csv",
  ".json": "json",
  ".md": "md",
  ".html": "html",
  ".htm": "html",
  ".svg": "svg",
};

const endingOf = (path: string): string => /\.[a-z0-9]+$/i.exec(path)?.[0].toLowerCase() ?? "";

const formatOf = (path: string): Format => endings[endingOf(path)] ?? "csv";
