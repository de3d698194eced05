import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";

/** Milliseconds that a command waits for another program to finish writing. */
const busyTimeout = 5000;

/** Names the compiled driver itself, which is quicker than searching for it. */
function driver(): string | undefined {
  const package_ = createRequire(import.meta.url).resolve("better-sqlite3/package.json");
  const path = join(dirname(package_), "build", "Release", "better_sqlite3.node");
  return existsSync(path) ? path : undefined;
}

/**
 * Connects to a SQLite file with the settings every connection has: foreign keys, full synchronisation, nothing trusted that the
 * file says, deleted text overwritten. Throws SQLITE_NOTADB on a file of another kind.
 */
export function connect(
  path: string,
  options: { readonly?: boolean; mustExist?: boolean } = {},
): Database.Database {
  const nativeBinding = driver();
  const db = new Database(path, {
    readonly: options.readonly ?? false,
    fileMustExist: options.mustExist ?? true,
    timeout: busyTimeout,
    ...(nativeBinding ? { nativeBinding } : {}),
  });
  try {
    for (const setting of [
      "foreign_keys = on",
      "synchronous = full",
      "trusted_schema = off",
      "secure_delete = on",
    ])
      db.pragma(setting);
    db.pragma("user_version");
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}
