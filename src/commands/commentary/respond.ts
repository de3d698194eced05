import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { choice, day, fallback, required, text, wholeNumber } from "../../cli/options.ts";
import { checkRespond } from "../../domain/commentary-comment.ts";
import { nextInWords } from "../../domain/commentary-next.ts";
import { ref } from "../../domain/ref.ts";
import { forTeam } from "../../reports/commentary.ts";
import { findCommentary } from "../../store/commentaries.ts";
import { commentaryFacts } from "../../store/commentary-facts.ts";
import { answerComment } from "../../store/commentary-texts.ts";
import { namedCommentsSaid } from "../../store/named-texts.ts";

export default command({
  about: "Record what the authors answered to a comment",
  details: ["The authors decide together; who of them answered is not kept. An answer can be changed."],
  examples: [
    'involve commentary respond C-001 1 accepted --reason "it was not clear"',
    'involve commentary respond C-001 2 declined --reason "the ending is the point"',
  ],
  writes: true,
  args: {
    commentary: required(text("the commentary's ref", "COMMENTARY", "commentary")),
    number: required(wholeNumber("the number of the comment", 1, 9999)),
    answer: required(choice("what they answered", ["accepted", "declined"])),
  },
  options: {
    reason: required(text("why, in the authors' words", "REASON")),
    on: fallback(day("the day they answered"), "today"),
  },
  run(context, { number, answer: response, reason, on, ...words }) {
    return context.write((store) => {
      const commentary = must(findCommentary(store, words.commentary));
      const { comments, way } = commentaryFacts(store, commentary, context.today);
      const comment = must(checkRespond({ number, reason, on }, comments, way));
      if (comment) answerComment(store, comment.id, { response, reason, on });
      const now = commentaryFacts(store, commentary, context.today);
      return {
        report: forTeam(now),
        said: [
          `Recorded: the authors ${response} comment ${number} on ${ref("commentary", commentary.id)}.`,
          ...namedCommentsSaid(store, commentary.id, [
            { what: `The answer to comment ${number}`, text: reason },
          ]),
          ...(response === "accepted"
            ? [
                `When the text is changed: involve commentary read ${ref("commentary", commentary.id)} draft.docx`,
              ]
            : []),
          ...nextInWords(now.way),
        ],
      };
    });
  },
});
