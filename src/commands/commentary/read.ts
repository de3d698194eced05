import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, required, text } from "../../cli/options.ts";
import { readDocument } from "../../csv/document.ts";
import { writtenText } from "../../domain/commentary-document.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { againstLimit, checkRead, textWords } from "../../domain/commentary-text.ts";
import { ref } from "../../domain/ref.ts";
import { letterMarkdown } from "../../output/letter.ts";
import { forTeam } from "../../reports/commentary.ts";
import { findCommentary } from "../../store/commentaries.ts";
import { type CommentaryFacts, commentaryFacts } from "../../store/commentary-facts.ts";
import { addText } from "../../store/commentary-texts.ts";
import { namedTextsSaid } from "../../store/named-texts.ts";
import { numberSetting } from "../../store/settings.ts";

/** What the text came to: its version, how long it is, and what it means for those who approved the one before. */
function sentences(
  facts: CommentaryFacts,
  made: ReturnType<typeof addText>,
  least: number,
  inHeadings: number,
): string[] {
  const { text, isNew, cleared } = made;
  const name = ref("commentary", facts.commentary.id);
  if (!isNew) return [`${name} has this very text already, as version ${text.version}; nothing changed.`];
  const earlier = facts.texts.find((t) => t.sha256 === text.sha256 && t.version < text.version);
  return [
    `Version ${text.version} of ${name}: ${againstLimit(text.words, facts.way.wordLimit, least)}${inHeadings > 0 ? `, and ${inHeadings} in headings` : ""}.`,
    ...(earlier ? [`It is the same text as version ${earlier.version}.`] : []),
    ...(text.version > 1 && !earlier ? [`What changed: involve commentary diff ${name}`] : []),
    ...(cleared ? ["Approvals of the text before are cleared: every author is asked again."] : []),
    ...nextInWords(facts.way),
  ];
}

export default command({
  about: "Take the text back in, as the next version",
  details: [
    "From a Word document (.docx), Markdown or plain text. Front page and notes are left out; so are comments, footnotes and pictures, and that is said. Of the file's properties nothing is read, so nobody named in them is kept. A paragraph that holds a name of somebody whom the commentary does not name in full is pointed out. The same text again is no new version; a new one clears what was approved before.",
  ],
  examples: ["involve commentary read C-001 draft.docx", "involve commentary read C-001 draft.md"],
  writes: true,
  args: {
    commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")),
    file: required(text("the document: .docx, .md or .txt", "FILE")),
  },
  options: { on: fallback(day("the day it came in"), "today") },
  async run(context, words) {
    const document = must(await readDocument(context.readFile(words.file), words.file));
    return context.write((store) => {
      const commentary = must(findCommentary(store, words.commentary));
      const { title } = commentary;
      const found = writtenText(document.blocks, { title, quotesAreNotes: document.isWord });
      const body = letterMarkdown({ title, blocks: found.blocks }).trim();
      const before = commentaryFacts(store, commentary, context.today);
      const count = textWords(must(checkRead(words.on, body, before.way)));
      const made = addText(store, commentary.id, { body, words: count.words, on: words.on });
      const now = commentaryFacts(store, commentary, context.today);
      const least = numberSetting(store, "commentary-word-minimum");
      return {
        report: forTeam(now),
        said: [
          ...document.leftOut,
          ...(found.notes > 0
            ? [
                "The line below which the text begins is not in it: notes and front page were left out as far as they could be told.",
              ]
            : []),
          ...(made.isNew ? namedTextsSaid(store, commentary.id) : []),
          ...sentences(now, made, least, count.inHeadings),
        ],
      };
    });
  },
});
