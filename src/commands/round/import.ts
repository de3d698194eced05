import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { file, flag, required, text } from "../../cli/options.ts";
import { applicationColumns, asApplication } from "../../csv/applications.ts";
import { openSheet, type RawSheet } from "../../csv/raw.ts";
import { readSaid, readTable } from "../../csv/table.ts";
import {
  type ApplicationFacts,
  applicationsInWords,
  type PlannedApplication,
  planApplications,
} from "../../domain/application.ts";
import { countsOf } from "../../domain/imports.ts";
import { withProblems } from "../../domain/result.ts";
import { stillOpen } from "../../domain/round.ts";
import { importReport } from "../../reports/application-changes.ts";
import { recordImport } from "../../store/imports.ts";
import { applicationsOf, saveApplication } from "../../store/round-applications.ts";
import { applicantsKnown } from "../../store/round-known.ts";
import { findRound, wordsInUse } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

/** What the sheet would change; every bad row at once. */
function plan(store: Store, sheet: RawSheet, facts: ApplicationFacts) {
  const read = readTable(sheet, applicationColumns(wordsInUse(store)));
  const plan = planApplications(read.rows.map(asApplication), facts);
  return {
    planned: must(withProblems(read.problems, plan), exits.rows),
    said: readSaid(read),
  };
}

/** Writes the rows of the plan; says who was known here, or applied in another round, before they applied. */
function save(store: Store, { round, today }: ApplicationFacts, planned: readonly PlannedApplication[]) {
  const known = applicantsKnown(store, round);
  return planned
    .filter((p) => p.outcome !== "unchanged")
    .flatMap((p) => {
      const before = p.outcome === "new" ? known(p.code, p.fields) : { personId: null, said: [] };
      saveApplication(store, round.id, p, { today, personId: before.personId });
      return before.said;
    });
}

export default command({
  about: "Bring in applications from a CSV file",
  details: [
    "Columns: known_as, full_name, pronouns, email, phone, perspective, region, experiences, skills, interests (several words separated by ;), statement, received_on, and the equality questions, which are kept apart. Applications get codes in the order of the file. The same applicant is found again by e-mail, else by name and telephone; a blank cell never overwrites.",
  ],
  examples: ["involve round import autumn-2026 applications.csv --dry-run"],
  writes: true,
  args: {
    round: required(text("the round", "ROUND", "round")),
    file: required(file("a CSV file with a row for each application")),
  },
  options: { late: flag("take in applications received after the closing day") },
  async run(context, { round: key, file: name, late }) {
    const bytes = context.readFile(name);
    const sheet = must(await openSheet(name, bytes), exits.rows);
    return context.write((store) => {
      const round = must(stillOpen(must(findRound(store, key))));
      const facts = { round, today: context.today, late, known: applicationsOf(store, round.id, true) };
      const { planned, said } = plan(store, sheet, facts);
      const known = save(store, facts, planned);
      recordImport(store, { kind: "applications", name, bytes }, countsOf(planned), context);
      return {
        report: importReport(planned),
        said: [...applicationsInWords(name, planned, round), ...known, ...said],
      };
    });
  },
});
