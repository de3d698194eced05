import { type Equality, equalityQuestions } from "../domain/applicant.ts";
import { equalityAnswers } from "./application-equality.ts";
import { applicationsOf } from "./round-applications.ts";
import { type Store, sql } from "./store.ts";

/** Answers that are counts of the round now: each as often as it was given, by question. */
function countedAnswers(store: Store, roundId: number): Map<string, string[]> {
  const rows = store.all(
    sql
      .selectFrom("round_count")
      .select(["category", "value", "n"])
      .where("round_id", "=", roundId)
      .where("value", "is not", null)
      .orderBy("category")
      .orderBy("value"),
  );
  const answers = new Map<string, string[]>();
  for (const { category, value, n } of rows)
    answers.set(category, [
      ...(answers.get(category) ?? []),
      ...Array.from({ length: n }, () => value ?? ""),
    ]);
  return answers;
}

const columnOf = (question: string): string => question.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`);

/**
 * The equality answers of everybody who applied in a round, in no order that tells whose they are; none where none were given. Answers
 * that were taken away from whose they were stand with anybody who has none: each question is only counted by itself.
 */
export function equalityOf(store: Store, roundId: number): Equality[] {
  const answers = equalityAnswers(store, roundId);
  const counted = countedAnswers(store, roundId);
  const all = applicationsOf(store, roundId).map((a) => {
    const own = answers.get(a.id) ?? {};
    const filled = equalityQuestions.map((q) => [q, own[q] ?? counted.get(columnOf(q))?.pop()] as const);
    return Object.fromEntries(filled.filter(([, answer]) => answer !== undefined)) as Equality;
  });
  return all.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
