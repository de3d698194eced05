import { inOrder, placedAt } from "../domain/author-order.ts";
import { type Answer, type Concluded, type Criteria, nothingAsked } from "../domain/authorship.ts";
import type { AuthorshipFacts, AuthorshipPlan, Listing } from "../domain/authorship-change.ts";
import type { Contributor, CreditRole } from "../domain/contribution.ts";
import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import { ref } from "../domain/ref.ts";
import { every, type Result, yes } from "../domain/result.ts";
import { contributions, creditRoles, findContributor, findPaper, type PaperRow } from "./papers.ts";
import { staffRows } from "./staff.ts";
import { type Store, sql } from "./store.ts";

/** What is on record of somebody's authorship of a paper. */
export interface AuthorshipRow {
  readonly id: number;
  readonly by: Contributor;
  readonly criteria: Criteria;
  readonly concluded: Concluded | null;
  readonly reason: string | null;
  readonly position: number | null;
  /** As they chose it for this paper; several with a semicolon between. */
  readonly affiliation: string | null;
  /** Which part of the printed name is the family name, where they said so. */
  readonly surname: string | null;
}

/** What is on record of the authorship of a paper, as it was recorded. */
export const authorshipRows = (store: Store, paperId: number): AuthorshipRow[] =>
  store
    .all(
      sql
        .selectFrom("authorship")
        .select(["id", "person_id", "staff_id", "substantial", "drafting_offered_on", "drafting_answer"])
        .select(["approval_offered_on", "approval_answer", "accountable", "agreed"])
        .select(["concluded", "reason", "position", "affiliation", "surname"])
        .where("paper_id", "=", paperId)
        .orderBy("id"),
    )
    .map((a) => ({
      id: a.id,
      by: a.person_id === null ? { kind: "staff", id: a.staff_id ?? 0 } : { kind: "member", id: a.person_id },
      criteria: {
        substantial: answerOf(a.substantial),
        draftingOffered: a.drafting_offered_on as Day | null,
        drafting: a.drafting_answer as Answer | null,
        approvalOffered: a.approval_offered_on as Day | null,
        approval: a.approval_answer as Answer | null,
        accountable: a.accountable as Answer | null,
        agreed: answerOf(a.agreed),
      },
      concluded: a.concluded as Concluded | null,
      reason: a.reason,
      position: a.position,
      affiliation: a.affiliation,
      surname: a.surname,
    }));

const answerOf = (flag: number | null): Answer | null => (flag === null ? null : flag === 1 ? "yes" : "no");
const flagOf = (answer: Answer | null): number | null => (answer === null ? null : answer === "yes" ? 1 : 0);

/** Records what came of somebody's answers, for the first time or anew, and gives authors their places. */
export function keepAuthorship(
  store: Store,
  paperId: number,
  by: Contributor,
  { criteria, conclusion }: AuthorshipPlan,
  listing: Listing,
): void {
  const before = authorshipRows(store, paperId).find((a) => a.by.kind === by.kind && a.by.id === by.id);
  const agreed = flagOf(criteria.agreed);
  const row = {
    substantial: flagOf(criteria.substantial),
    drafting_offered_on: criteria.draftingOffered,
    drafting_answer: criteria.drafting,
    approval_offered_on: criteria.approvalOffered,
    approval_answer: criteria.approval,
    accountable: criteria.accountable,
    concluded: conclusion.concluded,
    reason: conclusion.reason,
    agreed,
    ...(conclusion.concluded === "author" ? {} : { position: null }),
    ...(before?.concluded === conclusion.concluded
      ? {}
      : { concluded_on: conclusion.concluded && listing.on }),
    ...(before?.criteria.agreed === criteria.agreed
      ? {}
      : { agreed_on: agreed === null ? null : listing.on }),
    ...(listing.affiliation === undefined ? {} : { affiliation: listing.affiliation }),
    ...(listing.surname === undefined ? {} : { surname: listing.surname }),
    ...Object.fromEntries(listing.clear.map((what) => [what, null])),
  };
  if (before) store.update("authorship", before.id, row);
  const owner =
    by.kind === "member" ? { person_id: by.id, staff_id: null } : { person_id: null, staff_id: by.id };
  const id = before ? before.id : store.insert("authorship", { paper_id: paperId, ...owner, ...row });
  if (listing.position === undefined) return;
  const authors = authorshipRows(store, paperId).filter((a) => a.concluded === "author");
  for (const [author, position] of placedAt(authors, id, listing.position))
    store.update("authorship", author, { position });
}

/** Somebody who contributed to a paper, or of whose authorship something is on record. */
export interface ContributorRow {
  readonly by: Contributor;
  /** The name of a member of staff; a person's name only comes from the naming gate. */
  readonly staffName: string | null;
  readonly roles: readonly CreditRole[];
  readonly row: AuthorshipRow | null;
}

const keyOf = ({ kind, id }: Contributor): string => `${kind} ${id}`;

/** Everybody who contributed to a paper, authors in their order first. */
export function contributorsOf(store: Store, paperId: number): ContributorRow[] {
  const done = grouped(contributions(store, paperId), (c) => keyOf(c.by));
  const rows = inOrder(authorshipRows(store, paperId));
  const roles = creditRoles(store);
  const names = new Map(staffRows(store).map((s) => [s.id, s.name]));
  const by = new Map([...rows, ...[...done.values()].flat()].map((c) => [keyOf(c.by), c.by]));
  return [...by.entries()].map(([key, who]) => ({
    by: who,
    staffName: who.kind === "staff" ? (names.get(who.id) ?? null) : null,
    roles: roles.filter((r) => done.get(key)?.some((c) => c.roleId === r.id)),
    row: rows.find((r) => keyOf(r.by) === key) ?? null,
  }));
}

/** The paper and the contributor who are meant, and what has to be known to record their answers. */
export function authorshipCase(
  store: Store,
  named: string,
  who: string,
  today: Day,
): Result<{ readonly paper: PaperRow; readonly by: Contributor; readonly facts: AuthorshipFacts }> {
  const meant = every({ paper: findPaper(store, named), by: findContributor(store, who) });
  if (!meant.ok) return meant;
  const { paper, by } = meant.value;
  const person = contributorsOf(store, paper.id).find((c) => keyOf(c.by) === keyOf(by));
  const facts = {
    ...{ today, paper: ref("paper", paper.id), status: paper.status },
    contributed: (person?.roles.length ?? 0) > 0,
    before: person?.row?.criteria ?? nothingAsked,
    place: person?.row?.position ?? null,
  };
  return yes({ paper, by, facts });
}
