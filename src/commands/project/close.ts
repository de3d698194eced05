import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, required, text } from "../../cli/options.ts";
import { theirsFrom } from "../../domain/assign.ts";
import type { Day } from "../../domain/day.ts";
import { offerState } from "../../domain/offer.ts";
import type { Project } from "../../domain/project.ts";
import { type CloseRequest, closeInShort, closeSaid, planClose } from "../../domain/project-close.ts";
import { ref } from "../../domain/ref.ts";
import { projectsReport } from "../../reports/projects.ts";
import { offerRows } from "../../store/offers.ts";
import { closeProject, releaseFrom, withdrawOffer } from "../../store/project-changes.ts";
import { findProject } from "../../store/projects.ts";
import type { Store } from "../../store/store.ts";
import { teamRows } from "../../store/teams.ts";
import { wholeProjects } from "../../store/whole-projects.ts";

function requestOf(store: Store, project: Project, on: Day, today: Day): CloseRequest {
  const held = (row: { id: number; personId: number; knownAs: string }, from: Day) => ({
    ...{ id: row.id, from },
    name: `${ref("member", row.personId)} ${row.knownAs}`,
  });
  return {
    project: ref("project", project.id),
    ...{ closedOn: project.closedOn, isClosed: project.status === "closed", on, today },
    waiting: offerRows(store, project.id)
      .filter((o) => offerState(o) === "waiting")
      .map((o) => held(o, o.offeredOn)),
    team: teamRows(store, project.id)
      .filter((t) => t.toOn === null || t.toOn > on)
      .map((t) => held(t, theirsFrom(t))),
  };
}

export default command({
  about: "Close a project: offers are taken back, and the team is released",
  details: [
    "From that day on nobody is asked for it and nobody is on its team; what was done stays on record. Offers that wait for a reply are taken back, and everybody on the team is released. Where that touches three people or more it asks first; off a terminal add --yes.",
  ],
  examples: ["involve project close P-003 --dry-run", "involve project close P-003 --on 2026-10-31"],
  writes: true,
  args: { project: required(text("the project, by ref or title", "PROJECT", "project")) },
  options: { on: fallback(day("the day it is closed from"), "today") },
  async run(context, { project: given, on }) {
    const { today } = context;
    const asked = must(findProject(context.store, given));
    const first = must(planClose(requestOf(context.store, asked, on, today)));
    if (first.withdrawn.length + first.released.length >= 3)
      await context.confirm(`Close ${ref("project", asked.id)} ${asked.title}: ${closeInShort(first)}?`);
    return context.write((store) => {
      const project = must(findProject(store, given));
      const plan = must(planClose(requestOf(store, project, on, today)));
      closeProject(store, project.id, on);
      for (const offer of plan.withdrawn) withdrawOffer(store, offer.id, on);
      for (const member of plan.released) releaseFrom(store, member.id, member.on);
      return {
        report: projectsReport(wholeProjects(store, today, project.id), today),
        said: closeSaid(ref("project", project.id), on, plan),
      };
    });
  },
});
