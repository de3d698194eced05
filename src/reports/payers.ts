import type { Payer } from "../domain/batch.ts";
import { nextCutOff } from "../domain/batch-plan.ts";
import { type Day, dayInWords } from "../domain/day.ts";
import type { PayerPlan } from "../domain/payer.ts";
import { list, type Report } from "./report.ts";

/** Who pays, with the day of the month and the next day by which claims have to be there. */
export const payersReport = (payers: readonly Payer[], today: Day): Report =>
  list(
    "Payers",
    [
      { key: "payer", heading: "Payer" },
      { key: "name", heading: "Name" },
      { key: "cut_off_day", heading: "Cut-off day", kind: "integer" },
      { key: "next_cut_off", heading: "Next", kind: "day" },
    ],
    payers.map((p) => ({
      payer: p.key,
      name: p.name,
      cut_off_day: p.cutOffDay,
      next_cut_off: p.cutOffDay === null ? null : nextCutOff(p.cutOffDay, today),
    })),
    "No payers.",
  );

/** What is known of a payer's cut-off now, and that the payer was begun or has another name. */
export const payerSaid = (payer: Payer, { id, renamed }: PayerPlan, today: Day): string[] => [
  ...(id === null ? [`${payer.name} pays from now on as ${payer.key}.`] : []),
  ...(renamed ? [`${payer.key} is called ${payer.name} now.`] : []),
  payer.cutOffDay === null
    ? `The cut-off day of ${payer.key} is not known.`
    : `${payer.key} has to have claims by day ${payer.cutOffDay} of a month; next by ${dayInWords(nextCutOff(payer.cutOffDay, today))}.`,
];
