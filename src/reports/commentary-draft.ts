import { type GuidanceVersion, guidanceName, guidanceParts } from "../domain/commentary.ts";
import { byline, nameOf, withheldName } from "../domain/naming.ts";
import { citation } from "../domain/paper.ts";
import { listed } from "../domain/text.ts";
import type { CommentaryFacts } from "../store/commentary-facts.ts";
import type { Block, TextDocument } from "./document.ts";

/** The authors as they are to be printed; somebody undecided is withheld until they decide. */
function authorsLine({ commentary, authors, naming }: CommentaryFacts): string {
  const output = { kind: "commentary", id: commentary.id } as const;
  const names = byline(authors.map((a) => nameOf(naming, a.personId, output, "public")));
  const now = names.map((name) => (name === withheldName ? `${name} until decided` : name));
  return now.length === 0 ? "to be invited" : listed(now);
}

const note = (text: string): Block => ({ kind: "note", text });
const prompt = (text: string): Block => ({ kind: "prompt", text });

/** The guidance as notes under a heading of their own: its opening, its questions, and the rest. */
function notes({ body }: GuidanceVersion): Block[] {
  const { prompts, rest } = guidanceParts(body);
  const [first, ...others] = rest;
  return [
    { kind: "heading", text: "Notes for you: take this part out before the text is sent" },
    ...(first ? [note(first)] : []),
    ...prompts.map(prompt),
    ...others.map(note),
  ];
}

/**
 * The document a commentary is drafted in: what it is about, its authors as the public will see them, the guidance as notes
 * that are taken out in the end, and a place to write. Nothing in it depends on the day.
 */
export function commentaryDraft(facts: CommentaryFacts, guidance: GuidanceVersion | undefined): TextDocument {
  const { commentary, paper } = facts;
  const limit = commentary.wordLimit ?? facts.wordLimit;
  const given: Block[] = guidance
    ? [{ kind: "fact", label: "Guidance for authors", text: guidanceName(guidance) }]
    : [];
  return {
    kicker: "Lived Experience Commentary",
    title: commentary.title,
    blocks: [
      { kind: "fact", label: "On the paper", text: citation(paper) },
      { kind: "fact", label: "Authors", text: authorsLine(facts) },
      { kind: "fact", label: "Length", text: `up to ${limit} words` },
      ...given,
      ...(guidance ? notes(guidance) : []),
      { kind: "heading", text: "Commentary" },
      { kind: "place", text: `Write here, up to ${limit} words.` },
    ],
  };
}
