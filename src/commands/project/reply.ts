import { command } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { day, fallback, flag, member, required, text } from "../../cli/options.ts";
import { askedThrough, stillThere } from "../../domain/asked.ts";
import { projectStanding } from "../../domain/project.ts";
import { ref } from "../../domain/ref.ts";
import { checkReply, type ReplyRequest, replySaid } from "../../domain/reply.ts";
import { every } from "../../domain/result.ts";
import { standsNow } from "../../domain/team-short.ts";
import { offersReport } from "../../reports/project-parts.ts";
import { offerRows } from "../../store/offers.ts";
import { findPerson, memberships } from "../../store/people.ts";
import { findProject } from "../../store/projects.ts";
import { teamsAsked } from "../../store/team-short.ts";
import { onTeamOn, recordReply, teamRows } from "../../store/teams.ts";

interface Answers {
  readonly accept: boolean;
  readonly decline: boolean;
  readonly noReply: boolean;
  readonly withdraw: boolean;
}

/** The one answer among the four flags; none, or two, make no sense. */
function replyMeant(words: Answers): ReplyRequest["reply"] {
  const given: ReplyRequest["reply"][] = [
    ...(words.accept ? ["accepted" as const] : []),
    ...(words.decline ? ["declined" as const] : []),
    ...(words.noReply ? ["no-reply" as const] : []),
    ...(words.withdraw ? ["withdrawn" as const] : []),
  ];
  const [only] = given;
  if (only && given.length === 1) return only;
  throw usage({
    code: given.length === 0 ? "missing" : "two-answers",
    message: given.length === 0 ? "The reply is missing." : "Only one reply can be recorded.",
    remedy: "Use one of --accept, --decline, --no-reply and --withdraw.",
  });
}

export default command({
  about: "Record the answer to an offer",
  examples: [
    "involve project reply P-001 M-003 --accept",
    "involve project reply P-001 M-005 --decline --on 2026-06-24",
    "involve project reply P-001 M-007 --accept --late",
  ],
  writes: true,
  oneOf: [{ question: "What did they say?", words: ["accept", "decline", "noReply", "withdraw"] }],
  args: {
    project: required(text("the project, by ref or title", "PROJECT", "project")),
    member: required(member("who replied")),
  },
  options: {
    accept: flag("they accepted: they are on the team"),
    decline: flag("they declined; no reason is recorded"),
    noReply: flag("the day to reply by is over and nothing came"),
    withdraw: flag("we took the offer back, for example because the places are filled"),
    on: fallback(day("the day they replied"), "today"),
    late: flag("the reply came after the day it was asked for by, and still counts"),
  },
  run(context, words) {
    const reply = replyMeant(words);
    return context.write((store) => {
      const { project, person } = must(
        every({ project: findProject(store, words.project), person: findPerson(store, words.member) }),
      );
      const { id, knownAs } = person;
      const request: ReplyRequest = {
        project: ref("project", project.id),
        name: `${ref("member", id)} ${knownAs}`,
        offers: offerRows(store, project.id).filter((o) => o.personId === id),
        ...{ reply, on: words.on, today: context.today, late: words.late, places: project.places },
        standing: projectStanding(project, words.on),
        onTeam: teamRows(store, project.id).filter((t) => onTeamOn(t, context.today)).length,
        left: !stillThere(askedThrough(memberships(store, id), context.today)),
      };
      const offer = must(checkReply(request));
      recordReply(store, project, offer, reply, words.on);
      return {
        report: offersReport(offerRows(store, project.id).filter((o) => o.id === offer.id)),
        said: [replySaid(request), ...standsNow(teamsAsked(store, [project.id], context.today), id)],
      };
    });
  },
});
