import { command } from "../../../cli/command.ts";
import { must } from "../../../cli/errors.ts";
import { choice, money, period, required, text } from "../../../cli/options.ts";
import { activityKinds } from "../../../domain/activity.ts";
import { budgetNamed, checkBudget, standingOf, yearKindOf } from "../../../domain/budget.ts";
import { pounds } from "../../../domain/money.ts";
import { privateTextProblems } from "../../../domain/private-text.ts";
import { payerNamed } from "../../../domain/rate.ts";
import { every, ifGiven, noneOf } from "../../../domain/result.ts";
import { budgetsReport } from "../../../reports/budgets.ts";
import { activityProjects, budgets, setBudget } from "../../../store/budgets.ts";
import { paymentLines } from "../../../store/payments.ts";
import { findProject } from "../../../store/projects.ts";
import { payers } from "../../../store/rates.ts";

export default command({
  about: "Set a budget for a year, a project or a kind of activity",
  details: [
    "Years: tax:2026-27, ucl:2026-27, nihr:2026-27, a calendar year such as 2026, or two days with .. between. A budget of the same title is set anew.",
  ],
  examples: [
    'involve payment budget set "Meetings 2026-27" --amount 9000 --year nihr:2026-27 --kind meeting',
    'involve payment budget set "Coming home" --amount 2400 --year ucl:2026-27 --project P-001 --payer ucl',
  ],
  writes: true,
  args: { title: required(text("what it is called", "TITLE")) },
  options: {
    amount: required(money("how much is set aside")),
    year: required(period("the year, or the days from and to")),
    project: text("only for this project, its commentaries and its events", "PROJECT", "project"),
    kind: choice("only for this kind of activity", activityKinds, "KIND"),
    payer: text("only what this payer pays", "PAYER", "payer"),
  },
  run(context, words) {
    return context.write((store) => {
      const { project, payerId } = must(
        every({
          project: ifGiven(words.project, (p) => findProject(store, p)),
          payerId: ifGiven(words.payer, (p) => payerNamed(p, payers(store))),
          fits: checkBudget(words),
          kept: noneOf(privateTextProblems({ "The title": words.title })),
        }),
      );
      const before = budgetNamed(words.title, budgets(store));
      const { from, to } = words.year;
      const own = {
        title: words.title,
        payerId: payerId ?? null,
        projectId: project?.id ?? null,
        kind: words.kind ?? null,
      };
      const budget = { ...own, from, to, year: yearKindOf(words.year), pence: words.amount };
      setBudget(store, budget, before.ok ? before.value.id : undefined, context.today);
      const lines = paymentLines(store);
      const projects = activityProjects(store);
      return {
        report: budgetsReport(budgets(store).map((b) => standingOf(b, lines, projects))),
        said: [
          `${before.ok ? "Set anew" : "Set"}: ${words.title}, ${pounds(words.amount)} for ${words.year.name}.`,
        ],
      };
    });
  },
});
