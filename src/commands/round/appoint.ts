import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, required, text } from "../../cli/options.ts";
import { appointmentInWords, planAppointment } from "../../domain/appointment.ts";
import { count } from "../../domain/text.ts";
import { appointedReport } from "../../reports/selection.ts";
import { appointmentFacts, groupSize, saveAppointment } from "../../store/round-appointments.ts";
import { findRound } from "../../store/rounds.ts";
import type { Store } from "../../store/store.ts";

const plan = (store: Store, key: string, days: Parameters<typeof appointmentFacts>[2]) => {
  const round = must(findRound(store, key));
  return { round, ...must(planAppointment(appointmentFacts(store, round, days))) };
};

export default command({
  about: "Make the chosen applicants members",
  details: [
    "Those who were chosen become members of the round's group in rank order, with what they told us in their application. Somebody who is a person here already, by e-mail, is not made twice. Reserves get the day their place on the list ends, and the round the day on which the data of those who were not chosen is due to be blanked. Whoever has not been asked for a consent yet is listed with what to ask for (setting consents-at-appointment).",
  ],
  examples: [
    "involve round appoint autumn-2025 --on 2025-10-20",
    "involve round appoint autumn-2025 --on 2025-10-20 --induction 2025-11-12 --term-ends 2028-10-31",
  ],
  writes: true,
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {
    on: fallback(day("the day they become members"), "today"),
    induction: day("the day of their induction; it may still be to come"),
    termEnds: day("the day their term ends; where left out, as many months later as terms in the group last"),
  },
  async run(context, words) {
    const { on, induction, termEnds } = words;
    const days = { on, induction, termEnds, today: context.today };
    const { chosen, round } = plan(context.store, words.round, days);
    if (chosen.length >= 3)
      await context.confirm(
        `Make ${count(chosen.length, "applicant")} members of ${round.group} from ${words.on}?`,
      );
    return context.write((store) => {
      const again = plan(store, words.round, days);
      const appointed = saveAppointment(store, again.round, again);
      const size = groupSize(store, again.round.group, words.on);
      return {
        report: appointedReport(again.round, appointed, again.term),
        said: appointmentInWords(again.round, again, appointed, size),
      };
    });
  },
});
