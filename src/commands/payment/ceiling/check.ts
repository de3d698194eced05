import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { flag, member, period } from "../../../cli/options.ts";
import { isOver, standings } from "../../../domain/ceiling.ts";
import { standingsReport } from "../../../reports/ceilings.ts";
import { agreements } from "../../../store/ceiling-watch.ts";
import { ceilingFacts } from "../../../store/ceilings.ts";
import { findPerson } from "../../../store/people.ts";
import { setting } from "../../../store/settings.ts";

export default command({
  about: "Show the weeks and months that go over a ceiling",
  details: [
    "From this week or month on, with what is logged and what is planned; with --period those that touch it. Counted by the day of the work and, for money, by the day it was paid or, where the payer's cut-off day is known, will be.",
    "Beside a week or month that goes over stands what was agreed about it with --acknowledge, by whom and when. It ends with exit code 1 where something goes over.",
  ],
  examples: [
    "involve payment ceiling check",
    "involve payment ceiling check M-014 --all",
    "involve payment ceiling check --period tax:2026-27",
  ],
  args: { member: member("one person; everybody where left out") },
  options: {
    period: period("the weeks and months that touch this period"),
    all: flag("also those that stay within"),
  },
  run({ store, today }, words) {
    const person = words.member === undefined ? undefined : must(findPerson(store, words.member));
    const facts = ceilingFacts(store, today, person && [person.id]);
    const { from, to } = words.period ?? { from: today, to: "9999-12-31" };
    const found = standings(facts, null).filter((s) => s.period.to >= from && s.period.from <= to);
    const over = found.filter(isOver);
    const empty =
      facts.ceilings.length === 0 ? "There is no ceiling to watch." : "Nothing goes over a ceiling.";
    const advice = setting(store, "benefits-advice");
    return {
      report: standingsReport(words.all ? found : over, agreements(store), advice, empty),
      findings: over.length > 0,
    };
  },
});
