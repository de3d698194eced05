import { type Day, dayInWords } from "./day.ts";
import { closedGates, type Gate } from "./gate.ts";
import { privateTextProblems } from "./private-text.ts";
import type { projectStanding } from "./project.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** The answers an offer can have. */
export type Reply = "accepted" | "declined" | "no-reply";

/** Somebody to be offered a place. */
export interface OfferTo {
  /** `M-003 Bex Thornton`. */
  readonly name: string;
  readonly id: number;
  readonly group: string;
  readonly gates: readonly Gate[];
  readonly proposed: boolean;
}

/** What `project offer` is asked to do, with what has to be known for it. */
export interface OfferRequest {
  readonly project: string;
  readonly standing: ReturnType<typeof projectStanding>;
  readonly to: readonly OfferTo[];
  readonly today: Day;
  readonly replyBy: Day;
  /** Why people depart from a gate or from the proposal. */
  readonly reason: string | undefined;
  /** The recorded proposal that is followed, by ref; left out where the offer rests on one made for it. */
  readonly run?: string | undefined;
}

/** One offer to be recorded. */
export interface PlannedOffer {
  readonly personId: number;
  /** Kept where a gate was opened or somebody was asked who is not in the proposal. */
  readonly departureReason: string | null;
  /** The group asked beyond the working group; null = the working group. */
  readonly widenedTo: string | null;
}

const over = (standing: OfferRequest["standing"]): boolean => standing === "ended" || standing === "closed";

/** A project that has ended or was closed asks nobody. */
export const endedProblems = (project: string, standing: OfferRequest["standing"]): Problem[] =>
  over(standing)
    ? [
        {
          code: "project-over",
          message: `${project} has ${standing === "ended" ? "ended" : "been closed"}.`,
          remedy: `To go on with it: involve project edit ${project} ${standing === "ended" ? "--ends DATE" : "--reopen"}`,
        },
      ]
    : [];

/** A problem for a day to reply by that is over, else none. */
const replyByProblems = (replyBy: Day, today: Day): Problem[] =>
  replyBy < today
    ? [
        {
          code: "reply-by-past",
          message: `${dayInWords(replyBy)} is over.`,
          remedy: "Give a day to reply by, today or later.",
        },
      ]
    : [];

/** Why people cannot be sent the brief of a project: nobody is asked for one that is over, nor by a day that is. */
export const briefProblems = (
  project: string,
  standing: OfferRequest["standing"],
  replyBy: Day | undefined,
  today: Day,
): Problem[] => [
  ...endedProblems(project, standing),
  ...(replyBy === undefined ? [] : replyByProblems(replyBy, today)),
];

const remedies: Readonly<Partial<Record<Gate["code"], string>>> = {
  "not-active": "No place can be offered; to bring somebody back: involve member rejoin",
  "on-the-team": "No offer is needed.",
  "offer-waiting": "No second offer is needed.",
};

/** Gates an offer has a way of its own through: naming somebody widens it, and what goes over a ceiling is acknowledged. */
export const ownWay: readonly Gate["code"][] = ["group-not-asked", "ceiling"];

const asProblem = (to: OfferTo, gate: Gate): Problem => ({
  code: gate.code,
  message: `${to.name} ${gate.sentence}.`,
  remedy: remedies[gate.code] ?? 'To offer the place all the same, add --reason "why".',
});

/** What stands in the way of giving somebody a place, whatever the reason. */
export const shutProblems = (to: OfferTo): Problem[] =>
  to.gates.filter((g) => closedGates.includes(g.code)).map((g) => asProblem(to, g));

/** What stands in the way of one offer; a gate that no reason opens is named alone. */
function toProblems(to: OfferTo, reason: string | undefined): Problem[] {
  const shut = shutProblems(to);
  if (shut.length > 0 || reason !== undefined) return shut;
  return to.gates.filter((g) => !ownWay.includes(g.code)).map((g) => asProblem(to, g));
}

/** Everybody who is named more than once. */
export const namedTwice = (to: readonly OfferTo[]): Problem[] =>
  to
    .filter((t, i) => to.findIndex((o) => o.id === t.id) !== i)
    .map((t) => ({
      code: "named-twice",
      message: `${t.name} is named twice.`,
      remedy: "Name everybody once.",
    }));

/**
 * Whether places may be offered: the project is not over, there is time to reply, nobody is named twice, and everybody
 * passes every gate or a reason is given. Naming somebody beyond the working group is what widens an offer. No reason opens
 * the way to somebody who has left, is on the team, or has an offer waiting.
 */
export function checkOffers(request: OfferRequest): Result<readonly PlannedOffer[]> {
  const { to, reason } = request;
  const twice = to.filter((t, i) => to.findIndex((o) => o.id === t.id) !== i);
  const problems: Problem[] = [
    ...endedProblems(request.project, request.standing),
    ...privateTextProblems({ "--reason": reason }),
    ...namedTwice(to),
    ...to.filter((t) => !twice.includes(t)).flatMap((t) => toProblems(t, reason)),
  ];
  problems.push(...replyByProblems(request.replyBy, request.today));
  return unless(problems, () =>
    to.map((t) => ({
      personId: t.id,
      departureReason: t.gates.some((g) => !ownWay.includes(g.code)) || !t.proposed ? (reason ?? null) : null,
      widenedTo: t.group === "lewg" ? null : t.group,
    })),
  );
}

/** An offer as it stands. */
export interface Offer {
  readonly id: number;
  readonly personId: number;
  readonly offeredOn: Day;
  readonly replyBy: Day | null;
  readonly reply: Reply | null;
  readonly repliedOn: Day | null;
  readonly withdrawnOn: Day | null;
  readonly widenedTo: string | null;
  readonly departureReason: string | null;
}

/** How an offer stands, in a word. */
export const offerState = (offer: Offer): "waiting" | "withdrawn" | Reply =>
  offer.reply ?? (offer.withdrawnOn === null ? "waiting" : "withdrawn");

/** Whether an offer still waits though the day to reply is over. */
export const isOverdue = (offer: Offer, day: Day): boolean =>
  offerState(offer) === "waiting" && offer.replyBy !== null && offer.replyBy < day;
