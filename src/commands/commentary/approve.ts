import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, flag, member, required, text, wholeNumber } from "../../cli/options.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { checkIsAuthor } from "../../domain/commentary-stage.ts";
import { approvalsInWords, checkApprove, checkTakeBack } from "../../domain/commentary-text.ts";
import { authorInSentence } from "../../domain/commentary-words.ts";
import { ref } from "../../domain/ref.ts";
import { together } from "../../domain/result.ts";
import { forTeam } from "../../reports/commentary.ts";
import { findCommentary } from "../../store/commentaries.ts";
import { type CommentaryFacts, commentaryFacts } from "../../store/commentary-facts.ts";
import { approve, clearApprovals } from "../../store/commentary-texts.ts";
import { findPerson } from "../../store/people.ts";

/** What was recorded, by the version and the beginning of its fingerprint. */
function sentences(
  { way, texts, commentary, naming }: CommentaryFacts,
  personId: number,
  back: boolean,
): string[] {
  const text = texts.at(-1);
  const who = authorInSentence(naming, commentary.id, personId);
  return [
    `${who} ${back ? "took back their approval of" : "approves"} version ${text?.version} of ${ref("commentary", commentary.id)} (${text?.words} words, fingerprint ${text?.sha256.slice(0, 12)}).`,
    approvalsInWords(way),
    ...nextInWords(way),
  ];
}

export default command({
  about: "Record that an author approves the text, or takes that back",
  details: [
    "All authors approve the same text: it is known by its fingerprint, and a later text clears what was approved before. An approval can be taken back until the commentary is in print; nothing is submitted or published without it.",
  ],
  examples: [
    "involve commentary approve C-001 M-003",
    "involve commentary approve C-001 M-003 --text 2 --on 2026-09-10",
    "involve commentary approve C-001 M-003 --take-back",
  ],
  writes: true,
  args: {
    commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")),
    member: required(member("the author")),
  },
  options: {
    text: wholeNumber("the version they read; it has to be the newest", 1, 9999),
    takeBack: flag("they do not approve it any more"),
    on: fallback(day("the day they said so"), "today"),
  },
  run(context, { on, text: version, takeBack, ...words }) {
    return context.write((store) => {
      const commentary = must(findCommentary(store, words.commentary));
      const person = must(findPerson(store, words.member));
      const before = commentaryFacts(store, commentary, context.today);
      const isAuthor = checkIsAuthor(commentary.id, person.id, before.authors);
      const may = takeBack
        ? checkTakeBack(on, person.id, before.way)
        : checkApprove({ on, version }, person.id, before.way);
      must(together<unknown>([isAuthor, may]));
      const textId = before.texts.at(-1)?.id ?? 0;
      if (takeBack) clearApprovals(store, textId, on, person.id);
      else approve(store, textId, person.id, on);
      const now = commentaryFacts(store, commentary, context.today);
      return { report: forTeam(now), said: sentences(now, person.id, takeBack) };
    });
  },
});
