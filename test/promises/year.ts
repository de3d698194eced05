import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { words } from "../../scripts/words.js";
import { main, type World } from "../../src/cli/main.ts";
import { connect } from "../../src/store/connect.ts";
import { recordedTables } from "../../src/store/record.ts";
import { Store } from "../../src/store/store.ts";
import { root, world } from "../transcript.ts";

/** What one command line answered, its two streams apart. */
export interface Answer {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** What is there and done before something is tried: files beside the store, then command lines. */
interface Before {
  readonly files?: Readonly<Record<string, string>>;
  readonly before?: readonly string[];
}

/** The year of the invented unit, performed once: a store to copy, and a place for the copies. */
export interface Year {
  /** Where it was performed, with the documents it made; to be looked at, not changed. */
  readonly demo: string;
  /** What performing it printed. */
  readonly said: string;
  /** A new folder with a copy of the furnished store in it. */
  copy(): string;
  /** The same with files beside it, in which some lines were run; those that several begin with are run once, and what came of them is copied. */
  ready(first: Before): Promise<string>;
  /** A new folder with a new store in it and nothing more. */
  empty(): string;
  /** A new folder with nothing in it. */
  bare(): string;
  remove(): void;
}

/** Runs a command line in a folder, with the furnished store as its store and its words as given. */
export async function ran(
  folder: string,
  line: string | readonly string[],
  changes: Partial<World> = {},
): Promise<Answer> {
  let out = "";
  let err = "";
  const exit = await main(
    world(typeof line === "string" ? words(line) : line, folder, () => {}, {
      stdout: (text) => (out += text),
      stderr: (text) => (err += text),
      ...changes,
    }),
  );
  return { exit, out, err };
}

/** Performs the year with `scripts/demo.js` and makes a new store. The built program must be there: `scripts/test.js` builds it first. */
function perform(folder: string): void {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const node = (...args: string[]) =>
    spawnSync(process.execPath, args, { env, encoding: "utf8", maxBuffer: 1 << 26 });
  const demo = node(join(root, "scripts", "demo.js"), join(folder, "demo"));
  if (demo.status !== 0) throw new Error(`the year did not end well:\n${demo.stdout.slice(-2000)}`);
  writeFileSync(join(folder, "said"), demo.stdout + demo.stderr);
  node(join(root, "bin", "involve.js"), "store", "init", "--store", join(folder, "empty.db"));
}

const waiting = new Int32Array(new SharedArrayBuffer(4));

/** The folder of the performed year: whichever test file needs it first performs it for all of a run, the others wait. */
function performedOnce(): string {
  const folder = process.env["TEST_YEAR"] ?? mkdtempSync(join(tmpdir(), "involve-year-"));
  mkdirSync(folder, { recursive: true });
  const [begun, ended] = [join(folder, "begun"), join(folder, "ended")];
  let first = true;
  try {
    writeFileSync(begun, "", { flag: "wx" });
  } catch {
    first = false;
  }
  if (first) {
    try {
      perform(folder);
      writeFileSync(ended, "");
    } catch (error) {
      writeFileSync(ended, String(error));
    }
  }
  while (!existsSync(ended)) Atomics.wait(waiting, 0, 0, 50);
  const failed = readFileSync(ended, "utf8");
  if (failed) throw new Error(failed);
  return folder;
}

/** Folders in which lines were run one after another, each in a copy of the folder in which those before it were. */
function prepared(fresh: () => string, bare: () => string): Year["ready"] {
  const done = new Map<string, Promise<string>>();
  const copyOf = (from: string): string => {
    const folder = bare();
    cpSync(from, folder, { recursive: true });
    return folder;
  };
  const begun = (files: Before["files"]): string => {
    const folder = fresh();
    putFiles(folder, files);
    return folder;
  };
  const after = async (lines: readonly string[], files: Before["files"]): Promise<string> => {
    const before = lines.slice(0, -1);
    const folder = before.length === 0 ? begun(files) : copyOf(await once(before, files));
    const line = lines.at(-1) ?? "";
    const { exit, err } = await ran(folder, line);
    if (exit !== 0) throw new Error(`${line} ended with ${exit}: ${err}`);
    return folder;
  };
  const once = (lines: readonly string[], files: Before["files"]): Promise<string> => {
    const name = JSON.stringify([lines, files]);
    const folder = done.get(name) ?? after(lines, files);
    done.set(name, folder);
    return folder;
  };
  return async ({ before = [], files }) =>
    before.length === 0 ? begun(files) : copyOf(await once(before, files));
}

/** The performed year, to be copied from. */
export function performYear(): Year {
  const base = mkdtempSync(join(tmpdir(), "involve-promises-"));
  const performed = performedOnce();
  let copies = 0;
  const bare = (): string => {
    const folder = join(base, `copy-${++copies}`);
    mkdirSync(folder);
    return folder;
  };
  const withStore = (from: string): string => {
    const folder = bare();
    copyFileSync(from, join(folder, "unit.db"));
    return folder;
  };
  const copy = (): string => withStore(join(performed, "demo", "unit.db"));
  return {
    demo: join(performed, "demo"),
    said: readFileSync(join(performed, "said"), "utf8"),
    copy,
    ready: prepared(copy, bare),
    empty: () => withStore(join(performed, "empty.db")),
    bare,
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

/** Puts files beside the store of a folder. */
export function putFiles(folder: string, files: Readonly<Record<string, string>> = {}): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

type Contents = Readonly<Record<string, string>>;

/** What is in a store: its rows as text, and how many numbers each table has given out, by table. */
interface Inside {
  readonly rows: Contents;
  readonly numbers: Readonly<Record<string, number>>;
}

/** What was read last, by a fingerprint of the file; it is much, so no more than a few are kept. */
const lately = new Map<string, Inside>();

function readStore(path: string): Inside {
  const store = new Store(connect(path, { readonly: true }), path);
  const rows = (table: string): string => JSON.stringify(store.raw(`select * from "${table}" order by 1, 2`));
  const tables = [...recordedTables(store), "evaluation_response"];
  const given = store.raw<{ name: string; seq: number }>(
    "select name, seq from sqlite_sequence order by name",
  );
  const found = {
    rows: Object.fromEntries(tables.map((t) => [t, rows(t)])),
    numbers: Object.fromEntries(given.map((g) => [g.name, g.seq])),
  };
  store.close();
  return found;
}

/** What is in a store; the same bytes are not read again. */
function inside(path: string): Inside {
  const bytes = createHash("sha256").update(readFileSync(path)).digest("hex");
  const found = lately.get(bytes) ?? readStore(path);
  lately.delete(bytes);
  lately.set(bytes, found);
  for (const oldest of [...lately.keys()].slice(0, -3)) lately.delete(oldest);
  return found;
}

/** Every row of a store's tables by table, as text: of those on record, and of the evaluation responses apart. */
export const contents = (folder: string, name = "unit.db"): Contents => inside(join(folder, name)).rows;

/** The tables whose rows differ between two states of a store. */
export const changedTables = (before: Contents, after: Contents): string[] =>
  Object.keys({ ...before, ...after }).filter((t) => before[t] !== after[t]);

/** How many numbers each table has given out so far: a ref that was given out is never given again. */
export const givenOut = (folder: string): Inside["numbers"] => inside(join(folder, "unit.db")).numbers;
