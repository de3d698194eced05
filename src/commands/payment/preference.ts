import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { day, fallback, flag, member, money, required } from "../../cli/options.ts";
import { pounds } from "../../domain/money.ts";
import { choiceIn, choiceInWords } from "../../domain/preference.ts";
import { ref } from "../../domain/ref.ts";
import { preferencesReport } from "../../reports/preferences.ts";
import { findPerson } from "../../store/people.ts";
import { everybodysPreferences, setPreference } from "../../store/preferences.ts";

export default command({
  about: "Record whether somebody takes fees, less, none, or is asked each time",
  details: [
    "It holds for activities from that day on, until they choose otherwise; lines already logged stay as they are. It is about fees only: expenses are always theirs to claim.",
    "What everybody chose: involve payment choices.",
  ],
  examples: [
    "involve payment preference M-014 --declines --from 2026-04-01",
    "involve payment preference M-009 --takes 40.00",
    "involve payment preference M-006 --asks",
  ],
  writes: true,
  args: { member: required(member("who chose")) },
  options: {
    paid: flag("they are paid fees"),
    takes: money("they take at most this for one fee"),
    declines: flag("they decline fees"),
    donates: flag("they give fees to charity"),
    asks: flag("they wish to be asked each time"),
    from: fallback(day("from this day of activity on"), "today"),
  },
  run(context, words) {
    const chosen = must(choiceIn(words), exits.usage);
    return context.write((store) => {
      const person = must(findPerson(store, words.member));
      setPreference(store, person.id, { ...chosen, fromOn: words.from });
      const sentence = choiceInWords(chosen.choice, pounds(chosen.most ?? 0));
      return {
        report: preferencesReport(everybodysPreferences(store, person.id), context.today, true),
        said: [`From ${words.from}, ${ref("member", person.id)} ${person.knownAs} ${sentence}.`],
      };
    });
  },
});
