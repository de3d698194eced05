import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, member, required, text } from "../../cli/options.ts";
import { checkIsAuthor } from "../../domain/commentary-stage.ts";
import { outOfOrder } from "../../domain/commentary-way.ts";
import { consentEnded, consentEndedSentence, nameOf, namingForms, printed } from "../../domain/naming.ts";
import { checkNaming } from "../../domain/naming-choice.ts";
import { ref } from "../../domain/ref.ts";
import { noneOf, together, yes } from "../../domain/result.ts";
import { forTeam } from "../../reports/commentary.ts";
import { findCommentary } from "../../store/commentaries.ts";
import { type CommentaryFacts, commentaryFacts } from "../../store/commentary-facts.ts";
import { namedTextsSaid } from "../../store/named-texts.ts";
import { addNaming } from "../../store/naming.ts";
import { saidOn } from "../../store/naming-history.ts";
import { findPerson } from "../../store/people.ts";

/** What is printed from now on; of somebody anonymous nothing is said, here either. */
function sentence(facts: CommentaryFacts, personId: number): string {
  const output = { kind: "commentary", id: facts.commentary.id } as const;
  const name = ref("commentary", output.id);
  const team = nameOf(facts.naming, personId, output, "team");
  if (!team.shown)
    return `Recorded. They are anonymous in ${name}: from now on their name is withheld here too.`;
  const open = nameOf(facts.naming, personId, output, "public");
  const who = `${ref("member", personId)} ${team.name}`;
  if (consentEnded(facts.naming, personId, output))
    return `Recorded for ${who} in ${name}. ${consentEndedSentence(personId)}`;
  return open.shown
    ? `Recorded: ${who} is to be printed as "${printed(open)}" in ${name}.`
    : `Recorded: ${who} is undecided, so their name is withheld in ${name} until they say.`;
}

export default command({
  about: "Record how an author wishes to be named",
  details: [
    "The choice is for this commentary and can be changed until it is published; earlier choices stay on record. Forms: full (their full name), other, initials, pen-name (these three with --as), group (the group's name), anonymous, undecided (withheld).",
  ],
  examples: [
    'involve commentary naming C-001 M-003 --form initials --as "T. K" --how e-mail',
    'involve commentary naming C-001 M-005 --form anonymous --how "by phone"',
  ],
  writes: true,
  args: {
    commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")),
    member: required(member("the author")),
  },
  options: {
    form: required(choice("how they wish to be named", namingForms, "FORM")),
    as: text("exactly as it is to be printed", "NAME"),
    how: required(text("how they told you: e-mail, by phone, on the form", "HOW")),
    on: fallback(day("the day they told you"), "today"),
  },
  run(context, { form, as: wording, how, on, ...words }) {
    return context.write((store) => {
      const commentary = must(findCommentary(store, words.commentary));
      const person = must(findPerson(store, words.member));
      const output = ref("commentary", commentary.id);
      const { authors } = commentaryFacts(store, commentary, context.today);
      const inPrint = commentary.state === "published";
      const request = { form, wording, how, on };
      const about = { kind: "commentary", id: commentary.id } as const;
      const days = { today: context.today, saidOn: saidOn(store, person.id, about) };
      must(
        together<unknown>([
          checkIsAuthor(commentary.id, person.id, authors),
          inPrint ? yes(null) : noneOf(outOfOrder("naming", commentary)),
          checkNaming(request, { ...days, output, inPrint }),
        ]),
      );
      addNaming(store, person.id, about, request, context.by);
      const facts = commentaryFacts(store, commentary, context.today);
      const said = [sentence(facts, person.id), ...namedTextsSaid(store, commentary.id)];
      return { report: forTeam(facts), said };
    });
  },
});
