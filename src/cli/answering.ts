import type { BatchAnswer } from "../domain/batch-answer.ts";
import type { Refusal } from "../domain/line-change.ts";
import { answeredSaid, answerQuestion } from "../reports/batch-words.ts";
import { batchReport } from "../reports/batches.ts";
import { refusalQuestion, refusalSaid } from "../reports/line-words.ts";
import { paymentsReport } from "../reports/payments.ts";
import { answerBatch, answerOf } from "../store/batch-changes.ts";
import { refusalOf, refuseLines } from "../store/payment-steps.ts";
import { flagFacts } from "../store/payments.ts";
import { askedFirst, type Outcome } from "./command.ts";
import type { Context } from "./context.ts";
import { must } from "./errors.ts";

/** Records that lines, named by their refs, are queried or rejected; three or more are asked about first. */
export const refuse = (context: Context, named: readonly string[], refusal: Refusal): Promise<Outcome> =>
  askedFirst(context, {
    plan: (store) => must(refusalOf(store, named, refusal, context.today)),
    size: (lines) => lines.length,
    question: (lines) => refusalQuestion(lines, refusal),
    write: (store, lines) => ({
      report: paymentsReport(refuseLines(store, lines, refusal), flagFacts(store, context.today)),
      said: refusalSaid(lines, refusal),
    }),
  });

/** Records what finance answered to lines of a batch that it has; three or more are asked about first. */
export const financeAnswered = (
  context: Context,
  named: { readonly batch: string; readonly lines: readonly string[] },
  answer: BatchAnswer,
): Promise<Outcome> =>
  askedFirst(context, {
    plan: (store) => must(answerOf(store, named, answer, context.today)),
    size: (plan) => plan.lines.length,
    question: (plan) => answerQuestion(plan.lines, answer),
    write(store, plan) {
      const now = answerBatch(store, plan.batch, plan.lines, answer);
      return {
        report: batchReport(now, flagFacts(store, context.today)),
        said: answeredSaid(now, plan.lines, answer),
      };
    },
  });
