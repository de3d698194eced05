import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, many, member, required, text } from "../../cli/options.ts";
import { checkInvite } from "../../domain/commentary-author.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { onceIn, outOfOrder } from "../../domain/commentary-way.ts";
import { authorInSentence } from "../../domain/commentary-words.ts";
import { guidanceName, guidanceOn } from "../../domain/guidance.ts";
import { ref } from "../../domain/ref.ts";
import { noneOf, problemsOf, together, withProblems } from "../../domain/result.ts";
import { forTeam } from "../../reports/commentary.ts";
import { candidatesReport } from "../../reports/commentary-candidates.ts";
import { findCommentary } from "../../store/commentaries.ts";
import { askAuthor } from "../../store/commentary-authors.ts";
import { authorCandidates, authorFacts, isTrained } from "../../store/commentary-candidates.ts";
import { commentaryFacts } from "../../store/commentary-facts.ts";
import { guidanceVersions } from "../../store/guidance.ts";
import { findPerson } from "../../store/people.ts";

export default command({
  about: "Invite people to write a commentary",
  details: [
    "Without a member, it shows who could be invited: members of the LEWG on the project team of the paper. Anybody else needs a reason. They are given the newest guidance for authors that was agreed by that day. Training in writing for publication is suggested where somebody has not had it; it is not a condition.",
  ],
  examples: [
    "involve commentary invite C-001 M-003 M-008",
    "involve commentary invite C-001",
    'involve commentary invite C-001 M-020 --reason "they were interviewed for the paper"',
  ],
  writes: true,
  args: {
    commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")),
    members: many(member("who is invited")),
  },
  options: {
    reason: text("why somebody who is not on the project team", "REASON"),
    on: fallback(day("the day they were invited"), "today"),
  },
  run(context, { members, reason, on, ...words }) {
    const { today } = context;
    if (members.length === 0) {
      const commentary = must(findCommentary(context.store, words.commentary));
      must(noneOf(outOfOrder("invite", commentary)));
      return {
        report: candidatesReport(commentary, authorCandidates(context.store, commentary, on)),
        shown: true,
      };
    }
    return context.write((store) => {
      const commentary = must(findCommentary(store, words.commentary));
      const found = members.map((m) => findPerson(store, m));
      const people = found.flatMap((p) => (p.ok ? [p.value] : []));
      const facts = people.map((p) => ({ ...authorFacts(store, commentary, p.id, on), today }));
      const checked = together(facts.map((f) => checkInvite({ on, reason, step: "invite" }, f)));
      const may = must(onceIn(withProblems(problemsOf(together<unknown>(found)), checked)));
      const guidance = guidanceOn(guidanceVersions(store, "authors"), on);
      for (const [i, { id }] of people.entries())
        askAuthor(store, commentary.id, id, {
          invitedOn: on,
          agreedOn: null,
          reason: may[i]?.reason ?? null,
          guidanceId: guidance?.id ?? null,
        });
      const now = commentaryFacts(store, commentary, today);
      const untrained = people
        .filter((_, i) => facts[i]?.anonymous === false)
        .filter((p) => !isTrained(store, p.id, on))
        .map((p) => ref("member", p.id));
      return {
        report: forTeam(now),
        said: [
          ...people.map((p) => `Invited ${authorInSentence(now.naming, commentary.id, p.id)} to write.`),
          `They get the guidance for authors, ${guidance ? guidanceName(guidance) : "of which there is no version yet"}.`,
          ...(untrained.length > 0
            ? [
                `Training in writing for publication can be suggested to ${untrained.join(", ")}; it is not a condition.`,
              ]
            : []),
          ...nextInWords(now.way),
        ],
      };
    });
  },
});
