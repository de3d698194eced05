import { command } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { must, usage } from "../../cli/errors.ts";
import { checkNoFile, type ImportKind, importFile, importOptions } from "../../cli/importing.ts";
import { asked, day, fallback, file, flag, text, wholeNumber } from "../../cli/options.ts";
import { projectColumns } from "../../csv/projects.ts";
import type { Day } from "../../domain/day.ts";
import { checkNewProject, type NewProject } from "../../domain/project.ts";
import { type ProjectWrite, planProjects } from "../../domain/project-plan.ts";
import { ref } from "../../domain/ref.ts";
import { every, ifGiven } from "../../domain/result.ts";
import { keyOf } from "../../domain/text.ts";
import { addedSaid, projectsReport } from "../../reports/projects.ts";
import { saveProject } from "../../store/project-sheets.ts";
import { addProject, bandKeys, projectCandidates } from "../../store/projects.ts";
import { findStaff } from "../../store/staff.ts";
import type { Store } from "../../store/store.ts";
import { projectRooms, wholeProjects } from "../../store/whole-projects.ts";

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

type Columns = ReturnType<typeof projectColumns<{ readonly id: number; readonly name: string }>>;

/** A file of projects, each added or filled in. */
const projects = ({ today }: Context): ImportKind<Columns, ProjectWrite> => ({
  kind: "projects",
  identity: null,
  clears: true,
  columns: (store) => projectColumns((text) => findStaff(store, text)),
  plan(store, rows, { blanks }) {
    const led = rows.map(({ value: { lead, ...project }, ...row }) => ({
      ...row,
      value: { ...project, leadId: lead?.id, leadName: lead?.name },
    }));
    return planProjects(led, { bands: bandKeys(store), existing: projectRooms(store, today) }, blanks);
  },
  apply: (store, { write }) => ref("project", saveProject(store, write, today)),
});

export default command({
  about: "Add a project",
  details: [
    "The brief is what people are told before they are asked: aims, lead, dates, places, time a month, pay, and a note on anything in it that may be hard. With --from-file it reads a file of projects; a title that is there already is filled in or corrected, and blanks never overwrite unless --blanks clear is given.",
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
    fromFile: file("a CSV file or an XLSX workbook of projects, in place of the words above"),
    ...importOptions,
  },
  run(context, words) {
    const { title, fromFile, starts, ends, payBasis, ...more } = words;
    const { today } = context;
    if (title !== undefined && fromFile === undefined) {
      checkNoFile(words);
      const band = payBasis === undefined ? undefined : keyOf(payBasis);
      const project = { ...more, title, startsOn: starts, endsOn: ends, payBasis: band };
      return context.write((store) => addOne(store, project, today));
    }
    if (title !== undefined || fromFile === undefined) throw usage(titleOrFile);
    return importFile(context, { ...words, file: fromFile }, projects(context));
  },
});
