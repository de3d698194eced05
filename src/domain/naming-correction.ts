import type { Day } from "./day.ts";
import type { NamingForm } from "./naming.ts";
import { type NamingRequest, type WishDays, wishProblems } from "./naming-choice.ts";
import { privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";

/** What can become of a wish for a correction: it was printed, the publisher refused, or they changed their mind. */
export const correctionOutcomes = ["corrected", "refused", "taken-back"] as const;
export type CorrectionOutcome = (typeof correctionOutcomes)[number];

/** A wish to be named otherwise in what is in print. */
export interface Correction {
  readonly id: number;
  readonly personId: number;
  readonly output: { readonly kind: "commentary" | "paper" | "event" | "report"; readonly id: number | null };
  readonly askedOn: Day;
  readonly form: NamingForm;
  readonly wording: string | null;
  readonly doneOn: Day | null;
  readonly doneAs: CorrectionOutcome | null;
  readonly outcome: string | null;
}

/** What has to be known to put a wish for a correction on record. */
export interface CorrectionFacts extends WishDays {
  readonly output: string;
  readonly inPrint: boolean;
  readonly inPrintOn: Day | null;
  /** How they are named in it now. */
  readonly now: { readonly form: NamingForm; readonly wording: string | null };
  readonly consentEnded: boolean;
  /** The wish that is still open, if one is. */
  readonly open: number | undefined;
}

const naming: readonly NamingForm[] = ["full", "other", "initials", "pen-name"];

function standingProblems(request: NamingRequest, facts: CorrectionFacts): Problem[] {
  const { output, inPrint, inPrintOn, now, open } = facts;
  const problems: Problem[] = [];
  if (!inPrint)
    problems.push({
      code: "not-in-print",
      message: `${output} is not in print, so nothing has to be corrected.`,
      remedy: `Record the choice itself: involve naming choose MEMBER --for ${output} --form ${request.form}`,
    });
  else if (inPrintOn !== null && request.on < inPrintOn)
    problems.push({
      code: "too-early",
      message: `${request.on} is before ${output} was published on ${inPrintOn}.`,
      remedy: "Give the day they asked for the correction.",
    });
  if (open !== undefined)
    problems.push({
      code: "correction-open",
      message: `${ref("correction", open)} is open for them and ${output} already.`,
      remedy: `Say first what became of it: involve naming corrected ${ref("correction", open)} --outcome taken-back --note "asked for something else"`,
    });
  if (now.form === request.form && (now.wording ?? undefined) === request.wording)
    problems.push({
      code: "same-as-now",
      message: `That is how they are named in ${output} already.`,
      remedy: "Nothing has to be corrected.",
    });
  return problems;
}

/**
 * Whether a wish for a correction may be put on record: the wish is whole, the output is in print, no other wish is open, it
 * changes something, and nobody is named who took back their consent to be named.
 */
export function checkCorrection(request: NamingRequest, facts: CorrectionFacts): Result<NamingRequest> {
  const problems = [...wishProblems(request, facts), ...standingProblems(request, facts)];
  if (request.form === "undecided")
    problems.push({
      code: "undecided-correction",
      message: "A publisher cannot print that somebody is undecided.",
      remedy: "To have the name taken out: --form anonymous",
    });
  if (facts.consentEnded && naming.includes(request.form))
    problems.push({
      code: "naming-consent-ended",
      message: "They took back their consent to be named, so no correction can name them.",
      remedy: "Ask for --form anonymous or group; or record their consent again with: involve member consent",
    });
  return unless(problems, () => request);
}

/** A note that stands beside "Anonymous" in lists, where it holds a name or ref of somebody on record. */
const nameProblems = (option: string, namesSomebody: boolean): Problem[] =>
  namesSomebody
    ? [
        {
          code: "names-somebody",
          message: `${option} holds a name or ref of somebody on record; it was not kept.`,
          remedy: "Say it without naming anybody: it is shown beside somebody who may be anonymous.",
        },
      ]
    : [];

/**
 * Whether what became of a wish may be put on record: it is open still, the day is neither too early nor to come, and the note
 * names nobody.
 */
export function checkOutcome(
  answer: { readonly on: Day; readonly note: string; readonly namesSomebody: boolean },
  correction: Correction,
  today: Day,
): Result<null> {
  const problems: Problem[] = [
    ...privateTextProblems({ "--note": answer.note }),
    ...nameProblems("--note", answer.namesSomebody),
  ];
  const name = ref("correction", correction.id);
  if (correction.doneOn !== null)
    problems.push({
      code: "already-done",
      message: `${name} was closed on ${correction.doneOn}: ${correction.doneAs}.`,
      remedy: "A new wish is a correction of its own: involve naming correct",
    });
  if (answer.on > today)
    problems.push({
      code: "in-the-future",
      message: `${answer.on} is in the future.`,
      remedy: "Give today or an earlier day.",
    });
  if (answer.on < correction.askedOn)
    problems.push({
      code: "too-early",
      message: `${answer.on} is before they asked on ${correction.askedOn}.`,
      remedy: "Correct the day.",
    });
  return unless(problems, () => null);
}

/** Whether somebody is in an output, so that they can be named in it. */
export const checkIsIn = (
  personId: number,
  output: { readonly ref: string; readonly people: readonly number[] },
): Result<null> =>
  output.people.includes(personId)
    ? yes(null)
    : no({
        code: "not-in-it",
        message: `${ref("member", personId)} is not on record as having part in ${output.ref}.`,
        remedy:
          "Record it first: involve commentary author, paper contribute or event contribute; or leave out --for for their default.",
      });

/** What is said of what became of a wish. */
export function outcomeInWords(id: number, outcome: CorrectionOutcome): string {
  const name = ref("correction", id);
  if (outcome === "corrected") return `${name} is closed: it was corrected.`;
  if (outcome === "refused")
    return `${name} is closed: it was refused. Our own lists and reports keep to the wish all the same.`;
  return `${name} is closed: they took it back, and stand as before.`;
}

/**
 * Whether it may be put on record that an editor was told: of a commentary or paper, today or earlier, and the way of it names
 * nobody. An editor may have a name that somebody on record has too.
 */
export function checkDisclosure(
  output: { readonly kind: string; readonly id: number },
  told: { readonly toldTo: string; readonly how: string; readonly on: Day; readonly namesSomebody: boolean },
  today: Day,
): Result<{ readonly kind: "commentary" | "paper"; readonly id: number }> {
  const problems: Problem[] = [
    ...privateTextProblems({ "--to": told.toldTo, "--how": told.how }),
    ...nameProblems("--how", told.namesSomebody),
  ];
  const { kind, id } = output;
  if (told.on > today)
    problems.push({
      code: "in-the-future",
      message: `${told.on} is in the future.`,
      remedy: "Give today or an earlier day.",
    });
  if (kind !== "commentary" && kind !== "paper")
    return no(...problems, {
      code: "no-editor",
      message: "An event has no editor to be told.",
      remedy: "Give a commentary or a paper.",
    });
  return unless(problems, () => ({ kind, id }));
}
