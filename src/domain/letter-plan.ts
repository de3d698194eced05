import type { Day } from "./day.ts";
import { type LetterFacts, letterFor, type Outcome, type OutcomeLetter } from "./outcome-letter.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { count } from "./text.ts";

/** One letter to be written. */
export interface PlannedLetter {
  readonly outcome: Outcome;
  readonly letter: OutcomeLetter;
}

/** Which letters are asked for. */
export interface LetterRequest {
  /** Codes; none = everybody. */
  readonly application: readonly string[];
  readonly letter: OutcomeLetter | undefined;
  readonly unsent: boolean;
  /** The day the letters went out, where that is to be recorded. */
  readonly sent: Day | undefined;
}

const noLetter = (outcome: Outcome, round: string): Problem => {
  const why = outcome.blanked
    ? "their data was blanked"
    : outcome.status === "withdrawn"
      ? "they withdrew"
      : "nothing is decided yet";
  return {
    code: "no-letter",
    message: `${outcome.code} gets no letter: ${why}.`,
    remedy: `See: involve round show ${round} ${outcome.code}`,
  };
};

function sentProblems(sent: Day, letters: readonly PlannedLetter[], today: Day): Problem[] {
  const decided = letters.map((l) => l.outcome.decision?.decidedOn ?? sent);
  const last = decided.reduce((latest, d) => (d > latest ? d : latest), sent);
  return [
    ...(sent > today
      ? [
          {
            code: "in-the-future",
            message: `${sent} is in the future.`,
            remedy: "Record it on the day they went out.",
          },
        ]
      : []),
    ...(last > sent
      ? [
          {
            code: "sent-before-decided",
            message: `${sent} is before the decision of ${last}.`,
            remedy: "Give the day they went out with --sent.",
          },
        ]
      : []),
  ];
}

/**
 * The letters of a round that are asked for, by code. Who withdrew, was blanked or is not decided on gets none, and is named where
 * somebody asks for theirs.
 */
export function planLetters(
  outcomes: readonly Outcome[],
  request: LetterRequest,
  { round, today }: Pick<LetterFacts, "round" | "today">,
): Result<PlannedLetter[]> {
  const problems: Problem[] = [];
  const known = new Set(outcomes.map((o) => o.code));
  for (const code of request.application)
    if (!known.has(code))
      problems.push({
        code: "unknown-application",
        message: `${round.key} has no application "${code}".`,
        remedy: `See them with: involve round show ${round.key}`,
      });
  const named = outcomes.filter((o) => request.application.includes(o.code));
  for (const outcome of named) if (letterFor(outcome) === null) problems.push(noLetter(outcome, round.key));
  if (outcomes.every((o) => o.decision === null))
    problems.push({
      code: "not-decided",
      message: `Nobody has recorded who was chosen in ${round.key}.`,
      remedy: "The letters can be written once the decision is on record.",
    });
  const letters = (request.application.length > 0 ? named : outcomes).flatMap((outcome) => {
    const letter = letterFor(outcome);
    const wanted =
      letter !== null &&
      (request.letter === undefined || letter === request.letter) &&
      !(request.unsent && letter !== "round-place-open" && outcome.decision?.sentOn);
    return wanted ? [{ outcome, letter }] : [];
  });
  if (request.sent !== undefined) problems.push(...sentProblems(request.sent, letters, today));
  return unless(problems, () => letters);
}

/** The name of a letter's file without its ending: the round and the code, never a name. */
export const letterName = (round: string, { outcome, letter }: PlannedLetter): string =>
  `${round}-${outcome.code}${letter === "round-place-open" ? "-place-open" : ""}`;

/** The decisions whose feedback is in these letters; the offer of a place brings none. */
export const feedbackIn = (letters: readonly PlannedLetter[]): number[] =>
  letters.flatMap(({ letter, outcome }) =>
    letter !== "round-place-open" && outcome.decision ? [outcome.decision.id] : [],
  );

/** What was written and recorded, in sentences. */
export function lettersInWords(
  letters: readonly PlannedLetter[],
  outcomes: readonly Outcome[],
  done: {
    readonly folder: string | undefined;
    readonly merge: string | undefined;
    readonly sent: Day | undefined;
    readonly recorded: number;
  },
): string[] {
  const without = outcomes.filter((o) => letterFor(o) === null && !o.blanked);
  const withdrawn = without.filter((o) => o.status === "withdrawn").length;
  const undecided = without.length - withdrawn;
  const nothing = done.folder === undefined && done.merge === undefined && done.sent === undefined;
  return [
    `${count(letters.length, "letter")}${done.folder === undefined ? "" : ", named by code"}.`,
    ...(nothing ? ["To write them: --to FOLDER; for a mail merge: --merge letters.csv"] : []),
    ...(withdrawn > 0 ? [`None for ${count(withdrawn, "applicant")} who withdrew.`] : []),
    ...(undecided > 0 ? [`None yet for ${count(undecided, "applicant")} not decided on.`] : []),
    ...(done.sent === undefined
      ? []
      : [`Recorded that ${count(done.recorded, "applicant")} had their feedback on ${done.sent}.`]),
  ];
}
