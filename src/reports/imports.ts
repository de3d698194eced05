import type { ImportCounts } from "../domain/imports.ts";
import { type Report, single } from "./report.ts";

/** What an import did, as data. */
export const importReport = ({ added, updated, unchanged }: ImportCounts): Report =>
  single(
    "Import",
    [
      { key: "new", heading: "New", kind: "integer" },
      { key: "updated", heading: "Updated", kind: "integer" },
      { key: "unchanged", heading: "Unchanged", kind: "integer" },
    ],
    { new: added, updated, unchanged },
  );
