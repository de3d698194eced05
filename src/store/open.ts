import { closeSync, existsSync, openSync, rmSync } from "node:fs";
import type Database from "better-sqlite3";
import { no, type Result, yes } from "../domain/result.ts";
import { connect } from "./connect.ts";
import { guardRecords } from "./guards.ts";
import { migrate, type Step, steps, storeVersion } from "./migrate.ts";
import { recordChanges } from "./record.ts";
import { Store } from "./store.ts";

/** `INVL` in ASCII: what marks a SQLite file as an involve store. */
const applicationId = 0x494e564c;

const noStore = (path: string): Result<never> =>
  no({
    code: "no-store",
    message: `There is no store at ${path}.`,
    remedy: "Make one with: involve store init; or name another with --store FILE or INVOLVE_STORE.",
  });

const notOurs = (path: string): Result<never> =>
  no({
    code: "not-a-store",
    message: `${path} is not an involve store.`,
    remedy: "Name the right file with --store; nothing in this one was touched.",
  });

const newer = (path: string, version: number): Result<never> =>
  no({
    code: "newer-store",
    message: `${path} was written by a newer version of involve (store version ${version}; this program knows ${storeVersion}).`,
    remedy: "Install the newest version of involve; nothing in this file was touched.",
  });

const older = (path: string, version: number): Result<never> =>
  no({
    code: "older-store",
    message: `${path} has store version ${version}, which this program can no longer bring up to date.`,
    remedy: "Open it once with an earlier version of involve; nothing in this file was touched.",
  });

/** What kind of file this is: its application id and its schema version. */
function identify(db: Database.Database): { id: number; version: number } {
  return {
    id: Number(db.pragma("application_id", { simple: true })),
    version: Number(db.pragma("user_version", { simple: true })),
  };
}

/**
 * Opens a store, first bringing an older one up to date after a verified copy. Refuses, untouched: no file, a file that is
 * not ours, a store from a newer version.
 */
export function openStore(
  path: string,
  options: { readonly?: boolean; steps?: readonly Step[] } = {},
): Result<Store> {
  if (!existsSync(path)) return noStore(path);
  let db: Database.Database;
  try {
    db = connect(path, { readonly: options.readonly ?? false });
  } catch (error) {
    if ((error as { code?: unknown }).code === "SQLITE_NOTADB") return notOurs(path);
    throw error;
  }
  const found = identify(db);
  const refuse = (answer: Result<never>): Result<never> => {
    db.close();
    return answer;
  };
  if (found.id !== applicationId) return refuse(notOurs(path));
  if (found.version > storeVersion) return refuse(newer(path, found.version));
  const known = options.steps ?? steps;
  if (found.version < storeVersion && !known.some((s) => s.to === found.version + 1))
    return refuse(older(path, found.version));
  const store = new Store(db, path);
  if (found.version < storeVersion && !options.readonly) migrate(store, path, found.version, known);
  return yes(store);
}

/** The path of a store that is still to be made; refuses where a file is already there. */
export const checkNew = (path: string): Result<string> =>
  existsSync(path)
    ? no({
        code: "store-exists",
        message: `There is already a file at ${path}.`,
        remedy: "Name another with --store FILE; a store is never overwritten.",
      })
    : yes(path);

/**
 * Makes a new store from the schema and seed texts, readable by its owner only. Refuses where a file is already there;
 * leaves nothing behind where it fails.
 */
export function createStore(
  path: string,
  texts: { readonly schema: string; readonly seed: string },
): Result<Store> {
  if (path !== ":memory:") {
    const free = checkNew(path);
    if (!free.ok) return free;
    closeSync(openSync(path, "wx", 0o600));
  }
  const db = connect(path, { mustExist: false });
  const store = new Store(db, path);
  try {
    store.transaction(() => {
      store.script(texts.schema);
      store.script(texts.seed);
      recordChanges(store);
      guardRecords(store);
    });
  } catch (error) {
    db.close();
    if (path !== ":memory:") rmSync(path, { force: true });
    throw error;
  }
  return yes(store);
}
