import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, required, text } from "../../cli/options.ts";
import { ruleEffect } from "../../domain/clearance-change.ts";
import { isThere } from "../../domain/completion.ts";
import type { Day } from "../../domain/day.ts";
import { planRetirement } from "../../domain/new-clearance.ts";
import { ref } from "../../domain/ref.ts";
import { lostSaid } from "../../domain/team-short.ts";
import { listed } from "../../domain/text.ts";
import { theClearance } from "../../domain/training-words.ts";
import {
  clearancesReport,
  effectQuestion,
  effectSentences,
  retireSentence,
} from "../../reports/clearances.ts";
import { attendees } from "../../store/attendance.ts";
import { editClearance, projectsNeeding } from "../../store/clearance-changes.ts";
import { clearanceRules, trainingRecords } from "../../store/clearances.ts";
import type { Store } from "../../store/store.ts";
import { teamsNeeding } from "../../store/team-short.ts";

/** The clearance as it would be, and who loses it. */
function planned(store: Store, text: string, on: Day) {
  const before = must(theClearance(text, clearanceRules(store)));
  const after = must(planRetirement(before, on));
  const people = attendees(store).filter((p) => isThere(p, on));
  const ids = people.map((p) => p.id);
  return { before, after, people, effect: ruleEffect([before], [after], trainingRecords(store), ids, on) };
}

export default command({
  about: "Retire a kind of work: from a day on nobody is cleared for it",
  details: [
    "Whoever was cleared before that day was cleared. To use it again: involve clearance edit, with --reopen.",
  ],
  examples: [
    "involve clearance retire commentary-writing",
    "involve clearance retire interviewing --on 2027-04-01",
  ],
  writes: true,
  args: { clearance: required(text("the work", "CLEARANCE", "clearance")) },
  options: { on: fallback(day("the first day on which it clears nobody"), "today") },
  async run(context, words) {
    const preview = planned(context.store, words.clearance, words.on);
    if (preview.effect.lost.length >= 3)
      await context.confirm(effectQuestion(`Retire ${preview.before.key}`, preview.effect));
    return context.write((store) => {
      const { before, after, people, effect } = planned(store, words.clearance, words.on);
      editClearance(store, before.id, { retired_on: after.retiredOn });
      const projects = projectsNeeding(store, before.key).map((id) => ref("project", id));
      const needed = `${listed(projects)} ${projects.length === 1 ? "needs" : "need"} it: change that with involve project need.`;
      const cohort = { people, records: trainingRecords(store) };
      return {
        report: clearancesReport([after], cohort, words.on, true),
        said: [
          retireSentence(before, words.on, context.today),
          ...effectSentences(effect, people, words.on, context.today),
          ...lostSaid(
            teamsNeeding(store, effect.lost, words.on),
            effect.lost,
            words.on > context.today ? words.on : undefined,
          ),
          ...(projects.length > 0 ? [needed] : []),
        ],
      };
    });
  },
});
