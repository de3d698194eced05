import { command } from "../../cli/command.ts";
import { choice, flag } from "../../cli/options.ts";
import { groups } from "../../domain/person.ts";
import { peopleReport } from "../../reports/people.ts";
import { consentsToAsk } from "../../store/consents.ts";
import { peopleRows } from "../../store/people.ts";

export default command({
  about: "List people",
  details: ["On a terminal the table leaves out contact details; CSV and JSON have them."],
  examples: [
    "involve member list --format json",
    "involve member list --group lewg",
    "involve member list --to-ask",
    "involve member list --all --output people.csv",
  ],
  args: {},
  options: {
    group: choice("only this group", groups),
    all: flag("also people who have left"),
    toAsk: flag("only members who are still to be asked for a consent, and for which"),
  },
  run({ store, today }, words) {
    const toAsk = words.toAsk ? consentsToAsk(store, today) : undefined;
    return { report: peopleReport(peopleRows(store), { ...words, toAsk }, today) };
  },
});
