import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, required, text } from "../../cli/options.ts";
import { ref } from "../../domain/ref.ts";
import { teamForProject, teamListSaid } from "../../domain/team-list.ts";
import { standsNow } from "../../domain/team-short.ts";
import { projectTeamReport, teamListReport } from "../../reports/team-list.ts";
import { findProject } from "../../store/projects.ts";
import { teamListFacts } from "../../store/team-list.ts";
import { teamsAsked } from "../../store/team-short.ts";
import { teamRows } from "../../store/teams.ts";

export default command({
  about: "Show who is on a project team, also as the project team may see it",
  details: [
    "For the management team: everybody who is or was on it, how they agreed to be named to the project team, and whether their experience may be told; whoever no longer meets what is required of every member is pointed out. --for project is the list for the project team itself: names as each person agreed (involve project naming), and experience only where the consent profile-sharing is in force. Of somebody whose name is withheld it says nothing else.",
  ],
  examples: ["involve project team P-003", "involve project team P-003 --for project --output team.md"],
  args: { project: required(text("the project, by ref or title", "PROJECT", "project")) },
  options: {
    for: fallback(choice("who will read it", ["management", "project"]), "management"),
    asAt: day("the day it is about; today where left out"),
  },
  run({ store, today }, words) {
    const { id, title } = must(findProject(store, words.project));
    const on = words.asAt ?? today;
    const facts = teamListFacts(store, id, on, today);
    const name = ref("project", id);
    if (words.for === "management")
      return {
        report: teamListReport(`${name} ${title}`, teamRows(store, id), facts, on),
        said: standsNow(teamsAsked(store, [id], on)),
      };
    const lines = teamForProject(facts);
    return { report: projectTeamReport(title, lines), said: teamListSaid(name, lines) };
  },
});
