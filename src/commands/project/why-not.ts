import { command, type Outcome } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, member, required, text } from "../../cli/options.ts";
import { considering } from "../../domain/match-force.ts";
import { pairAt } from "../../domain/match-problem.ts";
import { whatIfSection } from "../../reports/explain.ts";
import { whyNotReport } from "../../reports/why-not.ts";
import { type Engine, loadEngine } from "../../solver/engine.ts";
import { changedTeams } from "../../solver/teams-change.ts";
import { solveWith } from "../../solver/teams-solve.ts";
import { whereTheyStand } from "../../solver/teams-what-if.ts";
import { type MatchWords, matchAsked, standingsOf } from "../../store/match-asked.ts";
import { mendingsOf } from "../../store/match-mending.ts";
import { peopleCount } from "../../store/people.ts";
import { runOn } from "../../store/runs.ts";
import type { Store } from "../../store/store.ts";

/** How somebody stands with a project, what having them would cost and whom, and what would change it. */
function told(store: Store, engine: Engine, wanted: MatchWords, text: string): Outcome {
  const { facts, ...names } = must(matchAsked(store, wanted));
  const run = runOn(facts, solveWith(engine));
  const mendings = mendingsOf(store, run.facts);
  const found = must(standingsOf(store, text, facts, run));
  const { id, standings, ways } = whereTheyStand(engine, run, found, { mendings, who: "they" });
  const forced = considering(run, facts, id);
  const pair = pairAt(forced.posed, 0, id);
  const [standing] = standings;
  const change =
    pair === undefined || standing?.person.proposed
      ? null
      : changedTeams(engine, forced.posed.problem, forced.solved.chosen, { with: [pair] });
  const of = { run: forced, facts, ...names, obstacles: null };
  return {
    report: whyNotReport(id, standings, of, change?.teams ?? null, whatIfSection(of, standings, ways)),
  };
}

export default command({
  about: "Say why somebody is not proposed, and what having them would cost",
  details: [
    "Names every gate they do not pass, then has them on the team all the same, changes as little else as possible, and says what that would cost and whom. It also says what would get them proposed, as far as training, days, hours, the number of projects or places could; each is found by solving again.",
    "For the Involvement Management team only. What somebody may be told about themselves: involve project match P-001 --explain M-003 --for person",
  ],
  examples: ["involve project why-not P-003 M-009", "involve project why-not P-003 M-017 --widen lean"],
  args: {
    project: required(text("the project, by ref or title", "PROJECT", "project")),
    member: required(member("who is asked about")),
  },
  options: {
    widen: choice("ask beyond the LEWG: LEAN, or people from outside both too", ["lean", "external"]),
    asAt: day("the day it is worked out for; today where left out"),
  },
  async run(context, words) {
    const engine = await loadEngine(peopleCount(context.store));
    const of = {
      projects: [words.project],
      all: false,
      reconsider: false,
      include: [],
      reasons: [],
      atMost: undefined,
    };
    const wanted = { ...of, widen: words.widen, day: words.asAt ?? context.today };
    return told(context.store, engine, wanted, words.member);
  },
});
