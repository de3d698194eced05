import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { file, many, miles, money, required, text } from "../../cli/options.ts";
import { checkEditWords, planEdit } from "../../domain/line-edit.ts";
import { privateTextProblems } from "../../domain/private-text.ts";
import { payerNamed } from "../../domain/rate.ts";
import { every, ifGiven, noneOf } from "../../domain/result.ts";
import { editSaid } from "../../reports/line-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { editFacts, editLine } from "../../store/payment-steps.ts";
import { findLine, flagFacts, paymentLines } from "../../store/payments.ts";
import { payers } from "../../store/rates.ts";
import { handedIn } from "../../store/receipts.ts";

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
  },
  run(context, { line: name, receipt, ...words }) {
    must(checkEditWords(words, receipt.length), exits.usage);
    const files = receipt.map((path) => ({ path, bytes: context.readFile(path) }));
    return context.write((store) => {
      const handed = files.map(({ path, bytes }) => handedIn(store, path, bytes));
      const names = Object.fromEntries(handed.map((r, i) => [`The name of receipt ${i + 1}`, r.fileName]));
      const { found, payerId } = must(
        every({
          found: findLine(store, name),
          payerId: ifGiven(words.payer, (key) => payerNamed(key, payers(store))),
          kept: noneOf(privateTextProblems({ "--again": words.again, "--note": words.note, ...names })),
        }),
      );
      const facts = { ...editFacts(store, found), handedIn: handed, payerId };
      const edit = must(planEdit(facts, words));
      editLine(store, edit, { by: context.by, on: context.today });
      const lines = paymentLines(store, { ids: [found.id] });
      return { report: paymentsReport(lines, flagFacts(store, context.today)), said: editSaid(edit) };
    });
  },
});
