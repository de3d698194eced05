import { command } from "../../../cli/command.ts";
import { must, usage } from "../../../cli/errors.ts";
import { asked, day, endingIn, many, member, required, text } from "../../../cli/options.ts";
import { distinct } from "../../../domain/attendance.ts";
import { opened } from "../../../domain/clearance-change.ts";
import { alreadyHeld, checkHeld } from "../../../domain/external.ts";
import { every, together } from "../../../domain/result.ts";
import { theRequirement } from "../../../domain/training-words.ts";
import { openedSentences } from "../../../reports/completions.ts";
import { heldReport, heldSentences } from "../../../reports/externals.ts";
import { attendeeIndex, attendees } from "../../../store/attendance.ts";
import { clearanceRules, externalRequirements, trainingRecords } from "../../../store/clearances.ts";
import { saveHeld } from "../../../store/externals.ts";

export default command({
  about: "Record that somebody holds a requirement that others set",
  details: [
    "One or more members, then the requirement. Without --expires its last day is counted from the months it lasts. A renewal is recorded as a new one; to take one back: involve training revoke.",
  ],
  examples: [
    "involve training external record M-003 gcp --issued 2026-03-02",
    "involve training external record M-003 M-005 dbs --issued 2026-03-02 --expires 2029-03-01",
  ],
  writes: true,
  args: {
    membersThenRequirement: endingIn(
      required(many(member("the members, and last the requirement"))),
      "requirement",
      "the requirement",
    ),
  },
  options: {
    issued: required(day("the day it was issued")),
    expires: asked(day("its last day")),
    note: text("what is worth keeping: a number, who saw it", "TEXT"),
  },
  run(context, words) {
    const key = words.membersThenRequirement.at(-1);
    if (words.membersThenRequirement.length < 2 || key === undefined)
      throw usage({
        code: "missing",
        message: "Name at least one member, and then the requirement.",
        remedy: "For example: involve training external record M-001 gcp --issued 2026-03-02",
      });
    return context.write((store) => {
      const people = together(words.membersThenRequirement.slice(0, -1).map(attendeeIndex(store)));
      const requirement = theRequirement(key, externalRequirements(store));
      const found = must(every({ people, requirement }));
      const entries = must(checkHeld({ ...words, ...found, people: distinct(found.people) }, context.today));
      const before = trainingRecords(store);
      const known = entries.filter((e) => alreadyHeld(e, before.get(e.person.id)));
      const added = entries.filter((e) => !known.includes(e));
      saveHeld(store, added, words.note, context.by);
      const rules = clearanceRules(store);
      const after = { rules, records: trainingRecords(store) };
      const ids = added.map((e) => e.person.id);
      const changes = opened({ rules, records: before }, after, ids, context.today);
      return {
        report: heldReport(added),
        said: [...heldSentences(added, known, context.today), ...openedSentences(changes, attendees(store))],
      };
    });
  },
});
