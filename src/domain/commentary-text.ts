import { approvalProblems, beforeApproval } from "./commentary-missing.ts";
import { authorInWords, dayProblems, outOfOrder, type Way } from "./commentary-way.ts";
import type { Day } from "./day.ts";
import { type LetterBlock, letterBlocks } from "./letter.ts";
import { privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";

const plainText = (block: LetterBlock): string => block.spans.map((s) => s.text).join("");

/** A web address, an e-mail address or a DOI: one word, whatever stands in it. */
const address = /^[("'“‘<]*(?:[a-z][a-z0-9+.-]*:\/\/|www\.|10\.\d{4,}\/|[^\s@]+@[^\s@]+\.[^\s@])/iu;

/** What Markdown says behind words: `[the review](https://…)` is printed as its words. */
const link = /\[([^\]]+)\]\([^)\s]*\)/g;

/**
 * How many words a text has as a person counts them: what hyphens, apostrophes or slashes join is one word, and so is a web
 * address; dashes and dots that stand between sentences part words; marks that are no words are not counted.
 */
export function countWords(text: string): number {
  const tokens = text
    .normalize("NFC")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(link, "$1")
    .split(/\s+/u);
  const parts = tokens.flatMap((t) => (address.test(t) ? [t] : t.split(/[—―]|\.{3,}|…|--+/u)));
  return parts.filter((p) => /[\p{L}\p{N}&]/u.test(p)).length;
}

/** The words of a text in Markdown, headings counted apart. */
export function textWords(markdown: string): { readonly words: number; readonly inHeadings: number } {
  const blocks = letterBlocks(markdown);
  const count = (chosen: readonly LetterBlock[]): number =>
    chosen.reduce((sum, b) => sum + countWords(plainText(b)), 0);
  return {
    words: count(blocks.filter((b) => b.kind !== "heading")),
    inHeadings: count(blocks.filter((b) => b.kind === "heading")),
  };
}

/** How a number of words stands against its limit and the unit's least, in words. */
export const againstLimit = (words: number, limit: number, least: number): string =>
  words > limit
    ? `${words} of ${limit} words: ${words - limit} too many`
    : words < least && least <= limit
      ? `${words} of ${limit} words; fewer than ${least} is short`
      : `${words} of ${limit} words`;

/** That the text is longer than the journal takes, in words; nothing where it is not. */
export const overLimit = ({ text, wordLimit }: Way): string[] =>
  text !== null && text.words > wordLimit
    ? [`It is longer than the journal takes: ${againstLimit(text.words, wordLimit, 0)}.`]
    : [];

/** Whether a text may be taken in as the next version. */
export function checkRead(on: Day, body: string, way: Way): Result<string> {
  const empty: Problem[] =
    textWords(body).words === 0
      ? [
          {
            code: "empty-text",
            message: "There is no text in it beside the title and the notes.",
            remedy: "Write below the line that says where the text begins, and save the file.",
          },
        ]
      : [];
  return unless(
    [
      ...outOfOrder("read", way.commentary),
      ...dayProblems(on, way.today, way.commentary.proposedOn, "proposed"),
      ...empty,
      ...privateTextProblems({ "The text": body }),
    ],
    () => body,
  );
}

/** Whether an author's approval of the newest text may be recorded: it is final, and they read that very one. */
export function checkApprove(
  request: { readonly on: Day; readonly version: number | undefined },
  personId: number,
  way: Way,
): Result<number> {
  const { commentary, text } = way;
  const author = way.authors.find((a) => a.personId === personId);
  const name = ref("commentary", commentary.id);
  const version = request.version ?? text?.version;
  const problems: Problem[] = [
    ...outOfOrder("approve", commentary),
    ...beforeApproval(way),
    ...dayProblems(request.on, way.today, text?.madeOn ?? null, "brought in"),
  ];
  if (text && version !== text.version)
    problems.push({
      code: "not-the-newest",
      message: `Version ${version} is not the newest text of ${name}: that is version ${text.version}.`,
      remedy: `Show them what changed: involve commentary diff ${name}`,
    });
  if (author?.approved && version === text?.version)
    problems.push({
      code: "already-approved",
      message: `${authorInWords(author)} has approved version ${version} of ${name}.`,
      remedy: `See: involve commentary show ${name}`,
    });
  return unless(problems, () => version ?? 0);
}

/** Whether an author's approval may be taken back: they gave it, and it is not in print. */
export function checkTakeBack(on: Day, personId: number, way: Way): Result<Day> {
  const author = way.authors.find((a) => a.personId === personId);
  const name = ref("commentary", way.commentary.id);
  const problems: Problem[] = [
    ...outOfOrder("approve", way.commentary),
    ...dayProblems(on, way.today, way.text?.madeOn ?? null, "brought in"),
  ];
  if (author && !author.approved)
    problems.push({
      code: "not-approved",
      message: `${authorInWords(author)} has not approved the newest text of ${name}.`,
      remedy: `See: involve commentary show ${name}`,
    });
  return unless(problems, () => on);
}

/** What an approval means for the others, in a sentence. */
export const approvalsInWords = (way: Way): string =>
  approvalProblems(way).length === 0
    ? "Every author has approved the same text."
    : "Not every author has approved it yet.";

/** The two versions of a text that are to be compared: the newest and the one before, where nothing else is asked for. */
export function theVersions<T extends { readonly version: number }>(
  commentaryId: number,
  texts: readonly T[],
  asked: { readonly from: number | undefined; readonly to: number | undefined },
): Result<{ readonly before: T; readonly after: T }> {
  const name = ref("commentary", commentaryId);
  const to = asked.to ?? texts.at(-1)?.version ?? 0;
  const from = asked.from ?? to - 1;
  const [before, after] = [from, to].map((v) => texts.find((t) => t.version === v));
  if (texts.length < 2)
    return no({
      code: "no-versions",
      message: `${name} has ${texts.length === 0 ? "no text" : "one version of its text"}, so there is nothing to compare.`,
      remedy: `Bring the next one in with: involve commentary read ${name} draft.docx`,
    });
  const missing = [from, to].filter((v) => !texts.some((t) => t.version === v));
  const unknown: Problem[] = missing.map((v) => ({
    code: "unknown-version",
    message: `${name} has no version ${v} of its text.`,
    remedy: `It has versions 1 to ${texts.length}.`,
  }));
  if (!before || !after) return no(...unknown);
  return yes({ before, after });
}
