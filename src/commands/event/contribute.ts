import { command } from "../../cli/command.ts";
import { must, refused } from "../../cli/errors.ts";
import { acknowledge, asked, choice, fallback, member, required, text } from "../../cli/options.ts";
import { namingForms } from "../../domain/naming.ts";
import { checkNaming } from "../../domain/naming-choice.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { contributionInWords, eventsReport } from "../../reports/events.ts";
import { watchCeilings } from "../../store/ceiling-watch.ts";
import { eliminationSaid } from "../../store/elimination.ts";
import { addContributor, eventRows, findEvent } from "../../store/events.ts";
import { addNaming, namingFacts } from "../../store/naming.ts";
import { saidOn } from "../../store/naming-history.ts";
import { findPerson } from "../../store/people.ts";

export default command({
  about: "Record who took part in it, or who is asked to",
  details: [
    "For an event to come this is the invitation. Where it takes somebody over a ceiling they asked us to watch, nothing is recorded until --acknowledge says what was agreed.",
    "The naming choice is for this event alone and is kept beside earlier ones; the latest counts. Without one the person is withheld wherever the event is shown to the public. Run it again with another --naming when somebody changes their mind.",
  ],
  examples: [
    "involve event contribute E-001 M-003 --role speaker --naming full",
    'involve event contribute E-001 M-004 --role "panel member" --naming initials --as "S. P-M." --how "by phone"',
  ],
  writes: true,
  args: {
    event: required(text("the event, such as E-001", "EVENT", "event")),
    member: required(member("who took part, or is to")),
  },
  options: {
    role: required(text("what they do: speaker, panel member, writer", "ROLE")),
    naming: asked(choice("how they chose to be named at this event", namingForms, "FORM")),
    as: text("exactly as it is to be printed", "NAME"),
    how: fallback(text("how they told you: e-mail, by phone", "HOW"), "told the co-ordinator"),
    acknowledge: acknowledge(),
  },
  run: (context, words) =>
    context.withReason(words.acknowledge, "over-ceiling", (acknowledge) =>
      context.write((store) => {
        const { event, person } = must(
          every({ event: findEvent(store, words.event), person: findPerson(store, words.member) }),
        );
        const output = { kind: "event", id: event.id } as const;
        const there = event.contributors.some((c) => c.personId === person.id && c.role === words.role);
        if (words.naming === undefined && words.as !== undefined) throw refused(wordingAlone);
        if (words.naming === undefined && there)
          throw refused(alreadyThere(words.member, words.role, ref("event", event.id)));
        if (!there) addContributor(store, event.id, { personId: person.id, role: words.role });
        if (words.naming !== undefined) {
          const request = { form: words.naming, wording: words.as, how: words.how, on: context.today };
          const days = { today: context.today, saidOn: saidOn(store, person.id, output) };
          const facts = { ...days, output: ref("event", event.id), inPrint: false };
          addNaming(store, person.id, output, must(checkNaming(request, facts)), context.by);
        }
        const work = { people: [person.id], refs: [`event:${ref("event", event.id)}`] };
        const { by, today } = context;
        const watched = must(watchCeilings(store, { stage: "offer", ...work, acknowledge, by, today }));
        const facts = namingFacts(store);
        const [after] = eventRows(store, { id: event.id });
        return {
          report: eventsReport(after ? [after] : [], facts, "team"),
          said: [
            contributionInWords(event, { personId: person.id, role: words.role }, facts, today),
            ...watched,
            ...eliminationSaid(store, output, today),
          ],
        };
      }),
    ),
});

const alreadyThere = (who: string, role: string, event: string) => ({
  code: "already-there",
  message: `${who} is on record for ${event} as ${role} already.`,
  remedy: "To record how they wish to be named, add --naming.",
});

const wordingAlone = {
  code: "naming-missing",
  message: "--as says how the name is printed, but not in which form they chose to be named.",
  remedy: 'Add --naming full, other, initials or pen-name, for example --naming initials --as "T. K".',
};
