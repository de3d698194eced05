import { type Activity, type ActivityKind, activityName } from "./activity.ts";
import { type Day, within } from "./day.ts";
import type { Pence } from "./money.ts";
import { suggestion } from "./nearest.ts";
import { amountOf, counts, isPaid, type PaymentLine } from "./payment.ts";
import type { Period } from "./period.ts";
import { ref } from "./ref.ts";
import { no, type Result, yes } from "./result.ts";
import { folded, listed } from "./text.ts";

/** The kinds of year a budget can be for. */
export type YearKind = "tax" | "ucl-financial" | "nihr" | "calendar" | "range";

/** Money set aside for a stretch of days; null project, kind of activity or payer stands for all. */
export interface Budget {
  readonly id: number;
  readonly title: string;
  readonly payer: string | null;
  readonly projectId: number | null;
  readonly kind: ActivityKind | null;
  readonly year: YearKind;
  readonly from: Day;
  readonly to: Day;
  readonly pence: Pence;
}

/** How a budget stands. */
export interface BudgetStanding {
  readonly budget: Budget;
  readonly lines: readonly PaymentLine[];
  /** On its way: logged, claimed, approved, sent or queried. */
  readonly committed: Pence;
  /** Paid, less what was taken back. */
  readonly spent: Pence;
  /** What is neither spent nor committed; negative where it is overdrawn. */
  readonly left: Pence;
}

const startsOf: readonly (readonly [start: string, end: string, YearKind])[] = [
  ["04-06", "04-05", "tax"],
  ["08-01", "07-31", "ucl-financial"],
  ["04-01", "03-31", "nihr"],
];

/** What kind of year a period is: one whole tax, UCL financial, NIHR or calendar year, else a range of days. */
export function yearKindOf({ from, to }: Period): YearKind {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  if (first === last && from.endsWith("-01-01") && to.endsWith("-12-31")) return "calendar";
  const found = startsOf.find(([start, end]) => from.slice(5) === start && to.slice(5) === end);
  return found && last === first + 1 ? found[2] : "range";
}

/** The kinds of activity that can belong to a project: work on it, a commentary on a paper of it, an event about it. */
const projectKinds: readonly ActivityKind[] = ["project", "commentary", "event"];

/** The project that a commentary or an event belongs to, by the activity's name; nothing where it belongs to none. */
export type ActivityProjects = ReadonlyMap<string, number>;

const isOfProject = (activity: Activity, projectId: number, projects: ActivityProjects): boolean =>
  activity.kind === "project"
    ? activity.key === ref("project", projectId)
    : projects.get(activityName(activity)) === projectId;

/** Whether a line draws on a budget: by the day of its activity, its payer, its project and its kind of activity. */
const drawsOn = (line: PaymentLine, budget: Budget, projects: ActivityProjects): boolean =>
  counts(line) &&
  within(line.activityOn, budget.from, budget.to) &&
  (budget.payer === null || line.payer === budget.payer) &&
  (budget.kind === null || line.activity.kind === budget.kind) &&
  (budget.projectId === null || isOfProject(line.activity, budget.projectId, projects));

/** How a budget stands with these lines, fees and expenses together; every line that draws on it is in one of the sums. */
export function standingOf(
  budget: Budget,
  lines: readonly PaymentLine[],
  projects: ActivityProjects = new Map(),
): BudgetStanding {
  const own = lines.filter((l) => drawsOn(l, budget, projects));
  const sum = (some: readonly PaymentLine[]): Pence => some.reduce((total, l) => total + amountOf(l), 0);
  const spent = sum(own.filter(isPaid));
  const committed = sum(own.filter((l) => !isPaid(l)));
  return { budget, lines: own, committed, spent, left: budget.pence - committed - spent };
}

/** The one budget meant by a title, in any case; an unknown one is refused with the nearest. */
export function budgetNamed(title: string, budgets: readonly Budget[]): Result<Budget> {
  const found = budgets.find((b) => folded(b.title) === folded(title));
  return found
    ? yes(found)
    : no({
        code: "unknown-budget",
        message: `There is no budget "${title}".`,
        remedy:
          budgets.length === 0
            ? 'Set one first: involve payment budget set "Meetings" --amount 5000 --year nihr:2026-27'
            : suggestion(
                title,
                budgets.map((b) => b.title),
              ),
      });
}

/** A problem where a kind of activity and a project do not go together. */
export const checkBudget = (words: {
  readonly kind: ActivityKind | undefined;
  readonly project: string | undefined;
}): Result<null> =>
  words.project !== undefined && words.kind !== undefined && !projectKinds.includes(words.kind)
    ? no({
        code: "no-such-lines",
        message: `Lines of a project are of the kinds ${listed(projectKinds)}, not ${words.kind}.`,
        remedy: "Leave out --kind or --project.",
      })
    : yes(null);
