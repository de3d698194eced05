import { command } from "../../cli/command.ts";
import { choice, flag } from "../../cli/options.ts";
import { termKinds } from "../../domain/vocabulary.ts";
import { vocabularyReport } from "../../reports/vocabulary.ts";
import { peopleByTerm, terms } from "../../store/vocabulary.ts";

export default command({
  about: "List the words in use",
  details: [
    "The column People counts who has a word; it is for the team only, as small numbers can identify somebody.",
  ],
  examples: ["involve vocabulary list experience", "involve vocabulary list --all --format csv"],
  args: { kind: choice("only words of this kind", termKinds, "KIND") },
  options: { all: flag("also words that were retired") },
  run(context, words) {
    const shown = terms(context.store, words.kind).filter((t) => words.all || t.retired_on === null);
    return { report: vocabularyReport(shown, peopleByTerm(context.store)) };
  },
});
