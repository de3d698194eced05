import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, fallback, flag, required, text } from "../../cli/options.ts";
import { mayReadNames } from "../../domain/applicant-names.ts";
import { theApplication } from "../../domain/panel.ts";
import { bySeenMerit } from "../../domain/score-view.ts";
import { applicationReport, applicationsReport } from "../../reports/applications.ts";
import { roundInWords } from "../../reports/rounds.ts";
import { progressOf } from "../../store/round-changes.ts";
import { panelGapsOf } from "../../store/round-panel.ts";
import { scoringOf } from "../../store/round-scores.ts";
import { seenStandings } from "../../store/round-standings.ts";
import { aimsOf, findRound } from "../../store/rounds.ts";
import { staffCandidates } from "../../store/staff.ts";

export default command({
  about: "Show a round and its applications",
  details: [
    "Applications appear by code. Names appear only with --names, for the Involvement Management team. With the code of an application it shows that one, criterion by criterion. Scores of a stage show when all of them are in.",
  ],
  examples: [
    "involve round show autumn-2025",
    "involve round show autumn-2025 A-017",
    "involve round show autumn-2025 --sort total --names",
  ],
  args: {
    round: required(text("the round", "ROUND", "round")),
    application: text("the code of one application", "CODE"),
  },
  options: {
    names: flag("also the applicants' names (Involvement Management team)"),
    sort: fallback(choice("the order of the applications", ["code", "total"]), "code"),
  },
  run({ store, today, by }, words) {
    const round = must(findRound(store, words.round));
    if (words.names) must(mayReadNames(by, staffCandidates(store, by), today));
    const scoring = scoringOf(store, round);
    const standings = seenStandings(store, round, scoring);
    if (words.application !== undefined) {
      const standing = must(theApplication(words.application, standings, round.key));
      return { report: applicationReport(standing, words.names) };
    }
    if (words.sort === "total") standings.sort((a, b) => bySeenMerit(a.seen, b.seen));
    const gaps = panelGapsOf(store, round, scoring.criteria, today);
    const progress = progressOf(store)(round.id);
    const facts = { ...scoring, aims: aimsOf(store, round.id), gaps, progress };
    const paragraphs = roundInWords(round, facts, standings, today);
    return { report: applicationsReport(round, standings, paragraphs, words.names) };
  },
});
