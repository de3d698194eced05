import { type Consenting, type ConsentPlan, purposes } from "./consent.ts";
import { type Day, dayInWords } from "./day.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { count, listed } from "./text.ts";

/** What a command about consents says, before the people are looked up. */
export interface ConsentWords {
  readonly members: readonly string[];
  readonly purpose: readonly string[];
  readonly given: Day | undefined;
  readonly withdrawn: Day | undefined;
  readonly how: string | undefined;
}

/** Whether the words say one thing: given on a day (today where none is said) and how, or withdrawn on a day. */
export function consentDay(words: ConsentWords, today: Day): Result<Day> {
  const problems: Problem[] = [];
  if (words.given && words.withdrawn)
    problems.push({
      code: "given-or-withdrawn",
      message: "A consent is given or withdrawn, not both at once.",
      remedy: "Use --given or --withdrawn, one at a time.",
    });
  if (!words.withdrawn && words.how === undefined)
    problems.push({
      code: "missing",
      message: "--how is missing: how they gave it.",
      remedy: 'For example: --how "signed form"',
    });
  const misplaced = words.members.filter((m) => purposes.some((p) => p === m));
  for (const purpose of misplaced)
    problems.push({
      code: "purpose-as-member",
      message: `"${purpose}" is a purpose, and not a person.`,
      remedy: `Write: --purpose ${purpose}`,
    });
  return unless(problems, () => words.withdrawn ?? words.given ?? today);
}

/** What a plan of consents does, in sentences. */
export function consentsInWords(
  people: readonly Consenting[],
  words: ConsentWords,
  on: Day,
  plan: ConsentPlan,
): string[] {
  const [only, ...others] = people;
  const who =
    only && others.length === 0
      ? `${ref("member", only.id)} ${only.knownAs}`
      : count(people.length, "person", "people");
  const what = listed([
    ...new Set([...plan.give.map((c) => c.wording.purpose), ...plan.end.map((c) => c.purpose)]),
  ]);
  const consents = count(plan.unchanged, "consent was", "consents were");
  return [
    ...(plan.give.length > 0 ? [`Recorded for ${who}: ${what}, given on ${dayInWords(on)}.`] : []),
    ...(plan.end.length > 0
      ? [`Withdrawn for ${who} on ${dayInWords(on)}: ${what}. From that day it is not used.`]
      : []),
    ...(plan.unchanged > 0
      ? [`${consents} ${words.withdrawn ? "not in force" : "in force already"}; nothing changed there.`]
      : []),
  ];
}
