import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, flag, required, text } from "../../cli/options.ts";
import { planWithdrawal, withdrawalInWords } from "../../domain/application-one.ts";
import { theApplication } from "../../domain/panel.ts";
import { statusReport } from "../../reports/application-changes.ts";
import { saveWithdrawal, withdrawable } from "../../store/round-withdrawals.ts";
import { findRound } from "../../store/rounds.ts";

export default command({
  about: "Record that somebody withdrew their application",
  details: [
    "Somebody may withdraw at any time until they are appointed, and no reason is kept. From then on they are on no sheet, no shortlist and in no proposal. --back counts an application again, where they changed their mind.",
  ],
  examples: ["involve round withdraw autumn-2026 A-017", "involve round withdraw autumn-2026 A-017 --back"],
  writes: true,
  args: {
    round: required(text("the round", "ROUND", "round")),
    application: required(text("the code of the application", "CODE")),
  },
  options: {
    on: fallback(day("the day they withdrew"), "today"),
    back: flag("they changed their mind: count it again"),
  },
  run(context, words) {
    const { today } = context;
    return context.write((store) => {
      const round = must(findRound(store, words.round));
      const application = must(theApplication(words.application, withdrawable(store, round.id), round.key));
      const plan = must(planWithdrawal(application, words, { round, today }));
      saveWithdrawal(store, plan);
      return {
        report: statusReport(application.code, plan),
        said: withdrawalInWords(application, plan),
      };
    });
  },
});
