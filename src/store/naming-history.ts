import type { Day } from "../domain/day.ts";
import type { NamedOutput, NamingChoice, NamingForm } from "../domain/naming.ts";
import { settledInPrint } from "./naming.ts";
import { type Store, sql } from "./store.ts";

/** One choice as it was recorded. */
export interface ChoiceRow {
  readonly personId: number;
  readonly outputKind: NamingChoice["outputKind"];
  readonly outputId: number | null;
  readonly form: NamingForm;
  readonly wording: string | null;
  readonly on: Day;
  readonly how: string;
  readonly recordedBy: string | null;
}

/** Every choice of a person, or of everybody for one output, in the order in which they were made. */
export function choiceRows(
  store: Store,
  of: { readonly personId: number } | { readonly output: NamedOutput },
): ChoiceRow[] {
  const query = sql
    .selectFrom("naming_choice")
    .select(["person_id", "output_kind", "output_id", "form", "wording", "chosen_on", "how", "recorded_by"])
    .orderBy("chosen_on")
    .orderBy("id");
  const narrowed =
    "personId" in of
      ? query.where("person_id", "=", of.personId)
      : query.where("output_kind", "=", of.output.kind).where("output_id", "is", of.output.id);
  return store.all(narrowed).map((c) => ({
    personId: c.person_id,
    outputKind: c.output_kind as ChoiceRow["outputKind"],
    outputId: c.output_id,
    form: c.form as NamingForm,
    wording: c.wording,
    on: c.chosen_on as Day,
    how: c.how,
    recordedBy: c.recorded_by,
  }));
}

/**
 * The day of somebody's last wish for one output, or of their last default; null where they never said. That an output was printed
 * without their having said anything is no wish of theirs.
 */
export const saidOn = (
  store: Store,
  personId: number,
  { kind, id }: NamedOutput | { kind: "default"; id: null },
): Day | null =>
  (store.first(
    sql
      .selectFrom("naming_choice")
      .select("chosen_on")
      .where("person_id", "=", personId)
      .where("output_kind", "=", kind)
      .where("output_id", "is", id)
      .where((row) => row.not(row.and({ form: "undecided", how: settledInPrint })))
      .orderBy("id", "desc"),
  )?.chosen_on as Day | undefined) ?? null;

/** That an editor was told in confidence who wrote something. */
export interface Disclosure {
  readonly toldTo: string;
  readonly how: string;
  readonly on: Day;
  readonly recordedBy: string;
}

/** When an editor was told who stands behind an output, oldest first. */
export const disclosuresOf = (store: Store, { kind, id }: NamedOutput): Disclosure[] =>
  store
    .all(
      sql
        .selectFrom("naming_disclosure")
        .select(["told_to", "how", "told_on", "recorded_by"])
        .where("output_kind", "=", kind)
        .where("output_id", "is", id)
        .orderBy("id"),
    )
    .map((d) => ({ toldTo: d.told_to, how: d.how, on: d.told_on as Day, recordedBy: d.recorded_by }));

/** Puts on record that an editor was told. */
export const addDisclosure = (
  store: Store,
  output: { readonly kind: "commentary" | "paper"; readonly id: number },
  told: Disclosure,
): number =>
  store.insert("naming_disclosure", {
    output_kind: output.kind,
    output_id: output.id,
    told_to: told.toldTo,
    how: told.how,
    told_on: told.on,
    recorded_by: told.recordedBy,
  });
