import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, flag, many, required, text } from "../../cli/options.ts";
import { conflictInWords, planConflict } from "../../domain/conflict.ts";
import { stillOpen } from "../../domain/round.ts";
import { conflictReport } from "../../reports/panel.ts";
import { applicationsOf } from "../../store/round-applications.ts";
import { conflictsOf, saveConflicts } from "../../store/round-conflicts.ts";
import { panelOf } from "../../store/round-panel.ts";
import { findRound } from "../../store/rounds.ts";

export default command({
  about: "Record a panel member's conflict of interest, or that they have none",
  details: [
    "With applications: they do not score these, in any role, and scores they had given them are taken out. With --reason and no application it is only noted beside the panel. --none puts on record that they were asked and have nothing to declare.",
  ],
  examples: [
    'involve round conflict autumn-2025 "Harriet Osei" A-017 --reason "They worked together until 2024"',
    'involve round conflict autumn-2025 "Tomasz Wilk" --none',
    'involve round conflict autumn-2025 "Rosa Delgado" --reason "Runs a group that some applicants may come to"',
    'involve round conflict autumn-2025 "Harriet Osei" A-017 --over',
  ],
  writes: true,
  args: {
    round: required(text("the round", "ROUND", "round")),
    scorer: required(text("who on the panel declares it", "NAME", "contributor")),
    applications: many(text("the codes of the applications", "CODE")),
  },
  options: {
    reason: text("what it is; without names", "TEXT"),
    none: flag("they have no conflict of interest to declare"),
    over: flag("they have none with these applications any more, or never had"),
    on: fallback(day("the day they declared it"), "today"),
  },
  run(context, { round: key, applications: codes, on, ...rest }) {
    return context.write((store) => {
      const round = must(stillOpen(must(findRound(store, key))));
      const facts = {
        round: round.key,
        panel: panelOf(store, round.id),
        applications: applicationsOf(store, round.id),
        known: conflictsOf(store, round.id),
      };
      const words = { ...rest, codes };
      const plan = must(planConflict(words, facts));
      const taken = saveConflicts(store, plan, on);
      return { report: conflictReport(plan, taken), said: conflictInWords(plan, words, taken) };
    });
  },
});
