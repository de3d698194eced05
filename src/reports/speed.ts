import { within } from "../domain/day.ts";
import { memberName } from "../domain/membership.ts";
import type { PaymentLine } from "../domain/payment.ts";
import { type FlagFacts, flagsOf, ownApprovals, shownActivity, whatOf } from "../domain/payment-words.ts";
import type { Period } from "../domain/period.ts";
import { ref } from "../domain/ref.ts";
import { paidTimes, slower, speedOf, type Took, waitingTimes } from "../domain/speed.ts";
import type { Column, Report, Row, Section } from "./report.ts";

const speedColumns: readonly Column[] = [
  { key: "payer", heading: "Payer" },
  { key: "measure", heading: "Days from" },
  { key: "lines", heading: "Lines", kind: "integer" },
  { key: "median", heading: "Median", kind: "decimal" },
  { key: "ninetieth", heading: "90 of 100 within", kind: "integer" },
];

const measures = [
  ["activity to paid", (t: Took) => t.fromActivity],
  ["sent to paid", (t: Took) => t.fromSent],
] as const;

function speedRows(payer: string, times: readonly Took[]): Row[] {
  return measures.map(([measure, days]) => {
    const speed = speedOf(times.flatMap((t) => days(t) ?? []));
    return { payer, measure, lines: speed.lines, median: speed.median, ninetieth: speed.ninetieth };
  });
}

const lineColumns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "member", heading: "Member" },
  { key: "what", heading: "What" },
  { key: "activity", heading: "For" },
  { key: "activity_on", heading: "Day", kind: "day" },
  { key: "sent_on", heading: "Sent", kind: "day" },
  { key: "paid_on", heading: "Paid", kind: "day" },
  { key: "days", heading: "Days since the work", kind: "integer" },
  { key: "days_with_finance", heading: "With finance", kind: "integer" },
  { key: "flags", heading: "Flags", detail: true },
];

const lineRow = ({ line, fromActivity, fromSent }: Took, facts: FlagFacts): Row => ({
  ref: ref("payment", line.id),
  member: memberName({ id: line.personId, knownAs: line.knownAs }),
  what: whatOf(line),
  activity: shownActivity(line),
  activity_on: line.activityOn,
  sent_on: line.sentOn,
  paid_on: line.paidOn,
  days: fromActivity,
  days_with_finance: fromSent,
  flags: flagsOf(line, facts),
});

const slowSection = (key: string, heading: string, times: readonly Took[], facts: FlagFacts): Section => ({
  key,
  heading,
  columns: lineColumns,
  rows: slower(times, facts.lateDays).map((t) => lineRow(t, facts)),
  empty: "None.",
});

/** How fast people are paid: the middle and the slow end, by payer, and every line that took or takes longer than the unit's limit. */
export function speedReport(
  lines: readonly PaymentLine[],
  period: Period | undefined,
  facts: FlagFacts,
): Report {
  const paid = paidTimes(lines).filter(
    (t) => period === undefined || within(t.line.paidOn ?? t.line.activityOn, period.from, period.to),
  );
  const waiting = waitingTimes(lines, facts.today);
  const late = slower([...paid, ...waiting], facts.lateDays).map((t) => t.line);
  const payers = [...new Set(paid.map((t) => t.line.payer ?? ""))].sort((a, b) => a.localeCompare(b, "en"));
  return {
    title: `How fast people are paid${period === undefined ? "" : `: ${period.name}`}`,
    sections: [
      {
        key: "speed",
        columns: speedColumns,
        rows: [
          ...speedRows("all", paid),
          ...(payers.length > 1
            ? payers.flatMap((p) =>
                speedRows(
                  p,
                  paid.filter((t) => t.line.payer === p),
                ),
              )
            : []),
        ],
      },
      slowSection("slow", `Took more than ${facts.lateDays} days`, paid, facts),
      slowSection("waiting", `Not paid after more than ${facts.lateDays} days`, waiting, facts),
    ],
    notes: [
      ...ownApprovals(late),
      "Half of the lines took the median or less; 90 of 100 took no more than the other figure. Lines that were taken back are left out.",
    ],
  };
}
