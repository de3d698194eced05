import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, readBy, required, text, wholeNumber } from "../../cli/options.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { checkPolicy, readForms } from "../../domain/commentary-policy.ts";
import { ref } from "../../domain/ref.ts";
import { listed } from "../../domain/text.ts";
import { forTeam } from "../../reports/commentary.ts";
import { findCommentary, recordPolicy } from "../../store/commentaries.ts";
import { commentaryFacts, wayNow } from "../../store/commentary-facts.ts";
import { namedCommentsSaid } from "../../store/named-texts.ts";

export default command({
  about: "Record what the journal says about naming and length",
  details: [
    "Ask before anybody writes: some journals take no pen names, or nobody anonymous. Where --takes names the forms a journal takes, nothing is submitted with another one. An editor may have to know in confidence who an author is.",
  ],
  examples: [
    'involve commentary policy C-001 --says "pen names with the editor\'s agreement" --takes full,other,initials,pen-name --word-limit 600',
    'involve commentary policy C-001 --says "any form, the editor is told who it is" --takes any',
  ],
  writes: true,
  args: { commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")) },
  options: {
    says: required(text("what the journal says about how authors are named", "TEXT")),
    takes: fallback(
      readBy(
        "the forms of naming it takes: full,other,initials,pen-name,group,anonymous, or any",
        "FORMS",
        readForms,
      ),
      "any",
    ),
    wordLimit: wholeNumber("the most words it takes", 1, 20_000),
    on: fallback(day("the day it was checked"), "today"),
  },
  run(context, words) {
    return context.write((store) => {
      const before = must(findCommentary(store, words.commentary));
      const policy = must(checkPolicy(words, wayNow(store, before, context.today)));
      recordPolicy(store, before.id, policy);
      const now = commentaryFacts(store, must(findCommentary(store, words.commentary)), context.today);
      return {
        report: forTeam(now),
        said: [
          `Recorded for ${ref("commentary", before.id)}: the journal takes ${policy.takes ? listed(policy.takes) : "any form of naming"}, and up to ${now.way.wordLimit} words.`,
          ...namedCommentsSaid(store, before.id, [{ what: "The journal's answer", text: words.says }]),
          ...nextInWords(now.way),
        ],
      };
    });
  },
});
