import { type Appointed, termOf } from "../domain/appointment.ts";
import type { Day } from "../domain/day.ts";
import { standingOn } from "../domain/person.ts";
import { ref } from "../domain/ref.ts";
import type { Leaver, PlaceFacts, Reply, Reserve, ReserveOffer } from "../domain/reserve.ts";
import type { PlannedOffer } from "../domain/reserve-offer.ts";
import { statusAfterReply } from "../domain/reserve-reply.ts";
import type { Round } from "../domain/round.ts";
import type { Entrant } from "../domain/selection.ts";
import { emailOwner, memberships } from "./people.ts";
import { applicationsOf } from "./round-applications.ts";
import { appointOne, groupSize, termMonths } from "./round-appointments.ts";
import { entrantsOf } from "./round-decisions.ts";
import { scoringOf } from "./round-scores.ts";
import { aimsOf } from "./rounds.ts";
import { type Store, sql } from "./store.ts";

/** Every offer of a place to a reserve of a round, oldest first. */
const reserveOffers = (store: Store, roundId: number): ReserveOffer[] =>
  store
    .all(
      sql
        .selectFrom("reserve_offer as o")
        .innerJoin("application as a", "a.id", "o.application_id")
        .leftJoin("membership as m", "m.id", "o.membership_id")
        .select(["o.id", "o.application_id", "a.code", "o.membership_id", "m.person_id", "o.offered_on"])
        .select(["o.reply_by", "o.reply", "o.replied_on"])
        .where("a.round_id", "=", roundId)
        .orderBy("o.id"),
    )
    .map((o) => ({
      id: o.id,
      applicationId: o.application_id,
      code: o.code,
      membershipId: o.membership_id,
      placeOf: o.person_id === null ? null : ref("member", o.person_id),
      offeredOn: o.offered_on as Day,
      replyBy: o.reply_by as Day,
      reply: o.reply as Reply | null,
      repliedOn: o.replied_on as Day | null,
    }));

function reservesOf(store: Store, roundId: number, entrants: readonly Entrant[]): Reserve[] {
  const rows = store.all(
    sql
      .selectFrom("round_decision as d")
      .innerJoin("application as a", "a.id", "d.application_id")
      .select(["a.id", "a.code", "a.status", "d.reserve_rank", "d.reserve_until"])
      .where("a.round_id", "=", roundId)
      .where("d.decision", "=", "reserve")
      .orderBy("d.reserve_rank")
      .orderBy("a.id"),
  );
  return rows.map((r) => ({
    applicationId: r.id,
    code: r.code,
    rank: r.reserve_rank ?? 0,
    until: r.reserve_until as Day | null,
    status: r.status,
    entrant: entrants.find((e) => e.id === r.id),
  }));
}

/** Who is in a group, and who left it since a day, first to leave first. */
function comings(
  store: Store,
  group: string,
  since: Day,
  today: Day,
): { here: Set<number>; leavers: Leaver[] } {
  const all = memberships(store).filter((m) => m.group === group);
  const here = new Set(
    all.filter((m) => ["active", "paused"].includes(standingOn(m, today))).map((m) => m.personId),
  );
  const leavers = all.flatMap((m) =>
    m.leftOn !== null && m.leftOn >= since && m.leftOn <= today && !here.has(m.personId)
      ? [{ membershipId: m.id, ref: ref("member", m.personId), leftOn: m.leftOn }]
      : [],
  );
  return { here, leavers: leavers.sort((a, b) => (a.leftOn < b.leftOn ? -1 : 1)) };
}

/** What offering a place to a reserve of a round goes by. */
export function placeFacts(store: Store, round: Round, today: Day): PlaceFacts {
  const entrants = entrantsOf(store, round, scoringOf(store, round));
  const decided = store.first(
    sql
      .selectFrom("round_decision as d")
      .innerJoin("application as a", "a.id", "d.application_id")
      .select((q) => q.fn.min("d.decided_on").as("on_day"))
      .where("a.round_id", "=", round.id),
  );
  const { here, leavers } = comings(store, round.group, (decided?.on_day ?? today) as Day, today);
  const appointed = new Set(
    applicationsOf(store, round.id)
      .filter((a) => a.status === "appointed" && a.personId !== null && here.has(a.personId))
      .map((a) => a.id),
  );
  return {
    round,
    today,
    ...groupSize(store, round.group, today),
    reserves: reservesOf(store, round.id, entrants),
    offers: reserveOffers(store, round.id),
    leavers,
    aims: aimsOf(store, round.id),
    group: entrants.filter((e) => appointed.has(e.id)),
  };
}

/** Puts an offer of a place on record; answers its id. */
export function saveOffer(store: Store, plan: PlannedOffer, on: Day): number {
  store.update("application", plan.reserve.applicationId, { status: "offered" });
  return store.insert("reserve_offer", {
    application_id: plan.reserve.applicationId,
    membership_id: plan.place?.membershipId ?? null,
    offered_on: on,
    reply_by: plan.replyBy,
    reason: plan.reason,
  });
}

/** An answer to an offer; for an accepted one the days of the term. */
export interface ReserveAnswer {
  readonly reply: Reply;
  readonly on: Day;
  readonly stays: boolean;
  readonly induction: Day | undefined;
  readonly termEnds: Day | undefined;
}

/** Records the answer to an offer, and appoints whoever accepted. */
export function saveAnswer(
  store: Store,
  round: Round,
  offer: ReserveOffer,
  answer: ReserveAnswer,
): Appointed | null {
  const { reply, on, stays } = answer;
  store.update("reserve_offer", offer.id, {
    reply,
    replied_on: on,
    stays: reply === "declined" ? Number(stays) : null,
  });
  if (reply !== "accepted") {
    const status = statusAfterReply(reply, stays);
    const withdrawn = status === "withdrawn" ? { withdrawn_on: on } : {};
    store.update("application", offer.applicationId, { status, ...withdrawn });
    return null;
  }
  const application = applicationsOf(store, round.id).find((a) => a.id === offer.applicationId);
  if (!application) throw new Error(`no application ${offer.applicationId}`);
  const { email } = application.fields;
  const known = (email ? emailOwner(store, email)?.id : undefined) ?? application.personId;
  const term = termOf({ ...answer, termMonths: termMonths(store, round.group) });
  return appointOne(store, round, application, known, term);
}
