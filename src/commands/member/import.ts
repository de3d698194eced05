import { command } from "../../cli/command.ts";
import { badRows, exits, must } from "../../cli/errors.ts";
import { asked, choice, fallback, file, required } from "../../cli/options.ts";
import { asPeople, peopleColumns } from "../../csv/people.ts";
import { openSheet, type RawSheet } from "../../csv/raw.ts";
import { readSaid, readTable } from "../../csv/table.ts";
import { countsOf } from "../../domain/imports.ts";
import { outcomeOf, planPeopleImport } from "../../domain/people-import.ts";
import type { PeopleImportFacts, PersonPlan } from "../../domain/people-row.ts";
import { groups } from "../../domain/person.ts";
import { privateColumnProblems } from "../../domain/private-text.ts";
import { peopleImportReport, peopleImportSaid } from "../../reports/people-import.ts";
import { recordImport } from "../../store/imports.ts";
import { applyPersonPlan, peopleImportFacts } from "../../store/people-import.ts";

/** The plan of every row, or a stop with every problem of the file in the order of its lines. */
function planned(
  sheet: RawSheet,
  facts: PeopleImportFacts,
): { plans: readonly PersonPlan[]; said: readonly string[] } {
  const ofKind = (kind: string) => facts.words.filter((w) => w.kind === kind);
  const words = {
    region: facts.words.filter((w) => w.kind === "region" && facts.regions.includes(w.key)),
    experience: ofKind("experience"),
    skill: ofKind("skill"),
    interest: ofKind("interest"),
  };
  const read = readTable(sheet, peopleColumns(words));
  const people = asPeople(read.rows);
  const { plans, problems } = planPeopleImport(people.rows, facts);
  const columns = privateColumnProblems(read.unknownColumns, read.header.line);
  const all = [...columns, ...read.problems, ...people.problems, ...problems];
  if (all.length > 0) throw badRows(...all);
  return { plans, said: readSaid(read) };
}

export default command({
  about: "Bring in people from a CSV file",
  details: [
    "Columns: known_as, full_name, pronouns, email, phone, perspective, region, experiences, skills, interests, notes, joined_on, consents, consents_on and, to say who is meant, ref. Lists in a cell are separated by semicolons.",
    "Somebody who is here is found by ref, else by e-mail address, else by full name and telephone number. Blank cells change nothing, and a consent once withdrawn is not given again by a file. All rows are brought in, or none.",
  ],
  examples: [
    "involve member import lean.csv --group lean --dry-run",
    "involve member import lean.csv --group lean",
  ],
  writes: true,
  args: { file: required(file("the CSV file")) },
  options: { group: asked(fallback(choice("the group they join", groups), "lean")) },
  async run(context, words) {
    const bytes = context.readFile(words.file);
    const sheet = must(await openSheet(words.file, bytes), exits.rows);
    const fileName = words.file.split(/[\\/]/).at(-1) ?? words.file;
    return context.write((store) => {
      const { today, by } = context;
      const { group } = words;
      const { plans, said } = planned(sheet, peopleImportFacts(store, group, today));
      const from = { group, fileName, today, by };
      const people = plans.map((plan) => ({
        plan,
        id: applyPersonPlan(store, plan, from),
        outcome: outcomeOf(plan, group),
      }));
      recordImport(store, { kind: "members", name: words.file, bytes }, countsOf(people), context);
      return {
        report: peopleImportReport(people, group),
        said: [...peopleImportSaid(words.file, people, group), ...said],
      };
    });
  },
});
