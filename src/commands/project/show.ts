import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { standsNow } from "../../domain/team-short.ts";
import { projectReport } from "../../reports/projects.ts";
import { projectConflicts } from "../../store/project-changes.ts";
import { findProject } from "../../store/projects.ts";
import { teamsAsked } from "../../store/team-short.ts";
import { wholeProjects } from "../../store/whole-projects.ts";

export default command({
  about: "Show a project, its needs, offers, team and conflicts of interest",
  examples: ["involve project show P-001", "involve project show P-001 --format json"],
  args: { project: required(text("the project, by ref or title", "PROJECT", "project")) },
  options: {},
  run(context, words) {
    const { id } = must(findProject(context.store, words.project));
    const [whole] = wholeProjects(context.store, context.today, id);
    if (!whole) throw new Error(`project ${id} went away`);
    return {
      report: projectReport(whole, projectConflicts(context.store, id), context.today),
      said: standsNow(teamsAsked(context.store, [id], context.today)),
    };
  },
});
