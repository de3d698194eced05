import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, day, fallback, flag, required, text, wholeNumber } from "../../cli/options.ts";
import { ruleEffect } from "../../domain/clearance-change.ts";
import { planRule, type RuleWords, whatIsAsked } from "../../domain/clearance-plan.ts";
import { isThere } from "../../domain/completion.ts";
import { every, ifGiven } from "../../domain/result.ts";
import { lostSaid } from "../../domain/team-short.ts";
import { theClearance, theCourse, theRequirement } from "../../domain/training-words.ts";
import { clearanceReport, effectQuestion, effectSentences, ruleSentences } from "../../reports/clearances.ts";
import { attendees } from "../../store/attendance.ts";
import { ruleSources, saveRule } from "../../store/clearance-changes.ts";
import { clearanceRules, externalRequirements, trainingRecords } from "../../store/clearances.ts";
import { courses } from "../../store/courses.ts";
import type { Store } from "../../store/store.ts";
import { teamsNeeding } from "../../store/team-short.ts";

/** The rule that is meant, and who gains or loses by it on its first day. */
function planned(store: Store, words: RuleWords) {
  const clearance = theClearance(words.clearance, clearanceRules(store));
  const course = ifGiven(words.course, (c) => theCourse(c, courses(store)));
  const requirement = ifGiven(words.requirement, (r) => theRequirement(r, externalRequirements(store)));
  const found = must(every({ clearance, course, requirement }));
  const what = must(whatIsAsked(found.course, found.requirement));
  const plan = must(planRule({ ...words, clearance: found.clearance, asked: what }));
  const people = attendees(store).filter((p) => isThere(p, plan.from));
  const ids = people.map((p) => p.id);
  const effect = ruleEffect([plan.clearance], [plan.after], trainingRecords(store), ids, plan.from);
  return { plan, people, effect };
}

export default command({
  about: "Change what a kind of work asks for, from a day on",
  details: [
    "Something new is asked for as well as the rest; with --instead-of it is enough in place of something that is asked for already. It counts from its day on: whoever was cleared before that day was cleared. Who gains or loses by it is said first, and where that is three people or more you are asked.",
    "For something that is asked for already, --grace changes how many days after its end it still counts, and --out takes it out.",
  ],
  examples: [
    "involve clearance rule interviewing --requirement gcp --grace 30 --from 2027-01-01 --dry-run",
    "involve clearance rule interviewing --requirement research-passport --instead-of gcp",
    "involve clearance rule qualitative-research --course interviewing --out --from 2027-04-01",
  ],
  writes: true,
  args: { clearance: required(text("the work", "CLEARANCE", "clearance")) },
  options: {
    course: asked(text("the course it asks for", "COURSE", "course")),
    requirement: asked(text("the requirement of others it asks for", "REQUIREMENT", "requirement")),
    insteadOf: text("what it is enough instead of: a course or requirement asked for already", "KEY"),
    grace: wholeNumber("days after its end on which it still counts", 0, 3660),
    set: wholeNumber("the set, where it is asked for in more than one", 1, 1000),
    from: fallback(day("the first day on which it is asked for, or with --out no longer is"), "today"),
    out: flag("take it out"),
  },
  async run(context, words) {
    const { plan: preview, effect: change } = planned(context.store, words);
    if (change.lost.length + change.gained.length >= 3)
      await context.confirm(effectQuestion(`Change ${preview.clearance.key}`, change));
    return context.write((store) => {
      const { plan, people, effect } = planned(store, words);
      saveRule(store, plan);
      const after = must(theClearance(plan.clearance.key, clearanceRules(store)));
      const cohort = { people, records: trainingRecords(store) };
      return {
        report: clearanceReport(after, ruleSources(store, after.id), cohort, plan.from),
        said: [
          ...ruleSentences(plan, context.today),
          ...effectSentences(effect, people, plan.from, context.today),
          ...lostSaid(
            teamsNeeding(store, effect.lost, plan.from),
            effect.lost,
            plan.from > context.today ? plan.from : undefined,
          ),
        ],
      };
    });
  },
});
