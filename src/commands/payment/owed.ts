import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { member } from "../../cli/options.ts";
import { owed } from "../../domain/owed.ts";
import { owedReport } from "../../reports/owed.ts";
import { doneNotLogged } from "../../store/done.ts";
import { flagFacts, paymentLines } from "../../store/payments.ts";
import { findPerson } from "../../store/people.ts";
import { bands, rates } from "../../store/rates.ts";

export default command({
  about: "Show what is owed and where it stands, with how long it has stood there",
  details: [
    "Attended or done and not logged; logged, not claimed; queried; claimed, not approved; approved, not sent; sent, not paid. Done is what is on record: meetings with a band, events, commentaries that went to a journal, and work that was accepted and whose day has come. What was declined or given to charity is not owed, and nobody is chased about it.",
  ],
  examples: ["involve payment owed", "involve payment owed --member M-003"],
  args: {},
  options: { member: member("only what is owed to this person") },
  run({ store, today }, words) {
    const person = words.member === undefined ? undefined : must(findPerson(store, words.member));
    const done = doneNotLogged(store, today).filter((d) => !person || d.personId === person.id);
    const prices = { today, bands: bands(store), rates: rates(store) };
    const all = owed(done, paymentLines(store, { personId: person?.id }), prices);
    return { report: owedReport(all, flagFacts(store, today)) };
  },
});
