import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { telling } from "../../domain/applicant.ts";
import { count } from "../../domain/text.ts";
import { sheetReport } from "../../reports/applications.ts";
import { applicationsOf } from "../../store/round-applications.ts";
import { criteriaOf } from "../../store/round-scores.ts";
import { findRound } from "../../store/rounds.ts";

export default command({
  about: "Write the applications as shortlisters may see them",
  details: [
    "Codes, what applicants bring and their statements; no names, no contact details, no region, no equality answers. Each criterion of shortlisting has an empty column: a filled-in sheet comes back with round score --from-file sheet.csv --scorer NAME.",
  ],
  examples: ["involve round export autumn-2025 --output sheet.csv"],
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {},
  run({ store }, words) {
    const round = must(findRound(store, words.round));
    const applications = applicationsOf(store, round.id).filter(
      (a) => a.status !== "withdrawn" && !a.blanked,
    );
    const criteria = criteriaOf(store, round.id).filter((c) => c.stage === "shortlisting");
    const named = telling(applications);
    return {
      report: sheetReport(round, applications, criteria),
      said:
        named.length === 0
          ? []
          : [
              `Please read before sending: ${count(named.length, "statement mentions", "statements mention")} the applicant's own name or contact details: ${named.join(", ")}.`,
            ],
    };
  },
});
