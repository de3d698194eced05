import type { Equality } from "../domain/applicant.ts";
import { applicationsOf, equalityAnswers } from "./round-applications.ts";
import type { Store } from "./store.ts";

/** The equality answers of everybody who applied in a round, in no order that tells whose they are; none where none were given. */
export function equalityOf(store: Store, roundId: number): Equality[] {
  const answers = equalityAnswers(store, roundId);
  const all = applicationsOf(store, roundId).map((a) => answers.get(a.id) ?? {});
  return all.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
