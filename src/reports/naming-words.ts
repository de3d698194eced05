import {
  consentEnded,
  consentEndedSentence,
  type NamedOutput,
  type NamingFacts,
  nameOf,
} from "../domain/naming.ts";
import { teamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";

/** An output that nobody chose for: what holds by default. */
export const usual: NamedOutput = { kind: "report", id: -1 };

/** What was recorded of a choice; of somebody anonymous nothing is said, here either. */
export function choiceInWords(
  facts: NamingFacts,
  personId: number,
  output: { readonly output: NamedOutput; readonly ref: string } | "default",
): string {
  const where = output === "default" ? "by default" : `in ${output.ref}`;
  const what = output === "default" ? usual : output.output;
  const person = facts.people.get(personId);
  const who = `${ref("member", personId)} ${person ? teamName(person) : ""}`;
  const open = nameOf(facts, personId, what, "public");
  if (output !== "default" && !nameOf(facts, personId, what, "team").shown)
    return `Recorded. They are anonymous ${where}: from now on their name is withheld here too.`;
  if (consentEnded(facts, personId, what))
    return `Recorded for ${who} ${where}. ${consentEndedSentence(personId)}`;
  if (open.shown) return `Recorded: ${who} is to be printed as "${open.name}" ${where}.`;
  return open.placeholder === "Anonymous"
    ? `Recorded: ${who} is anonymous ${where}.`
    : `Recorded: ${who} is undecided, so their name is withheld ${where} until they say.`;
}
