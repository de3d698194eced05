import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { choice, fallback, flag, member, required } from "../../cli/options.ts";
import { checkRecordReader, recordReaders } from "../../domain/member-record.ts";
import { ref } from "../../domain/ref.ts";
import { citationText } from "../../output/citation.ts";
import { memberRecordReport, papersOf } from "../../reports/member-record.ts";
import { citing } from "../../store/cited.ts";
import { type MemberRecord, memberRecord } from "../../store/member-record.ts";
import { citationStyle } from "../../store/papers.ts";
import { findPerson } from "../../store/people.ts";
import type { Store } from "../../store/store.ts";

/** The papers of a record as the unit cites them, by id. */
async function cited(store: Store, record: MemberRecord, ids: readonly number[]) {
  const style = citationStyle(store);
  const cite = citing(store);
  const found = new Map<number, string>();
  for (const paper of record.papers.filter((p) => ids.includes(p.id)))
    found.set(paper.id, await citationText(cite(paper).item, style));
  return found;
}

export default command({
  about: "Write what somebody contributed to, for a CV or a reference",
  details: [
    "Groups, meetings, training, project teams, papers, commentaries, events and panels; in each output they are named as they chose. Nothing of their experience or payments is in it.",
    "It is for the member themselves; what they are anonymous in is only in it with --reveal, which is put on record. With --for public it holds what is published and where they are named as themselves: nothing anonymous, undecided, under a pen name or in the group's name.",
  ],
  examples: [
    "involve member record M-003 --output record.docx",
    "involve member record M-003 --for public --output record.html",
    "involve member record M-003 --reveal --output record.docx",
  ],
  args: { member: required(member("whose record")) },
  options: {
    for: fallback(choice("who will read it", recordReaders), "self"),
    reveal: flag("with what they are anonymous in; puts on record that you looked"),
  },
  async run(context, words) {
    const reader = { for: words.for, reveal: words.reveal };
    must(checkRecordReader(reader), exits.usage);
    const person = must(findPerson(context.store, words.member));
    const name = ref("member", person.id);
    if (reader.reveal)
      context.leaveTrace(`showed what ${name} contributed to, also where they are anonymous`);
    const record = memberRecord(context.store, person.id, context.today);
    const papers = await cited(context.store, record, papersOf(record, reader));
    return {
      report: memberRecordReport(record, reader, papers),
      said: [
        reader.for === "self"
          ? `For ${name} themselves. A copy for others: involve member record ${name} --for public`
          : "What is not published, and anything in which they are not named as themselves, is left out, whether there is any or not.",
      ],
    };
  },
});
