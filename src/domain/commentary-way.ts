import type { CommentaryState } from "./commentary.ts";
import type { Day } from "./day.ts";
import type { NamingForm } from "./naming.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result } from "./result.ts";

/** What goes on from the first draft until it is in print. */
const writing = [
  "author",
  "edit",
  "policy",
  "naming",
  "draft",
  "read",
  "review",
  "respond",
  "approve",
] as const;

/** What can be done with a commentary, each by the verb of that name. */
export const commentarySteps = [
  "invite",
  ...writing,
  "submit",
  "accept",
  "publish",
  "feedback",
  "withdraw",
] as const;
type CommentaryStep = (typeof commentarySteps)[number];

/** The steps that are open in each state. A text can change until it is in print, and so can how somebody is named. */
const open: Readonly<Record<CommentaryState, readonly CommentaryStep[]>> = {
  proposed: ["invite", "author", "edit", "policy", "naming", "draft", "withdraw"],
  drafting: ["invite", ...writing, "submit", "withdraw"],
  submitted: [...writing, "submit", "accept", "withdraw"],
  accepted: [...writing, "publish", "withdraw"],
  published: ["edit", "feedback"],
  withdrawn: [],
};

/** An author on the way: what they have decided, and what was done for them. */
export interface AuthorOnTheWay {
  readonly personId: number;
  readonly form: NamingForm;
  /** For somebody who chose a name: the day they took back their consent to be named, where they did. */
  readonly consentEndedOn?: Day | undefined;
  readonly supportOfferedOn: Day | null;
  /** Whether they approved the newest text, and have not taken that back. */
  readonly approved: boolean;
  /** What became of their fee; null where nothing is logged. */
  readonly fee: "open" | "done" | null;
}

/** A commentary with everything that its next steps depend on. */
export interface Way {
  readonly today: Day;
  readonly commentary: {
    readonly id: number;
    readonly paperId: number;
    readonly state: CommentaryState;
    readonly proposedOn: Day | null;
    readonly policyOn: Day | null;
    /** The forms of naming the journal takes; null where it takes any, or nobody asked. */
    readonly takes: readonly NamingForm[] | null;
    readonly submittedOn: Day | null;
    readonly acceptedOn: Day | null;
    readonly publishedOn: Day | null;
    readonly feedbackOn: Day | null;
  };
  /** Those who said yes and have not left, in their order. */
  readonly authors: readonly AuthorOnTheWay[];
  /** Those who were invited and have not answered. */
  readonly invited: readonly Pick<AuthorOnTheWay, "personId" | "form">[];
  /** The newest text; null where there is none. */
  readonly text: { readonly version: number; readonly words: number; readonly madeOn: Day } | null;
  readonly wordLimit: number;
  readonly comments: readonly { readonly number: number; readonly answered: boolean }[];
}

/** The problem of a step that is not open in the state a commentary is in, with the steps that are. */
export function outOfOrder(
  step: CommentaryStep,
  { id, state }: { readonly id: number; readonly state: CommentaryState },
): Problem[] {
  const can = open[state];
  if (can.includes(step)) return [];
  const name = ref("commentary", id);
  return [
    {
      code: "wrong-state",
      message: `${name} is ${state}, so "${step}" is not open.`,
      remedy:
        can.length === 0
          ? "Nothing is left to do with it."
          : `Open now: involve commentary ${can.join("|")} ${name}`,
    },
  ];
}

/** An author in a sentence for the team: their ref, or nothing that could tell who they are where they are anonymous. */
export const authorInWords = ({ personId, form }: Pick<AuthorOnTheWay, "personId" | "form">): string =>
  form === "anonymous" ? "An author who is anonymous in it" : ref("member", personId);

/** An author in a command line: their ref, or a word to be replaced where they are anonymous. */
export const authorWord = ({ personId, form }: Pick<AuthorOnTheWay, "personId" | "form">): string =>
  form === "anonymous" ? "MEMBER" : ref("member", personId);

/** Each problem once: what is said of several anonymous authors must not tell how many they are. */
export const once = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((p) => [`${p.code} ${p.message} ${p.remedy}`, p])).values(),
];

/** An answer with each of its problems once. */
export const onceIn = <T>(result: Result<T>): Result<T> =>
  result.ok ? result : no(...once(result.problems));

/** The problems of a day on which something is to have happened: not in the future, and not before something else. */
export function dayProblems(on: Day, today: Day, earliest: Day | null, what: string): Problem[] {
  if (on > today)
    return [
      { code: "in-the-future", message: `${on} is in the future.`, remedy: "Give today or an earlier day." },
    ];
  if (earliest !== null && on < earliest)
    return [
      {
        code: "too-early",
        message: `${on} is before it was ${what} on ${earliest}.`,
        remedy: "Correct the day.",
      },
    ];
  return [];
}
