import type { Day } from "./day.ts";
import type { PaperStatus } from "./paper.ts";
import { no, type Problem, type Result, unless } from "./result.ts";
import { listed } from "./text.ts";

/** What can become of a paper: where it stands from then on, or that what is in print was corrected. */
export const paperSteps = [
  "planned",
  "drafting",
  "submitted",
  "accepted",
  "published",
  "corrected",
  "withdrawn",
] as const;
export type PaperStepName = (typeof paperSteps)[number];

/** One step of a paper's history. */
export interface PaperStep {
  readonly step: PaperStepName;
  /** Null where the day is not known. */
  readonly on: Day | null;
  readonly reason: string | null;
  /** The DOI of the notice of a correction or a retraction. */
  readonly notice: string | null;
}

/** Where a paper may go from where it stands; those marked need a reason. */
const next: Readonly<Record<PaperStatus, Partial<Record<PaperStepName, "plain" | "reason">>>> = {
  planned: {
    drafting: "plain",
    submitted: "plain",
    accepted: "plain",
    published: "plain",
    withdrawn: "reason",
  },
  drafting: { submitted: "plain", accepted: "plain", published: "plain", withdrawn: "reason" },
  submitted: { accepted: "plain", published: "plain", drafting: "reason", withdrawn: "reason" },
  accepted: { published: "plain", drafting: "reason", withdrawn: "reason" },
  published: { corrected: "reason", withdrawn: "reason" },
  withdrawn: { drafting: "reason" },
};

/** Whether a paper may go from one status to another without anything to be explained, as a sheet may say it. */
export const mayMove = (from: PaperStatus, to: PaperStatus): boolean => next[from][to] === "plain";

/** What `paper status` is asked to record. */
export interface StepRequest {
  readonly step: PaperStepName;
  readonly on: Day | undefined;
  readonly reason: string | undefined;
  readonly notice: string | undefined;
  /** Only the day of a step that it has been through is put right or filled in. */
  readonly mend: boolean;
}

/** What has to be known to record a step. */
export interface StepFacts {
  /** The ref of the paper. */
  readonly paper: string;
  readonly status: PaperStatus;
  /** Its history, in the order of time. */
  readonly steps: readonly PaperStep[];
  readonly today: Day;
}

/** What is to be written: a step at its place in the history (counted from 0), new or in place of the one there. */
export interface StepPlan {
  readonly step: PaperStep;
  readonly at: number;
  readonly replaces: boolean;
  /** Where the paper stands from now on; null where that does not change. */
  readonly stands: { readonly status: PaperStatus; readonly on: Day | null } | null;
}

const future = (on: Day | undefined, today: Day): Problem[] =>
  on !== undefined && on > today
    ? [
        {
          code: "in-the-future",
          message: `${on} is in the future.`,
          remedy: "Give the day it happened, today or earlier.",
        },
      ]
    : [];

/** Problems of a day that would stand before an earlier step or after a later one. */
function orderProblems(on: Day, before: readonly PaperStep[], after: readonly PaperStep[]): Problem[] {
  const last = before.findLast((s) => s.on !== null);
  const first = after.find((s) => s.on !== null);
  const wrong =
    last?.on && on < last.on
      ? `before it was ${last.step} on ${last.on}`
      : first?.on && on > first.on
        ? `after it was ${first.step} on ${first.on}`
        : null;
  return wrong === null
    ? []
    : [
        {
          code: "out-of-order",
          message: `${on} is ${wrong}.`,
          remedy: "Correct the day; the day of another step is put right with --mend.",
        },
      ];
}

function illegal({ paper, status }: StepFacts, step: PaperStepName): Problem {
  const legal = Object.keys(next[status]);
  return status === step
    ? {
        code: "already-there",
        message: `${paper} is ${status} already.`,
        remedy: `To put its day right: involve paper status ${paper} ${step} --on DATE --mend`,
      }
    : {
        code: "wrong-step",
        message: `${paper} is ${status}, so it cannot become ${step}.`,
        remedy: `From there it can become ${listed(legal, "or")}; a day that is missing is filled in with --mend.`,
      };
}

function noticeProblems({ step, notice }: StepRequest): Problem[] {
  if (notice === undefined || step === "corrected" || step === "withdrawn") return [];
  return [
    {
      code: "no-notice",
      message: `--notice is the DOI of a notice that a paper was corrected or withdrawn, and this is ${step}.`,
      remedy: "Leave it out; the paper's own DOI goes into: involve paper edit PA-001 --doi DOI",
    },
  ];
}

const asStatus = (step: PaperStepName): PaperStatus => (step === "corrected" ? "published" : step);

function move(request: StepRequest, facts: StepFacts): Result<StepPlan> {
  const { step, reason = null, notice = null } = request;
  const on = request.on ?? facts.today;
  const kind = next[facts.status][step];
  const problems = [
    ...future(request.on, facts.today),
    ...noticeProblems(request),
    ...(kind === undefined ? [illegal(facts, step)] : orderProblems(on, facts.steps, [])),
  ];
  if (kind === "reason" && reason === null)
    problems.push({
      code: "reason-missing",
      message: `That ${facts.paper} becomes ${step} needs a reason.`,
      remedy:
        step === "corrected"
          ? 'Add --reason with what was corrected, for example --reason "the order of authors".'
          : 'Add --reason, for example --reason "the journal asked for another analysis".',
    });
  return unless(problems, () => ({
    step: { step, on, reason, notice },
    at: facts.steps.length,
    replaces: false,
    stands: step === "corrected" ? null : { status: asStatus(step), on },
  }));
}

const place = (step: PaperStepName): number => paperSteps.indexOf(step);

function mend({ step, on, reason, notice }: StepRequest, facts: StepFacts): Result<StepPlan> {
  const { steps, paper } = facts;
  const known = steps.findLastIndex((s) => s.step === step);
  const later = steps.findIndex((s) => place(s.step) > place(step));
  if (on === undefined)
    return no({
      code: "missing",
      message: "With --mend a day is put right, and none is given.",
      remedy: `For example: involve paper status ${paper} ${step} --on 2026-03-14 --mend`,
    });
  if (known < 0 && later < 0)
    return no({
      code: "never-there",
      message: `${paper} is ${facts.status} and has not been ${step}.`,
      remedy: `To move it on: involve paper status ${paper} ${step} --on ${on}`,
    });
  const at = known < 0 ? later : known;
  const [before, after] = [steps.slice(0, at), steps.slice(known < 0 ? at : at + 1)];
  const kept = steps[known];
  const isLast = known >= 0 && !after.some((s) => s.step !== "corrected") && step !== "corrected";
  return unless([...future(on, facts.today), ...orderProblems(on, before, after)], () => ({
    step: { step, on, reason: reason ?? kept?.reason ?? null, notice: notice ?? kept?.notice ?? null },
    at,
    replaces: known >= 0,
    stands: isLast ? { status: asStatus(step), on } : null,
  }));
}

/**
 * Whether a step of a paper may be recorded: it is one that can be gone from where the paper stands, on a day in its order, with a
 * reason where it goes back, is corrected or is withdrawn. With `mend` only a day of its history is put right or filled in.
 */
export const checkStep = (request: StepRequest, facts: StepFacts): Result<StepPlan> =>
  request.mend ? mend(request, facts) : move(request, facts);
