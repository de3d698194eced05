import { command, type Outcome } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { choice, day, fallback, flag, many, member, text, wholeNumber } from "../../cli/options.ts";
import { type MatchRequest, readers, readMatchWords, tooManyToTry } from "../../domain/match-ask.ts";
import { recordedSaid } from "../../domain/offer-run.ts";
import { noneOf } from "../../domain/result.ts";
import { everybodySection, explainReport, whatIfSection } from "../../reports/explain.ts";
import { matchReport } from "../../reports/match.ts";
import { besideSections } from "../../reports/match-change.ts";
import { matchForPerson, matchForProject } from "../../reports/match-outward.ts";
import type { MatchTold } from "../../reports/match-rows.ts";
import { type Engine, loadEngine } from "../../solver/engine.ts";
import { besideOf } from "../../solver/teams-beside.ts";
import { obstaclesOf } from "../../solver/teams-obstacles.ts";
import { solveWith } from "../../solver/teams-solve.ts";
import { everybodysWhatIfs, whereTheyStand } from "../../solver/teams-what-if.ts";
import { type MatchWords, matchAsked, pairsAsked, standingsOf } from "../../store/match-asked.ts";
import { mendingsOf } from "../../store/match-mending.ts";
import { namingFacts } from "../../store/naming.ts";
import { peopleCount } from "../../store/people.ts";
import { recordRun, runOn } from "../../store/runs.ts";
import type { Store } from "../../store/store.ts";

type Words = MatchRequest & { readonly record: boolean };

/** How one person stands, for the team or for themselves. */
function explained(store: Store, engine: Engine, told: MatchTold, words: Words) {
  const found = must(standingsOf(store, words.explain ?? "", told.facts, told.run));
  const who = words.for === "person" ? "you" : "they";
  const mendings = mendingsOf(store, told.run.facts);
  const { id, standings, ways } = whereTheyStand(engine, told.run, found, { mendings, who });
  if (who === "you") return matchForPerson(standings, told, ways);
  return explainReport(id, standings, told, whatIfSection(told, standings, ways));
}

/** The whole answer, with what was asked about beside it. */
function whole(store: Store, engine: Engine, told: MatchTold, words: Words) {
  const ask = { ...must(pairsAsked(store, words, told.run)), alternatives: words.alternatives };
  const beside = besideSections(told, must(besideOf(engine, told.run, ask)));
  if (!words.whatIf) return matchReport(told, beside);
  must(noneOf(tooManyToTry(told.run)));
  const ways = everybodysWhatIfs(engine, told.run, mendingsOf(store, told.run.facts));
  return matchReport(told, [everybodySection(told, ways), ...beside]);
}

/** The answer, told to whom it is for; and on record where that is asked for. */
function matched(store: Store, engine: Engine, wanted: MatchWords, words: Words, version: string): Outcome {
  const asked = must(matchAsked(store, wanted));
  const run = runOn(asked.facts, solveWith(engine));
  const told = { run, ...asked, obstacles: obstaclesOf(engine, run) };
  const report =
    words.for === "project"
      ? matchForProject(told, namingFacts(store))
      : words.explain === undefined
        ? whole(store, engine, told, words)
        : explained(store, engine, told, words);
  if (!words.record) return { report, shown: true };
  return { report, said: recordedSaid(run, recordRun(store, run, { on: wanted.day, program: version })) };
}

export default command({
  about: "Propose teams for one project or several, with reasons",
  details: [
    "Gates are what has to hold before somebody is asked: a member now, cleared, with the time and every required need, and so on. Whoever does not pass one is not ranked, and each such gate is named. The others are ranked by the points of the match policy, equals by a lot that is always the same for the same data. The proposal is the best team for the places left; several projects, or --all, are weighed together. Required needs of teams come first, then places, then the working group before the network, then desired needs of teams, then points less what rotation costs, then what people accepted already.",
    "What cannot be met comes first: why, which needs clash, the nearest ways out, and where to look next.",
    "Lived experience counts only for people who agreed to that use, and the answer never says which experience somebody has. Nobody who fails a gate is proposed, unless by --include with --because: one reason for everybody included, or one for each in the same order. --with and --without say what a change by hand would cost and for whom.",
  ],
  examples: [
    "involve project match P-001",
    "involve project match P-001 --explain M-003",
    "involve project match --all --reconsider --alternatives 3",
    'involve project match P-001 --include M-009 --because "training ends before the project starts" --record',
  ],
  writes: true,
  args: { projects: many(text("a project, by ref or title; none with --all", "PROJECT", "project")) },
  options: {
    all: flag("every project that is not over"),
    explain: member("say of one person how they stand, part by part"),
    for: fallback(choice("who reads it: a project team and a person get their part only", readers), "team"),
    widen: choice("ask beyond the LEWG: LEAN, or people from outside both too", ["lean", "external"]),
    reconsider: flag("look again at places that were accepted and have not begun; as few change as can be"),
    atMost: wholeNumber("at most so many of these projects for anybody", 1, 100),
    whatIf: flag("say of everybody what would get them proposed; each is tried, so it takes a while"),
    alternatives: wholeNumber("how many of the next best teams to show", 1, 20),
    with: many(text("what it would cost to have this person: M-009, or P-003:M-009", "MEMBER", "member")),
    without: many(text("what it would cost to leave this person out", "MEMBER", "member")),
    include: many(member("consider somebody who does not pass every gate")),
    because: many(text("why they are included", "REASON")),
    record: flag("put this run on record, to be made again later"),
    asAt: day("the day it is worked out for; today where left out"),
  },
  async run(context, words) {
    const reasons = must(readMatchWords(words), exits.usage);
    const wanted = { ...words, reasons, day: words.asAt ?? context.today };
    const engine = await loadEngine(peopleCount(context.store));
    const answer = (store: Store): Outcome => matched(store, engine, wanted, words, context.programVersion);
    return words.record ? context.write(answer) : answer(context.store);
  },
});
