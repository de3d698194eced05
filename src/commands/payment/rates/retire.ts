import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { asked, day, fallback, text } from "../../../cli/options.ts";
import { addDays } from "../../../domain/day.ts";
import { planRetirement } from "../../../domain/rate-retire.ts";
import { retirementSaid } from "../../../reports/rate-words.ts";
import { linesPricedAt, rateFacts, retireRates } from "../../../store/rate-cards.ts";

export default command({
  about: "End a rate, or a whole card, on its last day",
  details: [
    "Lines that were priced with it keep it. Work of a later day cannot be priced by it: to replace a rate, set the new one, which ends the old one by itself.",
  ],
  examples: [
    "involve payment rates retire full-day-heavy-preparation --on 2027-03-31",
    "involve payment rates retire --card kcl-own --on 2027-07-31",
  ],
  writes: true,
  args: { band: asked(text("the band, or mileage; the whole card where left out", "BAND", "band")) },
  options: {
    card: asked(text("the card; the usual one where left out", "CARD", "card")),
    on: fallback(day("the last day it holds for"), "today"),
  },
  run(context, words) {
    return context.write((store) => {
      const plan = must(planRetirement(words, rateFacts(store)));
      const later = addDays(plan.lastDay, 1);
      const lines = plan.rates.reduce((sum, r) => sum + linesPricedAt(store, r.id, later), 0);
      retireRates(store, plan, context.today);
      return { said: retirementSaid(plan, lines) };
    });
  },
});
