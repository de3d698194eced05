import type { Day } from "../domain/day.ts";
import type { NamedOutput } from "../domain/naming.ts";
import { idOf, ref } from "../domain/ref.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { type Store, sql } from "./store.ts";

/** A commentary, paper or event in which people with lived experience are named, or not. */
export interface OutputRow {
  readonly output: NamedOutput & { readonly kind: "commentary" | "paper" | "event"; readonly id: number };
  readonly ref: string;
  readonly title: string;
  /** Whether it is in print. An event is told of in lists of the unit's own, which can still be changed. */
  readonly inPrint: boolean;
  /** The day from which it is, where that is known. */
  readonly inPrintOn: Day | null;
  readonly projectId: number | null;
  /** The paper it is, or is about; null for an event. */
  readonly paperId: number | null;
  /** The day the work on it began, where that is on record. */
  readonly since: Day | null;
  /** Everybody with lived experience in it, each once. */
  readonly people: readonly number[];
}

const outputRow = (
  kind: OutputRow["output"]["kind"],
  people: readonly { readonly id: number; readonly person_id: number | null }[],
  row: { readonly id: number; readonly title: string; readonly project_id: number | null },
  more: Pick<OutputRow, "inPrint" | "inPrintOn" | "paperId" | "since">,
): OutputRow => ({
  output: { kind, id: row.id },
  ref: ref(kind, row.id),
  title: row.title,
  projectId: row.project_id,
  people: [...new Set(people.filter((p) => p.id === row.id).flatMap((p) => p.person_id ?? []))],
  ...more,
});

function commentaries(store: Store): OutputRow[] {
  const people = store.all(
    sql
      .selectFrom("commentary_author")
      .select(["commentary_id as id", "person_id"])
      .where("agreed_on", "is not", null)
      .where("left_on", "is", null)
      .orderBy("position")
      .orderBy("commentary_author.id"),
  );
  return store
    .all(
      sql
        .selectFrom("commentary as c")
        .innerJoin("paper as p", "p.id", "c.paper_id")
        .select(["c.id", "c.title", "c.paper_id", "c.proposed_on", "c.published_on", "p.project_id"])
        .where("c.state", "<>", "withdrawn")
        .orderBy("c.id"),
    )
    .map((c) =>
      outputRow("commentary", people, c, {
        inPrint: c.published_on !== null,
        inPrintOn: c.published_on as Day | null,
        paperId: c.paper_id,
        since: c.proposed_on as Day | null,
      }),
    );
}

function papers(store: Store): OutputRow[] {
  const who = (table: "contribution" | "authorship") =>
    store.all(
      sql
        .selectFrom(table)
        .select(["paper_id as id", "person_id"])
        .where("person_id", "is not", null)
        .orderBy(`${table}.id`),
    );
  const people = [...who("contribution"), ...who("authorship")];
  return store
    .all(
      sql
        .selectFrom("paper")
        .select(["id", "title", "project_id", "status", "status_on"])
        .where("status", "<>", "withdrawn")
        .orderBy("id"),
    )
    .map((p) => {
      const inPrint = p.status === "published";
      const inPrintOn = inPrint ? (p.status_on as Day | null) : null;
      return outputRow("paper", people, p, { inPrint, inPrintOn, paperId: p.id, since: null });
    });
}

function events(store: Store): OutputRow[] {
  const people = store.all(
    sql
      .selectFrom("event_contributor")
      .select(["event_id as id", "person_id"])
      .orderBy("event_contributor.id"),
  );
  return store
    .all(sql.selectFrom("engagement_event").select(["id", "title", "project_id"]).orderBy("id"))
    .map((e) =>
      outputRow("event", people, e, { inPrint: false, inPrintOn: null, paperId: null, since: null }),
    );
}

/** Everything in which people are named: commentaries and papers that were not withdrawn, and events. */
export const outputRows = (store: Store): OutputRow[] => [
  ...commentaries(store),
  ...papers(store),
  ...events(store),
];

/** The one output meant by a ref (C-001, PA-001, E-001), also written as `commentary:C-001`. */
export function findOutput(store: Store, text: string): Result<OutputRow> {
  const said = text.trim().replace(/^(commentary|paper|event):/i, "");
  const found = outputRows(store).find((o) => idOf(o.output.kind, said) === o.output.id);
  return found
    ? yes(found)
    : no({
        code: "unknown-output",
        message: `There is no commentary, paper or event "${text}" in which people are named.`,
        remedy: "Give a ref such as C-001, PA-001 or E-001; see: involve commentary list",
      });
}
