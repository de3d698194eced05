import { type FinanceReply, financeReplies } from "../domain/batch.ts";
import { type Pence, parsePence } from "../domain/money.ts";
import { suggestion } from "../domain/nearest.ts";
import { idOf } from "../domain/ref.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { keyOf } from "../domain/text.ts";
import { cell, maybe, maybeDay, maybeProse } from "./columns.ts";

/** Words that finance offices use for what became of a claim. */
const words: Readonly<Record<string, FinanceReply>> = {
  processed: "paid",
  settled: "paid",
  complete: "paid",
  completed: "paid",
  query: "queried",
  "on-hold": "queried",
  held: "queried",
  reject: "rejected",
  refused: "rejected",
  returned: "rejected",
  declined: "rejected",
};

function reply(text: string): Result<FinanceReply> {
  const key = keyOf(text);
  const found = financeReplies.find((r) => r === key) ?? words[key];
  return found
    ? yes(found)
    : no({
        code: "unknown-word",
        message: `"${text}" is not one of: ${financeReplies.join(", ")}.`,
        remedy: suggestion(key, [...financeReplies, ...Object.keys(words)]),
      });
}

function reference(text: string): Result<number> {
  const id = idOf("payment", text);
  return id === null
    ? no({
        code: "unknown-payment",
        message: `"${text}" is not a reference of a payment line.`,
        remedy: "References look like PAY-012; they are in the sheet that was sent.",
      })
    : yes(id);
}

/** An amount that may be negative: a line that takes another one back. */
function amount(text: string): Result<Pence> {
  const minus = /^\((.*)\)$|^-\s*(.*)$|^(£)-(.*)$/.exec(text.trim());
  if (!minus) return parsePence(text);
  const read = parsePence(minus[1] ?? minus[2] ?? minus[4] ?? "");
  return read.ok ? yes(-read.value) : read;
}

/** The columns of finance's reply; the sheet that was sent, with status, day and reason added, will do. */
export const financeReplyColumns = {
  id: cell(
    ["reference", "ref", "our_reference", "our_ref", "payment_reference", "payment", "invoice_reference"],
    reference,
  ),
  reply: cell(["status", "state", "result", "outcome", "reply", "answer"], reply),
  on: maybeDay("paid_on", "date_paid", "payment_date", "paid_date", "date", "when", "answered_on"),
  reason: maybeProse("reason", "comment", "comments", "query", "why", "note", "notes"),
  amount: maybe(["amount", "amount_paid", "net_amount", "amount_gbp"], amount),
};
