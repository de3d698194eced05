import { type Contributor, type CreditRole, theContributor } from "../domain/contribution.ts";
import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import { type KnownPaper, type PaperStatus, readDoi, sameDoi, sameTitle } from "../domain/paper.ts";
import { idOf } from "../domain/ref.ts";
import { type CitationStyle, citationStyles } from "../domain/reference.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { findPerson } from "./people.ts";
import { setting } from "./settings.ts";
import { findStaff } from "./staff.ts";
import { type Store, sql } from "./store.ts";

/** A paper with the commentaries on it that were not withdrawn. */
export interface PaperRow extends KnownPaper {
  /** The commentaries on it that were withdrawn. */
  readonly withdrawn: readonly number[];
  readonly commentaries: readonly { readonly id: number; readonly state: string }[];
}

/** Every paper, or one, by id. */
export function paperRows(store: Store, id?: number): PaperRow[] {
  const papers = sql
    .selectFrom("paper")
    .select(["id", "title", "journal", "doi", "project_id", "year", "status", "status_on"])
    .select(["volume", "issue", "pages", "preprint_url", "citation"])
    .orderBy("id");
  const commentaries = grouped(
    store.all(sql.selectFrom("commentary").select(["id", "paper_id", "state"]).orderBy("id")),
    (c) => c.paper_id,
  );
  return store.all(id === undefined ? papers : papers.where("id", "=", id)).map((row) => {
    const { project_id, status_on, preprint_url, status, ...p } = row;
    const all = commentaries.get(p.id) ?? [];
    return {
      ...p,
      status: status as PaperStatus,
      statusOn: status_on as Day | null,
      projectId: project_id,
      preprint: preprint_url,
      commentaries: all.filter((c) => c.state !== "withdrawn").map(({ id, state }) => ({ id, state })),
      withdrawn: all.filter((c) => c.state === "withdrawn").map((c) => c.id),
    };
  });
}

/** How the unit cites papers; a style that nothing is known of is Vancouver. */
export function citationStyle(store: Store): CitationStyle {
  const style = setting(store, "citation-style");
  return citationStyles.find((s) => s === style) ?? "vancouver";
}

/** The one paper meant by a ref (PA-001), a DOI or its whole title. */
export function findPaper(store: Store, text: string): Result<PaperRow> {
  const id = idOf("paper", text);
  const doi = readDoi(text);
  const all = paperRows(store, id ?? undefined);
  const found = id !== null ? all[0] : doi.ok ? sameDoi(all, doi.value) : sameTitle(all, text);
  return found
    ? yes(found)
    : no({
        code: "unknown-paper",
        message: `There is no paper "${text}".`,
        remedy: "Give a ref such as PA-001 or its DOI; see: involve paper list",
      });
}

/** Who is meant by a member's or a staff ref, or a name that only one of them has. */
export function findContributor(store: Store, text: string): Result<Contributor> {
  const staff = findStaff(store, text);
  return idOf("staff", text) === null
    ? theContributor(text, findPerson(store, text), staff)
    : staff.ok
      ? yes({ kind: "staff", id: staff.value.id })
      : staff;
}

/** The CRediT roles in their order. */
export const creditRoles = (store: Store): CreditRole[] =>
  store.all(sql.selectFrom("credit_role").select(["id", "key", "label"]).orderBy("position"));

/** What somebody did for a paper. */
export interface ContributionRow {
  readonly id: number;
  readonly by: Contributor;
  /** The name of a member of staff; a person's name only comes from the naming gate. */
  readonly staffName: string | null;
  readonly roleId: number;
  readonly role: string;
  readonly evidence: string | null;
  readonly on: string;
}

/** What people did for a paper, in the order of the CRediT roles. */
export const contributions = (store: Store, paperId: number): ContributionRow[] =>
  store
    .all(
      sql
        .selectFrom("contribution as c")
        .innerJoin("credit_role as r", "r.id", "c.credit_role_id")
        .leftJoin("staff as s", "s.id", "c.staff_id")
        .select(["c.id", "c.person_id", "c.staff_id", "s.name", "c.evidence", "c.on_day"])
        .select(["r.id as role_id", "r.label"])
        .where("c.paper_id", "=", paperId)
        .orderBy("r.position")
        .orderBy("c.id"),
    )
    .map((c) => ({
      id: c.id,
      by: c.person_id === null ? { kind: "staff", id: c.staff_id ?? 0 } : { kind: "member", id: c.person_id },
      staffName: c.name,
      roleId: c.role_id,
      role: c.label,
      evidence: c.evidence,
      on: c.on_day,
    }));

/** Records what somebody did for a paper; answers its id. */
export const addContribution = (
  store: Store,
  paperId: number,
  by: Contributor,
  done: { readonly roleId: number; readonly evidence: string | undefined; readonly on: Day },
): number =>
  store.insert("contribution", {
    paper_id: paperId,
    person_id: by.kind === "member" ? by.id : null,
    staff_id: by.kind === "staff" ? by.id : null,
    credit_role_id: done.roleId,
    evidence: done.evidence ?? null,
    on_day: done.on,
  });

/** Takes back what was recorded of what somebody did for a paper. */
export function removeContributions(store: Store, ids: readonly number[]): void {
  for (const id of ids) store.remove("contribution", id);
}
