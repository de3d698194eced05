import type { Day } from "../domain/day.ts";
import type { Area, Deed } from "../domain/involvement.ts";
import type { Period } from "../domain/period.ts";
import { ref } from "../domain/ref.ts";
import { type Store, sql } from "./store.ts";

/** A row that a deed is made of. */
export interface Found {
  readonly on: string;
  readonly ref: string;
  readonly title: string;
  readonly person_id: number;
  readonly what: string;
}

/** A deed from a row; it counts as having been involved unless told otherwise. */
export const deed = (area: Area, row: Found, more: Partial<Deed> = {}): Deed => ({
  area,
  on: row.on as Day,
  ref: row.ref,
  title: row.title,
  personId: row.person_id,
  what: row.what,
  output: null,
  took: true,
  ...more,
});

/** Contributions of people with lived experience to papers, one for each CRediT role. */
export const toPapers = (store: Store, { from, to }: Period): Deed[] =>
  store
    .all(
      sql
        .selectFrom("contribution as c")
        .innerJoin("paper as p", "p.id", "c.paper_id")
        .innerJoin("credit_role as r", "r.id", "c.credit_role_id")
        .select(["c.on_day as on", "p.id", "p.title", "c.person_id", "r.label as what"])
        .where("c.person_id", "is not", null)
        .where("c.on_day", ">=", from)
        .where("c.on_day", "<=", to)
        .orderBy("c.on_day")
        .orderBy("c.id"),
    )
    .map((row) =>
      deed(
        "papers",
        { ...row, ref: ref("paper", row.id), person_id: row.person_id as number },
        { output: { kind: "paper", id: row.id } },
      ),
    );

/** Authors who agreed, of commentaries that were being worked on in the period; dated by the day they agreed. */
export const ofCommentaries = (store: Store, { from, to }: Period): Deed[] =>
  store
    .all(
      sql
        .selectFrom("commentary_author as a")
        .innerJoin("commentary as c", "c.id", "a.commentary_id")
        .select(["a.agreed_on as on", "c.id", "c.title", "a.person_id", "c.state"])
        .where("a.agreed_on", "<=", to)
        .where("a.left_on", "is", null)
        .where("c.state", "!=", "withdrawn")
        .where((q) => q.or([q("c.published_on", "is", null), q("c.published_on", ">=", from)]))
        .orderBy("a.agreed_on")
        .orderBy("c.id")
        .orderBy("a.position"),
    )
    .map((row) =>
      deed(
        "commentaries",
        { ...row, on: row.on as string, ref: ref("commentary", row.id), what: `author (${row.state})` },
        { output: { kind: "commentary", id: row.id } },
      ),
    );

/** Who took part in public engagement. */
export const atEvents = (store: Store, { from, to }: Period): Deed[] =>
  store
    .all(
      sql
        .selectFrom("event_contributor as c")
        .innerJoin("engagement_event as e", "e.id", "c.event_id")
        .select(["e.held_on as on", "e.id", "e.title", "c.person_id", "c.role as what"])
        .where("e.held_on", ">=", from)
        .where("e.held_on", "<=", to)
        .orderBy("e.held_on")
        .orderBy("c.id"),
    )
    .map((row) =>
      deed("events", { ...row, ref: ref("event", row.id) }, { output: { kind: "event", id: row.id } }),
    );

/** Members who review an evaluation round. */
export const asReviewers = (store: Store, { from, to }: Period): Deed[] =>
  store
    .all(
      sql
        .selectFrom("evaluation_reviewer as v")
        .innerJoin("evaluation_round as r", "r.id", "v.round_id")
        .select(["r.opens_on as on", "r.key as ref", "r.title", "v.person_id"])
        .where("r.opens_on", ">=", from)
        .where("r.opens_on", "<=", to)
        .orderBy("r.opens_on")
        .orderBy("v.id"),
    )
    .map((row) => deed("evaluation", { ...row, on: row.on as string, what: "reviewer" }));
