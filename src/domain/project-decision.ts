import { type Day, dayInWords } from "./day.ts";
import type { SavedRun } from "./match-run.ts";
import type { TeamName } from "./person-name.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { count, listed } from "./text.ts";

/** Somebody of a proposal, or of one that followed it while places were offered, and what became of them. */
export interface Considered {
  readonly id: number;
  readonly knownAs: TeamName;
  /** By the proposal, or by one that followed. */
  readonly proposed: boolean;
  /** Offered a place since the proposal, or put on the team; an offer that was taken back does not count. */
  readonly taken: boolean;
  /** The reason kept with the offer, or with joining without one. */
  readonly reason: string | null;
}

/** A decision that is on record already. */
export interface KeptDecision {
  readonly id: number;
  readonly runId: number;
  readonly taken: readonly number[];
  readonly decidedOn: Day;
  readonly decidedBy: string;
  readonly reason: string | null;
  /** Those not chosen, and the day each had their feedback. */
  readonly notChosen: readonly { readonly personId: number; readonly feedbackOn: Day | null }[];
}

/** What `project decide` is asked to do, with what has to be known for it. */
export interface DecisionRequest {
  readonly project: string;
  readonly run: Pick<SavedRun, "id" | "madeOn">;
  readonly people: readonly Considered[];
  readonly kept: KeptDecision | undefined;
  readonly reason: string | undefined;
  readonly on: Day;
  readonly today: Day;
  /** The project's places, and how many of them nobody holds or has been asked for; none are open once it is over. */
  readonly places: number;
  readonly open: number;
}

/** `M-003 Bex Thornton`. */
const nameOf = ({ id, knownAs }: Considered): string => `${ref("member", id)} ${knownAs}`;

/** A decision as it is to be recorded. */
export interface Decision {
  readonly asProposed: readonly Considered[];
  /** Taken though not proposed, and proposed though not taken. */
  readonly added: readonly Considered[];
  readonly leftOut: readonly Considered[];
  /** Those who could have been asked and were not: they hear of it. */
  readonly notChosen: readonly Considered[];
}

/**
 * Whether a decision on a proposal may be recorded: somebody was taken since, the day is possible, and every departure has a reason,
 * with its offer or for all of them. A program proposes; people decide, and say why where they decide otherwise.
 */
export function planDecision(request: DecisionRequest): Result<Decision> {
  const { project, run, people, on, today } = request;
  const reason = request.reason ?? request.kept?.reason ?? undefined;
  const taken = people.filter((p) => p.taken);
  const added = taken.filter((p) => !p.proposed);
  const leftOut = people.filter((p) => p.proposed && !p.taken);
  const name = ref("run", run.id);
  const problems: Problem[] = [];
  if (taken.length === 0)
    problems.push({
      code: "nobody-taken",
      message: `Nobody has been offered a place on ${project} since ${name} of ${dayInWords(run.madeOn)}.`,
      remedy: `Offer the places first: involve project offer ${project} M-…`,
    });
  if (on > today)
    problems.push({
      code: "in-the-future",
      message: `${dayInWords(on)} is in the future.`,
      remedy: "Give the day it was decided, today or earlier.",
    });
  if (on < run.madeOn)
    problems.push({
      code: "before-proposal",
      message: `${name} was made on ${dayInWords(run.madeOn)}, after ${dayInWords(on)}.`,
      remedy: "Correct the day with --on.",
    });
  const unexplained = reason === undefined ? [...leftOut, ...added.filter((p) => p.reason === null)] : [];
  if (taken.length > 0)
    problems.push(
      ...unexplained.map((p) => ({
        code: "departure-unexplained",
        message: `${nameOf(p)} was ${p.proposed ? "proposed and not asked" : "asked and not proposed"}, and no reason is kept.`,
        remedy: 'Say why for the whole decision: --reason "…"',
      })),
    );
  return unless(problems, () => ({
    ...{ added, leftOut },
    asProposed: taken.filter((p) => p.proposed),
    notChosen: people.filter((p) => !p.taken),
  }));
}

const names = (people: readonly Considered[]): string => listed(people.map(nameOf));

/** That no letter is left to be written. */
export const nobodyToWriteTo =
  "There is nobody to write to: whoever could have been asked was, or has heard.";

/** Those not chosen who have not had their feedback yet. */
export const toHear = (
  people: readonly Considered[],
  kept: KeptDecision | undefined,
): readonly Considered[] =>
  people
    .filter((p) => !p.taken)
    .filter((p) => (kept?.notChosen.find((n) => n.personId === p.id)?.feedbackOn ?? null) === null);

/** What was decided, in sentences, and how many are still to hear of it. */
export const decisionSaid = (request: DecisionRequest, decision: Decision, unheard: number): string[] => [
  `${request.project}, ${ref("run", request.run.id)}: ${
    decision.asProposed.length > 0 ? `${names(decision.asProposed)} as proposed` : "nobody as proposed"
  }.`,
  ...(decision.added.length > 0 ? [`Beside the proposal: ${names(decision.added)}.`] : []),
  ...(decision.leftOut.length > 0 ? [`Proposed and not asked: ${names(decision.leftOut)}.`] : []),
  ...(request.open > 0
    ? [
        `Please note: ${count(request.open, "place is", "places are")} still open, and the letters say that the places went to others. To fill ${request.open === 1 ? "it" : "them"} first: involve project match ${request.project}; to do without: involve project edit ${request.project} --places ${request.places - request.open}`,
      ]
    : []),
  ...(unheard > 0
    ? [
        `${count(unheard, "person was", "people were")} not chosen and should hear of it: involve project decide ${request.project} --run ${ref("run", request.run.id)} --to letters`,
      ]
    : []),
];
