import { addDays } from "../domain/day.ts";
import { pounds } from "../domain/money.ts";
import type { CardRate } from "../domain/rate-card.ts";
import { openEnd, type RatePlan, stretchInWords } from "../domain/rate-plan.ts";
import type { Retirement } from "../domain/rate-retire.ts";
import { gapNotes } from "./rates.ts";

const about = (plan: Pick<RatePlan, "band" | "card">): string =>
  plan.card === null ? "a mile" : `${plan.band} on the card ${plan.card}`;

const kept = (lines: number): string[] =>
  lines === 0
    ? []
    : [
        lines === 1
          ? "1 line of a later day keeps the rate it was priced with."
          : `${lines} lines of later days keep the rate they were priced with.`,
      ];

/** What setting a rate did: what it ended, which lines keep what they have, and what has no rate now. */
export function rateSaid(plan: RatePlan, lines: number, now: readonly CardRate[]): string[] {
  const usual =
    plan.usual && plan.card !== null ? [`Fees are now priced from ${plan.card} where no card is named.`] : [];
  if (plan.unchanged) return ["Just this is on record already.", ...usual];
  const end = openEnd(plan);
  return [
    ...(plan.newCard ? [`Began the card ${plan.card} (${plan.newCard.label}).`] : []),
    ...(plan.newBand ? [`Began the band ${plan.band} (${plan.newBand.label}).`] : []),
    `Set ${pounds(plan.pence)} for ${about(plan)} ${stretchInWords(plan)}.`,
    ...(plan.ends ? [`${pounds(plan.ends.pence)} ended on ${addDays(plan.fromOn, -1)}.`] : []),
    ...kept(lines),
    ...(end === null ? [] : [`From ${end} on there is no rate for ${about(plan)}.`]),
    ...gapNotes(now.filter((r) => r.card === plan.card && r.band === plan.band)),
    ...usual,
  ];
}

/** What ending rates did: each with what has no rate from then on. */
export function retirementSaid(plan: Retirement, lines: number): string[] {
  const { card, lastDay } = plan;
  return [
    ...plan.rates.map((r) => `Ended ${pounds(r.pence)} for ${about(r)} on ${lastDay}.`),
    ...plan.miles.map((r) => `Ended ${pounds(r.pence)} for a mile on ${lastDay}.`),
    ...kept(lines),
    card
      ? `The card ${card.key} is retired from ${addDays(lastDay, 1)} on.`
      : `From ${addDays(lastDay, 1)} on nothing can be priced by ${plan.rates.length + plan.miles.length === 1 ? "it" : "them"} until another rate is set.`,
  ];
}
