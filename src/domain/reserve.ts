import { composition, type Share } from "./composition.ts";
import type { Day } from "./day.ts";
import type { NewAim, Round } from "./round.ts";
import type { Entrant } from "./selection.ts";

/** Somebody on the reserve list of a round, by code. */
export interface Reserve {
  readonly applicationId: number;
  readonly code: string;
  readonly rank: number;
  /** The day their place on the list ends; null where none was set. */
  readonly until: Day | null;
  readonly status: string;
  /** What they bring; undefined once their application was blanked. */
  readonly entrant: Entrant | undefined;
}

/** How an offer of a place was answered. */
export type Reply = "accepted" | "declined" | "no-reply";

/** A place offered to a reserve. */
export interface ReserveOffer {
  readonly id: number;
  readonly applicationId: number;
  readonly code: string;
  /** Whose place it is, by membership and by ref; null where nobody had it. */
  readonly membershipId: number | null;
  readonly placeOf: string | null;
  readonly offeredOn: Day;
  readonly replyBy: Day;
  readonly reply: Reply | null;
  readonly repliedOn: Day | null;
}

/** Somebody who left the group since the appointment. */
export interface Leaver {
  readonly membershipId: number;
  readonly ref: string;
  readonly leftOn: Day;
}

/** What offering a place goes by. */
export interface PlaceFacts {
  readonly round: Round;
  readonly today: Day;
  /** Places of the group (null = no fixed number) and people in it today. */
  readonly places: number | null;
  readonly people: number;
  readonly reserves: readonly Reserve[];
  readonly offers: readonly ReserveOffer[];
  readonly leavers: readonly Leaver[];
  readonly aims: readonly NewAim[];
  /** Those of the round who were appointed and are still in the group. */
  readonly group: readonly Entrant[];
}

/** How somebody on the list stands today. */
type ReserveStanding =
  | "waits for the appointment"
  | "may be offered a place"
  | "offered"
  | "passed over for this place"
  | "appointed"
  | "off the list"
  | "time on the list has ended";

/** A reserve with how they stand, and which aims would not be kept with them. */
export interface StandingReserve extends Reserve {
  readonly standing: ReserveStanding;
  /** Aims that the group with them would miss; empty where there are none, or they cannot be offered a place. */
  readonly missed: readonly Share[];
  /** By how many people in all. */
  readonly off: number;
}

/** Offers without an answer. */
export const openOffers = ({ offers }: Pick<PlaceFacts, "offers">): ReserveOffer[] =>
  offers.filter((o) => o.reply === null);

/** How many places can be offered: free ones that nobody has an offer of; null where the group has no fixed number. */
export const openPlaces = (facts: PlaceFacts): number | null =>
  facts.places === null ? null : facts.places - facts.people - openOffers(facts).length;

/**
 * Whose places are free, first to leave first: as many as there are open places, of those who left last and whose place is
 * neither on offer nor taken.
 */
export function freePlaces(facts: PlaceFacts): Leaver[] {
  const taken = new Set(
    facts.offers.filter((o) => o.reply === null || o.reply === "accepted").map((o) => o.membershipId),
  );
  const left = facts.leavers.filter((l) => !taken.has(l.membershipId));
  const open = openPlaces(facts) ?? left.length;
  return open < 1 ? [] : left.slice(-open);
}

function standingOf(reserve: Reserve, facts: PlaceFacts, membershipId: number | null): ReserveStanding {
  if (reserve.status === "appointed") return "appointed";
  const own = facts.offers.filter((o) => o.applicationId === reserve.applicationId);
  if (own.some((o) => o.reply === null)) return "offered";
  if (facts.round.status !== "appointed") return "waits for the appointment";
  if (reserve.status !== "reserve" || !reserve.entrant) return "off the list";
  if (reserve.until !== null && reserve.until < facts.today) return "time on the list has ended";
  return own.some((o) => o.membershipId === membershipId)
    ? "passed over for this place"
    : "may be offered a place";
}

/** The reserves in order, as they stand for one place; aims are looked at with those who are still in the group. */
export function reserveStandings(facts: PlaceFacts, membershipId: number | null): StandingReserve[] {
  return [...facts.reserves]
    .sort((a, b) => a.rank - b.rank)
    .map((reserve) => {
      const standing = standingOf(reserve, facts, membershipId);
      const { entrant } = reserve;
      const shares =
        standing === "may be offered a place" && entrant
          ? composition(facts.aims, { chosen: [...facts.group, entrant], staying: [], pool: [] })
          : [];
      const missed = shares.filter((s) => s.off !== 0);
      return { ...reserve, standing, missed, off: missed.reduce((sum, s) => sum + Math.abs(s.off), 0) };
    });
}

/** `carers would be 3, where at least 4 are aimed for`: an aim that would be missed, in words. */
export const missedInWords = ({ value, chosen, minimum, maximum, off }: Share): string =>
  `${value} would be ${chosen}, where ${off < 0 ? `at least ${minimum}` : `at most ${maximum}`} ${(off < 0 ? minimum : maximum) === 1 ? "is" : "are"} aimed for`;
