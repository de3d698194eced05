import { command } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { type ImportKind, importFile, importOptions } from "../../cli/importing.ts";
import { asked, choice, fallback, file, required } from "../../cli/options.ts";
import { asPeople, peopleColumns } from "../../csv/people.ts";
import { planPeopleImport } from "../../domain/people-import.ts";
import type { PersonPlan } from "../../domain/people-row.ts";
import { groups } from "../../domain/person.ts";
import { ref } from "../../domain/ref.ts";
import { fileNameOf } from "../../domain/text.ts";
import { applyPersonPlan, peopleImportFacts, peopleWords } from "../../store/people-import.ts";

type Columns = ReturnType<typeof peopleColumns>;

/** A file of people who join a group. */
function people({ today, by }: Context, file: string, group: string): ImportKind<Columns, PersonPlan> {
  const from = { group, fileName: fileNameOf(file), today, by };
  return {
    kind: "members",
    identity: "ref",
    clears: true,
    columns: (store) => peopleColumns(peopleWords(store)),
    plan(store, rows, { blanks }) {
      const read = asPeople(rows);
      const { rows: plans, problems } = planPeopleImport(
        read.rows,
        peopleImportFacts(store, group, today),
        blanks,
      );
      return { rows: plans, problems: [...read.problems, ...problems] };
    },
    apply: (store, { write }) => ref("member", applyPersonPlan(store, write, from)),
  };
}

export default command({
  about: "Bring in people from a file",
  details: [
    "Columns: known_as, full_name (or first_name and last_name), pronouns, email, phone, perspective, region, experiences, skills, interests, notes, joined_on, consents, consents_on and, to say who is meant, ref. Lists in a cell are separated by semicolons.",
    "Somebody who is here is found by ref, else by e-mail address, else by full name and telephone number. Blank cells change nothing unless --blanks clear is given, and a consent once withdrawn is not given again by a file. All rows are brought in, or none; with --partial the good ones.",
  ],
  examples: [
    "involve member import lean.csv --group lean --dry-run",
    "involve member import lean.csv --group lean",
    'involve member import answers.xlsx --map "What shall we call you?=known_as" --mapping forms',
  ],
  writes: true,
  args: { file: required(file("a CSV file or an XLSX workbook")) },
  options: { group: asked(fallback(choice("the group they join", groups), "lean")), ...importOptions },
  run: (context, words) => importFile(context, words, people(context, words.file, words.group)),
});
