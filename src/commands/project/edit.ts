import { command, type Outcome } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { must, somethingToChange } from "../../cli/errors.ts";
import { acknowledge, choice, day, flag, many, required, text, wholeNumber } from "../../cli/options.ts";
import type { Day } from "../../domain/day.ts";
import {
  asksMore,
  clearableOfProject,
  type ProjectEdit,
  planProjectEdit,
  projectEditInWords,
} from "../../domain/project-edit.ts";
import { ref } from "../../domain/ref.ts";
import { ifGiven, no, problemsOf, withProblems } from "../../domain/result.ts";
import { standsNow } from "../../domain/team-short.ts";
import { keyOf } from "../../domain/text.ts";
import { projectsReport } from "../../reports/projects.ts";
import { watchCeilings } from "../../store/ceiling-watch.ts";
import { projectEditFacts, saveEdited } from "../../store/project-changes.ts";
import { findProject } from "../../store/projects.ts";
import { findStaff } from "../../store/staff.ts";
import type { Store } from "../../store/store.ts";
import { teamsAsked } from "../../store/team-short.ts";
import { wholeProjects } from "../../store/whole-projects.ts";

type Words = Omit<ProjectEdit, "lead" | "startsOn" | "endsOn"> & {
  readonly project: string;
  readonly lead: string | undefined;
  readonly starts: Day | undefined;
  readonly ends: Day | undefined;
};

function changed(store: Store, { today, by }: Context, words: Words, agreed: string | undefined): Outcome {
  const lead = ifGiven(words.lead, (t) => findStaff(store, t));
  const found = findProject(store, words.project);
  const project = must(found.ok ? found : no(...found.problems, ...problemsOf(lead)));
  const payBasis = words.payBasis === undefined ? undefined : keyOf(words.payBasis);
  const facts = projectEditFacts(store, project, words.title, today);
  const leader = lead.ok ? lead.value : undefined;
  const edit = { ...words, lead: leader, payBasis, startsOn: words.starts, endsOn: words.ends };
  const after = must(withProblems(problemsOf(lead), planProjectEdit(edit, facts)));
  saveEdited(store, after);
  const work = { refs: [`project:${ref("project", project.id)}`] };
  const watched = asksMore(project, after)
    ? must(watchCeilings(store, { stage: "offer", ...work, acknowledge: agreed, by, today }))
    : [];
  return {
    report: projectsReport(wholeProjects(store, today, project.id), today),
    said: [
      projectEditInWords(project, after),
      ...watched,
      ...standsNow(teamsAsked(store, [project.id], today)),
    ],
  };
}

const options = {
  title: text("what it is called", "TITLE"),
  aims: text("what it wants to find out, in plain words"),
  lead: text("who leads it, on the staff", "STAFF", "staff"),
  starts: day("the day it starts"),
  ends: day("the day it ends"),
  places: wholeNumber("how many people it has room for", 0, 1000),
  hoursPerMonth: wholeNumber("hours a month it asks of each of them", 0, 744),
  payBasis: text("the payment band of a session", "BAND", "band"),
  contentNote: text("what the work touches on, so that people can choose"),
  clear: many(choice("a detail to empty", clearableOfProject, "DETAIL")),
  lewgFirst: flag("ask the LEWG before LEAN"),
  withLean: flag("ask LEAN together with the LEWG, not after it"),
  reopen: flag("open a closed project again; its team stays released"),
};

export default command({
  about: "Change what a project says of itself",
  details: [
    "What is left out stays as it is; --clear empties a detail. A project keeps room for those on its team and for what its needs ask of the team. Where it asks for more hours, pays otherwise, or begins sooner or ends later, ceilings that people on its team, or with an open offer, asked us to watch are looked at again.",
  ],
  examples: [
    "involve project edit P-001 --places 4 --ends 2027-09-30",
    'involve project edit P-001 --content-note "Some interviews touch on restraint." --hours-per-month 8',
    "involve project edit P-001 --clear pay-basis",
  ],
  writes: true,
  args: { project: required(text("the project, by ref or title", "PROJECT", "project")) },
  options: { ...options, acknowledge: acknowledge() },
  run(context, { acknowledge: given, ...words }) {
    const { project: _project, ...more } = words;
    somethingToChange("project edit", more);
    return context.withReason(given, "over-ceiling", (agreed) =>
      context.write((store) => changed(store, context, words, agreed)),
    );
  },
});
