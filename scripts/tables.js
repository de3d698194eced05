// Writes src/store/tables.ts, the types of every table, from schema.sql.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";

const folder = mkdtempSync(join(tmpdir(), "involve-tables-"));
const file = join(folder, "schema.db");
const out = process.argv[2] ?? "src/store/tables.ts";
const db = new Database(file);
db.exec(readFileSync("schema.sql", "utf8"));
db.close();
execFileSync(
  process.execPath,
  [
    "node_modules/kysely-codegen/dist/cli/bin.js",
    "--dialect",
    "sqlite",
    "--url",
    file,
    "--out-file",
    out,
    "--log-level",
    "error",
  ],
  { stdio: "inherit" },
);
rmSync(folder, { recursive: true });
