import type { Day } from "./day.ts";
import type { NamingForm } from "./naming.ts";
import { privateTextProblems } from "./private-text.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** How somebody wishes to be named in an output. */
export interface NamingRequest {
  readonly form: NamingForm;
  /** Exactly as it is to be printed. */
  readonly wording: string | undefined;
  /** How they said so: e-mail, on the form, by phone. */
  readonly how: string;
  readonly on: Day;
}

const needsWording: readonly NamingForm[] = ["other", "initials", "pen-name"];
const takesWording: readonly NamingForm[] = [...needsWording, "full"];

/** What is wrong with a wish in itself: form and wording belong together, and the day is past. */
export function wishProblems(request: NamingRequest, today: Day): Problem[] {
  const problems: Problem[] = privateTextProblems({ "--as": request.wording, "--how": request.how });
  if (needsWording.includes(request.form) && request.wording === undefined)
    problems.push({
      code: "wording-missing",
      message: `The form "${request.form}" needs the words to print.`,
      remedy: 'Give them exactly as they are to be printed, for example --as "T. K".',
    });
  if (!takesWording.includes(request.form) && request.wording !== undefined)
    problems.push({
      code: "wording-not-wanted",
      message: `With ${request.form} nothing of their own is printed, so --as has no place.`,
      remedy: "Leave out --as, or choose another --form.",
    });
  if (request.on > today)
    problems.push({
      code: "in-the-future",
      message: `${request.on} is in the future.`,
      remedy: "Give the day they said so, today or earlier.",
    });
  return problems;
}

/**
 * Whether a choice may be recorded: the wish is whole, and what they choose for is not in print yet (choices can be changed
 * until publication).
 */
export function checkNaming(
  request: NamingRequest,
  facts: {
    readonly today: Day;
    /** The ref of what they are named in. */
    readonly output: string;
    readonly inPrint: boolean;
  },
): Result<NamingRequest> {
  const problems = wishProblems(request, facts.today);
  if (facts.inPrint)
    problems.push({
      code: "in-print",
      message: `${facts.output} is published, so how people are named in it cannot be changed here.`,
      remedy: `Ask for a correction, and put on record that they wish for one: involve naming correct MEMBER --for ${facts.output} --form ${request.form}`,
    });
  return unless(problems, () => request);
}
