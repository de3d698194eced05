import { keyOf } from "../domain/text.ts";
import type { Finding } from "../store/check.ts";
import type { StoreFacts } from "../store/info.ts";
import { type Column, list, type Report, single } from "./report.ts";

/** Where a store is, how large, when it was last changed, and how many rows each kind of thing has. */
export function storeReport(path: string, program: string, facts: StoreFacts): Report {
  const counts = facts.rows.map(({ what, rows }) => ({ key: keyOf(what).replaceAll("-", "_"), what, rows }));
  const columns: Column[] = [
    { key: "path", heading: "File" },
    { key: "bytes", heading: "Size in bytes", kind: "integer" },
    { key: "store_version", heading: "Store version", kind: "integer" },
    { key: "program_version", heading: "Program version" },
    { key: "commands", heading: "Commands on record", kind: "integer" },
    { key: "last_change_at", heading: "Last change (UTC)" },
    ...counts.map((c) => ({
      key: c.key,
      heading: `${c.what[0]?.toUpperCase()}${c.what.slice(1)}`,
      kind: "integer" as const,
    })),
  ];
  return single("Store", columns, {
    path,
    bytes: facts.bytes,
    store_version: facts.version,
    program_version: program,
    commands: facts.commands,
    last_change_at: facts.lastChangeAt,
    ...Object.fromEntries(counts.map((c) => [c.key, c.rows])),
  });
}

/** What a check found. */
export const findingsReport = (found: readonly Finding[]): Report =>
  list(
    "Findings",
    [
      { key: "about", heading: "About" },
      { key: "finding", heading: "Finding" },
      { key: "code", heading: "Code" },
    ],
    found.map((f) => ({ ...f })),
    "Nothing was found.",
  );
