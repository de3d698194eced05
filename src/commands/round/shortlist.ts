import { command } from "../../cli/command.ts";
import { must, usage } from "../../cli/errors.ts";
import { choice, flag, many, required, text, wholeNumber } from "../../cli/options.ts";
import { codeOf } from "../../domain/applicant.ts";
import type { Day } from "../../domain/day.ts";
import { missingScores } from "../../domain/score-view.ts";
import { proposeShortlist } from "../../domain/shortlist.ts";
import {
  overrides,
  planShortlist,
  type ShortlistWords,
  shortlistInWords,
} from "../../domain/shortlist-plan.ts";
import { shortlistReport } from "../../reports/shortlist.ts";
import { panelGapsOf } from "../../store/round-panel.ts";
import { scoringOf } from "../../store/round-scores.ts";
import { interviewedIn, saveShortlist } from "../../store/round-shortlist.ts";
import { seenStandings } from "../../store/round-standings.ts";
import { findRound } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

/** Who is proposed for interview and what would be decided, with the report that shows both. */
function propound(
  store: Store,
  key: string,
  words: ShortlistWords & { readonly interview: number | undefined; readonly today: Day },
) {
  const round = must(findRound(store, key));
  const scoring = scoringOf(store, round);
  const standings = seenStandings(store, round, scoring);
  const open = standings.filter((s) => s.status !== "withdrawn" && !s.blanked);
  const proposal = proposeShortlist(open, words.interview ?? round.places);
  const interviewed = interviewedIn(store, round.id);
  const facts = {
    round,
    today: words.today,
    missing: missingScores(standings),
    gaps: panelGapsOf(store, round, scoring.criteria, words.today),
    interviewed: standings.filter((s) => interviewed.has(s.id)).map((s) => s.code),
  };
  const decided = must(planShortlist(proposal, words, facts));
  return { round, decided, ties: proposal.ties, report: shortlistReport(round, decided, proposal.ties) };
}

export default command({
  about: "Propose who goes to interview, and record it",
  details: [
    "Ranks the applications by their scores of shortlisting, when all of them are in, and proposes the best; whoever is equal at the last place is proposed too. It only shows; with --record it goes on record, and only those on the list are scored at interview. --with and --without depart from the proposal, with a reason. Recording again replaces what was recorded.",
    "A panel without enough shortlisters, or without somebody from the working group among them, is pointed out and stops the recording, and so do scores that are missing. Where it has to go on all the same, --despite says in spite of what, with a reason.",
  ],
  examples: [
    "involve round shortlist autumn-2025 --interview 24",
    "involve round shortlist autumn-2025 --interview 24 --record",
    'involve round shortlist autumn-2025 --interview 24 --with A-017 --record --reason "The only one who cares for a child"',
  ],
  writes: true,
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {
    interview: wholeNumber("how many to interview; as many as there are places where left out", 1, 1000),
    with: many(text("interview this applicant though they are not proposed", "CODE")),
    without: many(text("leave this applicant out though they are proposed", "CODE")),
    record: flag("record this as decided"),
    despite: many(choice("record it in spite of this", overrides, "WHAT")),
    reason: text("why it departs from the proposal, or goes on all the same", "TEXT"),
  },
  run(context, words) {
    const { today, by } = context;
    if (words.despite.length > 0 && !words.record)
      throw usage({
        code: "record-only",
        message: "--despite is for recording.",
        remedy: 'Add --record and --reason "why"; with --dry-run nothing is written.',
      });
    const wanted = { ...words, today, with: words.with.map(codeOf), without: words.without.map(codeOf) };
    if (!words.record) {
      const { report } = propound(context.store, words.round, wanted);
      return { report, shown: true, said: ["Nothing is recorded yet. To record it, add: --record"] };
    }
    return context.write((store) => {
      const { round, decided, ties, report } = propound(store, words.round, wanted);
      saveShortlist(store, round.id, decided, { on: today, by });
      return { report, said: shortlistInWords(round, decided, ties) };
    });
  },
});
