import type { CommentaryState } from "../domain/commentary.ts";
import { nextStep } from "../domain/commentary-next.ts";
import { guidanceName } from "../domain/guidance.ts";
import { formFor, nameOf, printed, type Reader, refMayShow } from "../domain/naming.ts";
import { citation } from "../domain/paper.ts";
import { ref } from "../domain/ref.ts";
import type { CommentaryRow } from "../store/commentaries.ts";
import type { AuthorRow } from "../store/commentary-authors.ts";
import type { CommentaryFacts } from "../store/commentary-facts.ts";
import { waySections } from "./commentary-way.ts";
import { type Column, list, type OutwardReport, type OutwardRow, type Report } from "./report.ts";

const columns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "title", heading: "Title" },
  { key: "paper", heading: "Paper" },
  { key: "state", heading: "State" },
  { key: "word_limit", heading: "Words", kind: "integer" },
  { key: "proposed_on", heading: "Proposed", kind: "day" },
  { key: "submitted_on", heading: "Submitted", kind: "day" },
  { key: "published_on", heading: "Published", kind: "day" },
  { key: "doi", heading: "DOI", detail: true },
];

const fields = (c: CommentaryRow, wordLimit: number): OutwardRow => ({
  ref: ref("commentary", c.id),
  title: c.title,
  paper: ref("paper", c.paperId),
  state: c.state,
  word_limit: c.wordLimit ?? wordLimit,
  proposed_on: c.proposedOn,
  submitted_on: c.submittedOn,
  published_on: c.publishedOn,
  doi: c.doi,
});

/** Commentaries, where they stand and what comes next. Neither authors nor their number: both can give somebody away. */
export function commentariesReport(
  rows: readonly CommentaryFacts[],
  state: CommentaryState | undefined,
): OutwardReport {
  const kept = rows.filter((c) => state === undefined || c.commentary.state === state);
  const empty =
    rows.length === 0
      ? 'No commentaries yet. Propose one with: involve commentary propose PA-001 --title "Title"'
      : "No commentary stands so. See: involve commentary list";
  return list(
    "Lived Experience Commentaries",
    [...columns, { key: "next", heading: "Next" }],
    kept.map((c) => ({ ...fields(c.commentary, c.wordLimit), next: nextStep(c.way)?.step ?? null })),
    empty,
  );
}

const authorColumns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "name", heading: "Author" },
  { key: "form", heading: "Wishes to be named" },
  { key: "printed_as", heading: "In print" },
  { key: "approved", heading: "Approved", kind: "yes-no" },
  { key: "agreed_on", heading: "Said yes", kind: "day", detail: true },
  { key: "support", heading: "Peer support", detail: true },
  { key: "guidance", heading: "Guidance", detail: true },
  { key: "reason", heading: "Why they were asked" },
];

const nothing: OutwardRow = Object.fromEntries(authorColumns.map(({ key }) => [key, null]));

/** What became of the offer of peer support, in words. */
const support = ({ supportOfferedOn, supportAnswer }: AuthorRow): string | null =>
  supportOfferedOn === null
    ? null
    : ({ yes: "taken up", no: "not wanted" }[supportAnswer as string] ?? `offered on ${supportOfferedOn}`);

/** The columns of authors for a reader: a name as chosen for anybody outside, and beside it what is printed for an editor. */
const columnsFor = ({ audience, reveal }: Reader): readonly Column[] =>
  authorColumns.filter(
    ({ key }) =>
      audience === "team" || key === "name" || (audience === "editor" && reveal && key === "printed_as"),
  );

function authorRow(author: AuthorRow, facts: CommentaryFacts, reader: Reader): OutwardRow {
  const { commentary, naming, way } = facts;
  const output = { kind: "commentary", id: commentary.id } as const;
  const name = nameOf(naming, author.personId, output, reader.audience, reader.reveal);
  if (!name.shown) return { ...nothing, name: name.placeholder };
  return {
    ref: refMayShow(name, reader.audience) ? ref("member", author.personId) : null,
    name: name.name,
    form: formFor(author.personId, naming.choices.get(author.personId) ?? [], output),
    printed_as: printed(nameOf(naming, author.personId, output, "public")),
    approved: way.authors.some((a) => a.personId === author.personId && a.approved),
    agreed_on: author.agreedOn,
    support: support(author),
    guidance: author.guidance === null ? null : guidanceName(author.guidance),
    reason: author.reason,
  };
}

const outward: readonly string[] = ["ref", "title", "state", "published_on", "doi"];

/** One commentary with its authors, as an audience may see them; those who are withheld are not counted. */
function aboutAndAuthors(facts: CommentaryFacts, reader: Reader): OutwardReport {
  const { commentary, paper } = facts;
  const name = ref("commentary", commentary.id);
  const about = columns
    .filter(({ key }) => reader.audience === "team" || outward.includes(key))
    .map(({ detail: _, ...c }) => c);
  const shown = columnsFor(reader);
  const rows = facts.authors.map((author) => {
    const row = authorRow(author, facts, reader);
    return Object.fromEntries(shown.map(({ key }) => [key, row[key] ?? null]));
  });
  return {
    title: `${name} ${commentary.title}`,
    sections: [
      {
        key: "commentary",
        single: true,
        columns: [...about, { key: "paper_citation", heading: "On the paper" }],
        rows: [{ ...fields(commentary, facts.wordLimit), paper_citation: citation(paper) }],
      },
      {
        key: "authors",
        heading: "Authors",
        columns: shown,
        rows: [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()],
        empty:
          reader.audience === "team"
            ? `Nobody yet. Invite them with: involve commentary invite ${name} M-003`
            : "Nobody yet.",
      },
    ],
  };
}

/** One commentary as an audience may see it; the team sees how far it is, too. */
export function commentaryReport(facts: CommentaryFacts, reader: Reader): Report {
  const report = aboutAndAuthors(facts, reader);
  if (reader.audience !== "team") return report;
  return { ...report, sections: [...report.sections, ...waySections(facts)] };
}

/** A commentary as the management team sees it after a change. */
export const forTeam = (facts: CommentaryFacts): Report =>
  commentaryReport(facts, { audience: "team", reveal: false });
