import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { asked, day, flag, money, required, text, wholeNumber } from "../../../cli/options.ts";
import { planRate } from "../../../domain/rate-plan.ts";
import { mileage } from "../../../domain/rate-words.ts";
import { rateSaid } from "../../../reports/rate-words.ts";
import { pricesReport } from "../../../reports/rates.ts";
import { linesPricedAt, rateFacts, setRate } from "../../../store/rate-cards.ts";

export default command({
  about: "Set a rate from a day on, on the NIHR card or one of your own",
  details: [
    "A rate until further notice ends the day before the new one begins; two rates of a band never share a day, and days without one are pointed out. Lines keep the rate they were priced with, whatever becomes of the card.",
    "A card of your own begins with --card and --card-label; with --payer it prices that payer's lines, and with --usual all lines where no card is named. A band of your own begins with --band-label. What a mile pays is the band mileage.",
  ],
  examples: [
    'involve payment rates set half-day 90.00 --from 2027-04-01 --source "NIHR payment guidance, April 2027 (V)"',
    'involve payment rates set half-day 100.00 --from 2027-01-01 --card kcl-own --card-label "KCL rates" --payer kcl',
    'involve payment rates set quarter-day 45.00 --from 2027-01-01 --band-label "quarter day" --minutes 120',
    "involve payment rates set mileage 0.55 --from 2027-04-06",
  ],
  writes: true,
  args: {
    band: required(text("the band, or mileage", "BAND", "band")),
    amount: required(money("what it pays")),
  },
  options: {
    from: required(day("the first day of activity it holds for")),
    to: day("its last day; until further notice where left out"),
    card: asked(text("the card; the usual one where left out", "CARD", "card")),
    cardLabel: text("begins a card of this name", "LABEL"),
    payer: text("of a new card: whose lines it prices", "PAYER", "payer"),
    bandLabel: text("begins a band of this name", "LABEL"),
    minutes: wholeNumber("of a new band: how long it counts as", 1, 6000),
    source: asked(text("where the figure comes from", "SOURCE")),
    usual: flag("fees are priced from this card where none is named"),
  },
  run(context, words) {
    return context.write((store) => {
      const plan = must(planRate(words, rateFacts(store)));
      const ends = plan.card !== null && plan.ends ? plan.ends.id : 0;
      const lines = linesPricedAt(store, ends, plan.fromOn);
      setRate(store, plan, context.today);
      const facts = rateFacts(store);
      const own = plan.band === mileage ? [] : facts.rates.filter((r) => r.card === plan.card);
      const shown = {
        ...facts,
        rates: own.filter((r) => r.band === plan.band),
        miles: plan.card === null ? facts.miles : [],
      };
      return { report: pricesReport(shown), said: rateSaid(plan, lines, facts.rates) };
    });
  },
});
