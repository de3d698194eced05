import type { TeamName } from "../domain/person-name.ts";
import { levelInWords, type PersonWord } from "../domain/person-words.ts";
import { ref } from "../domain/ref.ts";
import { type Column, list, type Report } from "./report.ts";

const columns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "kind", heading: "Kind" },
  { key: "key", heading: "Key" },
  { key: "label", heading: "Label" },
  { key: "level", heading: "Level", kind: "integer" },
  { key: "level_in_words", heading: "" },
];

/** The words of one kind that a person has now. */
export const personWordsReport = (
  person: { readonly id: number; readonly knownAs: TeamName },
  words: readonly PersonWord[],
): Report =>
  list(
    "What they told us",
    columns,
    words.map((w) => ({
      ref: ref("member", person.id),
      known_as: person.knownAs,
      kind: w.kind,
      key: w.key,
      label: w.label,
      level: w.level,
      level_in_words: levelInWords(w.level) || null,
    })),
    "Nothing recorded.",
  );
