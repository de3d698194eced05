import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, flag, member, required, text } from "../../cli/options.ts";
import { checkAnswer } from "../../domain/commentary-author.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { type AuthorRecord, authorRecorded, stillToName } from "../../domain/commentary-words.ts";
import type { Day } from "../../domain/day.ts";
import { guidanceName, guidanceOn } from "../../domain/guidance.ts";
import { forTeam } from "../../reports/commentary.ts";
import { findCommentary } from "../../store/commentaries.ts";
import { recordAuthor } from "../../store/commentary-authors.ts";
import { authorFacts } from "../../store/commentary-candidates.ts";
import { type CommentaryFacts, commentaryFacts } from "../../store/commentary-facts.ts";
import { clearEverywhere } from "../../store/commentary-texts.ts";
import { guidanceVersions } from "../../store/guidance.ts";
import { namingFacts } from "../../store/naming.ts";
import { findPerson } from "../../store/people.ts";
import { numberSetting } from "../../store/settings.ts";
import type { Store } from "../../store/store.ts";

/** What was recorded, with what is still to be asked of the author. */
function sentences(store: Store, facts: CommentaryFacts, personId: number, made: AuthorRecord): string[] {
  const { id } = facts.commentary;
  const { move } = made;
  const most = numberSetting(store, "commentary-authors-maximum");
  const naming = namingFacts(store, [personId]);
  const given = facts.authors.find((a) => a.personId === personId)?.guidance;
  return [
    ...authorRecorded(naming, id, personId, made),
    ...(given && (move !== "stays" || made.guidance)
      ? [`They were given the guidance for authors, ${guidanceName(given)}.`]
      : []),
    ...(facts.authors.length > most ? [`It now has more than ${most} authors, which is unusual.`] : []),
    ...(facts.authors.length === 0 ? ["Nobody writes it now."] : []),
    ...(move === "added" || move === "said yes" ? stillToName(naming, id, personId) : []),
    ...nextInWords(facts.way),
  ];
}

const newestGuidance = (store: Store, on: Day): number | null =>
  guidanceOn(guidanceVersions(store, "authors"), on)?.id ?? null;

export default command({
  about: "Record an author's answer, add an author, or record that one leaves",
  details: [
    "Somebody who was not invited first is added as an author who said yes; who is not a member of the LEWG on the paper's project team needs a reason. An author who says no leaves it, without a reason.",
    "--peer-support records support from another member that was offered, and what they said to it; --guidance that they were given the newest version.",
  ],
  examples: [
    "involve commentary author C-001 M-003 --says yes",
    "involve commentary author C-001 M-003 --peer-support offered",
    "involve commentary author C-001 M-008 --says no",
    'involve commentary author C-001 M-020 --reason "they were interviewed for the paper and asked to write"',
  ],
  writes: true,
  args: {
    commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")),
    member: required(member("who writes it")),
  },
  options: {
    says: choice("what they say to writing it", ["yes", "no"]),
    peerSupport: choice("support from another member: offered, or their answer", ["offered", "yes", "no"]),
    guidance: flag("they were given the newest guidance for authors"),
    reason: text("why somebody who is not on the project team", "REASON"),
    on: fallback(day("the day they answered, or it was offered"), "today"),
  },
  run(context, words) {
    return context.write((store) => {
      const commentary = must(findCommentary(store, words.commentary));
      const person = must(findPerson(store, words.member));
      const { says, on, reason, peerSupport, guidance } = words;
      const request = { says, on, reason, more: guidance || peerSupport !== undefined };
      const facts = { ...authorFacts(store, commentary, person.id, on), today: context.today };
      const answer = must(checkAnswer(request, facts));
      recordAuthor(store, commentary.id, person.id, {
        ...answer,
        on,
        peerSupport,
        guidanceId: guidance || answer.move === "added" ? newestGuidance(store, on) : null,
      });
      if (answer.move === "left") clearEverywhere(store, commentary.id, person.id, on);
      const now = commentaryFacts(store, commentary, context.today);
      return {
        report: forTeam(now),
        said: sentences(store, now, person.id, { ...answer, peerSupport, guidance }),
      };
    });
  },
});
