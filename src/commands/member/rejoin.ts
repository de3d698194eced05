import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, day, fallback, member, required } from "../../cli/options.ts";
import { dayInWords } from "../../domain/day.ts";
import { memberName, planReturn } from "../../domain/membership.ts";
import { groups } from "../../domain/person.ts";
import { listed } from "../../domain/text.ts";
import { membershipsReport } from "../../reports/memberships.ts";
import { asMember, endPauses, joinGroup } from "../../store/memberships.ts";
import { findPerson } from "../../store/people.ts";

export default command({
  about: "Bring somebody back from a pause or after leaving",
  details: [
    "A pause ends the day before. After leaving, a new membership begins; the earlier one stays on record. With --group somebody also joins another group.",
  ],
  examples: ["involve member rejoin M-001 --on 2026-05-01", "involve member rejoin M-003 --group lean"],
  writes: true,
  args: { member: required(member("who comes back")) },
  options: {
    group: asked(choice("the group; where left out, the paused one or the one they left last", groups)),
    on: asked(fallback(day("the first day they are back"), "today")),
  },
  run(context, words) {
    return context.write((store) => {
      const person = must(findPerson(store, words.member));
      const { group, on } = words;
      const plan = must(planReturn(asMember(store, person), { group, on, today: context.today }));
      if ("joins" in plan) joinGroup(store, person.id, plan.joins, on);
      else endPauses(store, plan.pauses);
      const back = "joins" in plan ? `is in ${plan.joins} from` : `is back in ${listed(plan.groups)} from`;
      return {
        report: membershipsReport(asMember(store, person), context.today),
        said: [`${memberName(person)} ${back} ${dayInWords(on)}.`],
      };
    });
  },
});
