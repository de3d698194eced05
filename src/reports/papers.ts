import type { Contributor, CreditRole } from "../domain/contribution.ts";
import {
  consentEnded,
  consentEndedSentence,
  type NamingFacts,
  nameOf,
  type Reader,
  refMayShow,
} from "../domain/naming.ts";
import { ref } from "../domain/ref.ts";
import { listed } from "../domain/text.ts";
import type { ContributionRow, PaperRow } from "../store/papers.ts";
import { type Column, list, type OutwardReport, type OutwardRow } from "./report.ts";

const columns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "title", heading: "Title" },
  { key: "journal", heading: "Journal" },
  { key: "year", heading: "Year", kind: "integer" },
  { key: "status", heading: "Status" },
  { key: "project", heading: "Project" },
  { key: "commentaries", heading: "Commentary" },
  { key: "doi", heading: "DOI", detail: true },
  { key: "status_on", heading: "Since", kind: "day", detail: true },
  { key: "preprint", heading: "Preprint", detail: true },
];

const projectRef = (paper: PaperRow): string | null =>
  paper.projectId === null ? null : ref("project", paper.projectId);

const paperFields = (paper: PaperRow): OutwardRow => ({
  ref: ref("paper", paper.id),
  title: paper.title,
  journal: paper.journal,
  year: paper.year,
  status: paper.status,
  project: projectRef(paper),
  commentaries: [
    ...paper.commentaries.map((c) => `${ref("commentary", c.id)} ${c.state}`),
    ...paper.withdrawn.map((id) => `${ref("commentary", id)} withdrawn`),
  ],
  doi: paper.doi,
  status_on: paper.statusOn,
  preprint: paper.preprint,
});

/** What a list of papers is narrowed to. */
export interface PaperFilter {
  /** Only papers in print or on their way there that have no commentary: every paper of the unit should have one. */
  readonly withoutCommentary: boolean;
  readonly status: string | undefined;
  readonly projectId: number | undefined;
}

/** The filter that keeps every paper. */
export const allPapers: PaperFilter = { withoutCommentary: false, status: undefined, projectId: undefined };

const dueOne: readonly string[] = ["submitted", "accepted", "published"];

/** What the standing question leaves out: commentaries that are on their way, and papers that are not so far yet. */
function besides(papers: readonly PaperRow[]): string[] {
  const open = papers.flatMap((p) =>
    p.commentaries
      .filter((c) => c.state !== "published" && p.status !== "withdrawn")
      .map((c) => `${ref("commentary", c.id)} on ${ref("paper", p.id)} (${c.state})`),
  );
  const early = papers.filter(
    (p) => p.commentaries.length === 0 && (p.status === "planned" || p.status === "drafting"),
  );
  const refs = early.map((p) => ref("paper", p.id));
  return [
    ...(open.length > 0 ? [`On their way: ${listed(open)}.`] : []),
    ...(refs.length > 0 ? [`Not submitted yet, and without one: ${listed(refs)}.`] : []),
  ];
}

/** Papers with the commentaries on them. */
export function papersReport(papers: readonly PaperRow[], filter: PaperFilter): OutwardReport {
  const those = papers.filter(
    (p) =>
      (filter.status === undefined || p.status === filter.status) &&
      (filter.projectId === undefined || p.projectId === filter.projectId),
  );
  const asked = filter.withoutCommentary;
  const due = (p: PaperRow): boolean =>
    p.commentaries.length === 0 && (filter.status !== undefined || dueOne.includes(p.status));
  const rows = (asked ? those.filter(due) : those).map(paperFields);
  const empty =
    papers.length === 0
      ? 'No papers yet. Add one with: involve paper add "Title" --doi 10.1186/s12916-024-03260-y'
      : asked
        ? "Every paper that is in print or on its way there has a Lived Experience Commentary, or one on its way."
        : "No paper is like that. See: involve paper list";
  return list("Papers", columns, rows, empty, asked ? besides(those) : []);
}

