import { command, type Outcome } from "../../cli/command.ts";
import { exits, must, usage } from "../../cli/errors.ts";
import { choice, day, flag, many, member, text, wholeNumber } from "../../cli/options.ts";
import { includedFor } from "../../domain/match-ask.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { explainReport } from "../../reports/explain.ts";
import { matchReport } from "../../reports/match.ts";
import { besideSections } from "../../reports/match-change.ts";
import { type Engine, loadEngine } from "../../solver/engine.ts";
import { besideOf } from "../../solver/teams-beside.ts";
import { solveWith } from "../../solver/teams-solve.ts";
import { type MatchWords, matchAsked, pairsMeant, standingsOf } from "../../store/match-asked.ts";
import { recordRun, runOn } from "../../store/runs.ts";
import type { Store } from "../../store/store.ts";

/** What is asked about beside the proposal itself. */
interface Words {
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly alternatives: number | undefined;
  readonly explain: string | undefined;
  readonly record: boolean;
}

/** The answer, told; and on record where that is asked for. */
function matched(store: Store, engine: Engine, wanted: MatchWords, words: Words, version: string): Outcome {
  const { facts, ...names } = must(matchAsked(store, wanted));
  const told = { run: runOn(facts, solveWith(engine)), ...names };
  const pairs = every({
    with: pairsMeant(store, words.with, told.run, false),
    without: pairsMeant(store, words.without, told.run, true),
  });
  const ask = { ...must(pairs), alternatives: words.alternatives };
  const more = besideSections(told, must(besideOf(engine, told.run, ask)));
  const shown = !words.record;
  const said: string[] = [];
  if (words.record) {
    const run = ref("run", recordRun(store, told.run, { on: wanted.day, program: version }));
    said.push(`On record as ${run}. To make it again: involve project replay ${run}`);
  }
  if (words.explain === undefined) return { report: matchReport(told, more), said, shown };
  const { id, standings } = must(standingsOf(store, words.explain, facts, told.run));
  return { report: explainReport(id, standings, told, more), said, shown };
}

export default command({
  about: "Propose teams for one project or several, with reasons",
  details: [
    "Whoever does not pass every gate is not ranked, and the gate is named. The others are ranked by the points of the match policy, equals by a lot that is always the same for the same data. The proposal is the best team for the places left; several projects, or --all, are weighed together. Required needs of teams come first, then places, then the working group before the network, then points less what rotation costs, then what people accepted already.",
    "Lived experience counts only for people who agreed to that use, and the answer never says which experience somebody has. Nobody who fails a gate is proposed, unless by --include with --because: one reason for everybody included, or one for each in the same order. --with and --without say what a change by hand would cost and for whom.",
  ],
  examples: [
    "involve project match P-001",
    "involve project match P-001 --explain M-003",
    "involve project match --all --reconsider --alternatives 3",
    "involve project match P-002 --widen lean --format json",
    'involve project match P-001 --include M-009 --because "training ends before the project starts" --record',
  ],
  writes: true,
  args: { projects: many(text("a project, by ref or title; none with --all", "PROJECT", "project")) },
  options: {
    all: flag("every project that is not over"),
    explain: member("say of one person how they stand, part by part"),
    widen: choice("ask beyond the LEWG: LEAN, or people from outside both too", ["lean", "external"]),
    reconsider: flag("look again at places that were accepted and have not begun; as few change as can be"),
    alternatives: wholeNumber("how many of the next best teams to show", 1, 20),
    with: many(text("what it would cost to have this person: M-009, or P-003:M-009", "MEMBER", "member")),
    without: many(text("what it would cost to leave this person out", "MEMBER", "member")),
    include: many(member("consider somebody who does not pass every gate")),
    because: many(text("why they are included", "REASON")),
    record: flag("put this run on record, to be made again later"),
    asAt: day("the day it is worked out for; today where left out"),
  },
  async run(context, words) {
    if (words.all === words.projects.length > 0)
      throw usage({
        code: "missing",
        message: "Name a project or more, or --all, and not both.",
        remedy: "For example: involve project match P-001, or: involve project match --all",
      });
    const reasons = must(includedFor(words.include, words.because), exits.usage);
    const wanted = { ...words, reasons, day: words.asAt ?? context.today };
    const engine = await loadEngine();
    const answer = (store: Store): Outcome => matched(store, engine, wanted, words, context.programVersion);
    return words.record ? context.write(answer) : answer(context.store);
  },
});
