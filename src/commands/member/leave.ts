import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, day, fallback, member, required } from "../../cli/options.ts";
import { askedThrough, stillThere } from "../../domain/asked.ts";
import { dayInWords } from "../../domain/day.ts";
import { memberName, placesStillHeld, planLeaving, waysToLeave } from "../../domain/membership.ts";
import { groups } from "../../domain/person.ts";
import { ref } from "../../domain/ref.ts";
import { membershipsReport } from "../../reports/memberships.ts";
import { asMember, commitments, leaveGroup } from "../../store/memberships.ts";
import { findPerson, memberships } from "../../store/people.ts";
import type { Store } from "../../store/store.ts";

/** What somebody who leaves still has open, in sentences: people decide what becomes of it. */
function stillOpen(store: Store, id: number, on: Parameters<typeof commitments>[2]): string[] {
  const { sessions, ...held } = commitments(store, id, on);
  const elsewhere = stillThere(askedThrough(memberships(store, id), on));
  return [
    ...placesStillHeld(held),
    ...(elsewhere
      ? []
      : sessions.map(
          (s) =>
            `They still have a place at ${s}, or wait for one. To free it: involve training cancel ${s} ${ref("member", id)}`,
        )),
  ];
}

export default command({
  about: "Record that somebody left a group",
  details: [
    "Everything they contributed stays on record, and so do their consents until they withdraw them.",
  ],
  examples: [
    "involve member leave M-001 --group lewg --on 2025-10-31 --as term-ended",
    "involve member leave M-016 --as stepped-down",
  ],
  writes: true,
  args: { member: required(member("who left")) },
  options: {
    group: asked(choice("the group they left; needed where they are in two", groups)),
    on: asked(fallback(day("the day they left"), "today")),
    as: required(choice("how they left", waysToLeave)),
  },
  run(context, words) {
    return context.write((store) => {
      const person = must(findPerson(store, words.member));
      const { group, on } = words;
      const leaving = must(planLeaving(asMember(store, person), { group, on, today: context.today }));
      leaveGroup(store, leaving, on, words.as);
      return {
        report: membershipsReport(asMember(store, person), context.today),
        said: [
          `${memberName(person)} left ${leaving.membership.group} on ${dayInWords(on)}: ${words.as}.`,
          ...stillOpen(store, person.id, on),
          `Should they come back: involve member rejoin ${ref("member", person.id)}`,
        ],
      };
    });
  },
});
