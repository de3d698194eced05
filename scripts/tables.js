// Writes src/store/tables.ts, the types of every table, from schema.sql.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

/** Columns that say who somebody is: the compiler keeps them from texts for readers outside the team. */
const personal = {
  Person: ["full_name", "known_as", "notes", "orcid", "phone", "pronouns"],
  PersonEmail: ["email"],
  PersonAccessNeed: ["need"],
};
let text = readFileSync(out, "utf8").replace(
  'import type { ColumnType } from "kysely";',
  'import type { ColumnType } from "kysely";\nimport type { TeamName } from "../domain/person-name.ts";',
);
for (const [table, columns] of Object.entries(personal))
  text = text.replace(new RegExp(`export interface ${table} \\{[^}]*\\}`), (found) =>
    columns.reduce((t, c) => t.replace(`  ${c}: string`, `  ${c}: TeamName`), found),
  );
writeFileSync(out, text);
