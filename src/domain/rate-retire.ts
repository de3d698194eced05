import { type Day, within } from "./day.ts";
import { pounds } from "./money.ts";
import { suggestion } from "./nearest.ts";
import type { CardRate, MileRate, RateCard } from "./rate-card.ts";
import { stretchInWords } from "./rate-plan.ts";
import { mileage, type RateFacts } from "./rate-words.ts";
import { no, type Problem, problem, type Result, unless, yes } from "./result.ts";
import { keyOf } from "./text.ts";

/** What ending a rate, or a whole card, would do. */
export interface Retirement {
  readonly rates: readonly CardRate[];
  readonly miles: readonly MileRate[];
  /** The card, where all of it is retired. */
  readonly card: RateCard | null;
  readonly lastDay: Day;
}

/** What `payment rates retire` was told; no band is the whole card. */
export interface RetireWords {
  readonly band: string | undefined;
  readonly card: string | undefined;
  readonly on: Day;
}

const see = "See: involve payment rates list --all";

const laterProblems = (own: readonly (CardRate | MileRate)[], on: Day): Problem[] =>
  own
    .filter((r) => r.fromOn > on)
    .map((r) =>
      problem(
        "rate-to-come",
        `There is a rate to come: ${pounds(r.pence)} ${stretchInWords(r)}.`,
        "Retire on its last day, or take it back with: involve undo",
      ),
    );

/** The rates of some that are in force on a day and go on after it; none, and any that begin later, are refused. */
function endingOn<R extends CardRate | MileRate>(
  own: readonly R[],
  on: Day,
  about: string,
): Result<readonly R[]> {
  const ending = own.filter((r) => within(on, r.fromOn, r.toOn) && r.toOn !== on);
  const none =
    ending.length === 0 ? [problem("no-rate", `No rate for ${about} goes on after ${on}.`, see)] : [];
  const later = laterProblems(own, on);
  return unless(later.length > 0 ? later : none, () => ending);
}

function wholeCard(card: RateCard, facts: RateFacts, on: Day): Result<Retirement> {
  const own = facts.rates.filter((r) => r.card === card.key);
  const problems = [
    ...(card.retiredOn === null
      ? []
      : [problem("card-retired", `The card ${card.key} is retired already.`, see)]),
    ...(card.key === facts.usual
      ? [
          problem(
            "usual-card",
            `Fees are priced from the card ${card.key} where none is named, so it cannot be retired whole.`,
            "Name a band, or make another card the usual one first, with --usual of: involve payment rates set",
          ),
        ]
      : []),
    ...laterProblems(own, on),
  ];
  const rates = own.filter((r) => within(on, r.fromOn, r.toOn) && r.toOn !== on);
  return unless(problems, () => ({ rates, miles: [], card, lastDay: on }));
}

/** The rates that end on a day: those of one band, of a whole card, or what a mile pays. Lines keep what they were priced with. */
export function planRetirement(words: RetireWords, facts: RateFacts): Result<Retirement> {
  const band = words.band === undefined ? undefined : keyOf(words.band);
  const key = words.card === undefined ? facts.usual : keyOf(words.card);
  const ended = { rates: [], miles: [], card: null, lastDay: words.on };
  if (band === mileage) {
    const miles = endingOn(facts.miles, words.on, mileage);
    return miles.ok ? yes({ ...ended, miles: miles.value }) : miles;
  }
  const card = facts.cards.find((c) => c.key === key);
  if (!card)
    return no(
      problem(
        "unknown-card",
        `"${key}" is not a rate card.`,
        suggestion(
          key,
          facts.cards.map((c) => c.key),
        ),
      ),
    );
  if (band === undefined) return wholeCard(card, facts, words.on);
  const own = facts.rates.filter((r) => r.card === key && r.band === band);
  const rates = endingOn(own, words.on, `${band} on the card ${key}`);
  return rates.ok ? yes({ ...ended, rates: rates.value }) : rates;
}
