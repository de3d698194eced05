import { command } from "../../cli/command.ts";
import { must, refused } from "../../cli/errors.ts";
import { choice, day, fallback, flag, many, member, required, text, wholeNumber } from "../../cli/options.ts";
import { codeOf } from "../../domain/applicant.ts";
import { overrides } from "../../domain/basis.ts";
import {
  afterSelecting,
  checkWish,
  noGroup,
  relaxedInWords,
  theWay,
  type Wanted,
} from "../../domain/proposing.ts";
import { methods } from "../../domain/selection.ts";
import { impossibleReport } from "../../reports/impossible.ts";
import { proposalReport } from "../../reports/proposal.ts";
import { consider } from "../../solver/consider.ts";
import { type Engine, loadEngine } from "../../solver/engine.ts";
import { priceOf } from "../../solver/proposal.ts";
import { groupSize } from "../../store/round-appointments.ts";
import { askOf, basisOf, drawnFor, saveProposal, saveRelaxation } from "../../store/round-proposals.ts";
import { panelSaid } from "../../store/round-scores.ts";
import { findRound } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

/** What the store says about a round today, and what the solver makes of it. */
function considered(store: Store, engine: Engine, wanted: Wanted) {
  const round = must(findRound(store, wanted.round));
  must(checkWish(wanted, round));
  const basis = must(basisOf(store, round, must(askOf(store, wanted)), wanted.today));
  const drawn = drawnFor(basis.facts);
  return { ...basis, ...drawn, ...consider(engine, drawn, wanted) };
}

/** The same as a report: who is proposed, or why nobody can be; and what can be done then. */
function told(store: Store, engine: Engine, wanted: Wanted) {
  const found = considered(store, engine, wanted);
  const { round, pool, answer, impossible } = found;
  const size = groupSize(store, round.group, wanted.today).people;
  const said = [...afterSelecting(found, wanted, size), ...panelSaid(store, round, wanted.today)];
  if (impossible) return { ...found, report: impossibleReport({ round, pool, ...impossible }), said };
  const swap = must(priceOf(engine, pool, answer, wanted));
  return { ...found, report: proposalReport({ ...found, answer, swap, engine: engine.name }), said };
}

/** Relaxes aims as a way is named; answers what was done, in a sentence. */
function relax(store: Store, engine: Engine, wanted: Wanted, name: string): string {
  const found = considered(store, engine, wanted);
  const way = must(theWay(found.impossible, name, found.pool, found.round));
  saveRelaxation(store, found, way, { on: wanted.today, reason: wanted.reason ?? "" });
  return relaxedInWords(found.pool, way);
}

export default command({
  about: "Propose who to choose and a reserve list, with reasons",
  details: [
    "Proposes exactly as many people as there are places, so that every aim that is a role requirement is met and the total score is as great as can be; where groups are equal, the one that covers more of the rarer experience; then by a recorded lot. Aims that are tie-breaks only exchange people of equal score. Reserves are chosen so that whoever drops out, somebody can take the place with every aim still met.",
    "It only proposes; people decide. --record puts the proposal on record with scores, aims, policy and seed, for: involve round decide. --with and --without say what a change by hand would cost. Where the aims cannot all be met it says which clash and what could be relaxed; --relax accepts one of the ways by its name.",
  ],
  examples: [
    "involve round select autumn-2025 --with A-017 --without A-003",
    'involve round select autumn-2025 --relax carer-least-3 --reason "Three applied"',
    "involve round select autumn-2025 --record",
  ],
  writes: true,
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {
    reserves: fallback(wholeNumber("how long the reserve list is", 0, 1000), "6"),
    places: wholeNumber("how many to choose, where it is not as many as the round has places", 1, 1000),
    staying: day("count members whose term goes on past this day towards the aims"),
    leaving: many(member("a member who leaves all the same")),
    method: fallback(choice("by score, or drawn by lot as fairly as can be", methods), "score"),
    seed: text("the seed for lots; drawn from the data where left out", "TEXT"),
    with: many(text("what it would cost to choose this application", "CODE")),
    without: many(text("what it would cost to leave this application out", "CODE")),
    relax: text("accept a way to make a group possible, by its name", "NAME"),
    reason: text("why an aim is relaxed", "TEXT"),
    despite: many(choice("propose in spite of this", overrides, "WHAT")),
    record: flag("put this proposal on record"),
  },
  async run(context, words) {
    const engine = await loadEngine();
    const codes = { with: words.with.map(codeOf), without: words.without.map(codeOf) };
    const wanted = { ...words, ...codes, staying: words.staying ?? null, today: context.today };
    const by = { on: context.today, engine: `${engine.name}, involve ${context.programVersion}` };
    if (!words.record && words.relax === undefined) {
      const { report, said, answer } = told(context.store, engine, wanted);
      return { report, said, shown: true, findings: answer === null };
    }
    return context.write((store) => {
      const relaxed = words.relax === undefined ? [] : [relax(store, engine, wanted, words.relax)];
      const { report, said, answer, ...basis } = told(store, engine, wanted);
      if (words.record && !answer) throw refused(noGroup(basis.round));
      if (words.record && answer) saveProposal(store, basis, answer, by);
      return { report, said: [...relaxed, ...said], shown: !words.record, findings: answer === null };
    });
  },
});
