import { command } from "../../cli/command.ts";
import { badRows, exits, must } from "../../cli/errors.ts";
import { asked, choice, fallback, file, required } from "../../cli/options.ts";
import { readRows } from "../../csv/columns.ts";
import { peopleColumns } from "../../csv/people.ts";
import { readSheet, type Sheet } from "../../csv/sheet.ts";
import { changesOfPlan, planPeopleImport } from "../../domain/people-import.ts";
import type { PeopleImportFacts, PersonPlan } from "../../domain/people-row.ts";
import { groups } from "../../domain/person.ts";
import { privateColumnProblems } from "../../domain/private-text.ts";
import { ref } from "../../domain/ref.ts";
import { count, listed } from "../../domain/text.ts";
import { type ImportedPerson, outcomeOf, peopleImportReport } from "../../reports/people-import.ts";
import { recordImport } from "../../store/imports.ts";
import { applyPersonPlan, peopleImportFacts } from "../../store/people-import.ts";

/** The plan of every row, or a stop with every problem of the file in the order of its lines. */
function planned(
  sheet: Sheet,
  facts: PeopleImportFacts,
): { plans: readonly PersonPlan[]; unknown: readonly string[] } {
  const keys = (kind: string) => facts.words.filter((w) => w.kind === kind).map((w) => w.key);
  const words = {
    region: facts.regions,
    experience: keys("experience"),
    skill: keys("skill"),
    interest: keys("interest"),
  };
  const read = readRows(sheet, peopleColumns(words));
  const { plans, problems } = planPeopleImport(read.rows, facts);
  const all = [...privateColumnProblems(sheet.columns), ...read.problems, ...problems];
  if (all.length > 0) throw badRows(...all);
  return { plans, unknown: read.unknownColumns };
}

function sentences(people: readonly ImportedPerson[], group: string, unknown: readonly string[]): string[] {
  const of = (outcome: string) => people.filter((p) => outcomeOf(p.plan, group) === outcome);
  const added = of("new").map((p) => ref("member", p.id));
  const range =
    added.length > 1 ? ` (${added[0]} to ${added.at(-1)})` : added.length === 1 ? ` (${added[0]})` : "";
  return [
    `${count(people.length, "row")}: ${added.length} new${range}, ${of("updated").length} updated, ${of("unchanged").length} unchanged.`,
    ...of("updated").map(
      ({ plan, id }) =>
        `  line ${plan.line}: ${ref("member", id)} ${plan.knownAs}: ${listed(changesOfPlan(plan, group))}`,
    ),
    ...people.flatMap(({ plan }) => plan.notes.map((note) => `  line ${plan.line}: ${note}`)),
    ...(unknown.length > 0 ? [`Not read, as nothing is known of them: ${unknown.join(", ")}.`] : []),
  ];
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
    const sheet = must(readSheet(bytes), exits.rows);
    const fileName = words.file.split(/[\\/]/).at(-1) ?? words.file;
    return context.write((store) => {
      const { today, by } = context;
      const { group } = words;
      const { plans, unknown } = planned(sheet, peopleImportFacts(store, group, today));
      const from = { group, fileName, today, by };
      const people = plans.map((plan) => ({ plan, id: applyPersonPlan(store, plan, from) }));
      const of = (outcome: string): number =>
        people.filter((p) => outcomeOf(p.plan, group) === outcome).length;
      const counts = { added: of("new"), updated: of("updated"), unchanged: of("unchanged") };
      recordImport(store, { kind: "members", name: fileName, bytes }, counts, { on: today, by });
      return { report: peopleImportReport(people, group), said: sentences(people, group, unknown) };
    });
  },
});
