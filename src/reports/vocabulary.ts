import type { Word } from "../domain/vocabulary.ts";
import { type Column, list, type Report } from "./report.ts";

const columns: readonly Column[] = [
  { key: "kind", heading: "Kind" },
  { key: "key", heading: "Key" },
  { key: "label", heading: "Label" },
  { key: "people", heading: "People", kind: "integer" },
  { key: "retired_on", heading: "Retired", kind: "day" },
  { key: "source", heading: "Source", detail: true },
];

/** Words of the vocabularies, with how many people each is recorded for (for the team, not for publication). */
export function vocabularyReport(
  words: readonly (Word & { readonly source: string })[],
  people: ReadonlyMap<number, number>,
): Report {
  return list(
    "Vocabulary",
    columns,
    words.map((w) => ({
      kind: w.kind,
      key: w.key,
      label: w.label,
      people: people.get(w.id) ?? 0,
      retired_on: w.retired_on,
      source: w.source,
    })),
    'No words yet. Add one with: involve vocabulary add experience long-covid --label "Long Covid"',
  );
}
