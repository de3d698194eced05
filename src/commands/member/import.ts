import { command } from "../../cli/command.ts";
import { badRows } from "../../cli/errors.ts";
import { asked, choice, fallback, file, required } from "../../cli/options.ts";
import { readColumns } from "../../csv/columns.ts";
import { peopleColumns } from "../../csv/people.ts";
import { countsOf, leftOut } from "../../domain/imports.ts";
import { outcomeOf, planPeopleImport } from "../../domain/people-import.ts";
import type { PeopleImportFacts, PersonPlan } from "../../domain/people-row.ts";
import { groups } from "../../domain/person.ts";
import { privateColumnProblems } from "../../domain/private-text.ts";
import { peopleImportReport, peopleImportSaid } from "../../reports/people-import.ts";
import { recordImport } from "../../store/imports.ts";
import { applyPersonPlan, peopleImportFacts } from "../../store/people-import.ts";

/** The plan of every row, or a stop with every problem of the file in the order of its lines. */
function planned(
  bytes: Uint8Array,
  facts: PeopleImportFacts,
): { plans: readonly PersonPlan[]; unknown: readonly string[] } {
  const keys = (kind: string) => facts.words.filter((w) => w.kind === kind).map((w) => w.key);
  const words = {
    region: facts.regions,
    experience: keys("experience"),
    skill: keys("skill"),
    interest: keys("interest"),
  };
  const read = readColumns(bytes, peopleColumns(words));
  const { plans, problems } = planPeopleImport(read.rows, facts);
  const all = [...privateColumnProblems(read.unknownColumns), ...read.problems, ...problems];
  if (all.length > 0) throw badRows(...all);
  return { plans, unknown: read.unknownColumns };
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
  run(context, words) {
    const bytes = context.readFile(words.file);
    const fileName = words.file.split(/[\\/]/).at(-1) ?? words.file;
    return context.write((store) => {
      const { today, by } = context;
      const { group } = words;
      const { plans, unknown } = planned(bytes, peopleImportFacts(store, group, today));
      const from = { group, fileName, today, by };
      const people = plans.map((plan) => ({
        plan,
        id: applyPersonPlan(store, plan, from),
        outcome: outcomeOf(plan, group),
      }));
      recordImport(store, { kind: "members", name: words.file, bytes }, countsOf(people), context);
      return {
        report: peopleImportReport(people, group),
        said: [...peopleImportSaid(words.file, people, group), ...leftOut(unknown)],
      };
    });
  },
});
