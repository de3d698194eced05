import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, flag, required, text, wholeNumber } from "../../cli/options.ts";
import { moderationInWords, planModeration } from "../../domain/moderation.ts";
import { applicationReport } from "../../reports/applications.ts";
import { saveModeration } from "../../store/round-moderations.ts";
import { scoringOf } from "../../store/round-scores.ts";
import { seenStandings } from "../../store/round-standings.ts";
import { findRound } from "../../store/rounds.ts";

export default command({
  about: "Record what came of talking about scores that are far apart",
  details: [
    "When all scores of a stage are in for an application, a moderator on the panel may note what came of the talk, and the score the scorers agreed on where there is one. It counts in place of the mean; everybody's own score stays as they gave it. --out takes it out again.",
  ],
  examples: [
    'involve round moderate autumn-2025 A-008 --criterion contribution --moderator "Tomasz Wilk" --score 3 --reason "Both had heard the same answer differently"',
    "involve round moderate autumn-2025 A-008 --criterion contribution --out",
  ],
  writes: true,
  args: {
    round: required(text("the round", "ROUND", "round")),
    application: required(text("the code of the application", "CODE")),
  },
  options: {
    criterion: required(text("the key of the criterion", "CRITERION")),
    moderator: text("who moderates; you yourself where left out", "NAME", "contributor"),
    score: wholeNumber("the score they agreed on", 0, 10),
    reason: text("what came of the talk; without names", "TEXT"),
    on: fallback(day("the day they talked"), "today"),
    out: flag("take the moderation out"),
  },
  run(context, words) {
    const { by, today } = context;
    return context.write((store) => {
      const round = must(findRound(store, words.round));
      const applications = seenStandings(store, round, scoringOf(store, round));
      const facts = { round, scoring: scoringOf(store, round), applications, on: words.on, today };
      const plan = must(planModeration({ ...words, moderator: words.moderator ?? by }, facts));
      saveModeration(store, plan, words.on);
      const after = seenStandings(store, round, scoringOf(store, round));
      const [standing] = after.filter((s) => s.id === plan.applicationId);
      return {
        ...(standing ? { report: applicationReport(standing, false) } : {}),
        said: moderationInWords(plan),
      };
    });
  },
});
