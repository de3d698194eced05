import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import type { Gate } from "../../src/domain/gate.ts";
import {
  checkOffers,
  isOverdue,
  type Offer,
  type OfferRequest,
  type OfferTo,
} from "../../src/domain/offer.ts";
import { checkReply, type ReplyRequest } from "../../src/domain/reply.ts";
import { problemsOf } from "../../src/domain/result.ts";

const today = "2026-06-10" as Day;
const gate = (code: Gate["code"]): Gate => ({ code, sentence: "…" });
const to = (changes: Partial<OfferTo> = {}): OfferTo => ({
  name: "M-003 Bex Thornton",
  id: 3,
  group: "lewg",
  gates: [],
  proposed: true,
  ...changes,
});
const request = (changes: Partial<OfferRequest> = {}): OfferRequest => ({
  project: "P-001",
  standing: "open",
  to: [to()],
  today,
  replyBy: "2026-06-24" as Day,
  reason: undefined,
  ...changes,
});
const codes = (changes: Partial<OfferRequest>): string[] =>
  problemsOf(checkOffers(request(changes))).map((p) => p.code);

describe("an offer", () => {
  test("to somebody proposed needs no reason, and keeps none", () => {
    const given = checkOffers(request({ reason: "asked for by the lead" }));
    expect(given).toEqual({ ok: true, value: [{ personId: 3, departureReason: null, widenedTo: null }] });
  });

  test("to somebody who does not pass a gate is refused without a reason, which is kept", () => {
    const gates = [gate("clearance-missing"), gate("availability")];
    expect(codes({ to: [to({ gates, proposed: false })] })).toEqual(["clearance-missing", "availability"]);
    const given = checkOffers(request({ to: [to({ gates })], reason: "finishes training in July" }));
    expect(given).toMatchObject({ value: [{ departureReason: "finishes training in July" }] });
  });

  test.each(["not-active", "on-the-team", "offer-waiting"] as const)(
    "no reason opens the gate %s",
    (code) => {
      const gates = [gate(code), gate("clearance-missing")];
      expect(codes({ to: [to({ gates })], reason: "all the same" })).toEqual([code]);
      expect(codes({ to: [to({ gates })] })).toEqual([code]);
    },
  );

  test("to somebody in LEAN is recorded as widened", () => {
    expect(checkOffers(request({ to: [to({ group: "lean" })] }))).toMatchObject({
      value: [{ widenedTo: "lean" }],
    });
  });

  test("of a project that is over, to reply by a day gone, to somebody twice, with bank details: all refused at once", () => {
    expect(
      codes({
        standing: "ended",
        to: [to(), to()],
        replyBy: "2026-06-09" as Day,
        reason: "pay to 12-34-56 12345678",
      }),
    ).toEqual(["project-over", "private-detail", "named-twice", "reply-by-past"]);
  });

  test("may be replied to on the very day it is made", () => {
    expect(codes({ replyBy: today })).toEqual([]);
  });
});

const offer: Offer = {
  id: 1,
  personId: 3,
  offeredOn: "2026-06-01" as Day,
  replyBy: "2026-06-10" as Day,
  reply: null,
  repliedOn: null,
  withdrawnOn: null,
  widenedTo: null,
  departureReason: null,
};
const reply = (changes: Partial<ReplyRequest> = {}): string[] =>
  problemsOf(
    checkReply({
      project: "P-001",
      name: "M-003 Bex Thornton",
      offers: [offer],
      reply: "accepted",
      on: today,
      today,
      late: false,
      ...{ places: 3, standing: "open", onTeam: 2, left: false },
      ...changes,
    }),
  ).map((p) => p.code);

const later = "2026-06-11" as Day;

describe("a reply", () => {
  test("counts up to and including the day it was asked for by", () => {
    expect(reply()).toEqual([]);
  });

  test("after that day is refused, unless it is meant to count", () => {
    expect(reply({ on: later, today: later })).toEqual(["reply-after-date"]);
    expect(reply({ on: later, today: later, late: true })).toEqual([]);
    expect(reply({ on: later, today: later, reply: "declined" })).toEqual(["reply-after-date"]);
  });

  test("that did not come is recorded once the day is over", () => {
    expect(reply({ reply: "no-reply" })).toEqual(["still-time"]);
    expect(reply({ reply: "no-reply", on: later, today: later })).toEqual([]);
  });

  test("cannot be in the future, or before the offer", () => {
    expect(reply({ on: later })).toEqual(["replies-later", "reply-after-date"]);
    expect(reply({ on: "2026-05-31" as Day })).toEqual(["before-offer"]);
  });

  test("that accepts needs a place left and a person who is still there", () => {
    expect(reply({ onTeam: 3, left: true })).toEqual(["no-place-left", "not-active"]);
    expect(reply({ standing: "ended", left: true })).toEqual(["project-over", "not-active"]);
    expect(reply({ onTeam: 3, left: true, reply: "declined" })).toEqual([]);
  });

  test("needs an offer that is waiting", () => {
    expect(reply({ offers: [] })).toEqual(["no-offer-waiting"]);
    expect(reply({ offers: [{ ...offer, reply: "declined", repliedOn: today }] })).toEqual([
      "no-offer-waiting",
    ]);
    expect(reply({ offers: [{ ...offer, withdrawnOn: today }] })).toEqual(["no-offer-waiting"]);
  });
});

describe("an offer that is overdue", () => {
  const waits = {
    ...{ id: 1, personId: 3, offeredOn: "2026-06-01" as Day, replyBy: "2026-06-15" as Day, reply: null },
    ...{ repliedOn: null, withdrawnOn: null, widenedTo: null, departureReason: null },
  };

  test("it is overdue from the day after, until there is a reply or it is taken back", () => {
    expect(isOverdue(waits, "2026-06-15" as Day)).toBe(false);
    expect(isOverdue(waits, "2026-06-16" as Day)).toBe(true);
    expect(isOverdue({ ...waits, reply: "no-reply" }, "2026-06-16" as Day)).toBe(false);
    expect(isOverdue({ ...waits, withdrawnOn: "2026-06-16" as Day }, "2026-06-17" as Day)).toBe(false);
  });
});
