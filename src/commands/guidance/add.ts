import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, file, required, text } from "../../cli/options.ts";
import { readText } from "../../csv/text.ts";
import {
  agreesNewest,
  checkGuidance,
  guidanceDocuments,
  guidanceName,
  guidanceOn,
  theGuidance,
} from "../../domain/guidance.ts";
import { guidanceReport, outdatedReport, outdatedSaid } from "../../reports/guidance.ts";
import { addGuidance, agreeGuidance, guidanceGiven, guidanceVersions } from "../../store/guidance.ts";
import { namingFacts } from "../../store/naming.ts";
import type { Store } from "../../store/store.ts";

/** The authors of commentaries on their way who were given an older version, where the document is theirs. */
function outdated(store: Store, document: string | null, newest: number) {
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
    "Without --agreed it is a draft; the same file again with --agreed records that it was agreed.",
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
      const agreeing = agreesNewest(guidance, newest);
      const version = (newest?.version ?? 0) + (agreeing ? 0 : 1);
      if (newest && agreeing) agreeGuidance(store, newest.id, guidance);
      else addGuidance(store, document, version, guidance);
      const versions = guidanceVersions(store, document);
      const added = must(theGuidance(document, versions, version, context.today));
      const isGiven = guidanceOn(versions, context.today)?.version === version;
      const { given, naming } = outdated(store, isGiven ? document : null, version);
      return {
        report: given.length > 0 ? outdatedReport(given, naming, version) : guidanceReport(added),
        said: [
          `${agreeing ? "Recorded" : "Added"} the guidance for ${document}, ${guidanceName(added)}.`,
          ...(isGiven ? [] : ["It is given to nobody while an agreed version is there."]),
          ...(given.length > 0
            ? [
                "These authors have an older version, or none. When they were given the new one:",
                ...outdatedSaid(given, naming),
              ]
            : []),
        ],
      };
    });
  },
});
