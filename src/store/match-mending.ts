import { sessionsThatClear } from "../domain/clearance-mend.ts";
import type { MatchFacts } from "../domain/match.ts";
import type { Mendings } from "../domain/what-changes.ts";
import { clearanceRules, trainingRecords } from "./clearances.ts";
import type { Store } from "./store.ts";
import { trainingSessions } from "./training.ts";

/** Which planned sessions alone would clear people for what the projects ask: a reader by person. */
export function mendingsOf(store: Store, facts: readonly MatchFacts[]): (id: number) => Mendings {
  const [first] = facts;
  const keys = new Set(
    facts.flatMap((f) => f.needs.filter((n) => n.category === "clearance").map((n) => n.value)),
  );
  const rules = clearanceRules(store).filter((r) => keys.has(r.key));
  if (!first || rules.length === 0) return () => ({});
  const [records, sessions] = [trainingRecords(store), trainingSessions(store)];
  return (id) => {
    const record = records.get(id);
    if (!record) return {};
    return Object.fromEntries(
      rules.map((r) => [
        r.key,
        sessionsThatClear(r, record, sessions, first.day).map((s) => ({
          what: `${s.course.title}${s.part ? `: ${s.part.title}` : ""}`,
          on: s.session.heldOn,
        })),
      ]),
    );
  };
}
