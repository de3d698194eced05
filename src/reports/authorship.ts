import { awaitsOffer, type Criteria, conclude, nothingAsked } from "../domain/authorship.ts";
import type { AuthorshipPlan } from "../domain/authorship-change.ts";
import type { Contributor } from "../domain/contribution.ts";
import { type NamingFacts, nameOf, refMayShow } from "../domain/naming.ts";
import { ref } from "../domain/ref.ts";
import { count } from "../domain/text.ts";
import type { ContributorRow } from "../store/authorship.ts";
import type { PaperRow } from "../store/papers.ts";
import { type Column, list, type Report, type Row } from "./report.ts";

const columns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "name", heading: "Contributor" },
  { key: "place", heading: "Place", kind: "integer" },
  { key: "concluded", heading: "Concluded" },
  { key: "reason", heading: "Because" },
  { key: "agreed", heading: "Agreed" },
  { key: "substantial", heading: "Substantial", detail: true },
  { key: "drafting_offered", heading: "Drafting offered", kind: "day", detail: true },
  { key: "drafting", heading: "Drafted", detail: true },
  { key: "approval_offered", heading: "Approval offered", kind: "day", detail: true },
  { key: "approval", heading: "Approved", detail: true },
  { key: "accountable", heading: "Accountable", detail: true },
  { key: "roles", heading: "Roles", detail: true },
  { key: "affiliation", heading: "Affiliation", detail: true },
];

const nothingElse: Row = Object.fromEntries(columns.map(({ key }) => [key, null]));

function criteriaCells(c: Criteria): Row {
  return {
    substantial: c.substantial,
    drafting_offered: c.draftingOffered,
    drafting: c.drafting,
    approval_offered: c.approvalOffered,
    approval: c.approval,
    accountable: c.accountable,
    agreed: c.agreed,
  };
}

/** Ref and name as the team may see them; null for somebody who is anonymous in the paper. */
function whoIs(person: ContributorRow, paperId: number, facts: NamingFacts, reveal: boolean): Row | null {
  const { by, staffName } = person;
  if (by.kind === "staff") return { ref: ref("staff", by.id), name: staffName };
  const naming = nameOf(facts, by.id, { kind: "paper", id: paperId }, "team", reveal);
  return naming.shown && refMayShow(naming, "team") ? { ref: ref("member", by.id), name: naming.name } : null;
}

function rowOf(person: ContributorRow, paperId: number, facts: NamingFacts, reveal: boolean): Row {
  const who = whoIs(person, paperId, facts, reveal);
  if (who === null) return { ...nothingElse, name: "Anonymous" };
  const criteria = person.row?.criteria ?? nothingAsked;
  const { concluded, reason } = conclude(criteria, person.roles.length > 0);
  return {
    ...who,
    ...criteriaCells(criteria),
    ...{ place: person.row?.position ?? null, concluded, reason },
    roles: person.roles.map((r) => r.label),
    affiliation: person.row?.affiliation ?? null,
  };
}

/** How many have to be offered drafting or approval and were not. */
const awaitingOffer = (people: readonly ContributorRow[]): number =>
  people.filter((p) => p.row !== null && awaitsOffer(p.row.criteria)).length;

/** That somebody is still to be offered drafting or approval; empty where nobody is. */
export const offersSaid = (paperId: number, people: readonly ContributorRow[]): string[] => {
  const n = awaitingOffer(people);
  return n === 0
    ? []
    : [
        `${count(n, "contributor")} of ${ref("paper", paperId)} met the first criterion and has still to be offered drafting or final approval.`,
      ];
};

/**
 * Where everybody who contributed to a paper stands with the criteria of authorship, for the team. Of those who are anonymous in
 * it nothing is told, and they are one row, unless identities are revealed.
 */
export function authorshipReport(
  paper: PaperRow,
  people: readonly ContributorRow[],
  facts: NamingFacts,
  reveal: boolean,
): Report {
  const name = ref("paper", paper.id);
  const rows = people.map((p) => rowOf(p, paper.id, facts, reveal));
  const open = rows.filter((r) => r["ref"] !== null);
  const hidden = rows.filter((r) => r["ref"] === null).slice(0, 1);
  return list(
    `Authorship of ${name} ${paper.title}`,
    columns,
    [...open, ...hidden],
    `Nobody yet. Record what somebody did with: involve paper contribute ${name} M-003 --role "Formal analysis"`,
    offersSaid(paper.id, people),
  );
}

/** What comes of somebody's answers, and what is to be asked next. */
export function concludedSaid(
  paperId: number,
  by: Contributor,
  { criteria, conclusion, askAgain }: AuthorshipPlan,
  facts: NamingFacts,
): string[] {
  const paper = ref("paper", paperId);
  const hidden = by.kind === "member" && !nameOf(facts, by.id, { kind: "paper", id: paperId }, "team").shown;
  const who = hidden ? "Somebody who is anonymous in it" : ref(by.kind, by.id);
  const what = {
    author: `is an author of ${paper}`,
    acknowledged: `is acknowledged in ${paper}`,
    neither: `is neither an author of ${paper} nor acknowledged in it`,
  };
  const { concluded, reason } = conclusion;
  if (concluded === null) return [`${who} and ${paper}: nothing is concluded yet; ${reason}.`];
  const ask = `Next, ask whether they agree to it, and record it with: involve paper authorship ${paper} ${hidden ? "WHO" : who} --agreed yes`;
  return [
    `${who} ${what[concluded]}: ${reason}.`,
    ...(askAgain ? ["They agreed to something else before, so they are asked anew."] : []),
    ...(criteria.agreed === null && concluded !== "neither" ? [ask] : []),
  ];
}
