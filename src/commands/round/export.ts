import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, fallback, required, text } from "../../cli/options.ts";
import { telling } from "../../domain/applicant.ts";
import { stages } from "../../domain/round.ts";
import { planSheet } from "../../domain/score-sheet.ts";
import { count, listed } from "../../domain/text.ts";
import { sheetReport } from "../../reports/applications.ts";
import { applicationsOf } from "../../store/round-applications.ts";
import { scoringOf } from "../../store/round-scores.ts";
import { findRound } from "../../store/rounds.ts";

export default command({
  about: "Write the applications as those who score may see them",
  details: [
    "Codes, what applicants bring and their statements; no names, no contact details, no region, no equality answers. Each criterion of the stage has an empty column: a filled-in sheet comes back with round score --from-file sheet.csv.",
    "With --scorer the sheet is that person's: it leaves out applications they have a conflict of interest with, and says whose it is, so that the scores come back as theirs. The sheet of the interview has only those who were shortlisted.",
  ],
  examples: [
    "involve round export autumn-2025 --output sheet.csv",
    'involve round export autumn-2025 --scorer "Harriet Osei" --output harriet.csv',
    'involve round export autumn-2025 --stage interview --scorer "Rosa Delgado" --output rosa.csv',
  ],
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {
    stage: fallback(choice("what the scores are for", stages), "shortlisting"),
    scorer: text("who on the panel the sheet is for", "NAME", "contributor"),
  },
  run({ store }, words) {
    const round = must(findRound(store, words.round));
    const { criteria, panel, conflicts } = scoringOf(store, round);
    const applications = applicationsOf(store, round.id).filter((a) => !a.blanked);
    const facts = { round: round.key, applications, panel, conflicts };
    const { rows, scorer, leftOut } = must(planSheet(words, facts));
    const named = telling(rows);
    return {
      report: sheetReport(
        round,
        rows,
        criteria.filter((c) => c.stage === words.stage),
        { stage: words.stage, scorer },
      ),
      said: [
        ...(leftOut.length === 0
          ? []
          : [
              `Left out, because ${words.scorer} has a conflict of interest with ${leftOut.length === 1 ? "it" : "them"}: ${listed(leftOut)}.`,
            ]),
        ...(named.length === 0
          ? []
          : [
              `Please read before sending: ${count(named.length, "statement mentions", "statements mention")} the applicant's own name or contact details: ${named.join(", ")}.`,
            ]),
      ],
    };
  },
});
