import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, many, member, required, text } from "../../cli/options.ts";
import { checkRelease, releaseSaid } from "../../domain/assign.ts";
import { ref } from "../../domain/ref.ts";
import { every, together } from "../../domain/result.ts";
import { teamReport } from "../../reports/project-parts.ts";
import { findPerson } from "../../store/people.ts";
import { releaseFrom } from "../../store/project-changes.ts";
import { findProject } from "../../store/projects.ts";
import { teamRows } from "../../store/teams.ts";

export default command({
  about: "Release people from a project team from a day on",
  details: [
    "They hold no place from that day on, and what they did stays on record. No reason is needed, and none is asked for; where one helps the team it can be kept, and it is never about somebody's life.",
    "Whoever steps back before they begin gives up the place from that day, and no record says that they were on the team.",
  ],
  examples: [
    "involve project release P-003 M-014",
    'involve project release P-003 M-006 M-015 --on 2026-10-31 --reason "the interviews are done"',
  ],
  writes: true,
  args: {
    project: required(text("the project, by ref or title", "PROJECT", "project")),
    members: required(many(member("who is released"))),
  },
  options: {
    on: fallback(day("the day from which they hold no place"), "today"),
    reason: text("what helps the team to know, if anything", "REASON"),
  },
  run: (context, words) =>
    context.write((store) => {
      const { project, people } = must(
        every({
          project: findProject(store, words.project),
          people: together([...new Set(words.members)].map((m) => findPerson(store, m))),
        }),
      );
      const rows = teamRows(store, project.id);
      const named = people.map(({ id, knownAs }) => {
        const name = `${ref("member", id)} ${knownAs}`;
        return { name, times: rows.filter((r) => r.personId === id).map((r) => ({ ...r, name })) };
      });
      const name = ref("project", project.id);
      const ended = must(checkRelease({ project: name, people: named, on: words.on }));
      for (const { id } of ended) releaseFrom(store, id, words.on, words.reason);
      const ids = ended.map((e) => e.id);
      return {
        report: teamReport(teamRows(store, project.id).filter((t) => ids.includes(t.id))),
        said: releaseSaid(name, ended, words.on, context.today),
      };
    }),
});
