import { command } from "../../cli/command.ts";
import { must, somethingToChange } from "../../cli/errors.ts";
import { choice, day, many, readBy, required, text } from "../../cli/options.ts";
import {
  applicationEditInWords,
  clearableDetails,
  planApplicationEdit,
} from "../../domain/application-edit.ts";
import { fieldsTold, parseEquality } from "../../domain/application-words.ts";
import { theApplication } from "../../domain/panel.ts";
import { perspectives } from "../../domain/person.ts";
import { every } from "../../domain/result.ts";
import { editReport } from "../../reports/application-changes.ts";
import { applicationsOf, editApplication } from "../../store/round-applications.ts";
import { scoringOf } from "../../store/round-scores.ts";
import { findRound, keysInUse } from "../../store/rounds.ts";

const options = {
  knownAs: text("the name they are known by", "NAME"),
  fullName: text("their full name, where it differs", "NAME"),
  pronouns: text("their pronouns, such as she/her", "PRONOUNS"),
  email: text("their e-mail address", "EMAIL"),
  phone: text("their telephone number", "PHONE"),
  perspective: choice("service user, carer or both", perspectives),
  region: text("the region they live in", "REGION", "region"),
  experience: many(text("lived experience, in place of what there is", "EXPERIENCE", "experience")),
  skill: many(text("a skill, in place of those there are", "SKILL", "skill")),
  interest: many(text("an interest, in place of those there are", "INTEREST", "interest")),
  statement: text("what they wrote, in place of what there is", "TEXT"),
  equality: many(readBy("an answer to an equality question", "QUESTION=ANSWER", parseEquality)),
  on: day("the day the application came in"),
  clear: many(choice("a detail to empty", clearableDetails, "DETAIL")),
};

export default command({
  about: "Change what an application says",
  details: [
    "What is left out stays as it is; --clear empties a detail. Several words of one kind take the place of those there are. What was changed is on record by the name of the detail.",
  ],
  examples: [
    'involve round application autumn-2026 A-017 --email ada.quill@post.example --phone "07700 900321"',
    "involve round application autumn-2026 A-017 --skill writing --skill chairing --clear pronouns",
  ],
  writes: true,
  args: {
    round: required(text("the round", "ROUND", "round")),
    application: required(text("the code of the application", "CODE")),
  },
  options,
  run(context, { round: key, application: code, on, clear, ...words }) {
    somethingToChange("round application", { ...words, on, clear });
    return context.write((store) => {
      const round = must(findRound(store, key));
      const known = applicationsOf(store, round.id, true);
      const { application, fields } = must(
        every({
          application: theApplication(code, known, round.key),
          fields: fieldsTold(words, on, keysInUse(store)),
        }),
      );
      const edit = must(planApplicationEdit(application, fields, clear, { round, known }));
      editApplication(store, round.id, edit, context.today);
      const scored = scoringOf(store, round).scores.some((s) => s.applicationId === application.id);
      return { report: editReport(edit), said: applicationEditInWords(edit, scored) };
    });
  },
});
