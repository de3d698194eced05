import { command } from "../../cli/command.ts";
import { must, refused } from "../../cli/errors.ts";
import { fallback, flag, many, required, text, wholeNumber } from "../../cli/options.ts";
import { codeOf } from "../../domain/applicant.ts";
import { composition } from "../../domain/composition.ts";
import type { Day } from "../../domain/day.ts";
import {
  afterLooking,
  checkRecording,
  type Departures,
  decide,
  decisionInWords,
} from "../../domain/decision.ts";
import { problemsOf } from "../../domain/result.ts";
import { farApart, propose, tiesAtTheBorder } from "../../domain/selection.ts";
import { selectionReport } from "../../reports/selection.ts";
import { entrantsOf, saveDecision } from "../../store/round-decisions.ts";
import { scoringOf } from "../../store/round-scores.ts";
import { aimsOf, findRound } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

/** What is proposed for a round, what would be decided, and the report that shows both. */
function propound(
  store: Store,
  key: string,
  wanted: Departures & {
    readonly places: number | undefined;
    readonly reserves: number;
    readonly record: boolean;
    readonly reason: string | undefined;
    readonly today: Day;
  },
) {
  const round = must(findRound(store, key));
  const scoring = scoringOf(store, round);
  const aims = aimsOf(store, round.id);
  const entrants = entrantsOf(store, round, scoring);
  const proposal = must(propose(entrants, wanted.places ?? round.places, wanted.reserves, round.key));
  const decision = decide(proposal, entrants, wanted);
  const recording = checkRecording(round, wanted);
  const problems = [...problemsOf(decision), ...(wanted.record ? problemsOf(recording) : [])];
  if (problems.length > 0) throw refused(...problems);
  const decided = must(decision);
  const chosen = new Set(decided.filter((d) => d.decision === "select").map((d) => d.id));
  const group = composition(
    aims,
    entrants.filter((e) => chosen.has(e.id)),
    entrants.filter((e) => e.tally.complete),
  );
  const ties = tiesAtTheBorder(proposal);
  const report = selectionReport(round, proposal, decided, entrants, group, ties);
  return { round, scoring, aims, proposal, decided, ties, report };
}

export default command({
  about: "Propose who to choose and a reserve list, and record it",
  details: [
    "Ranks the applications that are scored on every criterion by their total: the mean of the scorers' scores on each criterion, times its weight. It only shows; people decide. With --record the decision goes on record with its reason. --with and --without depart from the proposal: somebody left out of the chosen goes to the reserve list by rank, somebody left out of the reserve list leaves it.",
  ],
  examples: [
    "involve round select autumn-2025",
    'involve round select autumn-2025 --record --reason "Agreed by the panel on 3 October"',
    'involve round select autumn-2025 --with A-017 --without A-003 --record --reason "More carers are needed"',
  ],
  writes: true,
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {
    reserves: fallback(wholeNumber("how long the reserve list is", 0, 1000), "6"),
    places: wholeNumber("how many to choose, where it is not as many as the round has places", 1, 1000),
    with: many(text("choose this application though it is not proposed", "CODE")),
    without: many(text("leave this application out though it is proposed", "CODE")),
    record: flag("record this as decided"),
    reason: text("why, as you would say it to an applicant", "TEXT"),
  },
  run(context, words) {
    const { today, by } = context;
    const wanted = { ...words, today, with: words.with.map(codeOf), without: words.without.map(codeOf) };
    if (!words.record) {
      const { report, proposal, round } = propound(context.store, words.round, wanted);
      return { report, shown: true, said: [...farApart(proposal), afterLooking(round)] };
    }
    const engine = `involve ${context.programVersion}, by total score`;
    return context.write((store) => {
      const plan = propound(store, words.round, wanted);
      saveDecision(store, { ...plan, reason: words.reason ?? "", on: today, by, engine });
      return { report: plan.report, said: decisionInWords(plan.round, plan.decided, plan.ties) };
    });
  },
});
