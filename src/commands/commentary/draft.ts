import { command } from "../../cli/command.ts";
import { must, refused, usage } from "../../cli/errors.ts";
import { flag, required, text } from "../../cli/options.ts";
import { guidanceOn } from "../../domain/commentary.ts";
import { checkDraft } from "../../domain/commentary-stage.ts";
import { ref } from "../../domain/ref.ts";
import type { Problem } from "../../domain/result.ts";
import { documentMarkdown } from "../../output/markdown.ts";
import { forTeam } from "../../reports/commentary.ts";
import { commentaryDraft } from "../../reports/commentary-draft.ts";
import type { TextDocument } from "../../reports/document.ts";
import {
  authorGuidance,
  type CommentaryRow,
  findCommentary,
  moveCommentary,
} from "../../store/commentaries.ts";
import { commentaryFacts } from "../../store/commentary-facts.ts";
import type { Store } from "../../store/store.ts";

/** The document in the format its file's ending asks for. */
async function written(document: TextDocument, path: string): Promise<Uint8Array> {
  const ending = /\.[a-z]+$/i.exec(path)?.[0].toLowerCase();
  if (ending === ".docx") return (await import("../../output/docx.ts")).docx(document);
  if (ending === ".md") return new TextEncoder().encode(documentMarkdown(document));
  throw usage({
    code: "unknown-ending",
    message: `--output: "${path}" does not say which kind of document it is.`,
    remedy: "End it in .docx (Word) or .md (Markdown).",
  });
}

const fileExists = (path: string): Problem => ({
  code: "file-exists",
  message: `${path} is there already and is not the document that would be written.`,
  remedy: "Somebody may have written in it. Choose another name, or add --replace.",
});

/** Moves a proposed commentary on to drafting, with the guidance it is drafted by; answers it as it then is. */
function startDrafting(store: Store, id: number, guidanceId: number | null): CommentaryRow {
  const before = must(findCommentary(store, ref("commentary", id)));
  const state = must(checkDraft(before));
  if (state === "drafting" && before.state === "proposed") moveCommentary(store, id, { state, guidanceId });
  return must(findCommentary(store, ref("commentary", id)));
}

const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

export default command({
  about: "Write the Word document to draft in",
  details: [
    "Authors stand in it as they chose to be named; those who have not decided are withheld. Neither the document's properties nor its file name carry anybody's name. A file that is there already may have somebody's writing in it, and is not written over unless you add --replace.",
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
    const commentary = must(findCommentary(context.store, words.commentary));
    must(checkDraft(commentary));
    const versions = authorGuidance(context.store);
    const guidance =
      versions.find((v) => v.id === commentary.guidanceId) ?? guidanceOn(versions, context.today);
    const document = commentaryDraft(commentaryFacts(context.store, commentary), guidance);
    const content = await written(document, words.output);
    const there = context.exists(words.output) ? context.readFile(words.output) : content;
    if (!words.replace && !same(there, content)) throw refused(fileExists(words.output));
    return context.write((store) => {
      const now = startDrafting(store, commentary.id, guidance?.id ?? null);
      return {
        report: forTeam(commentaryFacts(store, now)),
        said: [`${ref("commentary", now.id)} is ${now.state === "drafting" ? "being drafted" : now.state}.`],
        files: [{ path: words.output, content }],
      };
    });
  },
});
