import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, flag, member, required } from "../../cli/options.ts";
import { dayInWords } from "../../domain/day.ts";
import { memberName } from "../../domain/membership.ts";
import { groups } from "../../domain/person.ts";
import { planTerm } from "../../domain/term.ts";
import { membershipsReport } from "../../reports/memberships.ts";
import { asMember, setTermEnd } from "../../store/memberships.ts";
import { findPerson } from "../../store/people.ts";

export default command({
  about: "Change when somebody's term in a group ends",
  details: [
    "Nobody leaves by it: a term that is over is pointed out, and they stay until: involve member leave. Matching and the next round look at the day.",
  ],
  examples: ["involve member term M-003 --ends 2028-10-31", "involve member term M-003 --group lewg --open"],
  writes: true,
  args: { member: required(member("whose term")) },
  options: {
    ends: day("the last day of the term"),
    open: flag("the term has no end"),
    group: choice("in which group, where they are in more than one", groups),
  },
  run(context, words) {
    return context.write((store) => {
      const person = must(findPerson(store, words.member));
      const { membership, endsOn } = must(planTerm(asMember(store, person), words));
      const was = membership.termEndsOn ?? null;
      setTermEnd(store, membership, endsOn);
      const inWords = (on: typeof endsOn) => (on === null ? "no end" : dayInWords(on));
      return {
        report: membershipsReport(asMember(store, person), context.today),
        said: [`${memberName(person)}, term in ${membership.group}: ${inWords(was)} → ${inWords(endsOn)}.`],
      };
    });
  },
});
