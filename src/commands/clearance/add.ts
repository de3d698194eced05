import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, flag, many, required, text } from "../../cli/options.ts";
import { ruleEffect } from "../../domain/clearance-change.ts";
import { isThere } from "../../domain/completion.ts";
import { asRules, planClearance } from "../../domain/new-clearance.ts";
import { every, together, yes } from "../../domain/result.ts";
import { theCourse, theRequirement } from "../../domain/training-words.ts";
import { clearanceReport } from "../../reports/clearances.ts";
import { openedSentences } from "../../reports/completions.ts";
import { attendees } from "../../store/attendance.ts";
import { addClearance, ruleSources } from "../../store/clearance-changes.ts";
import { clearanceRules, externalRequirements, trainingRecords } from "../../store/clearances.ts";
import { courses } from "../../store/courses.ts";
import type { Store } from "../../store/store.ts";

/** What is asked for by its keys: courses, and requirements that others set. */
function askedFor(
  store: Store,
  words: { readonly course: readonly string[]; readonly requirement: readonly string[] },
) {
  const known = courses(store);
  const external = externalRequirements(store);
  const course = together(words.course.map((c) => theCourse(c, known)));
  const requirement = together(words.requirement.map((r) => theRequirement(r, external)));
  const found = must(every({ course, requirement, none: yes(null) }));
  return [...found.course.map((c) => ({ course: c })), ...found.requirement.map((r) => ({ requirement: r }))];
}

export default command({
  about: "Add a kind of work and what it asks for",
  details: [
    "Everything named is asked for; with --any one of them is enough. More is added, changed and taken out with clearance rule.",
  ],
  examples: [
    'involve clearance add data-extraction --label "Data extraction" --work "Extract data for reviews" --course systematic-reviewing --requirement gcp',
  ],
  writes: true,
  args: { clearance: required(text("the key of the work", "KEY")) },
  options: {
    label: asked(text("what it is called", "TEXT")),
    work: asked(text("what somebody may do who is cleared", "TEXT")),
    course: asked(many(text("a course that is asked for", "COURSE", "course"))),
    requirement: asked(many(text("a requirement of others that is asked for", "REQUIREMENT", "requirement"))),
    any: flag("one of what is asked for is enough"),
  },
  run(context, words) {
    return context.write((store) => {
      const request = { ...words, key: words.clearance, asked: askedFor(store, words) };
      const plan = must(planClearance(request, clearanceRules(store)));
      addClearance(store, plan);
      const rules = clearanceRules(store).find((r) => r.key === plan.key) ?? asRules(plan);
      const people = attendees(store).filter((p) => isThere(p, context.today));
      const records = trainingRecords(store);
      const ids = people.map((p) => p.id);
      const { gained } = ruleEffect([], [rules], records, ids, context.today);
      const nobody = [`Nobody is cleared for ${plan.key} yet.`];
      return {
        report: clearanceReport(rules, ruleSources(store, rules.id), { people, records }, context.today),
        said: [
          `Added the clearance ${plan.key}, ${plan.label}.`,
          ...(gained.length > 0 ? openedSentences(gained, people) : nobody),
        ],
      };
    });
  },
});
