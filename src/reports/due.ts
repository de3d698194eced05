import type { Payer } from "../domain/batch.ts";
import { nextCutOff } from "../domain/batch-plan.ts";
import { daysBetween } from "../domain/day.ts";
import { amountOf, type PaymentLine } from "../domain/payment.ts";
import { type FlagFacts, flagsOf, ownApprovals, shownActivity, whatOf } from "../domain/payment-words.ts";
import { ref } from "../domain/ref.ts";
import { list, type Report } from "./report.ts";

/** Lines that are not with finance yet, each with the day by which its payer has to have it: the nearest first. */
export function dueReport(
  lines: readonly PaymentLine[],
  payers: readonly Payer[],
  facts: FlagFacts & { readonly rule: string },
): Report {
  const submitBy = (line: PaymentLine) => {
    const day = payers.find((p) => p.key === line.payer)?.cutOffDay ?? null;
    return day === null ? null : nextCutOff(day, facts.today);
  };
  const rows = lines.map((line) => ({ line, by: submitBy(line) }));
  rows.sort((a, b) => (a.by ?? "9999").localeCompare(b.by ?? "9999", "en") || a.line.id - b.line.id);
  const unknown = [...new Set(rows.filter((r) => r.by === null).map((r) => r.line.payer ?? "nobody"))];
  return list(
    "Due",
    [
      { key: "ref", heading: "Ref" },
      { key: "member", heading: "Member" },
      { key: "known_as", heading: "Known as" },
      { key: "what", heading: "What" },
      { key: "activity", heading: "For" },
      { key: "amount", heading: "Amount", kind: "pence" },
      { key: "state", heading: "State" },
      { key: "payer", heading: "Payer" },
      { key: "submit_by", heading: "Submit by", kind: "day" },
      { key: "days_left", heading: "Days left", kind: "integer" },
      { key: "activity_on", heading: "Day", kind: "day", detail: true },
      { key: "batch", heading: "Batch", detail: true },
      { key: "flags", heading: "Flags", detail: true },
    ],
    rows.map(({ line, by }) => ({
      ref: ref("payment", line.id),
      member: ref("member", line.personId),
      known_as: line.knownAs,
      what: whatOf(line),
      activity: shownActivity(line),
      amount: amountOf(line),
      state: line.state,
      payer: line.payer,
      submit_by: by,
      days_left: by === null ? null : daysBetween(facts.today, by),
      activity_on: line.activityOn,
      batch: line.batch,
      flags: flagsOf(line, facts),
    })),
    "Nothing is due: every line is with finance, paid or settled.",
    rows.length === 0
      ? []
      : [
          ...ownApprovals(lines),
          `The rule: ${facts.rule}.`,
          ...unknown.map(
            (key) =>
              `The cut-off day of ${key} is not known; when you know it: involve payment payer set ${key} --cut-off-day N`,
          ),
        ],
  );
}
