import { command } from "../../cli/command.ts";
import { must, refused } from "../../cli/errors.ts";
import { asked, choice, day, fallback, flag, many, readBy, required, text } from "../../cli/options.ts";
import { planApplication } from "../../domain/application-one.ts";
import { fieldsTold, parseEquality } from "../../domain/application-words.ts";
import { perspectives } from "../../domain/person.ts";
import { ref } from "../../domain/ref.ts";
import { stillOpen } from "../../domain/round.ts";
import { importReport } from "../../reports/application-changes.ts";
import { applicationsOf, saveApplication } from "../../store/round-applications.ts";
import { applicantsKnown } from "../../store/round-known.ts";
import { panelSeats } from "../../store/round-panel.ts";
import { findRound, keysInUse } from "../../store/rounds.ts";

export default command({
  about: "Take in one application",
  details: [
    "It gets the next code of the round. An applicant is not a member until they are appointed. Somebody who has applied in this round already is found by e-mail, else by name and telephone, and refused; somebody known here or from an earlier round is pointed out, and never joined with anybody silently. Started without any words on a terminal, it asks for each of them in turn.",
    'Equality answers are kept apart from everything else: --equality "disability=yes", once for each question. The questions: ethnic-group, age-band, disability, sex, gender-identity, sexual-orientation, religion.',
  ],
  examples: [
    'involve round apply autumn-2026 --known-as "Ada Quill" --email ada@quill.example --perspective carer --statement "I would like to take part."',
    'involve round apply autumn-2026 --known-as "Bo" --phone "07700 900321" --on 2026-11-02 --late',
  ],
  writes: true,
  asksOnlyWhenBare: true,
  args: { round: required(text("the round", "ROUND", "round")) },
  options: {
    knownAs: asked(text("the name they are known by", "NAME")),
    fullName: asked(text("their full name, where it differs", "NAME")),
    pronouns: asked(text("their pronouns, such as she/her", "PRONOUNS")),
    email: asked(text("their e-mail address", "EMAIL")),
    phone: asked(text("their telephone number", "PHONE")),
    perspective: asked(choice("service user, carer or both", perspectives)),
    region: asked(text("the region they live in", "REGION", "region")),
    experience: asked(many(text("lived experience they told of, by key", "EXPERIENCE", "experience"))),
    skill: asked(many(text("a skill they told of, by key", "SKILL", "skill"))),
    interest: asked(many(text("an interest they told of, by key", "INTEREST", "interest"))),
    statement: asked(text("what they wrote", "TEXT")),
    equality: many(readBy("an answer to an equality question", "QUESTION=ANSWER", parseEquality)),
    on: asked(fallback(day("the day the application came in"), "today")),
    late: flag("take it in though the closing day has passed"),
  },
  run(context, { round: key, on, late, ...words }) {
    return context.write((store) => {
      const round = must(stillOpen(must(findRound(store, key))));
      const known = applicationsOf(store, round.id, true);
      const withdrawn = known.filter((a) => a.status === "withdrawn").map((a) => a.code);
      const fields = must(fieldsTold(words, on, keysInUse(store)));
      const planned = must(planApplication(fields, { round, today: context.today, late, known, withdrawn }));
      const before = applicantsKnown(store, round)(planned.code, fields);
      if (panelSeats(store, round.id).some((s) => s.personId !== null && s.personId === before.personId))
        throw refused({
          code: "on-the-panel",
          message: `This is ${ref("member", before.personId ?? 0)}, who is on the panel of ${round.key}.`,
          remedy: `Take them off it first: involve round panel ${round.key} ${ref("member", before.personId ?? 0)} --out`,
        });
      saveApplication(store, round.id, planned, { today: context.today, personId: before.personId });
      return {
        report: importReport([planned]),
        said: [
          `Took in ${planned.code} for ${round.key}; from here on the code stands for the name.`,
          ...before.said,
        ],
      };
    });
  },
});
