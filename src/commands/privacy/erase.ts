import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { required, text } from "../../cli/options.ts";
import { theApplication } from "../../domain/panel.ts";
import { erasedInWords, mayErase } from "../../domain/retention.ts";
import { erasedReport } from "../../reports/retention.ts";
import { blankApplications, deleteSheets, withdrawErased } from "../../store/erasure.ts";
import { keptRounds } from "../../store/retention.ts";
import { findRound } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

/** The application that is meant, where it may be erased. */
function meant(store: Store, key: string, code: string) {
  const round = must(findRound(store, key));
  const kept = keptRounds(store).find((r) => r.id === round.id)?.applications ?? [];
  return { round, application: must(mayErase(must(theApplication(code, kept, round.key)), round.key)) };
}

export default command({
  about: "Erase what an applicant told us, because they ask",
  details: [
    "At any time before they are appointed. Name, contact details, statement, experience, equality answers and notes about them go, in the change record and in the sheets they came with too; the code stays with status, perspective and region, for the counts. Somebody still in the round is withdrawn from it. It cannot be taken back.",
  ],
  examples: ["involve privacy erase autumn-2025 A-023 --yes"],
  writes: true,
  args: {
    round: required(text("the round", "ROUND", "round")),
    application: required(text("the code of the application", "CODE")),
  },
  options: {},
  async run(context, words) {
    const { application, round } = meant(context.store, words.round, words.application);
    await context.confirm(`Erase what ${application.code} of ${round.key} told us? It cannot be taken back.`);
    return context.write((store) => {
      const again = meant(store, words.round, words.application).application;
      if (again.status !== "unsuccessful") withdrawErased(store, again.id, context.today);
      blankApplications(store, [again.id], context.today);
      const contents = deleteSheets(store, round.id);
      return {
        report: erasedReport(round.key, again.code, contents),
        said: erasedInWords(round.key, again, contents),
      };
    });
  },
});
