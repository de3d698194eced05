import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { choice, day, fallback, file, many, member, period, required, text } from "../../cli/options.ts";
import { readQuestions, type Sheeted } from "../../csv/evaluation.ts";
import { openSheet } from "../../csv/raw.ts";
import { readSaid } from "../../csv/table.ts";
import { theMeeting } from "../../domain/attendance.ts";
import { checkNewRound, frameworks, type NewRound, startingQuestions } from "../../domain/evaluation.ts";
import { every, ifGiven } from "../../domain/result.ts";
import { openedInWords, roundsReport } from "../../reports/evaluation.ts";
import { addRound, evaluationRounds, reviewersOf } from "../../store/evaluations.ts";
import { meetingsByKey } from "../../store/meetings.ts";
import { numberSetting } from "../../store/settings.ts";

/** The questions of the file, where one was named; bad rows stop everything. */
async function questionsOf(
  name: string | undefined,
  read: (path: string) => Uint8Array,
): Promise<Sheeted<NewRound["questions"][number]> | undefined> {
  if (name === undefined) return undefined;
  return must(readQuestions(must(await openSheet(name, read(name)), exits.rows)), exits.rows);
}

export default command({
  about: "Open an evaluation round",
  details: [
    "The cube is about one meeting: voice, contribute, agenda and change, each from 0 to 10, and a comment. The yearly framework looks back on involvement as a whole. A file of your own questions has the columns key, wording and scale_max (blank for an answer in words).",
    "With --closes, results wait until everybody has had their say: nobody's answers can then be worked out from two looks at the results.",
  ],
  examples: [
    'involve evaluation open 2026 --title "How 2026 went" --framework yearly --period 2026 --closes 2026-11-30 --reviewer M-004',
    "involve evaluation open 2026-09-cube --framework cube --meeting 2026-09",
  ],
  writes: true,
  args: { round: required(text("a key of your choice for the round, such as 2026", "ROUND")) },
  options: {
    title: text("what it is called", "TITLE"),
    framework: fallback(choice("the questions it starts from", frameworks), "yearly"),
    questions: file("a CSV file of your own questions"),
    meeting: text("the meeting it is about, such as 2026-09", "MEETING", "meeting"),
    period: period("the time it looks back on"),
    opens: fallback(day("the first day answers are taken"), "today"),
    closes: day("the last day answers are taken"),
    reviewer: many(member("a LEWG member who leads the review")),
  },
  async run(context, words) {
    const own = await questionsOf(words.questions, (path) => context.readFile(path));
    return context.write((store) => {
      const reviewers = reviewersOf(store, words.reviewer, words.opens);
      const about = ifGiven(words.meeting, (text) => theMeeting(text, meetingsByKey(store)));
      const round: NewRound = {
        key: words.round,
        title: words.title ?? `Evaluation of involvement, ${words.round}`,
        framework: words.framework,
        questions: own?.rows ?? startingQuestions[words.framework],
        opensOn: words.opens,
        closesOn: words.closes,
        reviewers: reviewers.ok ? reviewers.value : [],
      };
      const checked = checkNewRound(round, { taken: evaluationRounds(store, round.key).length > 0 });
      const { meeting } = must(every({ checked, reviewers, meeting: about }));
      addRound(store, round, { meetingId: meeting?.id, from: words.period?.from, to: words.period?.to });
      const threshold = numberSetting(store, "small-number-threshold");
      return {
        report: roundsReport(evaluationRounds(store, round.key), threshold, context.today),
        said: [...openedInWords(round, threshold), ...(own ? readSaid(own) : [])],
      };
    });
  },
});
