import type { Day } from "../domain/day.ts";
import { ref } from "../domain/ref.ts";
import type { OutputRow } from "./named-outputs.ts";
import { type Store, sql } from "./store.ts";

/** People on the team of a project since a day, by id, with their perspective. */
export const teamSince = (store: Store, projectId: number, since: Day | null) =>
  store.all(
    sql
      .selectFrom("team_membership as t")
      .innerJoin("person as p", "p.id", "t.person_id")
      .select(["p.id", "p.perspective"])
      .distinct()
      .where("t.project_id", "=", projectId)
      .where((w) =>
        w.or([
          w("t.to_on", "is", null),
          w.and([w("t.to_on", ">", since ?? ""), w("t.to_on", ">", w.ref("t.from_on"))]),
        ]),
      )
      .orderBy("p.id"),
  );

/** The working group whose members write commentaries. */
const writers = sql.selectFrom("involvement_group").select(["id", "label"]).where("key", "=", "lewg");

/**
 * Among whom readers look: the team of the project, or, for a commentary without a project or whose team is not on record, the
 * working group since a day.
 */
export function lookedAmong(
  store: Store,
  row: OutputRow,
): { among: string; people: ReturnType<typeof teamSince> } {
  const { projectId, since } = row;
  const team = projectId === null ? [] : teamSince(store, projectId, since);
  const group = row.output.kind === "commentary" ? store.first(writers) : undefined;
  if (team.length > 0 || !group)
    return {
      among: projectId === null ? "" : `the team of ${ref("project", projectId)}`,
      people: team,
    };
  const people = store.all(
    sql
      .selectFrom("membership as m")
      .innerJoin("person as p", "p.id", "m.person_id")
      .select(["p.id", "p.perspective"])
      .distinct()
      .where("m.group_id", "=", group.id)
      .where((w) => w.or([w("m.left_on", "is", null), w("m.left_on", ">", since ?? "")]))
      .orderBy("p.id"),
  );
  return { among: `the ${group.label}`, people };
}
