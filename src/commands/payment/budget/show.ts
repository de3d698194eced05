import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { text } from "../../../cli/options.ts";
import { budgetNamed, standingOf } from "../../../domain/budget.ts";
import { budgetReport, budgetsReport } from "../../../reports/budgets.ts";
import { activityProjects, budgets } from "../../../store/budgets.ts";
import { flagFacts, paymentLines } from "../../../store/payments.ts";

export default command({
  about: "Show budgets: what is spent, committed and left",
  details: [
    "With a title it shows the one budget and every line that draws on it. A project's budget counts work on the project, commentaries on its papers and its events.",
  ],
  examples: ["involve payment budget show", 'involve payment budget show "Meetings 2026-27"'],
  args: { title: text("one budget", "TITLE", "budget") },
  options: {},
  run({ store, today }, words) {
    const all = budgets(store);
    const lines = paymentLines(store);
    const projects = activityProjects(store);
    if (words.title === undefined)
      return { report: budgetsReport(all.map((b) => standingOf(b, lines, projects))) };
    const one = must(budgetNamed(words.title, all));
    return { report: budgetReport(standingOf(one, lines, projects), flagFacts(store, today)) };
  },
});