/** What was recorded of somebody, with their name as the team may see it, and what is still to be asked. */
export function contributedSaid(
  paperId: number,
  who: Contributor,
  roles: readonly CreditRole[],
  facts: NamingFacts,
): string[] {
  const what = `Recorded ${listed(roles.map((r) => r.label))} on ${ref("paper", paperId)} by`;
  if (who.kind === "staff") return [`${what} ${ref("staff", who.id)}.`];
  const output = { kind: "paper", id: paperId } as const;
  const naming = nameOf(facts, who.id, output, "team");
  const shown = refMayShow(naming, "team") && naming.shown ? `${ref("member", who.id)} ${naming.name}` : null;
  const open = nameOf(facts, who.id, output, "public");
  const undecided = consentEnded(facts, who.id, output)
    ? consentEndedSentence(who.id)
    : "How they wish to be named in it is not recorded, so their name is withheld; add it with --naming.";
  return [
    `${what} ${shown ?? "somebody who is anonymous in it"}.`,
    ...(!open.shown && shown !== null ? [undecided] : []),
  ];
}

const contributorColumns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "name", heading: "Contributor" },
  { key: "role", heading: "Role" },
  { key: "on", heading: "On", kind: "day" },
  { key: "evidence", heading: "Evidence" },
];

const publicContributorColumns = contributorColumns.filter((c) => c.key === "name" || c.key === "role");

function contributorRow(
  done: ContributionRow,
  paper: number,
  facts: NamingFacts,
  reader: Reader,
): OutwardRow {
  const what = { role: done.role, on: done.on, evidence: done.evidence };
  if (done.by.kind === "staff") return { ref: ref("staff", done.by.id), name: done.staffName, ...what };
  const naming = nameOf(facts, done.by.id, { kind: "paper", id: paper }, reader.audience, reader.reveal);
  if (!naming.shown) return { ref: null, name: naming.placeholder, role: null, on: null, evidence: null };
  return {
    ref: refMayShow(naming, reader.audience) ? ref("member", done.by.id) : null,
    name: naming.name,
    ...what,
  };
}

/** Rows without those that read the same, withheld people last: neither their number nor their role can be worked out. */
const distinct = (rows: readonly OutwardRow[]): OutwardRow[] => {
  const kept = [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
  return [...kept.filter((row) => row["role"] !== null), ...kept.filter((row) => row["role"] === null)];
};

/** Whoever reads a report of a paper, and the paper as it is cited, where that is to stand in it. */
export interface PaperReader extends Reader {
  readonly cited?: string;
}

/**
 * One paper and who did what for it, as an audience may see it: names come from the naming gate, of those who are withheld
 * nothing else is said, and refs, days and evidence stay with the team.
 */
export function paperReport(
  paper: PaperRow,
  done: readonly ContributionRow[],
  facts: NamingFacts,
  reader: PaperReader,
): OutwardReport {
  const shown = reader.audience === "team" ? contributorColumns : publicContributorColumns;
  const rows = done.map((c) => contributorRow(c, paper.id, facts, reader));
  const kept = rows.map(
    (row): OutwardRow => Object.fromEntries(shown.map(({ key }) => [key, row[key] ?? null])),
  );
  const cited = reader.cited === undefined ? [] : [{ key: "citation", heading: "Cited as" }];
  const about = [...columns.map(({ detail: _, ...c }) => c), ...cited];
  return {
    title: `${ref("paper", paper.id)} ${paper.title}`,
    sections: [
      {
        key: "paper",
        single: true,
        columns: about,
        rows: [{ ...paperFields(paper), ...(reader.cited === undefined ? {} : { citation: reader.cited }) }],
      },
      {
        key: "contributors",
        heading: "Contributors",
        columns: shown,
        rows: distinct(kept),
        empty: `Nobody yet. Record what somebody did with: involve paper contribute ${ref("paper", paper.id)} M-003 --role "Formal analysis"`,
      },
    ],
  };
}
