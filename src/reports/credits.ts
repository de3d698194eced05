import type { CreditedAuthor, Credits, LeftOut } from "../domain/credits.ts";
import { ref } from "../domain/ref.ts";
import { count, listed } from "../domain/text.ts";
import type { PaperRow } from "../store/papers.ts";
import type { Column, OutwardReport, OutwardRow, OutwardSection } from "./report.ts";

const columns: readonly Column[] = [
  { key: "listed_as", heading: "Listed as" },
  { key: "place", heading: "Place", kind: "integer" },
  { key: "name", heading: "Name" },
  { key: "orcid", heading: "ORCID iD" },
  { key: "roles", heading: "CRediT roles" },
  { key: "affiliations", heading: "Affiliations" },
];

const anonymousName = "Anonymous";

const rowOf = (author: CreditedAuthor, place: number, { affiliations }: Credits): OutwardRow => ({
  listed_as: author.kind === "group" ? "group author" : "author",
  place,
  name: author.name,
  orcid: author.orcid,
  roles: author.roles.map((r) => r.label),
  affiliations: author.affiliations.map((n) => affiliations[n - 1] ?? ""),
});

const other = (listedAs: string, name: string): OutwardRow => ({
  ...{ listed_as: listedAs, place: null, name },
  ...{ orcid: null, roles: null, affiliations: null },
});

/** Everybody who is credited as a row; somebody anonymous is one row, however many they are. */
const rowsOf = (credits: Credits): OutwardRow[] => [
  ...credits.authors.map((author, i) => rowOf(author, i + 1, credits)),
  ...(credits.anonymousAuthors ? [other("author", anonymousName)] : []),
  ...credits.acknowledged.map((name) => other("acknowledged", name)),
  ...(credits.anonymousThanks ? [other("acknowledged", anonymousName)] : []),
];

/** The authors in one line, each with the numbers of their affiliations. */
function authorLine({ authors, anonymousAuthors }: Credits): string {
  const names = authors.map((a) =>
    a.affiliations.length > 0 ? `${a.name} (${a.affiliations.join(", ")})` : a.name,
  );
  return [...names, ...(anonymousAuthors ? [anonymousName] : [])].join(", ");
}

/** Who did what, in one sentence each: under the name that is printed, never under initials made of it. */
const creditLines = ({ authors }: Credits): string[] =>
  authors
    .filter((a) => a.roles.length > 0)
    .map((a) => `${a.name}: ${a.roles.map((r) => r.label).join(", ")}.`);

/** Whom the authors thank, as a sentence; null where they thank nobody. People who chose to stay anonymous are not counted. */
export function thanksSentence({ acknowledged, anonymousThanks }: Credits): string | null {
  const whom = [...acknowledged, ...(anonymousThanks ? ["those who chose not to be named"] : [])];
  return whom.length === 0 ? null : `We thank ${listed(whom)} for their contribution to this paper.`;
}

const part = (key: string, heading: string, paragraphs: readonly string[]): OutwardSection[] =>
  paragraphs.length === 0 ? [] : [{ key, heading, paragraphs, columns: [], rows: [] }];

const iDs = ({ authors }: Credits): string[] =>
  authors.flatMap((a) => (a.orcid === null ? [] : [`${a.name}: https://orcid.org/${a.orcid}`]));

function parts(credits: Credits): OutwardSection[] {
  const line = authorLine(credits);
  const thanks = thanksSentence(credits);
  return [
    ...part("author_list", "Authors", line === "" ? [] : [line]),
    ...part(
      "affiliation_list",
      "Affiliations",
      credits.affiliations.map((text, i) => `${i + 1} ${text}`),
    ),
    ...part("orcid_list", "ORCID iDs", iDs(credits)),
    ...part("contributions", "Author contributions (CRediT)", creditLines(credits)),
    ...part("acknowledgements", "Acknowledgements", thanks === null ? [] : [thanks]),
  ];
}

/** The parts as plain text, to be pasted into a manuscript. */
const plainText = (title: string, sections: readonly OutwardSection[], empty: string): string =>
  [
    title,
    ...(sections.length === 0 ? [empty] : []),
    ...sections.map((s) => [s.heading ?? "", ...(s.paragraphs ?? [])].join("\n")),
  ].join("\n\n");

/**
 * Who is credited in a paper, for anybody: the list of authors, their affiliations and iDs, the CRediT statement, the
 * acknowledgements, and the same as a table. `jats` is the XML of it.
 */
export function creditsReport(paper: PaperRow, credits: Credits, jats: string): OutwardReport {
  const sections = parts(credits);
  const empty = `Nobody yet. Who is an author comes of: involve paper authorship ${ref("paper", paper.id)} M-003`;
  const rows = rowsOf(credits);
  return {
    title: paper.title,
    sections: [...sections, { key: "people", heading: "In short", columns, rows, empty }],
    texts: { text: `${plainText(paper.title, sections, empty)}\n`, jats },
  };
}

const because: Readonly<Record<keyof LeftOut, string>> = {
  open: "whether they are an author is not concluded",
  notAgreed: "their agreement to be listed is not on record",
  unnamed: "how they are to be named is not decided, or may not be printed any more",
};

/** That some were left out and what would mend it: how many, never who. */
export function leftOutSaid(paper: string, leftOut: LeftOut, sameName: number): string[] {
  const reasons = (["open", "notAgreed", "unnamed"] as const).filter((why) => leftOut[why] > 0);
  return [
    ...reasons.map((why) => `Left out, because ${because[why]}: ${count(leftOut[why], "contributor")}.`),
    ...(reasons.length > 0 ? [`See: involve paper authorship ${paper}`] : []),
    ...(sameName > 0
      ? ["Two authors or more are printed under one name, so that their contributions cannot be told apart."]
      : []),
  ];
}
