import { command } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { day, fallback, flag, member, required, text } from "../../cli/options.ts";
import { conflictSaid, planProjectConflict } from "../../domain/project-conflict.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { conflictsReport } from "../../reports/project-parts.ts";
import { findPerson } from "../../store/people.ts";
import { projectConflicts, saveConflict } from "../../store/project-changes.ts";
import { findProject } from "../../store/projects.ts";
import { holdingOf } from "../../store/teams.ts";

export default command({
  about: "Record somebody's conflict of interest with a project, or take it back",
  details: [
    "Whoever has one is not proposed for that project; it decides nothing about any other. The note is for the management team only. With the project alone it shows those on record.",
  ],
  examples: [
    'involve project conflict P-001 M-009 --note "works in the service that is studied"',
    "involve project conflict P-001 M-009 --remove",
    "involve project conflict P-001",
  ],
  writes: true,
  args: {
    project: required(text("the project, by ref or title", "PROJECT", "project")),
    member: member("whose conflict of interest"),
  },
  options: {
    note: text("what it is, as far as they agree it is kept"),
    on: fallback(day("the day they declared it"), "today"),
    remove: flag("it is no longer one, or never was"),
  },
  run(context, words) {
    const { member: who, note, remove, on } = words;
    if (who === undefined) {
      if (note !== undefined || remove)
        throw usage({
          code: "missing",
          message: "Whose conflict of interest? The person is missing.",
          remedy: 'For example: involve project conflict P-001 M-009 --note "works in that service"',
        });
      const { id } = must(findProject(context.store, words.project));
      return {
        report: conflictsReport(ref("project", id), projectConflicts(context.store, id)),
        shown: true,
      };
    }
    return context.write((store) => {
      const { project, person } = must(
        every({ project: findProject(store, words.project), person: findPerson(store, who) }),
      );
      const existing = projectConflicts(store, project.id).find((c) => c.personId === person.id);
      const names = {
        project: ref("project", project.id),
        name: `${ref("member", person.id)} ${person.knownAs}`,
      };
      const request = { ...names, existing, note, remove, on, today: context.today };
      const action = must(planProjectConflict(request));
      saveConflict(store, action, existing, { projectId: project.id, personId: person.id, note, on });
      return {
        report: conflictsReport(names.project, projectConflicts(store, project.id)),
        said: conflictSaid(request, action, holdingOf(store, project.id, person.id, context.today)),
      };
    });
  },
});
