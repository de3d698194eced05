import { type Equality, equalityQuestions } from "../domain/applicant.ts";
import { type Store, sql } from "./store.ts";

const columnOf = {
  ethnicGroup: "ethnic_group",
  ageBand: "age_band",
  disability: "disability",
  sex: "sex",
  genderIdentity: "gender_identity",
  sexualOrientation: "sexual_orientation",
  religion: "religion",
} as const;

const equalityColumns = Object.values(columnOf);

/** The equality answers of a round by application; those who gave none are not among them. */
export function equalityAnswers(store: Store, roundId: number): Map<number, Equality> {
  const rows = store.all(
    sql
      .selectFrom("application_equality as e")
      .innerJoin("application as a", "a.id", "e.application_id")
      .select(["e.application_id", ...equalityColumns.map((c) => `e.${c}` as const)])
      .where("a.round_id", "=", roundId)
      .orderBy("e.id"),
  );
  return new Map(
    rows.map((row) => [
      row.application_id,
      Object.fromEntries(equalityQuestions.map((q) => [q, row[columnOf[q]] ?? undefined])),
    ]),
  );
}

/** Writes what an applicant answered to the equality questions; a blank empties only what is cleared. */
export function setEquality(store: Store, id: number, answers: Equality, cleared: readonly string[]): void {
  const given = Object.fromEntries(
    equalityQuestions
      .filter((q) => answers[q] !== undefined || cleared.includes(q))
      .map((q) => [columnOf[q], answers[q] ?? null] as const),
  );
  const told = Object.values(given).some((answer) => answer !== null);
  const known = store.first(
    sql.selectFrom("application_equality").select("id").where("application_id", "=", id),
  );
  if (known) store.update("application_equality", known.id, given);
  else if (told) store.insert("application_equality", { application_id: id, ...given });
}
