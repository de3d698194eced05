import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { acknowledge, file, many, miles, money, required, text } from "../../cli/options.ts";
import { checkEditWords, planEdit } from "../../domain/line-edit.ts";
import { payerNamed } from "../../domain/rate.ts";
import { ref } from "../../domain/ref.ts";
import { every, ifGiven } from "../../domain/result.ts";
import { editSaid } from "../../reports/line-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { watchCeilings } from "../../store/ceiling-watch.ts";
import { editFacts, editLine } from "../../store/payment-steps.ts";
import { findLine, flagFacts, paymentLines } from "../../store/payments.ts";
import { payers } from "../../store/rates.ts";
import { handedIn } from "../../store/receipts.ts";
import type { Store } from "../../store/store.ts";

/** The line that is meant and who pays. */
const known = (
  store: Store,
  name: string,
  words: {
    readonly payer: string | undefined;
  },
) =>
  must(
    every({
      found: findLine(store, name),
      payerId: ifGiven(words.payer, (key) => payerNamed(key, payers(store))),
    }),
  );

export default command({
  about: "Change a line that is not with finance and not paid",
  details: [
    "Another amount, receipt or payer takes an approved or queried line back to claimed, and whoever changed it counts as its recorder: somebody else should approve it. A note changes nothing else.",
    "A fee can be less than its rate, never more, and its rate stays as it was frozen. A line with finance changes only by what finance answers; a paid line never changes, but can be taken back: involve payment reverse.",
  ],
  examples: [
    "involve payment edit PAY-007 --amount 19.80 --receipt ticket.pdf",
    "involve payment edit PAY-008 --miles 12.4",
    'involve payment edit PAY-007 --note "return ticket"',
  ],
  writes: true,
  args: { line: required(text("the line", "PAYMENT", "payment")) },
  options: {
    amount: money("what is asked for"),
    miles: miles("for mileage: how many miles"),
    receipt: many(file("a receipt to add")),
    dropReceipt: text("a receipt to take off, by its file name", "NAME"),
    again: text("why the same receipt a second time", "REASON"),
    payer: text("who pays", "PAYER", "payer"),
    note: text("the note on the line"),
    acknowledge: acknowledge(),
  },
  run(context, { line: name, receipt, acknowledge: given, ...words }) {
    must(checkEditWords(words, receipt.length), exits.usage);
    const { by, today } = context;
    const files = receipt.map((path) => ({ path, bytes: context.readFile(path) }));
    return context.withReason(given, "over-ceiling", (agreed) =>
      context.write((store) => {
        const handed = files.map(({ path, bytes }) => handedIn(store, path, bytes));
        const { found, payerId } = known(store, name, words);
        const facts = { ...editFacts(store, found), handedIn: handed, payerId };
        const edit = must(planEdit(facts, words));
        editLine(store, edit, { by, on: today });
        const more = edit.claimed > found.claimedPence ? [ref("payment", found.id)] : [];
        const work = { people: [found.personId], refs: more };
        const watched = watchCeilings(store, { stage: "log", ...work, acknowledge: agreed, by, today });
        const report = paymentsReport(paymentLines(store, { ids: [found.id] }), flagFacts(store, today));
        return { report, said: [...editSaid(edit), ...must(watched)] };
      }),
    );
  },
});
