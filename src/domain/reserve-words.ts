import { type Appointed, toAskInWords } from "./appointment.ts";
import { dayInWords } from "./day.ts";
import { ref } from "./ref.ts";
import {
  freePlaces,
  missedInWords,
  openOffers,
  openPlaces,
  type PlaceFacts,
  type Reply,
  type ReserveOffer,
  reserveStandings,
} from "./reserve.ts";
import type { PlannedOffer } from "./reserve-offer.ts";
import type { Round } from "./round.ts";

const placeOf = (who: string | null): string =>
  who === null ? "a place that nobody had" : `the place of ${who}`;

/** What can be done next, in sentences. */
export function lookInWords(facts: PlaceFacts): string[] {
  const { round } = facts;
  const open = openPlaces(facts);
  const waiting = openOffers(facts);
  const [free] = freePlaces(facts);
  const able = reserveStandings(facts, free?.membershipId ?? null).filter(
    (s) => s.standing === "may be offered a place",
  );
  const [next] = able;
  const offered = waiting.map(
    (o) =>
      `${o.code} was offered ${placeOf(o.placeOf)} and may answer until ${dayInWords(o.replyBy)}: involve round next ${round.key} --accepted, --declined or --no-reply`,
  );
  if (round.status !== "appointed") return [`Nobody was appointed in ${round.key} yet.`];
  if (open !== null && open < 1)
    return offered.length > 0 ? offered : [`No place in ${round.group} is open.`];
  if (!next) return [...offered, "Nobody on the list can be offered a place."];
  const better = able.find((s) => s.off < next.off);
  return [
    ...offered,
    ...(better
      ? [
          `With ${next.code}, the next in order, ${next.missed.map(missedInWords).join("; ")}. ${better.code} would keep more of the aims: --application ${better.code}`,
        ]
      : []),
    `Next is ${next.code}, for ${placeOf(free?.ref ?? null)}: involve round next ${round.key} --offer`,
  ];
}

/** What was offered to whom, in sentences. */
export function offerInWords(round: Round, { reserve, place, replyBy }: PlannedOffer): string[] {
  return [
    `Offered ${reserve.code}, reserve ${reserve.rank}, ${placeOf(place?.ref ?? null)} in ${round.group}; they may answer until ${dayInWords(replyBy)}.`,
    ...reserve.missed.map((share) => `Please note: with them ${missedInWords(share)}.`),
    `Their letter: involve round letters ${round.key} --application ${reserve.code} --to letters`,
  ];
}

/** What an answer changed, in sentences. */
export function answerInWords(
  facts: PlaceFacts,
  offer: ReserveOffer,
  reply: Reply,
  appointed: Appointed | null,
  stays: boolean,
): string[] {
  const { round } = facts;
  if (appointed)
    return [
      `${offer.code} accepted ${placeOf(offer.placeOf)} and is ${ref("member", appointed.personId)} in ${round.group}${appointed.wasKnown ? "; they were known here already" : ""}.`,
      ...toAskInWords([appointed]),
    ];
  const how = reply === "declined" ? "declined" : "did not answer in time";
  const list =
    reply === "declined" && !stays ? "They are off the reserve list." : "They stay on the reserve list.";
  return [`${offer.code} ${how}. ${list}`, ...lookInWords(facts)];
}
