import { command } from "../../cli/command.ts";
import { exits, must } from "../../cli/errors.ts";
import { asked, choice, day, many, member, required, text } from "../../cli/options.ts";
import { type ConsentPlan, planGiving, planWithdrawal, purposes } from "../../domain/consent.ts";
import { consentDay, consentsInWords } from "../../domain/consent-words.ts";
import type { Day } from "../../domain/day.ts";
import { privateTextProblems } from "../../domain/private-text.ts";
import { refsIn } from "../../domain/ref.ts";
import { noneOf, together } from "../../domain/result.ts";
import { listed } from "../../domain/text.ts";
import { consentsReport } from "../../reports/consents.ts";
import { consentsHeld, giveConsent, withdrawConsent, wordings } from "../../store/consents.ts";
import { findPerson } from "../../store/people.ts";
import type { Store } from "../../store/store.ts";

function apply(store: Store, plan: ConsentPlan, how: string | undefined, on: Day, by: string): void {
  for (const consent of plan.give) giveConsent(store, consent, { on, how: how ?? "", by });
  for (const consent of plan.end) withdrawConsent(store, consent.id, { on, how });
}

export default command({
  about: "Record a consent given or withdrawn",
  details: [
    "Each purpose is a consent of its own, given to the wording of that day and withdrawn whenever somebody likes. For three people or more it asks first; off a terminal add --yes.",
  ],
  examples: [
    'involve member consent M-001 --purpose matching --given 2026-01-12 --how "signed form"',
    'involve member consent M-002..M-015 --purpose matching --purpose naming --how "form at induction" --yes',
    "involve member consent M-001 --purpose matching --withdrawn 2026-03-01",
  ],
  writes: true,
  args: { members: required(many(member("whose consent; M-002..M-015 is everybody from one to the other"))) },
  options: {
    purpose: required(many(choice("what it is for", purposes, "PURPOSE"))),
    given: asked(day("the day they gave it; today where left out")),
    how: asked(text("how, such as: signed form, e-mail, by phone", "HOW")),
    withdrawn: day("the day they withdrew it"),
  },
  async run(context, words) {
    const { today, by } = context;
    const on = must(consentDay(words, today), exits.usage);
    must(noneOf(privateTextProblems({ "--how": words.how })));
    const refs = words.members.flatMap((m) => refsIn("member", m));
    const found = must(together(refs.map((m) => findPerson(context.store, m))));
    const people = [...new Map(found.map((p) => [p.id, p])).values()];
    const verb = words.withdrawn ? "Withdraw" : "Record";
    if (people.length >= 3)
      await context.confirm(`${verb} ${listed(words.purpose)} for ${people.length} people?`);
    return context.write((store) => {
      const facts = { held: consentsHeld(store), wordings: wordings(store), today };
      const plan = must((words.withdrawn ? planWithdrawal : planGiving)(people, words.purpose, on, facts));
      apply(store, plan, words.how, on, by);
      const now = consentsHeld(store).filter((c) => words.purpose.some((p) => p === c.purpose));
      return { report: consentsReport(people, now), said: consentsInWords(people, words, on, plan) };
    });
  },
});
