import { askedFirst, command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { asked, day, flag, many, money, text } from "../../cli/options.ts";
import {
  type Approval,
  type ApprovalWords,
  approvable,
  checkApprovalWords,
  planApproval,
} from "../../domain/approval.ts";
import type { Day } from "../../domain/day.ts";
import { isGivenUp, type PaymentLine } from "../../domain/payment.ts";
import { unknownLines } from "../../domain/payment-words.ts";
import { idOf } from "../../domain/ref.ts";
import { withProblems } from "../../domain/result.ts";
import { approvalQuestion, approvalSaid } from "../../reports/payment-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { approveLines } from "../../store/payment-changes.ts";
import { flagFacts, paymentLines } from "../../store/payments.ts";
import type { Store } from "../../store/store.ts";

/** The lines meant by the words, as far as they are there. */
function chosen(store: Store, words: ApprovalWords, today: Day): PaymentLine[] {
  if (words.all)
    return paymentLines(store, { states: approvable, to: words.onOrBefore ?? today }).filter(
      (l) => !isGivenUp(l),
    );
  return paymentLines(store, { ids: words.lines.flatMap((text) => idOf("payment", text) ?? []) });
}

function planned(store: Store, words: ApprovalWords, today: Day, by: string): Approval[] {
  const lines = chosen(store, words, today);
  const plan = planApproval(lines, words, by);
  return must(withProblems(unknownLines(words.lines, lines), plan));
}

export default command({
  about: "Approve logged lines",
  details: [
    "Lines that are logged or claimed become approved. Whoever recorded a line may approve it, but that is flagged in every list.",
  ],
  examples: [
    "involve payment approve PAY-001 PAY-002",
    'involve payment approve --all --on-or-before 2026-03-31 --by "Tomasz Wilk" --yes',
    'involve payment approve PAY-007 --amount 20.00 --reason "the receipt says £20.00"',
  ],
  writes: true,
  args: { lines: asked(many(text("the lines", "PAYMENT", "payment"))) },
  options: {
    all: flag("every logged and claimed line"),
    onOrBefore: day("with --all: of activities up to this day; today where left out"),
    amount: money("less than was claimed, for one line"),
    reason: text("why less", "REASON"),
  },
  run(context, words) {
    must(checkApprovalWords(words), exits.usage);
    const { by, today } = context;
    return askedFirst(context, {
      plan: (store) => planned(store, words, today, by),
      size: (approvals) => approvals.length,
      question: approvalQuestion,
      write(store, approvals) {
        approveLines(store, approvals, { by, on: today });
        const ids = approvals.map((a) => a.line.id);
        return {
          report: paymentsReport(paymentLines(store, { ids }), flagFacts(store, today)),
          said: ids.length === 0 ? ["Nothing is waiting for approval."] : approvalSaid(approvals),
        };
      },
    });
  },
});
