import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, choice, day, fallback, flag, key, required, text } from "../../cli/options.ts";
import { checkNewPerson, groups, type NewPerson, perspectives } from "../../domain/person.ts";
import { ref } from "../../domain/ref.ts";
import { peopleReport } from "../../reports/people.ts";
import { addPerson, candidates, emailOwner, peopleRows } from "../../store/people.ts";
import { keysOf } from "../../store/vocabulary.ts";

export default command({
  about: "Add a person to a group",
  details: ["Started without any words on a terminal, it asks for each of them in turn."],
  examples: [
    'involve member add "Amina Khan" --group lewg --perspective service-user --joined 2026-01-12',
    'involve member add "Sam" --full-name "Samuel Okoro" --group lean --email sam.okoro@post.example',
  ],
  writes: true,
  asksOnlyWhenBare: true,
  args: { name: required(text("the name they are known by", "NAME")) },
  options: {
    group: asked(fallback(choice("the group they join", groups), "lewg")),
    joined: asked(fallback(day("the day they joined"), "today")),
    fullName: asked(text("their full name, where it differs", "NAME")),
    pronouns: asked(text("their pronouns, such as she/her", "PRONOUNS")),
    perspective: asked(choice("service user, carer or both", perspectives)),
    email: asked(text("their e-mail address", "EMAIL")),
    phone: asked(text("their telephone number", "PHONE")),
    region: key("the region they live in", "REGION", "region"),
    sameName: flag("there is somebody of the same name, and this is another person"),
  },
  run(context, words) {
    return context.write((store) => {
      const request: NewPerson = { ...words, knownAs: words.name, joinedOn: words.joined };
      const person = must(
        checkNewPerson(request, {
          today: context.today,
          emailOwner: words.email ? emailOwner(store, words.email) : undefined,
          sameName: candidates(store, words.fullName ?? words.name),
          regions: keysOf(store, "region"),
          againWithSameName: words.sameName,
        }),
      );
      const id = addPerson(store, person, context.today);
      return {
        report: peopleReport(peopleRows(store, id), { group: undefined, all: true }, context.today),
        said: [`Added ${ref("member", id)} ${person.knownAs} to ${person.group}.`],
      };
    });
  },
});
