import { textWords } from "../domain/commentary-text.ts";
import { authorForTeam } from "../domain/commentary-words.ts";
import type { Day } from "../domain/day.ts";
import { type GuidanceVersion, guidanceDocuments, guidanceOn } from "../domain/guidance.ts";
import { letterBlocks } from "../domain/letter.ts";
import { type NamingFacts, nameOf, withheldLast } from "../domain/naming.ts";
import { ref } from "../domain/ref.ts";
import type { GivenGuidance } from "../store/guidance.ts";
import type { Column, Report, Row, Section } from "./report.ts";

const versionColumns: readonly Column[] = [
  { key: "document", heading: "For" },
  { key: "version", heading: "Version", kind: "integer" },
  { key: "co_designed_on", heading: "Co-designed", kind: "day" },
  { key: "agreed_on", heading: "Agreed", kind: "day" },
  { key: "words", heading: "Words", kind: "integer" },
  { key: "given_now", heading: "Given out now", kind: "yes-no" },
  { key: "source", heading: "Source", detail: true },
];

const givenColumns: readonly Column[] = [
  { key: "commentary", heading: "Commentary" },
  { key: "title", heading: "Title" },
  { key: "state", heading: "State" },
  { key: "author", heading: "Author" },
  { key: "version", heading: "Was given", kind: "integer" },
];

/** Commentary by commentary, whoever is anonymous last: the order in which they were asked would tell who it is. */
const inOrder = (given: readonly GivenGuidance[], naming: NamingFacts): GivenGuidance[] =>
  withheldLast(given, ({ commentaryId: id, personId }) =>
    nameOf(naming, personId, { kind: "commentary", id }, "team"),
  ).toSorted((a, b) => a.commentaryId - b.commentaryId);

/** Who was given which version; somebody anonymous is withheld and not counted. */
function givenRows(given: readonly GivenGuidance[], naming: NamingFacts): Row[] {
  const rows = inOrder(given, naming).map((g) => ({
    commentary: ref("commentary", g.commentaryId),
    title: g.title,
    state: g.state,
    author: authorForTeam(naming, g.commentaryId, g.personId) ?? "Anonymous",
    version: g.version,
  }));
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

/** Authors of commentaries on their way who were given an older version than the newest. */
export const outdatedReport = (
  given: readonly GivenGuidance[],
  naming: NamingFacts,
  newest: number,
): Report => ({
  title: `Given an older version than ${newest}`,
  sections: [{ key: "authors", columns: givenColumns, rows: givenRows(given, naming) }],
});

/** Each of them in a line with what to type when they have the new one; nobody anonymous is told from another. */
export const outdatedSaid = (given: readonly GivenGuidance[], naming: NamingFacts): string[] => [
  ...new Set(
    inOrder(given, naming).map((g) => {
      const author = authorForTeam(naming, g.commentaryId, g.personId);
      const [name, had] = [
        ref("commentary", g.commentaryId),
        g.version === null ? "none" : `version ${g.version}`,
      ];
      const who = author === null ? "MEMBER" : ref("member", g.personId);
      return `  ${name}, ${author ?? "somebody who is anonymous in it"} (${had}): involve commentary author ${name} ${who} --guidance`;
    }),
  ),
];

/** The versions of both documents, and who was given which of the authors' one. */
export function guidanceList(
  versions: readonly GuidanceVersion[],
  given: readonly GivenGuidance[],
  naming: NamingFacts,
  today: Day,
): Report {
  const now = guidanceDocuments.map(
    (d) =>
      guidanceOn(
        versions.filter((v) => v.document === d),
        today,
      )?.id,
  );
  const list: Section = {
    key: "versions",
    columns: versionColumns,
    rows: versions.map((v) => ({
      document: v.document,
      version: v.version,
      co_designed_on: v.coDesignedOn,
      agreed_on: v.agreedOn,
      words: textWords(v.body).words,
      given_now: now.includes(v.id),
      source: v.source,
    })),
    empty: "There is no guidance yet. Add it with: involve guidance add authors --from-file guidance.md",
  };
  const authors: Section = {
    key: "authors",
    heading: "Authors of commentaries that are not finished",
    columns: givenColumns,
    rows: givenRows(given, naming),
  };
  return { title: "Guidance on commentaries", sections: given.length > 0 ? [list, authors] : [list] };
}

/** `Guidance for authors, version 2`. */
export const guidanceTitle = (g: GuidanceVersion): string =>
  `Guidance for ${g.document}, version ${g.version}`;

/** A text in Markdown as paragraphs to read in any format: headings without their marks, points with a bullet or number. */
const asRead = (markdown: string): string[] =>
  letterBlocks(markdown).map((block) => {
    const point = block.kind !== "item" ? "" : block.number === null ? "• " : `${block.number}. `;
    return point + block.spans.map((s) => s.text).join("");
  });

/** One version: what it is, and its text. */
export const guidanceReport = (guidance: GuidanceVersion): Report => ({
  title: guidanceTitle(guidance),
  sections: [
    {
      key: "guidance",
      single: true,
      columns: versionColumns.filter((c) => c.key !== "words" && c.key !== "given_now"),
      rows: [
        {
          document: guidance.document,
          version: guidance.version,
          co_designed_on: guidance.coDesignedOn,
          agreed_on: guidance.agreedOn,
          source: guidance.source,
        },
      ],
    },
    { key: "text", heading: "The text", columns: [], rows: [], paragraphs: asRead(guidance.body) },
  ],
});
