import { command } from "../../cli/command.ts";
import { must, refused, usage } from "../../cli/errors.ts";
import { flag, required, text } from "../../cli/options.ts";
import { checkFileName, draftDocument } from "../../domain/commentary-document.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { checkDraft } from "../../domain/commentary-stage.ts";
import { guidanceOn } from "../../domain/guidance.ts";
import { letterBlocks } from "../../domain/letter.ts";
import { ref } from "../../domain/ref.ts";
import { every, type Problem } from "../../domain/result.ts";
import { fill } from "../../domain/template.ts";
import { citationText } from "../../output/citation.ts";
import { letterMarkdown } from "../../output/letter.ts";
import { forTeam } from "../../reports/commentary.ts";
import { draftFillings } from "../../reports/commentary-draft.ts";
import { citing } from "../../store/cited.ts";
import { findCommentary, moveCommentary } from "../../store/commentaries.ts";
import { type CommentaryFacts, commentaryFacts } from "../../store/commentary-facts.ts";
import { guidanceVersions } from "../../store/guidance.ts";
import { namesSomebody } from "../../store/named-texts.ts";
import { citationStyle } from "../../store/papers.ts";
import type { Store } from "../../store/store.ts";
import { findTemplate } from "../../store/templates.ts";

const endingOf = (path: string): "docx" | "md" => {
  const ending = /\.(docx|md)$/i.exec(path)?.[1]?.toLowerCase();
  if (ending === "docx" || ending === "md") return ending;
  throw usage({
    code: "unknown-ending",
    message: `--output: "${path}" does not say which kind of document it is.`,
    remedy: "End it in .docx (Word) or .md (Markdown).",
  });
};

const fileExists = (path: string): Problem => ({
  code: "file-exists",
  message: `${path} is there already and is not the document that would be written.`,
  remedy: "Somebody may have written in it. Choose another name, or add --replace.",
});

/** The document in the unit's words, with the newest text in it, in the format its file's ending asks for. */
async function written(store: Store, facts: CommentaryFacts, guidanceId: number | null, path: string) {
  const guidance = guidanceVersions(store, "authors").find((v) => v.id === guidanceId);
  const template = must(findTemplate(store, "commentary-draft"));
  const cited = await citationText(citing(store)(facts.paper).item, citationStyle(store));
  const front = must(fill(template, draftFillings(facts, guidance, cited)));
  const blocks = letterBlocks(facts.texts.at(-1)?.body ?? "");
  const document = draftDocument(front, { blocks, limit: facts.way.wordLimit });
  if (endingOf(path) === "md") return new TextEncoder().encode(letterMarkdown(document));
  return (await import("../../output/letter-docx.ts")).letterDocx(document, { paged: true });
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

export default command({
  about: "Write the Word document to draft in",
  details: [
    "Its front page is the unit's template (involve template show commentary-draft), with the questions of the guidance as notes. Authors stand in it as they chose to be named; those who have not decided are withheld. Neither the document's properties nor its file name carry anybody's name. The newest text is in it, where there is one; what is written comes back with commentary read.",
    "Somebody has said yes before, and the journal's naming policy is known. A file that is there already may have somebody's writing in it, and is not written over unless you add --replace.",
  ],
  examples: [
    "involve commentary draft C-001 --output draft.docx",
    "involve commentary draft C-001 --output draft.md",
  ],
  writes: true,
  args: { commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")) },
  options: {
    output: required(text("the file to write: .docx or .md", "FILE")),
    replace: flag("write over a file that is there already"),
  },
  async run(context, words) {
    endingOf(words.output);
    const before = must(findCommentary(context.store, words.commentary));
    const facts = commentaryFacts(context.store, before, context.today);
    const namesIn = (name: string): boolean => namesSomebody(context.store, name);
    const { state } = must(
      every({ state: checkDraft(facts.way), file: checkFileName(words.output, namesIn) }),
    );
    const newest = guidanceOn(guidanceVersions(context.store, "authors"), context.today)?.id ?? null;
    const guidanceId = before.guidanceId ?? newest;
    const content = await written(context.store, facts, guidanceId, words.output);
    const there = context.exists(words.output) ? context.readFile(words.output) : content;
    if (!words.replace && !same(there, content)) throw refused(fileExists(words.output));
    return context.write((store) => {
      if (state === "drafting") moveCommentary(store, before.id, { state, guidanceId });
      const now = commentaryFacts(store, must(findCommentary(store, words.commentary)), context.today);
      return {
        report: forTeam(now),
        said: [
          `${ref("commentary", before.id)} is ${state === "drafting" ? "being drafted" : state}.`,
          ...nextInWords(now.way),
        ],
        files: [{ path: words.output, content }],
      };
    });
  },
});
