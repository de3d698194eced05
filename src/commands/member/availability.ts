import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { day, flag, many, member, required, text, wholeNumber } from "../../cli/options.ts";
import { checkAvailabilityWords, planStretch, stretchSaid } from "../../domain/availability.ts";
import type { Day } from "../../domain/day.ts";
import { planInWords, planRemoval, planWords } from "../../domain/person-words.ts";
import { ref } from "../../domain/ref.ts";
import { every } from "../../domain/result.ts";
import { type Word, wordsMeant } from "../../domain/vocabulary.ts";
import { availabilityReport } from "../../reports/availability.ts";
import { keepStretch, stretchesOf } from "../../store/availability.ts";
import { findPerson } from "../../store/people.ts";
import { recordWords, wordsOf } from "../../store/person-words.ts";
import type { Store } from "../../store/store.ts";
import { terms } from "../../store/vocabulary.ts";

interface Words {
  readonly member: string;
  readonly words: readonly string[];
  readonly hours: number | undefined;
  readonly from: Day | undefined;
  readonly until: Day | undefined;
  readonly remove: boolean;
}

function recorded(store: Store, words: Words, today: Day) {
  const found = findPerson(store, words.member);
  const had = found.ok ? wordsOf(store, found.value.id, "availability") : [];
  const has = found.ok ? stretchesOf(store, found.value.id) : [];
  const keeps = (word: Word): boolean => words.remove || had.some((h) => h.id === word.id);
  const { person, meant, stretch } = must(
    every({
      person: found,
      meant: wordsMeant("availability", words.words, terms(store, "availability"), keeps),
      stretch: planStretch(words, has, today),
    }),
  );
  const { id, knownAs } = person;
  const name = `${ref("member", id)} ${knownAs}`;
  const plan = words.remove ? planRemoval(had, meant) : planWords(had, meant);
  recordWords(store, id, plan, { on: today });
  keepStretch(store, id, stretch);
  return {
    report: availabilityReport(name, wordsOf(store, id, "availability"), stretchesOf(store, id)),
    said: [...planInWords(name, plan), ...stretchSaid(name, stretch)],
  };
}

export default command({
  about: "Record when somebody can take part, and for how long",
  details: [
    "Times of the week are words of the vocabulary; hours a month hold from a day on, today where left out. Of hours that overlap, those that start last count, and 0 hours means no time at all. No reason is asked for or kept.",
  ],
  examples: [
    "involve member availability M-003 weekday-mornings weekends",
    "involve member availability M-003 --hours 8 --from 2026-06-01 --until 2026-08-31",
    "involve member availability M-003 weekends --remove",
    "involve member availability M-003 --remove --from 2026-06-01",
  ],
  writes: true,
  args: {
    member: required(member("who told us")),
    words: many(text("times of the week, such as weekday-mornings", "TIME", "availability")),
  },
  options: {
    hours: wholeNumber("hours a month they can give in all; 0 is no time", 0, 744),
    from: day("the first day the hours hold; today where left out"),
    until: day("the last day they hold; until they say where left out"),
    remove: flag("take the times, or the hours that begin --from a day, out again"),
  },
  run(context, words) {
    must(checkAvailabilityWords(words), exits.usage);
    return context.write((store) => recorded(store, words, context.today));
  },
});
