import { command } from "../../cli/command.ts";
import { exits, must, usage } from "../../cli/errors.ts";
import { asked, day, fallback, file, flag, text, wholeNumber } from "../../cli/options.ts";
import { projectColumns } from "../../csv/projects.ts";
import { openSheet, type RawSheet } from "../../csv/raw.ts";
import { readSaid, readTable } from "../../csv/table.ts";
import type { Day } from "../../domain/day.ts";
import { countsOf, importSentence, newRefs } from "../../domain/imports.ts";
import { checkNewProject, type NewProject } from "../../domain/project.ts";
import { planProjects } from "../../domain/project-plan.ts";
import { every, ifGiven, withProblems } from "../../domain/result.ts";
import { keyOf } from "../../domain/text.ts";
import { addedSaid, projectsReport } from "../../reports/projects.ts";
import { type ImportedFile, recordImport } from "../../store/imports.ts";
import { keepProjects } from "../../store/project-sheets.ts";
import { addProject, bandKeys, projectCandidates, projectRows } from "../../store/projects.ts";
import { findStaff } from "../../store/staff.ts";
import type { Store } from "../../store/store.ts";
import { wholeProjects } from "../../store/whole-projects.ts";

function addOne(
  store: Store,
  project: NewProject & { readonly lead: string | undefined; readonly withLean: boolean },
  today: Day,
) {
  const checked = checkNewProject(project, {
    bands: bandKeys(store),
    sameTitle: projectCandidates(store, project.title)[0],
  });
  const found = ifGiven(project.lead, (text) => findStaff(store, text));
  const { lead } = must(every({ checked, lead: found }));
  const id = addProject(store, project, lead?.id ?? null, !project.withLean, today);
  return {
    report: projectsReport(wholeProjects(store, today, id), today),
    said: addedSaid(id, project),
  };
}

const titleOrFile = {
  code: "missing",
  message: "A title or --from-file, and not both.",
  remedy: 'For example: involve project add "Coming home from a crisis house" --places 3',
};

type SheetFile = ImportedFile & { readonly sheet: RawSheet };

/** Adds or fills in every project of a sheet, or names every bad row. */
function addSheet(store: Store, file: SheetFile, made: { today: Day; by: string }) {
  const columns = projectColumns((text) => findStaff(store, text));
  const read = readTable(file.sheet, columns);
  const led = ({ lead, ...row }: (typeof read.rows)[number]["value"]) => ({ ...row, leadId: lead?.id });
  const rows = read.rows.map(({ line, value }) => ({ line, value: led(value) }));
  const planned = planProjects(rows, { bands: bandKeys(store), existing: projectRows(store) });
  const plan = must(withProblems(read.problems, planned), exits.rows);
  const kept = keepProjects(store, plan, made.today);
  const counts = countsOf(plan);
  recordImport(store, file, counts, made);
  const whole = kept.flatMap(({ id }) => wholeProjects(store, made.today, id));
  const said = [importSentence(file.name, counts, newRefs("project", kept)), ...readSaid(read)];
  return { report: projectsReport(whole, made.today), said };
}

export default command({
  about: "Add a project",
  details: [
    "The brief is what people are told before they are asked: aims, lead, dates, places, time a month, pay, and a note on anything in it that may be hard. With --from-file it reads a CSV file of projects; a title that is there already is filled in or corrected, and blanks never overwrite.",
  ],
  examples: [
    'involve project add "Coming home from a crisis house" --lead "Dr Maeve Lynch" --starts 2026-07-01 --ends 2027-06-30 --places 3 --hours-per-month 6 --pay-basis half-day',
    "involve project add --from-file projects.csv",
  ],
  writes: true,
  args: { title: asked(text("what it is called", "TITLE")) },
  options: {
    aims: asked(text("what it wants to find out, in plain words")),
    lead: asked(text("who leads it, on the staff", "STAFF", "staff")),
    starts: asked(day("the day it starts")),
    ends: asked(day("the day it ends")),
    places: asked(fallback(wholeNumber("how many people it has room for", 0, 1000), "1")),
    hoursPerMonth: wholeNumber("hours a month it asks of each of them", 0, 744),
    payBasis: text("the payment band of a session", "BAND", "band"),
    contentNote: text("what the work touches on, so that people can choose"),
    withLean: flag("ask LEAN together with the LEWG, not after it"),
    fromFile: file("a CSV file of projects, in place of the words above"),
  },
  async run(context, { title, fromFile, starts, ends, payBasis, ...words }) {
    const { today } = context;
    if (title !== undefined && fromFile === undefined) {
      const band = payBasis === undefined ? undefined : keyOf(payBasis);
      const project = { ...words, title, startsOn: starts, endsOn: ends, payBasis: band };
      return context.write((store) => addOne(store, project, today));
    }
    if (title !== undefined || fromFile === undefined) throw usage(titleOrFile);
    const bytes = context.readFile(fromFile);
    const sheet = must(await openSheet(fromFile, bytes), exits.rows);
    return context.write((store) =>
      addSheet(store, { kind: "projects", name: fromFile, bytes, sheet }, context),
    );
  },
});
