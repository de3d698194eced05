import { command, type Outcome } from "../../cli/command.ts";
import type { Context } from "../../cli/context.ts";
import { must } from "../../cli/errors.ts";
import { acknowledge, day, many, member, required, text } from "../../cli/options.ts";
import { askedOf } from "../../domain/asked.ts";
import { addDays, type Day } from "../../domain/day.ts";
import { runOf } from "../../domain/decision-runs.ts";
import { checkOffers } from "../../domain/offer.ts";
import { proposedBy } from "../../domain/offer-run.ts";
import { offersTo } from "../../domain/offer-to.ts";
import { offersSaid } from "../../domain/offer-words.ts";
import { projectStanding } from "../../domain/project.ts";
import { ref } from "../../domain/ref.ts";
import { every, ifGiven, problemsOf, together, withProblems } from "../../domain/result.ts";
import { offersReport } from "../../reports/project-parts.ts";
import { type Engine, loadEngine } from "../../solver/engine.ts";
import { solveWith } from "../../solver/teams-solve.ts";
import { watchCeilings } from "../../store/ceiling-watch.ts";
import { matchFacts } from "../../store/matching.ts";
import { addOffer, offerRows } from "../../store/offers.ts";
import { findPerson, peopleCount } from "../../store/people.ts";
import { findProject } from "../../store/projects.ts";
import { recordRun, runOn, savedRuns } from "../../store/runs.ts";
import { numberSetting } from "../../store/settings.ts";
import type { Store } from "../../store/store.ts";

/** What `project offer` is asked to do. */
interface Words {
  readonly project: string;
  readonly members: readonly string[];
  readonly replyBy: Day | undefined;
  readonly reason: string | undefined;
  readonly run: string | undefined;
  readonly acknowledge: string | undefined;
}

/** Checks and records the offers, and holds what they would bring against the ceilings of whoever is asked. */
function offered(
  store: Store,
  { today, by, programVersion }: Context,
  engine: Engine,
  words: Words,
): Outcome {
  const { project, people } = must(
    every({
      project: findProject(store, words.project),
      people: together(words.members.map((m) => findPerson(store, m))),
    }),
  );
  const facts = matchFacts(store, project, today, undefined);
  const asked = askedOf(people, facts.people, project.lewgFirst);
  const run = runOn([{ ...facts, asked }], solveWith(engine));
  const saved = savedRuns(store);
  const found = ifGiven(words.run, (r) => runOf(saved, facts.project, r));
  const follows = found.ok ? found.value : undefined;
  const to = offersTo(people, facts.people, run, follows && proposedBy(follows, facts.project));
  const replyBy = words.replyBy ?? addDays(today, numberSetting(store, "offer-reply-days"));
  const standing = projectStanding(project, today);
  const request = { ...words, project: facts.project, standing, to, today, replyBy };
  const plan = must(withProblems(problemsOf(found), checkOffers(request)));
  const runId = follows?.id ?? recordRun(store, run, { on: today, program: programVersion });
  const ids = plan.map((offer) => addOffer(store, project.id, offer, { on: today, replyBy, runId }));
  const work = { people: people.map((p) => p.id), refs: [`project:${ref("project", project.id)}`] };
  const watched = must(
    watchCeilings(store, { stage: "offer", ...work, acknowledge: words.acknowledge, by, today }),
  );
  return {
    report: offersReport(offerRows(store, project.id).filter((o) => ids.includes(o.id))),
    said: [...offersSaid(request, plan, run, facts, saved), ...watched],
  };
}

export default command({
  about: "Offer a place on a project",
  details: [
    "Everybody named is checked against the gates of the match. With --reason a place can be offered all the same, and the reason is kept; no reason opens the way to somebody who has left. Naming somebody from LEAN or from outside widens the offer to them, and that is recorded. The match it rests on goes on record with it; with --run it rests on one that is on record already, such as one of several projects.",
  ],
  examples: [
    "involve project offer P-001 M-003 M-005",
    "involve project offer P-001 M-003 M-005 --run R-001 --reply-by 2026-06-30",
    'involve project offer P-001 M-014 --reason "asked for by the project lead, will finish training in May"',
  ],
  writes: true,
  args: {
    project: required(text("the project, by ref or title", "PROJECT", "project")),
    members: required(many(member("who is offered a place"))),
  },
  options: {
    replyBy: day("the day to reply by; after the unit's usual number of days where left out"),
    run: text("the recorded proposal it follows, also of several projects together", "RUN", "run"),
    reason: text("why the offer departs from a gate or from the proposal", "REASON"),
    acknowledge: acknowledge(),
  },
  async run(context, words) {
    const engine = await loadEngine(peopleCount(context.store));
    return context.withReason(words.acknowledge, "over-ceiling", (agreed) =>
      context.write((store) => offered(store, context, engine, { ...words, acknowledge: agreed })),
    );
  },
});
