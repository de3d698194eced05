import type { PaymentLine } from "../domain/payment.ts";
import { shownActivity, whatOf } from "../domain/payment-words.ts";
import { ref } from "../domain/ref.ts";
import type { Column, Row } from "./report.ts";

/** The columns that every list of payment lines begins with: whose it is, what for, of which day. */
export const lineColumns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "member", heading: "Member" },
  { key: "known_as", heading: "Known as" },
  { key: "what", heading: "What" },
  { key: "activity", heading: "For" },
  { key: "activity_on", heading: "Day", kind: "day" },
];

/** A payment line in those columns. */
export const lineCells = (line: PaymentLine) =>
  ({
    ref: ref("payment", line.id),
    member: ref("member", line.personId),
    known_as: line.knownAs,
    what: whatOf(line),
    activity: shownActivity(line),
    activity_on: line.activityOn,
  }) satisfies Row;
