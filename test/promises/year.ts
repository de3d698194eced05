import { spawnSync } from "node:child_process";
import {
  copyFileSync,
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

/** The year of the invented unit, performed once: a store to copy, and a place for the copies. */
export interface Year {
  /** A new folder with a copy of the furnished store in it. */
  copy(): string;
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
  const node = (...args: string[]) => spawnSync(process.execPath, args, { env, encoding: "utf8" });
  const demo = node(join(root, "scripts", "demo.js"), join(folder, "demo"));
  if (demo.status !== 0) throw new Error(`the year did not end well:\n${demo.stdout.slice(-2000)}`);
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
  return {
    copy: () => withStore(join(performed, "demo", "unit.db")),
    empty: () => withStore(join(performed, "empty.db")),
    bare,
    remove: () => rmSync(base, { recursive: true, force: true }),
  };
}

/** Puts files beside the store of a folder. */
export function putFiles(folder: string, files: Readonly<Record<string, string>> = {}): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

/** Every row of a store's tables by table, as text: of those on record, and of the evaluation responses apart. */
export function contents(folder: string, name = "unit.db"): Readonly<Record<string, string>> {
  const store = new Store(connect(join(folder, name), { readonly: true }), name);
  const rows = (table: string): string => JSON.stringify(store.raw(`select * from "${table}" order by 1, 2`));
  const tables = [...recordedTables(store), "evaluation_response"];
  const found = Object.fromEntries(tables.map((t) => [t, rows(t)]));
  store.close();
  return found;
}

/** The tables whose rows differ between two states of a store. */
export const changedTables = (
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): string[] => Object.keys({ ...before, ...after }).filter((t) => before[t] !== after[t]);

/** How many numbers each table has given out so far: a ref that was given out is never given again. */
export function givenOut(folder: string): Readonly<Record<string, number>> {
  const db = connect(join(folder, "unit.db"), { readonly: true });
  const rows = db.prepare("select name, seq from sqlite_sequence order by name").raw().all();
  db.close();
  return Object.fromEntries(rows as [string, number][]);
}
