import type { TeamsWorth } from "./team-problem.ts";
import { count } from "./text.ts";

const more = (n: number): string => (n > 0 ? "more" : "fewer");

/** What teams are worth less, or more, than others, most important first; the lot is nobody's price. Empty = just as good. */
function priceInWords(before: TeamsWorth, after: TeamsWorth): string[] {
  const by = (goal: keyof TeamsWorth): number => after[goal] - before[goal];
  const said = (goal: keyof TeamsWorth, words: (n: number) => string): string[] =>
    by(goal) === 0 ? [] : [words(Math.abs(by(goal)))];
  return [
    ...said(
      "requiredUnmet",
      (n) => `${n} ${more(by("requiredUnmet"))} missing of the people that required needs ask for`,
    ),
    ...said("unfilled", (n) => `${count(n, "place")} ${more(by("unfilled"))} left empty`),
    ...said(
      "beyond",
      (n) => `${count(n, "person", "people")} ${more(by("beyond"))} from beyond the working group`,
    ),
    ...said(
      "desiredUnmet",
      (n) =>
        `${n} ${more(by("desiredUnmet"))} missing of the people that desired needs ask for, times their weight`,
    ),
    ...said("net", (n) => `${count(n, "point")} ${more(by("net"))}`),
    ...said("changes", (n) => `${count(n, "accepted place")} ${more(by("changes"))} taken back`),
  ];
}

/** The price in one sentence. */
export function priceSentence(before: TeamsWorth, after: TeamsWorth): string {
  const words = priceInWords(before, after);
  return words.length === 0
    ? "costs nothing: just as good, and only the lot decided otherwise"
    : words.join("; ");
}
