import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, member, required, text } from "../../cli/options.ts";
import { checkAuthor, guidanceName, guidanceOn } from "../../domain/commentary.ts";
import type { Day } from "../../domain/day.ts";
import { nameOf } from "../../domain/naming.ts";
import { type Candidate, standingOn } from "../../domain/person.ts";
import { ref } from "../../domain/ref.ts";
import { forTeam } from "../../reports/commentary.ts";
import {
  addAuthor,
  authorGuidance,
  authorsOf,
  type CommentaryRow,
  findCommentary,
  onTeamBy,
} from "../../store/commentaries.ts";
import { type CommentaryFacts, commentaryFacts } from "../../store/commentary-facts.ts";
import { paperRows } from "../../store/papers.ts";
import { findPerson, memberships } from "../../store/people.ts";
import { numberSetting } from "../../store/settings.ts";
import type { Store } from "../../store/store.ts";

/** What the rule asks of somebody who is to be an author. */
function authorFacts(store: Store, commentary: CommentaryRow, person: Candidate, on: Day) {
  const project = paperRows(store, commentary.paperId)[0]?.projectId ?? null;
  return {
    commentary,
    person,
    project,
    already: authorsOf(store, commentary.id).some((a) => a.personId === person.id),
    inLewg: memberships(store, person.id).some((m) => m.group === "lewg" && standingOn(m, on) === "active"),
    onTeam: project !== null && onTeamBy(store, project, person.id, on),
  };
}

/** What was done, with what is still to be asked of the author. */
function sentences(facts: CommentaryFacts, person: Candidate, guidance: string, most: number): string[] {
  const name = ref("commentary", facts.commentary.id);
  const who = ref("member", person.id);
  const naming = nameOf(facts.naming, person.id, { kind: "commentary", id: facts.commentary.id }, "team");
  const open = nameOf(facts.naming, person.id, { kind: "commentary", id: facts.commentary.id }, "public");
  return [
    `Added ${naming.shown ? `${who} ${naming.name}` : "somebody who is anonymous in it"} as an author of ${name}; they were given the guidance for authors, ${guidance}.`,
    ...(facts.authors.length > most ? [`It now has more than ${most} authors, which is unusual.`] : []),
    ...(naming.shown && !open.shown
      ? [
          `How they wish to be named is still to be asked: involve commentary naming ${name} ${who} --form full --how e-mail`,
        ]
      : []),
  ];
}

export default command({
  about: "Add an author to a commentary",
  details: [
    "Authors are members of the LEWG on the project team of the paper; anybody else needs a reason. The guidance given is the newest version agreed by that day.",
  ],
  examples: [
    "involve commentary author C-001 M-003",
    'involve commentary author C-001 M-020 --reason "they were interviewed for the paper and asked to write"',
  ],
  writes: true,
  args: {
    commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")),
    member: required(member("who writes it")),
  },
  options: {
    reason: text("why somebody who is not on the project team", "REASON"),
    on: fallback(day("the day they agreed to write"), "today"),
  },
  run(context, words) {
    return context.write((store) => {
      const commentary = must(findCommentary(store, words.commentary));
      const person = must(findPerson(store, words.member));
      const facts = authorFacts(store, commentary, person, words.on);
      const { reason } = must(checkAuthor(words, { ...facts, today: context.today }));
      const guidance = guidanceOn(authorGuidance(store), words.on);
      addAuthor(store, commentary.id, person.id, {
        on: words.on,
        reason,
        guidanceId: guidance?.id ?? null,
      });
      const now = commentaryFacts(store, commentary);
      const most = numberSetting(store, "commentary-authors-maximum");
      const given = guidance ? guidanceName(guidance) : "of which there is no version yet";
      return { report: forTeam(now), said: sentences(now, person, given, most) };
    });
  },
});
