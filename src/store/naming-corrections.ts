import type { Day } from "../domain/day.ts";
import { choiceFor } from "../domain/naming.ts";
import type { NamingRequest } from "../domain/naming-choice.ts";
import type { Correction, CorrectionOutcome } from "../domain/naming-correction.ts";
import { idOf } from "../domain/ref.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { addNaming, namingFacts } from "./naming.ts";
import { type Store, sql } from "./store.ts";

const corrections = sql
  .selectFrom("naming_correction")
  .select(["id", "person_id", "output_kind", "output_id", "asked_on", "form", "wording"])
  .select(["done_on", "done_as", "outcome"])
  .orderBy("id");

/** Wishes to be named otherwise in what is in print, oldest first; of one person, or of everybody. */
export const correctionRows = (store: Store, personId?: number): Correction[] =>
  store
    .all(personId === undefined ? corrections : corrections.where("person_id", "=", personId))
    .map((c) => ({
      id: c.id,
      personId: c.person_id,
      output: { kind: c.output_kind, id: c.output_id } as Correction["output"],
      askedOn: c.asked_on as Day,
      form: c.form as Correction["form"],
      wording: c.wording,
      doneOn: c.done_on as Day | null,
      doneAs: c.done_as as CorrectionOutcome | null,
      outcome: c.outcome,
    }));

/** The one wish meant by a ref (NC-001). */
export function findCorrection(store: Store, text: string): Result<Correction> {
  const found = correctionRows(store).find((c) => c.id === idOf("correction", text));
  return found
    ? yes(found)
    : no({
        code: "unknown-correction",
        message: `There is no correction "${text}".`,
        remedy: "Give a ref such as NC-001; see: involve naming corrections",
      });
}

/** Puts a wish on record, and lets our own texts follow it from now on; answers its id. */
export function addCorrection(
  store: Store,
  personId: number,
  output: Correction["output"],
  wish: NamingRequest,
  by: string,
): number {
  const id = store.insert("naming_correction", {
    person_id: personId,
    output_kind: output.kind,
    output_id: output.id,
    asked_on: wish.on,
    form: wish.form,
    wording: wish.wording ?? null,
    how: wish.how,
    recorded_by: by,
  });
  addNaming(store, personId, output, wish, by, id);
  return id;
}

/** Puts on record what became of a wish; one that was taken back leads to the choice that counted before it. */
export function closeCorrection(
  store: Store,
  { id, personId, output }: Correction,
  done: { readonly as: CorrectionOutcome; readonly note: string; readonly on: Day; readonly by: string },
): void {
  store.update("naming_correction", id, { done_on: done.on, done_as: done.as, outcome: done.note });
  if (done.as !== "taken-back") return;
  const asked = store.first(
    sql.selectFrom("naming_choice").select("id").where("correction_id", "=", id).orderBy("id"),
  );
  const earlier = (namingFacts(store, [personId]).choices.get(personId) ?? []).filter(
    (c) => asked !== undefined && c.id < asked.id,
  );
  const before = choiceFor(personId, earlier, output);
  const form = before?.form ?? "undecided";
  const wording = form === "group" ? undefined : (before?.wording ?? undefined);
  const wish = { form, wording, how: "they took back the wish for a correction", on: done.on };
  addNaming(store, personId, output, wish, done.by, id);
}
