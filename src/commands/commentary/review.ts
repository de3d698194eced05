import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, many, required, text } from "../../cli/options.ts";
import { checkReview } from "../../domain/commentary-comment.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { ref } from "../../domain/ref.ts";
import { listed } from "../../domain/text.ts";
import { forTeam } from "../../reports/commentary.ts";
import { findCommentary } from "../../store/commentaries.ts";
import { commentaryFacts } from "../../store/commentary-facts.ts";
import { addComment } from "../../store/commentary-texts.ts";
import { namedCommentsSaid } from "../../store/named-texts.ts";
import { findStaff } from "../../store/staff.ts";

export default command({
  about: "Record what a researcher says about the text",
  details: [
    "Comments are advice: the authors accept or decline each, and say why (commentary respond). They are about the newest version of the text.",
  ],
  examples: [
    'involve commentary review C-001 S-002 --comment "Say which of our findings this is about" --comment "Could the ending be shorter?"',
  ],
  writes: true,
  args: {
    commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")),
    staff: required(text("the researcher: ref or name", "STAFF", "staff")),
  },
  options: {
    comment: required(many(text("what they say; repeat it for each comment", "TEXT"))),
    on: fallback(day("the day they said it"), "today"),
  },
  run(context, words) {
    return context.write((store) => {
      const commentary = must(findCommentary(store, words.commentary));
      const staff = must(findStaff(store, words.staff));
      const before = commentaryFacts(store, commentary, context.today);
      const comments = must(checkReview({ on: words.on, comments: words.comment }, before.way));
      const textId = before.texts.at(-1)?.id ?? 0;
      const numbers = comments.map((comment) =>
        addComment(store, commentary.id, { textId, staffId: staff.id, comment, on: words.on }),
      );
      const now = commentaryFacts(store, commentary, context.today);
      return {
        report: forTeam(now),
        said: [
          `Recorded from ${ref("staff", staff.id)} ${staff.name}: ${numbers.length === 1 ? "comment" : "comments"} ${listed(numbers.map(String))} on ${ref("commentary", commentary.id)}. They are advice; the authors decide.`,
          ...namedCommentsSaid(
            store,
            commentary.id,
            comments.map((text, i) => ({ what: `Comment ${numbers[i]}`, text })),
          ),
          ...nextInWords(now.way),
        ],
      };
    });
  },
});
