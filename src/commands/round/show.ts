import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, fallback, flag, required, text } from "../../cli/options.ts";
import { mayReadNames } from "../../domain/applicant-names.ts";
import { theApplication } from "../../domain/panel.ts";
import { byMerit } from "../../domain/scoring.ts";
import { applicationReport, applicationsReport } from "../../reports/applications.ts";
import { roundInWords } from "../../reports/rounds.ts";
import { standingsOf } from "../../store/round-decisions.ts";
import { scoringOf } from "../../store/round-scores.ts";
import { findRound } from "../../store/rounds.ts";
import { staffCandidates } from "../../store/staff.ts";

export default command({
  about: "Show a round and its applications",
  details: [
    "Applications appear by code. Names appear only with --names, for the Involvement Management team. With the code of an application it shows that one, criterion by criterion.",
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
    const standings = standingsOf(store, round, scoring);
    if (words.application !== undefined) {
      const codes = standings.map((s) => ({ code: s.application.code, standing: s }));
      const { standing } = must(theApplication(words.application, codes, round.key));
      return { report: applicationReport(standing, words.names) };
    }
    if (words.sort === "total") standings.sort((a, b) => byMerit(a.tally, b.tally));
    const paragraphs = roundInWords(round, scoring.criteria, scoring.panel, today);
    return { report: applicationsReport(round, standings, paragraphs, words.names) };
  },
});
