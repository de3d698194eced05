import { command } from "../../cli/command.ts";
import { flag } from "../../cli/options.ts";
import type { Day } from "../../domain/day.ts";
import { blankedInWords, type Overdue, overdue, overdueInWords } from "../../domain/retention.ts";
import { count } from "../../domain/text.ts";
import { overdueReport } from "../../reports/retention.ts";
import {
  blankApplications,
  countTerms,
  deleteContents,
  endReserves,
  unlinkEquality,
} from "../../store/erasure.ts";
import { keptFiles, keptRounds } from "../../store/retention.ts";
import { numberSetting } from "../../store/settings.ts";
import type { Store } from "../../store/store.ts";

/** What is past its date today. */
const overdueNow = (store: Store, today: Day): Overdue[] =>
  overdue(keptRounds(store), keptFiles(store), {
    months: numberSetting(store, "unsuccessful-applicant-retention-months"),
    today,
  });

/** Blanks one thing that is past its date. */
function blank(store: Store, { what, ids, roundId }: Overdue, today: Day): void {
  if (what === "reserves whose time ended") endReserves(store, ids);
  else if (what === "contents of a file") deleteContents(store, ids);
  else if (roundId !== null && what === "equality answers") unlinkEquality(store, roundId, ids);
  else if (roundId !== null) {
    countTerms(store, roundId, ids);
    blankApplications(store, ids, today);
  }
}

export default command({
  about: "List what is kept past its date, and blank it",
  details: [
    "Applications of those who were not appointed go after the round's retention date, or so many months after the decision (setting unsuccessful-applicant-retention-months); a reserve's when their time on the list is over too. Status, perspective, region and scores stay under the code; experience and equality answers stay as counts of the round. Contents of imported files go on their own date, or with their round. With --blank it is done, in the change record too, and cannot be taken back.",
  ],
  examples: ["involve privacy retain", "involve privacy retain --blank --yes"],
  writes: true,
  args: {},
  options: { blank: flag("blank what is past its date") },
  async run(context, words) {
    const { store, today } = context;
    const due = overdueNow(store, today);
    if (!words.blank) return { report: overdueReport(due), shown: true, said: overdueInWords(due) };
    const n = due.reduce((sum, d) => sum + d.ids.length, 0);
    if (n >= 3)
      await context.confirm(
        `Blank ${count(n, "thing")} past ${n === 1 ? "its" : "their"} date? It cannot be taken back.`,
      );
    return context.write((now) => {
      const again = overdueNow(now, today);
      // Equality answers become counts before anything else goes, so that they are whole.
      const order = ["equality answers", "reserves whose time ended", "applications", "contents of a file"];
      for (const d of [...again].sort((a, b) => order.indexOf(a.what) - order.indexOf(b.what)))
        blank(now, d, today);
      return { report: overdueReport(again), said: blankedInWords(again) };
    });
  },
});
