import type { Day } from "../domain/day.ts";
import type { Offer, PlannedOffer, Reply } from "../domain/offer.ts";
import type { TeamName } from "../domain/person-name.ts";
import { type Store, sql } from "./store.ts";

/** An offer with its project and the name of the person. */
export interface OfferRow extends Offer {
  readonly projectId: number;
  readonly knownAs: TeamName;
  /** The run of the match it rests on; null where none is on record. */
  readonly runId: number | null;
}

/** Every offer, or those of one project, oldest first. */
export function offerRows(store: Store, projectId?: number): OfferRow[] {
  const query = sql
    .selectFrom("project_offer as o")
    .innerJoin("person as p", "p.id", "o.person_id")
    .select([
      "o.id",
      "o.project_id",
      "o.person_id",
      "p.known_as",
      "o.offered_on",
      "o.reply_by",
      "o.reply",
      "o.replied_on",
      "o.withdrawn_on",
      "o.widened_to",
      "o.departure_reason",
      "o.run_id",
    ])
    .orderBy("o.offered_on")
    .orderBy("o.id");
  return store
    .all(projectId === undefined ? query : query.where("o.project_id", "=", projectId))
    .map((o) => ({
      id: o.id,
      projectId: o.project_id,
      personId: o.person_id,
      knownAs: o.known_as,
      offeredOn: o.offered_on as Day,
      replyBy: o.reply_by as Day | null,
      reply: o.reply as Reply | null,
      repliedOn: o.replied_on as Day | null,
      withdrawnOn: o.withdrawn_on as Day | null,
      widenedTo: o.widened_to,
      departureReason: o.departure_reason,
      runId: o.run_id,
    }));
}

/** Records an offer of a place; answers its id. */
export const addOffer = (
  store: Store,
  projectId: number,
  offer: PlannedOffer,
  made: { readonly on: Day; readonly replyBy: Day; readonly runId: number },
): number =>
  store.insert("project_offer", {
    project_id: projectId,
    person_id: offer.personId,
    run_id: made.runId,
    offered_on: made.on,
    reply_by: made.replyBy,
    departure_reason: offer.departureReason,
    widened_to: offer.widenedTo,
  });
