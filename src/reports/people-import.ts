import { countsOf, importSentence, newRefs, type RowOutcome } from "../domain/imports.ts";
import { changesOfPlan } from "../domain/people-import.ts";
import type { PersonPlan } from "../domain/people-row.ts";
import { ref } from "../domain/ref.ts";
import { listed } from "../domain/text.ts";
import { type Column, list, type Report } from "./report.ts";

/** The plan of a row, what became of it, and the id of the person it is about. */
export interface ImportedPerson {
  readonly plan: PersonPlan;
  readonly id: number;
  readonly outcome: RowOutcome;
}

const columns: readonly Column[] = [
  { key: "line", heading: "Line", kind: "integer" },
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "outcome", heading: "Outcome" },
  { key: "changes", heading: "What changes" },
];

/** An import of people, a row for each row of the file. */
export const peopleImportReport = (people: readonly ImportedPerson[], group: string): Report =>
  list(
    "Import",
    columns,
    people.map(({ plan, id, outcome }) => ({
      line: plan.line,
      ref: ref("member", id),
      known_as: plan.knownAs,
      outcome,
      changes: plan.id === null ? [] : changesOfPlan(plan, group),
    })),
    "The file has no rows.",
  );

/** What an import of people did, in sentences: the counts, what changes of whom, and what is to be looked at. */
export const peopleImportSaid = (
  file: string,
  people: readonly ImportedPerson[],
  group: string,
): string[] => {
  const updated = people.filter((p) => p.outcome === "updated");
  return [
    importSentence(file, countsOf(people), newRefs("member", people)),
    ...updated.map(
      ({ plan, id }) =>
        `  line ${plan.line}: ${ref("member", id)} ${plan.knownAs}: ${listed(changesOfPlan(plan, group))}`,
    ),
    ...people.flatMap(({ plan }) => plan.notes.map((note) => `  line ${plan.line}: ${note}`)),
  ];
};
