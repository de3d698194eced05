import { addDays, type Day, dayInWords } from "../domain/day.ts";
import type { Deed, Standing } from "../domain/involvement.ts";
import type { Period } from "../domain/period.ts";
import { ref } from "../domain/ref.ts";
import { asReviewers, atEvents, deed, ofCommentaries, toPapers } from "./involvement-outputs.ts";
import { memberships } from "./people.ts";
import { type Store, sql } from "./store.ts";

const states: Readonly<Record<string, string>> = {
  present: "came",
  part: "came for part of it",
  apologies: "sent apologies",
  absent: "did not come",
};

const atMeetings = (store: Store, { from, to }: Period): Deed[] =>
  store
    .all(
      sql
        .selectFrom("attendance as a")
        .innerJoin("meeting as m", "m.id", "a.meeting_id")
        .innerJoin("meeting_series as s", "s.id", "m.series_id")
        .select((q) => [
          "m.held_on as on",
          "m.key as ref",
          q.fn.coalesce("m.title", "s.title").as("title"),
          "a.person_id",
          "a.state as what",
        ])
        .where("m.status", "!=", "cancelled")
        .where("m.held_on", ">=", from)
        .where("m.held_on", "<=", to)
        .orderBy("m.held_on")
        .orderBy("m.id")
        .orderBy("a.person_id"),
    )
    .map((row) =>
      deed(
        "meetings",
        { ...row, what: states[row.what] ?? row.what },
        { took: ["present", "part"].includes(row.what) },
      ),
    );

const inTraining = (store: Store, { from, to }: Period): Deed[] =>
  store
    .all(
      sql
        .selectFrom("completion as c")
        .innerJoin("course_part as p", "p.id", "c.part_id")
        .innerJoin("course as co", "co.id", "p.course_id")
        .leftJoin("completion_revocation as r", "r.completion_id", "c.id")
        .select(["c.completed_on as on", "co.key as ref", "co.title", "c.person_id", "p.title as what"])
        .where("r.id", "is", null)
        .where("c.completed_on", ">=", from)
        .where("c.completed_on", "<=", to)
        .orderBy("c.completed_on")
        .orderBy("c.id"),
    )
    .map((row) => deed("training", { ...row, what: `completed ${row.what}` }));

const onTeams = (store: Store, { from, to }: Period): Deed[] =>
  store
    .all(
      sql
        .selectFrom("team_membership as t")
        .innerJoin("project as p", "p.id", "t.project_id")
        .select(["t.from_on as on", "p.id", "p.title", "t.person_id", "t.role as what", "t.to_on"])
        .where("t.from_on", "<=", to)
        .where((q) =>
          q.or([
            q("t.to_on", "is", null),
            q.and([q("t.to_on", ">", from), q("t.to_on", ">", q.ref("t.from_on"))]),
          ]),
        )
        .orderBy("p.id")
        .orderBy("t.from_on")
        .orderBy("t.id"),
    )
    .map((row) =>
      deed("teams", {
        ...row,
        ref: ref("project", row.id),
        what:
          row.to_on === null ? row.what : `${row.what}, until ${dayInWords(addDays(row.to_on as Day, -1))}`,
      }),
    );

const offered = (store: Store, { from, to }: Period): Deed[] =>
  store
    .all(
      sql
        .selectFrom("project_offer as o")
        .innerJoin("project as p", "p.id", "o.project_id")
        .select(["o.offered_on as on", "p.id", "p.title", "o.person_id", "o.reply", "o.withdrawn_on"])
        .where("o.offered_on", ">=", from)
        .where("o.offered_on", "<=", to)
        .orderBy("o.offered_on")
        .orderBy("o.id"),
    )
    .map((row) =>
      deed(
        "offers",
        {
          ...row,
          ref: ref("project", row.id),
          what: row.withdrawn_on ? "taken back" : (row.reply ?? "waiting"),
        },
        { took: false },
      ),
    );

const inGroups = (store: Store, { from, to }: Period): Deed[] =>
  memberships(store)
    .flatMap((m) => {
      const row = { ref: m.group, title: m.group.toUpperCase(), person_id: m.personId };
      const left =
        m.leftOn === null ? [] : [{ ...row, on: m.leftOn, what: (m.leftAs ?? "left").replace("-", " ") }];
      return [{ ...row, on: m.joinedOn, what: "joined" }, ...left];
    })
    .filter((row) => row.on >= from && row.on <= to)
    .map((row) => deed("groups", row, { took: false }));

/** Everything people did, were asked or joined in a stretch of days, area by area, each in the order of days. */
export const deeds = (store: Store, period: Period): Deed[] =>
  [
    atMeetings,
    inTraining,
    offered,
    onTeams,
    toPapers,
    ofCommentaries,
    atEvents,
    asReviewers,
    inGroups,
  ].flatMap((gather) => gather(store, period));

/** Where each person stood in a stretch of days: the working group before the network before outside both. */
export function standings(store: Store, { from, to }: Period): Map<number, Standing> {
  const people = store.all(sql.selectFrom("person").select(["id", "perspective"]).orderBy("id"));
  const during = memberships(store).filter((m) => m.joinedOn <= to && (m.leftOn === null || m.leftOn > from));
  return new Map(
    people.map(({ id, perspective }) => {
      const theirs = during.filter((m) => m.personId === id).map((m) => m.group);
      const group = (["lewg", "lean", "external"] as const).find((g) => theirs.includes(g)) ?? null;
      return [id, { personId: id, group, perspective: perspective as Standing["perspective"] }];
    }),
  );
}
