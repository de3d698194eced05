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
    "Those who were chosen become members of the round's group in rank order, with what they told us in their application. Somebody who is a person here already, by e-mail, is not made twice. Reserves get the day their place on the list ends, and the round the day on which the data of those who were not chosen is due to be blanked. Consents are asked for afterwards.",
  ],
  examples: ["involve round appoint autumn-2025 --on 2025-10-20"],
  writes: true,
  args: { round: required(text("the round", "ROUND", "round")) },
  options: { on: fallback(day("the day they become members"), "today") },
  async run(context, words) {
    const days = { on: words.on, today: context.today };
    const { chosen, round } = plan(context.store, words.round, days);
    if (chosen.length >= 3)
      await context.confirm(
        `Make ${count(chosen.length, "applicant")} members of ${round.group} from ${words.on}?`,
      );
    return context.write((store) => {
      const again = plan(store, words.round, days);
      const appointed = saveAppointment(store, again.round, again, words.on);
      const size = groupSize(store, again.round.group, words.on);
      return {
        report: appointedReport(again.round, appointed),
        said: appointmentInWords(again.round, again, appointed, size),
      };
    });
  },
});
