import { command } from "../../cli/command.ts";
import { flag } from "../../cli/options.ts";
import { projectStanding } from "../../domain/project.ts";
import { projectsReport } from "../../reports/projects.ts";
import { wholeProjects } from "../../store/whole-projects.ts";

export default command({
  about: "List projects",
  details: ["With places, offers made and waiting, and how many are on the team."],
  examples: ["involve project list", "involve project list --open --format json"],
  args: {},
  options: { open: flag("only projects that have not ended or been closed") },
  run(context, words) {
    const { today } = context;
    const all = wholeProjects(context.store, today).filter(
      ({ project }) => !words.open || !["ended", "closed"].includes(projectStanding(project, today)),
    );
    return { report: projectsReport(all, today) };
  },
});
