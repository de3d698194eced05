import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { acknowledge, day, many, text } from "../../../cli/options.ts";
import { type NewBatch, planBatch } from "../../../domain/batch-plan.ts";
import type { Day } from "../../../domain/day.ts";
import { unknownLines } from "../../../domain/payment-words.ts";
import { idOf, ref } from "../../../domain/ref.ts";
import { withProblems } from "../../../domain/result.ts";
import { batchQuestion, madeSaid } from "../../../reports/batch-words.ts";
import { batchReport } from "../../../reports/batches.ts";
import { addBatch } from "../../../store/batch-changes.ts";
import { batches, findBatch, findPayer } from "../../../store/batches.ts";
import { watchCeilings } from "../../../store/ceiling-watch.ts";
import { flagFacts, paymentLines } from "../../../store/payments.ts";
import { setting } from "../../../store/settings.ts";
import type { Store } from "../../../store/store.ts";

interface Words {
  readonly lines: readonly string[];
  readonly payer: string | undefined;
  readonly cutOff: Day | undefined;
}

function planned(store: Store, words: Words, today: Day): NewBatch {
  const named = words.lines.length > 0;
  const lines = named
    ? paymentLines(store, { ids: words.lines.flatMap((l) => idOf("payment", l) ?? []) })
    : paymentLines(store, { states: ["approved"] });
  const payer = must(findPayer(store, words.payer ?? setting(store, "default-payer")));
  const taken = batches(store).map((b) => b.key);
  const plan = planBatch({ lines, named, cutOffOn: words.cutOff }, payer, taken, today);
  return must(withProblems(named ? unknownLines(words.lines, lines) : [], plan));
}

export default command({
  about: "Put approved lines together for one payer's finance office",
  details: [
    "Every approved line of the payer that is in no batch goes in, or those that are named. A line is in one batch at a time; until the batch is sent it can be changed, and then leaves it.",
    "The cut-off is the payer's next one where it is not given: involve payment payer set.",
  ],
  examples: [
    "involve payment batch make --payer ucl --cut-off 2026-04-10",
    "involve payment batch make PAY-003 PAY-004 --payer kcl",
  ],
  writes: true,
  args: { lines: many(text("only these lines", "PAYMENT", "payment")) },
  options: {
    payer: text("who pays; the usual payer where left out", "PAYER", "payer"),
    cutOff: day("the day by which finance has to have it"),
    acknowledge: acknowledge(),
  },
  async run(context, words) {
    const { today, by } = context;
    const preview = planned(context.store, words, today);
    if (preview.lines.length >= 3) await context.confirm(batchQuestion(preview));
    return context.withReason(words.acknowledge, "over-ceiling", (agreed) =>
      context.write((store) => {
        const plan = planned(store, words, today);
        const batch = must(findBatch(store, addBatch(store, plan, { by, on: today })));
        const work = {
          people: plan.lines.map((l) => l.personId),
          refs: plan.lines.map((l) => ref("payment", l.id)),
        };
        const watched = watchCeilings(store, { stage: "batch", ...work, acknowledge: agreed, by, today });
        return {
          report: batchReport(batch, flagFacts(store, today)),
          said: [...madeSaid(batch), ...must(watched)],
        };
      }),
    );
  },
});
