import type { Day } from "./day.ts";
import {
  freePlaces,
  type Leaver,
  missedInWords,
  openOffers,
  openPlaces,
  type PlaceFacts,
  reserveStandings,
  type StandingReserve,
} from "./reserve.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { count } from "./text.ts";

/** What is asked for: whose place, who, and why. */
export interface OfferRequest {
  /** The ref of whose place it is; undefined = the first that is free. */
  readonly placeOf: string | undefined;
  /** The code of a reserve who is not the next. */
  readonly application: string | undefined;
  readonly reason: string | undefined;
  readonly replyBy: Day;
}

/** An offer to be put on record. */
export interface PlannedOffer {
  readonly reserve: StandingReserve;
  readonly place: Leaver | null;
  readonly replyBy: Day;
  readonly reason: string | null;
}

const noPlace = ({ round, places, people }: PlaceFacts, waiting: number): Problem => ({
  code: "no-place-open",
  message: `${round.group} has ${places} places: ${count(people, "person is", "people are")} in it${waiting > 0 ? ` and ${count(waiting, "place is", "places are")} on offer` : ""}.`,
  remedy: "Record first who left: involve member leave M-004",
});

function choiceProblems(
  chosen: StandingReserve | undefined,
  others: readonly StandingReserve[],
  { application, reason }: OfferRequest,
  { round }: PlaceFacts,
): Problem[] {
  if (!chosen)
    return [
      {
        code: "no-reserve",
        message: application
          ? `${application} is not on the reserve list of ${round.key}.`
          : `Nobody on the reserve list of ${round.key} can be offered a place.`,
        remedy: `See who stands how: involve round next ${round.key}`,
      },
    ];
  if (chosen.standing !== "may be offered a place")
    return [
      {
        code: "not-to-be-offered",
        message: `${chosen.code} cannot be offered this place: ${chosen.standing}.`,
        remedy: `See who can: involve round next ${round.key}`,
      },
    ];
  if (reason !== undefined) return [];
  const remedy = 'Say why all the same: --reason "why"';
  const before = others.filter((o) => o.rank < chosen.rank && o.off <= chosen.off);
  const better = others.filter((o) => o.off < chosen.off);
  return [
    ...(before.length > 0
      ? [
          {
            code: "out-of-order",
            message: `${before.map((o) => o.code).join(", ")} would come before ${chosen.code}.`,
            remedy,
          },
        ]
      : []),
    ...(better.length > 0
      ? [
          {
            code: "aim-missed",
            message: `With ${chosen.code} ${chosen.missed.map(missedInWords).join("; ")}. ${better[0]?.code} would keep more of the aims.`,
            remedy: `Offer it to them with --application ${better[0]?.code}, or say why: --reason "why"`,
          },
        ]
      : []),
  ];
}

/**
 * Which reserve is offered which place: the next in order whose time on the list has not ended and who was not asked about
 * this place already. A reserve out of order, or one with whom the group misses an aim that another would keep, needs a reason.
 */
export function planOffer(facts: PlaceFacts, request: OfferRequest): Result<PlannedOffer> {
  const { round, today } = facts;
  const problems: Problem[] = [];
  if (round.status !== "appointed")
    problems.push({
      code: "not-appointed",
      message: `In ${round.key} nobody was appointed yet, so no place can have opened.`,
      remedy: `First: involve round appoint ${round.key}`,
    });
  const waiting = openOffers(facts).length;
  const open = openPlaces(facts);
  if (open !== null && open < 1) problems.push(noPlace(facts, waiting));
  const free = freePlaces(facts);
  const place = request.placeOf ? free.find((l) => l.ref === request.placeOf) : free[0];
  if (request.placeOf && !place)
    problems.push({
      code: "unknown-place",
      message: `The place of ${request.placeOf} is not free.`,
      remedy:
        free.length > 0
          ? `Free: the place of ${free.map((l) => l.ref).join(", ")}.`
          : "Leave out --place-of.",
    });
  if (request.replyBy < today)
    problems.push({
      code: "reply-by-past",
      message: `${request.replyBy} is over.`,
      remedy: "Give a later day with --reply-by.",
    });
  const standings = reserveStandings(facts, place?.membershipId ?? null);
  const able = standings.filter((s) => s.standing === "may be offered a place");
  const chosen = request.application ? standings.find((s) => s.code === request.application) : able[0];
  const others = able.filter((s) => s !== chosen);
  if (round.status === "appointed") problems.push(...choiceProblems(chosen, others, request, facts));
  return unless(problems, () => ({
    reserve: chosen as StandingReserve,
    place: place ?? null,
    replyBy: request.replyBy,
    reason: request.reason ?? null,
  }));
}
