import type { Activity } from "./activity.ts";
import type { Pence } from "./money.ts";
import { type choicesThisTime, choiceThisTime, type Preference } from "./preference.ts";
import { type Problem, problem, problemsOf, type Result, unless } from "./result.ts";

/** The words of `payment log` that say whose fee it is and for what. */
export interface FeeWords {
  readonly member: string | undefined;
  readonly for: Activity | undefined;
  readonly meeting: string | undefined;
  readonly choice: (typeof choicesThisTime)[number] | undefined;
  readonly takes: Pence | undefined;
  readonly again: string | undefined;
}

/** Whose fee is to be logged: one person's, or that of everybody who came to a meeting. */
export interface WhoseFee {
  readonly activity: Activity;
  /** Undefined for everybody who came. */
  readonly member: string | undefined;
  readonly choice: Omit<Preference, "fromOn"> | undefined;
}

function misfits(words: FeeWords): Problem[] {
  const { member, for: activity, meeting } = words;
  if (meeting !== undefined)
    return [
      ...(member !== undefined || activity !== undefined
        ? [
            problem(
              "one-or-all",
              "--meeting is for everybody who came; <member> and --for are for one person.",
              `For one person: involve payment log ${member ?? "M-001"} --for meeting:${meeting}`,
            ),
          ]
        : []),
      ...(words.choice !== undefined || words.again !== undefined
        ? [
            problem(
              "one-or-all",
              "--choice and --again are for one person.",
              "Log that person's fee by itself.",
            ),
          ]
        : []),
    ];
  return [
    ...(member === undefined
      ? [
          problem(
            "missing",
            "<member> is missing: who did it.",
            "For example: involve payment log M-001 --for meeting:2026-03; for everybody who came: involve payment log --meeting 2026-03",
          ),
        ]
      : []),
    ...(activity === undefined
      ? [problem("missing", "--for is missing: what it was for.", "For example: --for meeting:2026-03")]
      : []),
  ];
}

/** Whether the words of `payment log` fit together; every misfit at once. */
export function whoseFee(words: FeeWords): Result<WhoseFee> {
  const choice = choiceThisTime(words.choice, words.takes);
  const activity: Activity =
    words.meeting === undefined
      ? (words.for ?? { kind: "other", key: "none" })
      : { kind: "meeting", key: words.meeting.replace(/^meeting:/i, "").toLowerCase() };
  return unless([...misfits(words), ...problemsOf(choice)], () => ({
    activity,
    member: words.member,
    choice: choice.ok ? choice.value : undefined,
  }));
}
