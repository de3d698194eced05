import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { choice, day, fallback, period } from "../../cli/options.ts";
import { fairnessDays, fairnessLines } from "../../domain/fairness.ts";
import { groups } from "../../domain/person.ts";
import { fairnessReport } from "../../reports/fairness.ts";
import { fairnessFacts } from "../../store/fairness.ts";
import { numberSetting } from "../../store/settings.ts";

export default command({
  about: "Show how work was shared: offers, acceptances, projects and fees of each person",
  details: [
    "Offers made count, not only those accepted; whoever had none is in it too. It is about everybody in the group on the last day of the period, who has waited longest first, and looks back the setting fairness-months where no days are given. Fees are those of work done in the period, vouchers with them; expenses are no income. For the management team: small numbers tell who is who.",
  ],
  examples: [
    "involve project fairness",
    "involve project fairness --period ucl:2025-26 --format csv",
    "involve project fairness --from 2025-08-01 --until 2026-03-31",
    "involve project fairness --group all",
  ],
  args: {},
  options: {
    period: period("the time it is about, as far as it is over"),
    from: day("the first day that counts"),
    until: day("the last day that counts; today where left out"),
    group: fallback(choice("whose work", [...groups, "all"]), "lewg"),
  },
  run({ store, today }, { group, ...words }) {
    const usual = { months: numberSetting(store, "fairness-months"), today };
    const days = must(fairnessDays(words, usual), exits.usage);
    const lines = fairnessLines(fairnessFacts(store, days, group === "all" ? undefined : group));
    return { report: fairnessReport(lines, days) };
  },
});
