import type { Day } from "../domain/day.ts";
import { type Store, sql } from "./store.ts";

/** Where something an applicant told us, or was told, is kept beside their application; and what the record may keep of it. */
const personal: Readonly<Record<string, readonly string[] | "everything">> = {
  application: ["known_as", "full_name", "email", "phone", "pronouns", "statement", "person_id"],
  application_term: "everything",
  application_equality: "everything",
  round_decision: ["feedback", "reason"],
  round_score: ["note"],
  round_moderation: ["note"],
  round_shortlist: ["reason"],
  round_conflict: ["reason"],
  reserve_offer: ["reason"],
  round_proposal: ["facts"],
};

/** The rows of a table that are about these applications, also rows that are gone and only the record knows of. */
const rowsAbout = (table: string): string =>
  table === "application"
    ? "select value from json_each(:ids)"
    : table === "round_proposal"
      ? `select p.id from round_proposal p join application a on a.round_id = p.round_id
        where a.id in (select value from json_each(:ids))`
      : `select row_id from change_row where table_name = '${table}'
        and coalesce(json_extract(after, '$.application_id'), json_extract(before, '$.application_id')) in (select value from json_each(:ids))`;

/**
 * Takes what applicants told us out of the change record: every command's, the running one's too. What is left of those rows
 * says that they were erased, so that no undo brings back a part of them.
 */
function cleanRecord(
  store: Store,
  applicationIds: readonly number[],
  tables: readonly string[] = Object.keys(personal),
): void {
  const ids = JSON.stringify(applicationIds);
  for (const table of tables) {
    const columns = personal[table] ?? [];
    const cleaned = (side: "before" | "after"): string =>
      columns === "everything"
        ? `case when ${side} is null then null else '{}' end`
        : `json_remove(${side}, ${columns.map((c) => `'$.${c}'`).join(", ")})`;
    const held =
      columns === "everything"
        ? "1"
        : columns
            .map(
              (c) =>
                `json_extract(before, '$.${c}') is not null or json_extract(after, '$.${c}') is not null`,
            )
            .join(" or ");
    store.rawRun(
      `update change_row set erased = 1, before = ${cleaned("before")}, after = ${cleaned("after")}
       where table_name = '${table}' and row_id in (${rowsAbout(table).replaceAll(":ids", "?")}) and (${held})`,
      ids,
    );
  }
}

const equalityQuestions = [
  "ethnic_group",
  "age_band",
  "disability",
  "sex",
  "gender_identity",
  "sexual_orientation",
  "religion",
] as const;

/** Adds to the counts of a round; the whole table is written anew in a fixed order, so that it tells nothing of when. */
function addCounts(
  store: Store,
  roundId: number,
  found: readonly { readonly category: string; readonly value: string | null; readonly n: number }[],
): void {
  for (const { category, value, n } of found) {
    const known = store.raw<{ id: number }>(
      "select id from round_count where round_id = ? and category = ? and value is ?",
      roundId,
      category,
      value,
    )[0];
    if (known) store.rawRun("update round_count set n = n + ? where id = ?", n, known.id);
    else
      store.rawRun(
        "insert into round_count (round_id, category, value, n) values (?, ?, ?, ?)",
        roundId,
        category,
        value,
        n,
      );
  }
}

/** Makes counts of the equality answers of a round and takes the answers away from whose they were. */
export function unlinkEquality(store: Store, roundId: number, applicationIds: readonly number[]): void {
  const ids = JSON.stringify(applicationIds);
  for (const question of equalityQuestions)
    addCounts(
      store,
      roundId,
      store
        .raw<{ value: string | null; n: number }>(
          `select ${question} as value, count(*) as n from application_equality
           where application_id in (select value from json_each(?)) group by 1 order by 1`,
          ids,
        )
        .map((row) => ({ category: question, ...row })),
    );
  store.rawRun(
    "delete from application_equality where application_id in (select value from json_each(?))",
    ids,
  );
  cleanRecord(store, applicationIds, ["application_equality"]);
}

/** Makes counts of what the applicants of a round said they bring. */
export function countTerms(store: Store, roundId: number, applicationIds: readonly number[]): void {
  const found = store.raw<{ category: string; value: string; n: number }>(
    `select v.kind as category, v.key as value, count(*) as n from application_term t
     join vocabulary_term v on v.id = t.term_id where t.application_id in (select value from json_each(?))
     group by 1, 2 order by 1, 2`,
    JSON.stringify(applicationIds),
  );
  addCounts(store, roundId, found);
}

/** Blanks applications: what identifies somebody is emptied here and in the change record; status, perspective and region stay. */
export function blankApplications(store: Store, applicationIds: readonly number[], on: Day): void {
  const ids = JSON.stringify(applicationIds);
  const about = "application_id in (select value from json_each(?))";
  const roundsAbout = "select round_id from application where id in (select value from json_each(?))";
  for (const text of [
    `delete from application_term where ${about}`,
    `delete from application_equality where ${about}`,
    `update round_decision set feedback = null, reason = '(blanked)' where ${about}`,
    `update round_score set note = null where ${about} and note is not null`,
    `update round_moderation set note = '(blanked)' where ${about}`,
    `update round_shortlist set reason = null where ${about} and reason is not null`,
    `update round_conflict set reason = null where ${about} and reason is not null`,
    `update reserve_offer set reason = null where ${about} and reason is not null`,
    // What a proposal rested on is about all of them; the answer, by code, stays.
    `update round_proposal set facts = null where facts is not null and round_id in (${roundsAbout})`,
  ])
    store.rawRun(text, ids);
  for (const id of applicationIds)
    store.update("application", id, {
      known_as: null,
      full_name: null,
      email: null,
      phone: null,
      pronouns: null,
      statement: null,
      person_id: null,
      blanked_on: on,
    });
  cleanRecord(store, applicationIds);
}

/** Ends the time of reserves on the list. */
export const endReserves = (store: Store, applicationIds: readonly number[]): void => {
  for (const id of applicationIds) store.update("application", id, { status: "unsuccessful" });
};

/** Deletes the contents of imported files. */
export const deleteContents = (store: Store, contentIds: readonly number[]): void => {
  for (const id of contentIds) store.remove("import_content", id);
};

/** Deletes the contents of the application sheets of a round, which hold everybody who applied; answers how many. */
export const deleteSheets = (store: Store, roundId: number): number =>
  store.run(
    sql.deleteFrom("import_content").where("id", "in", (q) =>
      q
        .selectFrom("import_content as c")
        .innerJoin("import_batch as i", "i.id", "c.import_id")
        .select("c.id")
        .where("i.kind", "=", "applications")
        .where((w) => w.or([w("c.round_id", "=", roundId), w("c.round_id", "is", null)])),
    ),
  );

/** Withdraws an application whose applicant asked to be erased, and closes the offer of a place that waits for an answer. */
export const withdrawErased = (store: Store, applicationId: number, on: Day): void => {
  const open = store.all(
    sql
      .selectFrom("reserve_offer")
      .select("id")
      .where("application_id", "=", applicationId)
      .where("reply", "is", null)
      .orderBy("id"),
  );
  for (const { id } of open)
    store.update("reserve_offer", id, { reply: "declined", replied_on: on, stays: 0 });
  store.rawRun(
    "update application set status = 'withdrawn', withdrawn_on = coalesce(withdrawn_on, ?) where id = ?",
    on,
    applicationId,
  );
};
