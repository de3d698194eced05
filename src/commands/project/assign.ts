import { command, type Outcome } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { must } from "../../cli/errors.ts";
import { acknowledge, asked, day, many, member, required, text } from "../../cli/options.ts";
import { askedOf } from "../../domain/asked.ts";
import { assignSaid, checkAssign } from "../../domain/assign.ts";
import type { Day } from "../../domain/day.ts";
import { offersTo } from "../../domain/offer-to.ts";
import { projectStanding } from "../../domain/project.ts";
import { every, together } from "../../domain/result.ts";
import { teamReport } from "../../reports/project-parts.ts";
import { watchCeilings } from "../../store/ceiling-watch.ts";
import { matchFacts } from "../../store/matching.ts";
import { findPerson } from "../../store/people.ts";
import { findProject } from "../../store/projects.ts";
import type { Store } from "../../store/store.ts";
import { addToTeam, onTeamOn, teamRows } from "../../store/teams.ts";

interface Words {
  readonly project: string;
  readonly members: readonly string[];
  readonly reason: string;
  readonly role: string | undefined;
  readonly from: Day | undefined;
  readonly acknowledge: string | undefined;
}

function assigned(store: Store, { today, by }: Context, words: Words): Outcome {
  const { project, people } = must(
    every({
      project: findProject(store, words.project),
      people: together(words.members.map((m) => findPerson(store, m))),
    }),
  );
  const facts = matchFacts(store, project, today, undefined);
  const asked = askedOf(people, facts.people, project.lewgFirst);
  const first = words.from ?? today;
  const from = project.startsOn !== null && project.startsOn > first ? project.startsOn : first;
  const request = {
    ...{ project: facts.project, standing: projectStanding(project, today), reason: words.reason, from },
    ...{
      to: offersTo(people, facts.people, { facts: [{ ...facts, asked }], answers: [] }),
      endsOn: project.endsOn,
      places: project.places,
    },
    onTeam: teamRows(store, project.id).filter((t) => onTeamOn(t, from) || onTeamOn(t, today)).length,
  };
  const to = must(checkAssign(request));
  const ids = to.map((t) => addToTeam(store, project.id, t.id, { ...words, on: today, from }));
  const work = { people: to.map((t) => t.id), refs: [`project:${facts.project}`] };
  const watched = watchCeilings(store, {
    ...{ stage: "offer" as const, ...work, acknowledge: words.acknowledge, by, today },
  });
  return {
    report: teamReport(teamRows(store, project.id).filter((t) => ids.includes(t.id))),
    said: [...assignSaid(request), ...must(watched)],
  };
}

export default command({
  about: "Put people on a project team without an offer",
  details: [
    "For somebody who was asked in another way: a place is usually offered first. The reason is kept, and gates of the match that it opens are named. Nobody is put on a team who has left, is on it, or has an offer that waits, and never more people than there are places.",
  ],
  examples: [
    'involve project assign P-003 M-012 --reason "has been part of it since the grant was written"',
    'involve project assign P-003 M-021 --from 2026-06-01 --role "co-lead" --reason "named in the grant"',
  ],
  writes: true,
  args: {
    project: required(text("the project, by ref or title", "PROJECT", "project")),
    members: required(many(member("who joins the team"))),
  },
  options: {
    reason: required(text("why without an offer", "REASON")),
    from: asked(day("the day they join; today, or the project's first day if that is later, where left out")),
    role: text("what they are on the team, where it is not a member"),
    acknowledge: acknowledge(),
  },
  run: (context, words) =>
    context.withReason(words.acknowledge, "over-ceiling", (agreed) =>
      context.write((store) => assigned(store, context, { ...words, acknowledge: agreed })),
    ),
});
