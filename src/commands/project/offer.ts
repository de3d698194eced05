import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, many, member, required, text } from "../../cli/options.ts";
import { askedOf } from "../../domain/asked.ts";
import { addDays } from "../../domain/day.ts";
import { type MatchFacts, standsWith } from "../../domain/match.ts";
import { checkOffers, type OfferTo } from "../../domain/offer.ts";
import { offersSaid } from "../../domain/offer-words.ts";
import { projectStanding } from "../../domain/project.ts";
import { ref } from "../../domain/ref.ts";
import { every, together } from "../../domain/result.ts";
import { offersReport } from "../../reports/project-parts.ts";
import { matchFacts } from "../../store/matching.ts";
import { addOffer, offerRows } from "../../store/offers.ts";
import { findPerson } from "../../store/people.ts";
import { findProject } from "../../store/projects.ts";
import { type Run, recordRun, runOn } from "../../store/runs.ts";
import { numberSetting } from "../../store/settings.ts";

/** Each person with how they stand in the run, or, where the run left them out, with the project. */
const offerTo = (
  people: readonly { id: number; knownAs: string }[],
  facts: MatchFacts,
  run: Run,
): OfferTo[] =>
  people.map(({ id, knownAs }) => {
    const person = facts.people.find((p) => p.id === id);
    const stands = run.answer.people.find((p) => p.id === id) ?? (person && standsWith(person, run.facts));
    const never = [{ code: "not-active" as const, sentence: "was never in any group" }];
    return {
      id,
      name: `${ref("member", id)} ${knownAs}`,
      group: stands?.group ?? "external",
      gates: stands?.gates ?? never,
      proposed: stands?.proposed ?? false,
    };
  });

export default command({
  about: "Offer a place on a project",
  details: [
    "Everybody named is checked against the gates of the match. With --reason a place can be offered all the same, and the reason is kept; no reason opens the way to somebody who has left. Naming somebody from LEAN or from outside widens the offer to them, and that is recorded. The match it rests on goes on record with it.",
  ],
  examples: [
    "involve project offer P-001 M-003 M-005",
    "involve project offer P-001 M-003 --reply-by 2026-06-30",
    'involve project offer P-001 M-014 --reason "asked for by the project lead, will finish training in May"',
  ],
  writes: true,
  args: {
    project: required(text("the project, by ref or title", "PROJECT", "project")),
    members: required(many(member("who is offered a place"))),
  },
  options: {
    replyBy: day("the day to reply by; after the unit's usual number of days where left out"),
    reason: text("why the offer departs from a gate or from the proposal", "REASON"),
  },
  run(context, words) {
    return context.write((store) => {
      const { today } = context;
      const { project, people } = must(
        every({
          project: findProject(store, words.project),
          people: together(words.members.map((m) => findPerson(store, m))),
        }),
      );
      const facts = matchFacts(store, project, today, undefined);
      const asked = askedOf(people, facts.people, project.lewgFirst);
      const run = runOn({ ...facts, asked });
      const to = offerTo(people, facts, run);
      const replyBy = words.replyBy ?? addDays(today, numberSetting(store, "offer-reply-days"));
      const standing = projectStanding(project, today);
      const request = { project: facts.project, standing, to, today, replyBy, reason: words.reason };
      const plan = must(checkOffers(request));
      const runId = recordRun(store, run);
      const ids = plan.map((offer) => addOffer(store, project.id, offer, { on: today, replyBy, runId }));
      return {
        report: offersReport(offerRows(store, project.id).filter((o) => ids.includes(o.id))),
        said: offersSaid(request, plan, run.answer, facts),
      };
    });
  },
});
