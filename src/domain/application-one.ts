import type { ApplicationFields } from "./applicant.ts";
import { type ApplicationFacts, type PlannedApplication, planApplications } from "./application.ts";
import type { Day } from "./day.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";
import type { Round } from "./round.ts";

/** What one application by itself is checked against. */
export interface OneApplicationFacts extends ApplicationFacts {
  /** Codes of applications that were withdrawn. */
  readonly withdrawn: readonly string[];
}

/** A problem of a row, said to somebody who typed words. */
const byWord = ({ line: _, column: __, ...problem }: Problem): Problem =>
  problem.code === "name-missing"
    ? { ...problem, message: "There is no name.", remedy: "Give --known-as or --full-name." }
    : problem;

/**
 * One application that was told by words: checked as a row of a sheet is. Somebody who has applied in this round already is
 * found by e-mail, else by name and telephone, and refused, since nothing is ever merged silently.
 */
export function planApplication(
  fields: ApplicationFields,
  facts: OneApplicationFacts,
): Result<PlannedApplication> {
  const planned = planApplications([{ line: 1, value: fields }], facts);
  if (planned.problems.length > 0) return no(...planned.problems.map(byWord));
  const one = planned.rows[0]?.write;
  if (one?.outcome === "new") return yes(one);
  const code = one?.code ?? "";
  const { key } = facts.round;
  return no({
    code: "applied-already",
    message: `This is ${code}, who has applied in ${key} already${facts.withdrawn.includes(code) ? " and withdrew" : ""}.`,
    remedy: facts.withdrawn.includes(code)
      ? `To count the application again: involve round withdraw ${key} ${code} --back`
      : `To change what it says: involve round application ${key} ${code} --help`,
  });
}

/** An application as far as withdrawing it needs it. */
export interface WithdrawableApplication {
  readonly id: number;
  readonly code: string;
  readonly status: string;
  readonly blanked: boolean;
  readonly receivedOn: Day;
  /** Whether they are on the shortlist, and whether they were scored at interview. */
  readonly invited: boolean;
  readonly interviewed: boolean;
}

/** An application as it will stand. */
export interface WithdrawPlan {
  readonly id: number;
  readonly status: "withdrawn" | "received" | "shortlisted" | "interviewed";
  readonly withdrawnOn: Day | null;
}

/**
 * Whether an application may be withdrawn (until somebody is appointed, at any time and without a reason), or counted again after it
 * was, which is as long as the round is not decided.
 */
export function planWithdrawal(
  application: WithdrawableApplication,
  words: { readonly on: Day; readonly back: boolean },
  { round, today }: { readonly round: Round; readonly today: Day },
): Result<WithdrawPlan> {
  const { code, status } = application;
  const problems: Problem[] = [];
  const wrong = (problem: string, message: string, remedy: string): void => {
    problems.push({ code: problem, message, remedy });
  };
  if (application.blanked)
    wrong("blanked", `What ${code} told us has been blanked.`, "There is nothing to change.");
  if (status === "appointed")
    wrong("appointed", `${code} has been appointed.`, "To record that a member leaves: involve member leave");
  if (words.back && status !== "withdrawn")
    wrong("not-withdrawn", `${code} was not withdrawn.`, `See: involve round show ${round.key} ${code}`);
  if (!words.back && status === "withdrawn")
    wrong("withdrawn-already", `${code} was withdrawn already.`, "To count it again: --back");
  if (words.back && round.status !== "open" && round.status !== "closed")
    wrong("round-over", `${round.key} is ${round.status}.`, "Ask them to apply in the next round.");
  if (!words.back && words.on > today)
    wrong(
      "withdrawn-later",
      `${words.on} is in the future.`,
      "Give the day they withdrew, today or earlier.",
    );
  if (!words.back && words.on < application.receivedOn)
    wrong(
      "before-receipt",
      `${words.on} is before the application came in, on ${application.receivedOn}.`,
      "Give a later day with --on.",
    );
  const back = application.interviewed ? "interviewed" : application.invited ? "shortlisted" : "received";
  return unless(problems, () => ({
    id: application.id,
    status: words.back ? back : "withdrawn",
    withdrawnOn: words.back ? null : words.on,
  }));
}

/** What was done, in sentences; a place that this opens is pointed out. */
export const withdrawalInWords = (application: WithdrawableApplication, plan: WithdrawPlan): string[] =>
  plan.withdrawnOn === null
    ? [`${application.code} counts again: ${plan.status}.`]
    : [
        `${application.code} was withdrawn on ${plan.withdrawnOn}. No reason is kept.`,
        ...(application.status === "offered" ? ["They had been chosen, so a place is open."] : []),
        ...(application.status === "reserve" ? ["They were on the reserve list."] : []),
      ];
