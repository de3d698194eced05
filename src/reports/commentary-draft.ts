import { type GuidanceVersion, guidanceName, guidanceParts } from "../domain/guidance.ts";
import { byline, nameOf, withheldName } from "../domain/naming.ts";
import type { OutwardText } from "../domain/person-name.ts";
import type { OutwardFillings } from "../domain/template.ts";
import { listed } from "../domain/text.ts";
import type { CommentaryFacts } from "../store/commentary-facts.ts";

/** The authors as they are to be printed; somebody undecided is withheld until they decide. */
function authorsLine({ commentary, authors, naming }: CommentaryFacts): OutwardText {
  const output = { kind: "commentary", id: commentary.id } as const;
  const names = byline(authors.map((a) => nameOf(naming, a.personId, output, "public")));
  const now = names.map((name) => (name === withheldName ? `${name} until decided` : name));
  return now.length === 0 ? "to be invited" : listed(now);
}

/** What stands on the front page of the document a commentary is drafted in: facts, and the guidance as notes. */
export function draftFillings(
  facts: CommentaryFacts,
  guidance: GuidanceVersion | undefined,
  citation: string,
): OutwardFillings {
  const { prompts, rest } = guidanceParts(guidance?.body ?? "");
  const [opening, ...notes] = rest;
  return {
    title: facts.commentary.title,
    citation,
    authors: authorsLine(facts),
    word_limit: String(facts.way.wordLimit),
    journal_policy: facts.commentary.policy,
    guidance: guidance ? guidanceName(guidance) : null,
    guidance_opening: opening,
    guidance_notes: notes.join("\n"),
    prompts,
  };
}
