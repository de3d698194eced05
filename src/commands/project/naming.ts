import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, member, required, text } from "../../cli/options.ts";
import { consentEnded, consentEndedSentence, nameOf, printed } from "../../domain/naming.ts";
import { checkNaming } from "../../domain/naming-choice.ts";
import { ref } from "../../domain/ref.ts";
import { every, together } from "../../domain/result.ts";
import { checkOnTeam, teamForms } from "../../domain/team-list.ts";
import { teamListReport } from "../../reports/team-list.ts";
import { addNaming, namingFacts } from "../../store/naming.ts";
import { saidOn } from "../../store/naming-history.ts";
import { findPerson } from "../../store/people.ts";
import { findProject } from "../../store/projects.ts";
import type { Store } from "../../store/store.ts";
import { teamListFacts } from "../../store/team-list.ts";
import { teamRows } from "../../store/teams.ts";

function sentence(store: Store, projectId: number, person: { id: number; knownAs: string }): string {
  const output = { kind: "project", id: projectId } as const;
  const facts = namingFacts(store, [person.id]);
  const who = `${ref("member", person.id)} ${person.knownAs}`;
  const told = nameOf(facts, person.id, output, "project");
  if (consentEnded(facts, person.id, output))
    return `Recorded for ${who}. ${consentEndedSentence(person.id)}`;
  return told.shown
    ? `Recorded: ${who} is named to the team of ${ref("project", projectId)} as "${printed(told)}".`
    : `Recorded: ${who} is undecided, so their name is withheld from the list of ${ref("project", projectId)}.`;
}

export default command({
  about: "Record how somebody wishes to be named to a project team",
  details: [
    "The choice is for the list that this project's team sees (involve project team P-003 --for project), and can be changed at any time. Forms: full (their full name), other, initials, pen-name (these three with --as), undecided (withheld).",
  ],
  examples: [
    'involve project naming P-003 M-006 --form other --as "Jo" --how e-mail',
    'involve project naming P-003 M-015 --form full --how "by phone"',
  ],
  writes: true,
  args: {
    project: required(text("the project, by ref or title", "PROJECT", "project")),
    member: required(member("who is on the team")),
  },
  options: {
    form: required(choice("how they wish to be named", teamForms, "FORM")),
    as: text("exactly as it is to be shown", "NAME"),
    how: required(text("how they told you: e-mail, by phone, on the form", "HOW")),
    on: fallback(day("the day they told you"), "today"),
  },
  run: (context, { form, as: wording, how, on, ...words }) =>
    context.write((store) => {
      const { project, person } = must(
        every({ project: findProject(store, words.project), person: findPerson(store, words.member) }),
      );
      const output = ref("project", project.id);
      const team = teamRows(store, project.id);
      const name = `${ref("member", person.id)} ${person.knownAs}`;
      const request = { form, wording, how, on };
      const about = { kind: "project", id: project.id } as const;
      const days = { today: context.today, saidOn: saidOn(store, person.id, about) };
      must(
        together<unknown>([
          checkOnTeam(output, name, team.filter((t) => t.personId === person.id).length),
          checkNaming(request, { ...days, output, inPrint: false }),
        ]),
      );
      addNaming(store, person.id, about, request, context.by);
      const facts = teamListFacts(store, project.id, context.today, context.today);
      return {
        report: teamListReport(`${output} ${project.title}`, team, facts, context.today),
        said: [sentence(store, project.id, person)],
      };
    }),
});
