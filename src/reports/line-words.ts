import { dayInWords } from "../domain/day.ts";
import type { OfferAnswer } from "../domain/fee-offer.ts";
import type { Claim, Refusal, Reversal } from "../domain/line-change.ts";
import type { Edit } from "../domain/line-edit.ts";
import { memberName } from "../domain/membership.ts";
import { milesInWords } from "../domain/miles.ts";
import { decimalPounds, pounds } from "../domain/money.ts";
import { amountOf, type PaymentLine } from "../domain/payment.ts";
import { lineInWords } from "../domain/payment-words.ts";
import { choiceInWords, type Preference } from "../domain/preference.ts";
import { ref } from "../domain/ref.ts";
import { sumOf } from "../domain/statement.ts";
import { count, listed } from "../domain/text.ts";

const refs = (lines: readonly PaymentLine[]): string => listed(lines.map((l) => ref("payment", l.id)));

const lineOf = (line: PaymentLine): string =>
  `  ${ref("payment", line.id)} ${lineInWords(line)}: ${pounds(amountOf(line))}`;

/** What was claimed, by person; and what had been approved and has to be approved again. */
export function claimsSaid(claims: readonly Claim[], receivedOn: string): string[] {
  const again = claims.flatMap((c) => c.lines.filter((l) => l.approvedPence !== null));
  return [
    ...claims.map(({ personId, knownAs, lines }) => {
      const asked = lines.reduce((sum, l) => sum + l.claimedPence, 0);
      return `Claimed on ${receivedOn} by ${memberName({ id: personId, knownAs })}: ${refs(lines)}, ${pounds(asked)} in all.`;
    }),
    ...(again.length > 0 ? [`To be approved again: ${refs(again)}.`] : []),
  ];
}

const leftBatch = (lines: readonly PaymentLine[]): string[] =>
  lines
    .filter((l) => l.batch !== null && l.state === "approved")
    .map((l) => `${ref("payment", l.id)} is no longer in batch ${l.batch}, which was not sent yet.`);

/** What was queried or rejected, and from which draft it fell out. */
export const refusalSaid = (lines: readonly PaymentLine[], { state, reason }: Refusal): string[] => [
  `${state === "queried" ? "Queried" : "Rejected"} ${count(lines.length, "line")}: ${reason}`,
  ...lines.map(lineOf),
  ...leftBatch(lines),
];

/** What is asked before three or more lines are queried or rejected. */
export const refusalQuestion = (lines: readonly PaymentLine[], { state }: Refusal): string =>
  [
    `${state === "queried" ? "Query" : "Reject"} ${count(lines.length, "line")}, ${pounds(sumOf(lines))} in all?`,
    ...lines.map(lineOf),
    "",
  ].join("\n");

/** What was taken back, and by which line where it had been paid. */
export function reversalSaid({ line, balance }: Reversal, id: number): string[] {
  const name = `${ref("payment", line.id)} (${lineInWords(line)})`;
  return balance === null
    ? [`Took back ${name}. Nothing was paid for it, and it counts no more.`, ...leftBatch([line])]
    : [
        `${ref("payment", id)} takes back ${name} with ${pounds(balance)}; what was paid stays on record as it was.`,
        "It is to be approved, and goes to finance in the next batch.",
      ];
}

/** What was changed on a line. */
export function editSaid(edit: Edit): string[] {
  const { line } = edit;
  const changes = [
    edit.miles === line.milesTenths || edit.miles === null ? "" : milesInWords(edit.miles),
    edit.claimed === line.claimedPence
      ? ""
      : `${pounds(edit.claimed)} instead of ${pounds(line.claimedPence)}`,
    edit.receiptsAdded.length > 0 ? `${count(edit.receiptsAdded.length, "receipt")} added` : "",
    edit.receiptDropped === null ? "" : "a receipt taken off",
    edit.payerId === undefined ? "" : "another payer",
    edit.note === line.note ? "" : "a note",
    edit.again === line.againReason ? "" : "why again",
  ].filter(Boolean);
  return [
    `Changed ${ref("payment", line.id)}: ${changes.length > 0 ? listed(changes) : "nothing that was not so already"}.`,
    ...(edit.backToClaimed
      ? [`It was ${line.state} and is claimed again; somebody has to approve it as it now is.`]
      : []),
    ...leftBatch(edit.backToClaimed ? [line] : []),
  ];
}

const onDay = (line: PaymentLine): string => dayInWords(line.activityOn);

const inGeneral = (line: PaymentLine, chosen: Preference): string =>
  `Please note: ${memberName({ id: line.personId, knownAs: line.knownAs })} ${choiceInWords(chosen.choice, pounds(chosen.most ?? 0))}`;

/** What was offered; and what they chose in general, where it is less. */
export const offeredSaid = (line: PaymentLine, beyond: Preference | null): string[] => [
  `Offered ${ref("payment", line.id)}: ${lineInWords(line)} on ${onDay(line)}, ${pounds(line.claimedPence)}. Their answer: involve payment answer ${ref("payment", line.id)} accepted|reduced|declined|donated`,
  ...(beyond === null ? [] : [`${inGeneral(line, beyond)}. What they answer to this offer counts.`]),
];

const answers: Readonly<Record<OfferAnswer, string>> = {
  accepted: "accepted",
  reduced: "accepted for less",
  declined: "declined; nothing is owed",
  donated: "given to charity; nothing is owed to them",
};

/** What an answer made of an offered fee; and what they chose in general, where they took this one whole. */
export function answerSaid(line: PaymentLine, answer: OfferAnswer, beyond: Preference | null): string[] {
  const name = ref("payment", line.id);
  const next =
    line.state === "accepted"
      ? `, ${pounds(line.claimedPence)}. When it is done: involve payment done ${name}`
      : ".";
  const said = `${name} (${lineInWords(line)}) is ${answers[answer]}${next}`;
  if (answer !== "accepted" || beyond === null) return [said];
  const less =
    beyond.choice === "reduced" ? `reduced --takes ${decimalPounds(beyond.most ?? 0)}` : beyond.choice;
  return [
    said,
    `${inGeneral(line, beyond)}; this fee is taken whole. If not: involve payment answer ${name} ${less}`,
  ];
}

/** What was logged as done, and that it was priced anew where it was. */
export const doneSaid = (before: PaymentLine, line: PaymentLine): string =>
  `Logged ${ref("payment", line.id)} (${lineInWords(line)}) as done on ${onDay(line)}: ${pounds(line.claimedPence)}${before.ratePence === line.ratePence ? "" : `, at the rate of that day`}.`;
