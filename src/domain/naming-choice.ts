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

/** What is printed in a name's stead by mistake: an e-mail address, a ref, a telephone number, an iD. */
const noName = /@|\bM-\d{3,}\b|(?:\d[\s-]?){5,}/;

/** What nobody sees on the page: line breaks, marks of direction and of no width. Two joiners belong to the spelling of some scripts. */
const unseen = /\p{Cc}|(?![\u200c\u200d])\p{Cf}/u;

/** Words that stand in a name's stead: they are a form of their own, which keeps the name from the team and from payments too. */
const inItsStead = /^\W*(?:anon(?:ymous)?|(?:name )?withheld|undecided)\W*$/i;

/** What is wrong with the words to print: they are printed as they stand, so that nothing but a name may stand in them. */
function wordingProblems({ form, wording = "" }: NamingRequest): Problem[] {
  const problems: Problem[] = [];
  if (noName.test(wording))
    problems.push({
      code: "not-a-name",
      message: "--as holds an address, a ref or a number: it would be printed as it stands.",
      remedy: 'Give the name alone, for example --as "T. K".',
    });
  if (unseen.test(wording))
    problems.push({
      code: "not-a-name",
      message: "--as holds a line break or another character that cannot be seen in print.",
      remedy: "Type it anew, on one line.",
    });
  if (inItsStead.test(wording))
    problems.push({
      code: "not-a-name",
      message: `"${wording}" would be printed as if it were a name, and they would not be withheld.`,
      remedy: "Take --form anonymous, or --form undecided where they have not said yet.",
    });
  if (form === "initials" && /\p{L}{4,}|\p{Lu}\p{Ll}{2,}/u.test(wording.normalize("NFC")))
    problems.push({
      code: "more-than-initials",
      message: "--as holds a whole word, so it says more than initials.",
      remedy: 'Give the initials alone, for example --as "T. K"; for a name: --form other.',
    });
  return problems;
}

/** The days a wish is held against: today, and the day of the last wish for the same thing; null where there is none. */
export interface WishDays {
  readonly today: Day;
  readonly saidOn: Day | null;
}

/**
 * What is wrong with a wish in itself: form and wording belong together, the day is past, and they said nothing else since: a form
 * that is found late never names somebody who has asked not to be named.
 */
export function wishProblems(request: NamingRequest, { today, saidOn }: WishDays): Problem[] {
  const problems: Problem[] = [
    ...privateTextProblems({ "--as": request.wording, "--how": request.how }),
    ...wordingProblems(request),
  ];
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
  if (saidOn !== null && request.on < saidOn)
    problems.push({
      code: "said-since",
      message: `What they said on ${saidOn} is on record, and ${request.on} is before that: their last wish counts.`,
      remedy: "If this is what they wish now, ask them, and give the day they say so.",
    });
  return problems;
}

/**
 * Whether a choice may be recorded: the wish is whole, and what they choose for is not in print yet (choices can be changed
 * until publication).
 */
export function checkNaming(
  request: NamingRequest,
  facts: WishDays & {
    /** The ref of what they are named in. */
    readonly output: string;
    readonly inPrint: boolean;
  },
): Result<NamingRequest> {
  const problems = wishProblems(request, facts);
  if (facts.inPrint)
    problems.push({
      code: "in-print",
      message: `${facts.output} is published, so how people are named in it cannot be changed here.`,
      remedy: `Ask for a correction, and put on record that they wish for one: involve naming correct MEMBER --for ${facts.output} --form ${request.form}`,
    });
  return unless(problems, () => request);
}
