import { describe, expect, test } from "@jest/globals";
import {
  freePlaces,
  openPlaces,
  type PlaceFacts,
  type Reserve,
  type ReserveOffer,
  reserveStandings,
} from "../../src/domain/reserve.ts";
import { planOffer } from "../../src/domain/reserve-offer.ts";
import { answeredOffer, nextAction, statusAfterReply } from "../../src/domain/reserve-reply.ts";
import { problemsOf, type Result } from "../../src/domain/result.ts";
import { day, entrant, round } from "./rounds.ts";

const codes = (result: Result<unknown>): string[] => problemsOf(result).map((p) => p.code);

const carer = { ...entrant(9, [3], [3]), perspective: "carer" };
const reserve = (rank: number, changes: Partial<Reserve> = {}): Reserve => ({
  applicationId: rank,
  code: `A-00${rank}`,
  rank,
  until: day("2026-10-20"),
  status: "reserve",
  entrant: { ...entrant(rank, [3], [3]), perspective: "service-user" },
  ...changes,
});
const offer = (changes: Partial<ReserveOffer> = {}): ReserveOffer => ({
  id: 1,
  applicationId: 1,
  code: "A-001",
  membershipId: 4,
  placeOf: "M-004",
  offeredOn: day("2026-01-10"),
  replyBy: day("2026-01-24"),
  reply: null,
  repliedOn: null,
  ...changes,
});
const facts = (changes: Partial<PlaceFacts> = {}): PlaceFacts => ({
  round: { ...round, status: "appointed" },
  today: day("2026-01-20"),
  places: 14,
  people: 13,
  reserves: [reserve(2), reserve(1), reserve(3, { entrant: carer })],
  offers: [],
  leavers: [{ membershipId: 4, ref: "M-004", leftOn: day("2026-01-05") }],
  aims: [],
  group: [],
  ...changes,
});
const request = { placeOf: undefined, application: undefined, reason: undefined, replyBy: day("2026-02-03") };
const offered = (changes: Partial<PlaceFacts>, more: Partial<Parameters<typeof planOffer>[1]> = {}) => {
  const plan = planOffer(facts(changes), { ...request, ...more });
  return plan.ok ? `${plan.value.reserve.code} ${plan.value.place?.ref ?? "-"}` : codes(plan);
};
const carersWanted = [
  { category: "perspective", value: "carer", minimum: 1, maximum: undefined, basis: "role-requirement" },
] as const;

