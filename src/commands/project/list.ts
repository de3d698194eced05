import { command } from "../../cli/command.ts";
import { flag } from "../../cli/options.ts";
import { isOverdue } from "../../domain/offer.ts";
import { projectStanding } from "../../domain/project.ts";
import { offersReport, overdueSaid } from "../../reports/project-parts.ts";
import { projectsReport } from "../../reports/projects.ts";
import { offerRows } from "../../store/offers.ts";
import { wholeProjects } from "../../store/whole-projects.ts";

export default command({
  about: "List projects",
  details: [
    "With places, offers made and waiting, and how many are on the team. --overdue lists the offers whose day to reply is over instead.",
  ],
  examples: [
    "involve project list",
    "involve project list --open --format json",
    "involve project list --overdue",
  ],
  args: {},
  options: {
    open: flag("only projects that have not ended or been closed"),
    overdue: flag("the offers nobody has replied to by the day they were asked to"),
  },
  run({ store, today }, words) {
    const late = offerRows(store).filter((o) => isOverdue(o, today));
    if (words.overdue) return { report: offersReport(late), said: overdueSaid(late) };
    const all = wholeProjects(store, today).filter(
      ({ project }) => !words.open || !["ended", "closed"].includes(projectStanding(project, today)),
    );
    return { report: projectsReport(all, today) };
  },
});
