import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, file, required, text } from "../../cli/options.ts";
import { readText } from "../../csv/text.ts";
import { checkGuidance, guidanceDocuments, guidanceName, theGuidance } from "../../domain/guidance.ts";
import { guidanceReport, outdatedReport } from "../../reports/guidance.ts";
import { addGuidance, guidanceGiven, guidanceVersions } from "../../store/guidance.ts";
import { namingFacts } from "../../store/naming.ts";
import type { Store } from "../../store/store.ts";

/** The authors of commentaries on their way who were given an older version, where the document is theirs. */
function outdated(store: Store, document: string, newest: number) {
  const given = document === "authors" ? guidanceGiven(store).filter((g) => g.version !== newest) : [];
  const naming = namingFacts(
    store,
    given.map((g) => g.personId),
  );
  return { given, naming };
}

export default command({
  about: "Add a new version of a guidance document",
  details: [
    "There are two: one for the authors of commentaries, one for the researchers who work with them. Authors of commentaries that are not finished, who were given an older version, are listed; give them the new one, and record it with commentary author --guidance.",
  ],
  examples: [
    'involve guidance add authors --from-file for-authors.md --co-designed 2026-03-14 --agreed 2026-05-09 --source "written with the LEWG"',
  ],
  writes: true,
  args: { document: required(choice("for whom it is", guidanceDocuments)) },
  options: {
    fromFile: required(file("a Markdown or text file with the guidance")),
    coDesigned: day("the day it was written together with members"),
    agreed: day("the day it was agreed"),
    source: fallback(text("where it comes from", "SOURCE"), "added by this unit"),
  },
  run(context, { document, coDesigned, agreed, source, ...words }) {
    const body = must(readText(context.readFile(words.fromFile)));
    return context.write((store) => {
      const newest = guidanceVersions(store, document).at(-1);
      const facts = { today: context.today, newest };
      const guidance = must(checkGuidance({ body, coDesigned, agreed, source }, facts));
      const version = (newest?.version ?? 0) + 1;
      addGuidance(store, document, version, guidance);
      const added = must(theGuidance(document, guidanceVersions(store, document), version, context.today));
      const { given, naming } = outdated(store, document, version);
      return {
        report: given.length > 0 ? outdatedReport(given, naming, version) : guidanceReport(added),
        said: [
          `Added the guidance for ${document}, ${guidanceName(added)}.`,
          ...(agreed === undefined ? ["It is given to nobody while an agreed version is there."] : []),
          ...(given.length > 0
            ? [
                "Some authors were given an older version; when they have the new one: involve commentary author C-001 M-003 --guidance",
              ]
            : []),
        ],
      };
    });
  },
});