describe("a place that opens is offered down the reserve list", () => {
  test("to the first in order, for the place of whoever left", () => {
    expect(offered({})).toBe("A-001 M-004");
  });

  test("not while the group is full, nor while an offer of the only place waits", () => {
    expect(offered({ people: 14 })).toEqual(["no-place-open"]);
    expect(offered({ offers: [offer()] })).toEqual(["no-place-open"]);
    expect(openPlaces(facts({ offers: [offer()] }))).toBe(0);
  });

  test("not to somebody whose time on the list has ended, who was asked about this place, or who is off the list", () => {
    const reserves = [
      reserve(1, { until: day("2026-01-19") }),
      reserve(2),
      reserve(3, { status: "withdrawn" }),
      reserve(4, { entrant: undefined }),
    ];
    const offers = [
      offer({ applicationId: 2, code: "A-002", reply: "declined", repliedOn: day("2026-01-15") }),
    ];
    expect(reserveStandings(facts({ reserves, offers }), 4).map((r) => r.standing)).toEqual([
      "time on the list has ended",
      "passed over for this place",
      "off the list",
      "off the list",
    ]);
    expect(offered({ reserves, offers })).toEqual(["no-reserve"]);
  });

  test("who passed on one place is asked again about another", () => {
    const offers = [offer({ reply: "no-reply", repliedOn: day("2026-01-25") })];
    const leavers = [
      { membershipId: 4, ref: "M-004", leftOn: day("2026-01-05") },
      { membershipId: 5, ref: "M-005", leftOn: day("2026-01-15") },
    ];
    expect(offered({ offers, leavers, people: 12 }, { placeOf: "M-005" })).toBe("A-001 M-005");
  });

  test("a reason is needed out of order, and where an aim is missed that another would keep", () => {
    expect(offered({}, { application: "A-002" })).toEqual(["out-of-order"]);
    expect(offered({}, { application: "A-002", reason: "agreed" })).toBe("A-002 M-004");
    expect(offered({ aims: carersWanted })).toEqual(["aim-missed"]);
    expect(offered({ aims: carersWanted }, { application: "A-003" })).toBe("A-003 M-004");
    expect(offered({ aims: carersWanted, group: [carer] })).toBe("A-001 M-004");
  });

  test("in a group without a fixed number there is always room; a place nobody had is nobody's", () => {
    expect(offered({ places: null, leavers: [] })).toBe("A-001 -");
  });

  test("of those who left, the last ones' places are free: the earlier ones were filled", () => {
    const leavers = [1, 2, 3].map((n) => ({
      membershipId: n,
      ref: `M-00${n}`,
      leftOn: day(`2026-01-0${n}`),
    }));
    expect(freePlaces(facts({ leavers })).map((l) => l.ref)).toEqual(["M-003"]);
    expect(freePlaces(facts({ leavers, people: 12 })).map((l) => l.ref)).toEqual(["M-002", "M-003"]);
  });

  test("everything that is wrong is said at once", () => {
    const wrong = { placeOf: "M-002", application: "A-077", replyBy: day("2026-01-19") };
    expect(offered({ people: 14 }, wrong)).toEqual([
      "no-place-open",
      "unknown-place",
      "reply-by-past",
      "no-reserve",
    ]);
    expect(offered({ round })).toEqual(["not-appointed"]);
  });
});

describe("an answer to an offer", () => {
  const answer = { reply: "declined", on: day("2026-01-20"), application: undefined } as const;

  test("is to the one that waits; of several it says which", () => {
    const two = [offer(), offer({ id: 2, applicationId: 2, code: "A-002" })];
    expect(answeredOffer(facts({ offers: [offer()] }), answer)).toMatchObject({ value: { id: 1 } });
    expect(codes(answeredOffer(facts({ offers: two }), answer))).toEqual(["which-offer"]);
    expect(answeredOffer(facts({ offers: two }), { ...answer, application: "A-002" })).toMatchObject({
      value: { id: 2 },
    });
    expect(codes(answeredOffer(facts(), answer))).toEqual(["no-offer"]);
  });

  test("comes neither before the offer nor in the future; silence is no answer before its day is over", () => {
    const on = (text: string, reply: "declined" | "no-reply" = "declined") =>
      codes(answeredOffer(facts({ offers: [offer()] }), { ...answer, reply, on: day(text) }));
    expect(on("2026-01-09")).toEqual(["before-the-offer"]);
    expect(on("2026-01-21")).toEqual(["in-the-future"]);
    expect(on("2026-01-20", "no-reply")).toEqual(["may-still-answer"]);
  });

  test("whoever declines leaves the list unless they would stay; whoever is silent stays on it", () => {
    expect(statusAfterReply("accepted", false)).toBe("appointed");
    expect(statusAfterReply("declined", false)).toBe("withdrawn");
    expect(statusAfterReply("declined", true)).toBe("reserve");
    expect(statusAfterReply("no-reply", false)).toBe("reserve");
  });

  test("one thing is done at a time, and each word belongs to one of them", () => {
    const none = {
      ...{ offer: false, accepted: false, declined: false, noReply: false, stays: false },
      ...{ placeOf: undefined, application: undefined, reason: undefined, replyBy: undefined },
      ...{ induction: undefined, termEnds: undefined },
    };
    expect(nextAction(none)).toEqual({ ok: true, value: "look" });
    expect(codes(nextAction({ ...none, offer: true, declined: true }))).toEqual(["one-at-a-time"]);
    expect(codes(nextAction({ ...none, stays: true, reason: "why", induction: day("2026-01-01") }))).toEqual([
      "out-of-place",
      "out-of-place",
      "out-of-place",
    ]);
  });
});
