import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { day, fallback, many, required, text } from "../../cli/options.ts";
import { linesAndPeople, nothingToClaim, planClaims } from "../../domain/line-change.ts";
import { mayTake } from "../../domain/line-step.ts";
import { unknownLines } from "../../domain/payment-words.ts";
import { idOf } from "../../domain/ref.ts";
import { every, noneOf, together } from "../../domain/result.ts";
import { claimsSaid } from "../../reports/line-words.ts";
import { paymentsReport } from "../../reports/payments.ts";
import { claimLines } from "../../store/payment-steps.ts";
import { flagFacts, paymentLines } from "../../store/payments.ts";
import { findPerson } from "../../store/people.ts";

export default command({
  about: "Record that a claim came in",
  details: [
    "Logged lines become claimed, on the day the claim was received. A person stands for all their logged lines. A queried line that stands as it is can be claimed again; it is then approved again.",
    "Expenses are claimed as they are logged.",
  ],
  examples: [
    "involve payment claim PAY-001 PAY-002 --received 2026-04-02",
    "involve payment claim M-003 --received yesterday",
  ],
  writes: true,
  args: { what: required(many(text("the lines, or whose lines", "PAYMENT|MEMBER", "payment"))) },
  options: {
    received: fallback(day("the day the claim came in"), "today"),
    note: text("a note on the claim"),
  },
  run(context, words) {
    return context.write((store) => {
      const said = linesAndPeople(words.what);
      const named = paymentLines(store, { ids: said.lines.flatMap((l) => idOf("payment", l) ?? []) });
      const people = must(together(said.people.map((p) => findPerson(store, p))));
      const theirs = people.flatMap((p) => paymentLines(store, { personId: p.id, states: ["logged"] }));
      const all = [...named, ...theirs.filter((l) => !named.some((n) => n.id === l.id))];
      const others = [...unknownLines(said.lines, named), ...nothingToClaim(people, theirs)];
      const plan = planClaims(all, words.received, context.today);
      const { claims } = must(every({ claims: plan, others: noneOf(others) }));
      claimLines(store, claims, { receivedOn: words.received, note: words.note });
      const now = paymentLines(store, { ids: all.filter((l) => mayTake(l, "claim")).map((l) => l.id) });
      return {
        report: paymentsReport(now, flagFacts(store, context.today)),
        said: claimsSaid(claims, words.received),
      };
    });
  },
});
