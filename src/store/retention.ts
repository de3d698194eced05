import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import { ref } from "../domain/ref.ts";
import type { KeptApplication, KeptFile, KeptRound } from "../domain/retention.ts";
import { type Store, sql } from "./store.ts";

/** Every round with what is kept of its applications, in the order the rounds were opened. */
export function keptRounds(store: Store): KeptRound[] {
  const applications = store.all(
    sql
      .selectFrom("application as a")
      .leftJoin("round_decision as d", "d.application_id", "a.id")
      .leftJoin("application_equality as e", "e.application_id", "a.id")
      .select(["a.id", "a.round_id", "a.code", "a.status", "a.blanked_on", "d.reserve_until", "d.decided_on"])
      .select("e.id as equality_id")
      .orderBy("a.id"),
  );
  const byRound = grouped(applications, (a) => a.round_id);
  const rounds = store.all(
    sql
      .selectFrom("recruitment_round")
      .select(["id", "key", "status", "retention_on", "closes_on"])
      .orderBy("id"),
  );
  return rounds.map((r) => {
    const own = byRound.get(r.id) ?? [];
    const decided = own.flatMap((a) => a.decided_on ?? []).sort((a, b) => (a < b ? 1 : -1));
    return {
      id: r.id,
      key: r.key,
      status: r.status,
      retentionOn: r.retention_on as Day | null,
      decidedOn: (decided[0] ?? null) as Day | null,
      closesOn: r.closes_on as Day | null,
      applications: own.map(
        (a): KeptApplication => ({
          id: a.id,
          code: a.code,
          status: a.status,
          blanked: a.blanked_on !== null,
          reserveUntil: a.reserve_until as Day | null,
          hasEquality: a.equality_id !== null,
        }),
      ),
    };
  });
}

/** The imported files whose contents are kept. */
export const keptFiles = (store: Store): KeptFile[] =>
  store
    .all(sql.selectFrom("import_content").select(["id", "import_id", "until_on", "round_id"]).orderBy("id"))
    .map((c) => ({
      id: c.id,
      ref: ref("import", c.import_id),
      untilOn: c.until_on as Day,
      roundId: c.round_id,
    }));
