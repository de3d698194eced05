import { command } from "../../cli/command.ts";
import { must, refused } from "../../cli/errors.ts";
import { many, required, text } from "../../cli/options.ts";
import { codeOf } from "../../domain/applicant.ts";
import { proposalToDecide } from "../../domain/basis.ts";
import type { Day } from "../../domain/day.ts";
import { decide, decisionInWords, recordingProblems } from "../../domain/decision.ts";
import type { Departures } from "../../domain/departures.ts";
import { problemsOf } from "../../domain/result.ts";
import { decidedReport } from "../../reports/decided.ts";
import { saveDecision } from "../../store/round-decisions.ts";
import { basisOf, hashesOf, proposalsOf } from "../../store/round-proposals.ts";
import { findRound } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

/** What is decided on the latest proposal on record, which must still fit the store. */
function decided(store: Store, key: string, wanted: Departures & { readonly today: Day }) {
  const round = must(findRound(store, key));
  const saved = proposalsOf(store, round.id).at(-1) ?? null;
  const basis = saved?.facts ? must(basisOf(store, round, saved.facts.ask, wanted.today)) : null;
  const proposal = must(proposalToDecide(saved, basis && hashesOf(basis.facts), round.key));
  const { entrants = [], aims = [], stayers = [] } = basis ?? {};
  const { ask, pool } = proposal.facts;
  const proposed = { ...proposal, roundKey: round.key, places: pool.places, reserves: ask.reserves };
  const decision = decide(proposed, entrants, wanted, codeOf);
  const problems = [...problemsOf(decision), ...recordingProblems(round, wanted)];
  if (problems.length > 0) throw refused(...problems);
  const rows = must(decision);
  return { round, proposal, rows, report: decidedReport(round, rows, entrants, aims, stayers) };
}

export default command({
  about: "Record who people decided to choose, with a reason for every departure",
  details: [
    "Rests on the latest proposal that was put on record with round select --record. --with and --without depart from it, and every departure needs its own reason. Somebody left out of the chosen goes to the head of the reserve list; somebody left out of the reserve list leaves it. Deciding again replaces what was decided; the earlier decision stays in the change record.",
  ],
  examples: [
    'involve round decide autumn-2025 --reason "Agreed by the panel on 3 October"',
    'involve round decide autumn-2025 --reason "Agreed by the panel" --with A-017 --without A-003 --because "A-017, A-003: A-003 asked to wait a year"',
  ],
  writes: true,
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {
    reason: text("why, as you would say it to an applicant", "TEXT"),
    with: many(text("choose this application though it is not proposed", "CODE")),
    without: many(text("leave this application out though it is proposed", "CODE")),
    because: many(text("why one departure, or several, is made: CODE: why", "TEXT")),
  },
  run(context, words) {
    const { today, by } = context;
    const codes = { with: words.with.map(codeOf), without: words.without.map(codeOf) };
    return context.write((store) => {
      const { round, proposal, rows, report } = decided(store, words.round, { ...words, ...codes, today });
      saveDecision(store, { round, proposalId: proposal.id, decided: rows, on: today, by });
      return { report, said: decisionInWords(round, rows) };
    });
  },
});
