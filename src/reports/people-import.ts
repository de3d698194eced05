import { changesOfPlan } from "../domain/people-import.ts";
import type { PersonPlan } from "../domain/people-row.ts";
import { ref } from "../domain/ref.ts";
import { type Column, list, type Report } from "./report.ts";

/** The plan of a row and the id of the person it is about. */
export interface ImportedPerson {
  readonly plan: PersonPlan;
  readonly id: number;
}

const columns: readonly Column[] = [
  { key: "line", heading: "Line", kind: "integer" },
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "outcome", heading: "Outcome" },
  { key: "changes", heading: "What changes" },
];

/** What became of a row of an import. */
export const outcomeOf = (plan: PersonPlan, group: string): "new" | "updated" | "unchanged" =>
  plan.id === null ? "new" : changesOfPlan(plan, group).length > 0 ? "updated" : "unchanged";

/** An import of people, a row for each row of the file. */
export const peopleImportReport = (people: readonly ImportedPerson[], group: string): Report =>
  list(
    "Import",
    columns,
    people.map(({ plan, id }) => ({
      line: plan.line,
      ref: ref("member", id),
      known_as: plan.knownAs,
      outcome: outcomeOf(plan, group),
      changes: plan.id === null ? [] : changesOfPlan(plan, group),
    })),
    "The file has no rows.",
  );
