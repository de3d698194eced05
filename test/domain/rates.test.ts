import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays, type Day } from "../../src/domain/day.ts";
import { parsePence } from "../../src/domain/money.ts";
import { bandByLength, rateOn } from "../../src/domain/rate.ts";
import { type CardRate, cardFor, gapsOf, type RateCard } from "../../src/domain/rate-card.ts";
import { planRate } from "../../src/domain/rate-plan.ts";
import { planRetirement } from "../../src/domain/rate-retire.ts";
import type { RateFacts, RateWords } from "../../src/domain/rate-words.ts";
import { problemsOf } from "../../src/domain/result.ts";

const on = (text: string): Day => text as Day;

const card = (key: string, changes: Partial<RateCard> = {}): RateCard => ({
  id: 1,
  key,
  label: key,
  payer: null,
  retiredOn: null,
  ...changes,
});

const rate = (from: string, to: string | null, pence = 8250, id = 1): CardRate => ({
  id,
  card: "nihr",
  band: "half-day",
  bandLabel: "half day",
  pence,
  fromOn: on(from),
  toOn: to === null ? null : on(to),
  source: "",
});

const facts = (rates: readonly CardRate[]): RateFacts => ({
  cards: [card("nihr")],
  rates,
  miles: [{ id: 1, pence: 45, fromOn: on("2011-04-06"), toOn: null, source: "" }],
  bands: [{ key: "half-day", label: "half day", minutes: 240 }],
  payers: [{ id: 2, key: "kcl" }],
  usual: "nihr",
});

const words = (changes: Partial<RateWords>): RateWords => ({
  band: "half-day",
  amount: 9000,
  from: on("2026-04-01"),
  to: undefined,
  card: undefined,
  cardLabel: undefined,
  payer: undefined,
  bandLabel: undefined,
  minutes: undefined,
  source: undefined,
  usual: false,
  ...changes,
});

const seeded = [rate("2022-01-01", "2025-12-15", 7500, 1), rate("2025-12-16", null, 8250, 2)];
const codes = (result: Parameters<typeof problemsOf>[0]): string[] => problemsOf(result).map((p) => p.code);

describe("the rate of a day", () => {
  test("a half day is £75.00 to 15 December 2025 and £82.50 from 16 December on", () => {
    const at = (day: string) => rateOn(seeded, "half-day", on(day));
    expect(at("2025-12-15")).toMatchObject({ ok: true, value: { pence: 7500 } });
    expect(at("2025-12-16")).toMatchObject({ ok: true, value: { pence: 8250 } });
    expect(codes(at("2021-12-31"))).toEqual(["no-rate"]);
  });

  test("a line is priced from the card named, else the payer's own, else the usual one", () => {
    const cards = [
      card("nihr"),
      card("kcl-own", { payer: "kcl" }),
      card("old", { payer: "ucl", retiredOn: on("2026-01-01") }),
    ];
    const from = (named: string | undefined, payer: string, day = "2026-05-01"): string | null => {
      const found = cardFor(cards, { named, payer, usual: "nihr", on: on(day) });
      return found.ok ? found.value.key : null;
    };
    expect([
      from(undefined, "ucl"),
      from(undefined, "kcl"),
      from("nihr", "kcl"),
      from(" OLD ", "kcl"),
    ]).toEqual(["nihr", "kcl-own", "nihr", "old"]);
    expect(from("nhir", "ucl")).toBeNull();
    const around = (): (string | null)[] =>
      ["2025-12-31", "2026-01-01"].map((day) => from(undefined, "ucl", day));
    expect(around()).toEqual(["old", "nihr"]);
    cards.unshift(card("new", { payer: "ucl" }));
    expect(around()).toEqual(["old", "new"]);
  });

  test("a gathering is priced by its length: as usual where that is its length, else the shortest band that is long enough", () => {
    const bands = [
      { key: "full-day", label: "", minutes: 480 },
      { key: "one-hour", label: "", minutes: 60 },
      { key: "half-day", label: "", minutes: 240 },
    ];
    const of = (minutes: number | null, usual: string | null = "half-day") =>
      bandByLength(minutes, usual, bands);
    expect([of(240), of(null), of(60), of(61), of(241), of(481)]).toEqual([
      "half-day",
      "half-day",
      "one-hour",
      "half-day",
      "full-day",
      null,
    ]);
    expect(of(60, null)).toBeNull();
    const heavy = { key: "heavy-preparation", label: "", minutes: 960, byLength: false };
    expect(bandByLength(540, "half-day", [...bands, heavy])).toBeNull();
    expect(bandByLength(null, "heavy-preparation", [...bands, heavy])).toBe("heavy-preparation");
  });
});

describe("setting a rate", () => {
  test("ends the one until further notice the day before, and nothing else", () => {
    const plan = planRate(words({}), facts(seeded));
    expect(plan).toMatchObject({ ok: true, value: { ends: { id: 2 }, unchanged: false, newCard: null } });
    expect(codes(planRate(words({ from: on("2025-12-16") }), facts(seeded)))).toEqual(["rates-overlap"]);
    expect(codes(planRate(words({ from: on("2025-12-10") }), facts(seeded)))).toEqual([
      "rates-overlap",
      "rates-overlap",
    ]);
  });

  test("the very same again changes nothing", () => {
    const plan = planRate(words({ from: on("2025-12-16"), amount: 8250 }), facts(seeded));
    expect(plan).toMatchObject({ ok: true, value: { unchanged: true, ends: null } });
  });

  test("a card and a band of one's own are begun by naming them, and never by a slip", () => {
    expect(codes(planRate(words({ card: "ours", band: "evening" }), facts(seeded)))).toEqual([
      "unknown-card",
      "unknown-band",
    ]);
    const plan = planRate(
      words({ card: "Ours", cardLabel: "Our own", payer: "kcl", band: "evening", bandLabel: "an evening" }),
      facts(seeded),
    );
    expect(plan).toMatchObject({
      ok: true,
      value: { card: "ours", newCard: { payerId: 2 }, band: "evening", newBand: { minutes: null } },
    });
  });

  test("what a mile pays has no card, no band and no payer", () => {
    expect(planRate(words({ band: "mileage", amount: 55 }), facts(seeded))).toMatchObject({
      ok: true,
      value: { card: null, ends: { id: 1, pence: 45 } },
    });
    expect(codes(planRate(words({ band: "mileage", payer: "kcl", usual: true }), facts(seeded)))).toEqual([
      "mileage-alone",
      "mileage-alone",
    ]);
  });

  test("whatever is set in whatever order, no two rates share a day and every gap is told", () => {
    const start = on("2026-01-01");
    const anySet = fc.record({
      from: fc.integer({ min: 0, max: 60 }),
      days: fc.option(fc.integer({ min: 0, max: 20 })),
    });
    fc.assert(
      fc.property(fc.array(anySet, { maxLength: 8 }), (sets) => {
        let rates: CardRate[] = [];
        sets.forEach(({ from, days }, i) => {
          const fromOn = addDays(start, from);
          const to = days === null ? undefined : addDays(fromOn, days);
          const plan = planRate(words({ from: fromOn, to, amount: 100 + i }), facts(rates));
          if (!plan.ok) return;
          rates = rates.map((r) => (r.id === plan.value.ends?.id ? { ...r, toOn: addDays(fromOn, -1) } : r));
          rates = [...rates, { ...rate(fromOn, to ?? null, 100 + i, i + 10) }];
        });
        const covered = (day: Day) =>
          rates.filter((r) => r.fromOn <= day && (r.toOn === null || r.toOn >= day)).length;
        const gaps = gapsOf(rates);
        const first = rates.map((r) => r.fromOn).sort((a, b) => a.localeCompare(b, "en"))[0];
        const last = rates.reduce((l, r) => (r.fromOn > l ? r.fromOn : l), start);
        for (let n = 0; n < 100; n++) {
          const day = addDays(start, n);
          expect(covered(day)).toBeLessThanOrEqual(1);
          const inside = first !== undefined && day >= first && day <= last;
          if (inside) expect(gaps.some((g) => g.from <= day && day <= g.to)).toBe(covered(day) === 0);
        }
      }),
    );
  });
});

describe("ending a rate", () => {
  const retire = (band: string | undefined, day: string, rates = seeded) =>
    planRetirement({ band, card: undefined, on: on(day) }, facts(rates));

  test("the one in force on that day ends with it; one that ended, or is to come, is refused", () => {
    expect(retire("half-day", "2026-12-31")).toMatchObject({
      ok: true,
      value: { rates: [{ id: 2 }], card: null },
    });
    expect(codes(retire("half-day", "2021-01-01"))).toEqual(["rate-to-come", "rate-to-come"]);
    expect(codes(retire("half-day", "2026-12-31", [rate("2022-01-01", "2025-12-15")]))).toEqual(["no-rate"]);
    expect(codes(retire("half-day", "2025-12-15", [rate("2022-01-01", "2025-12-15")]))).toEqual(["no-rate"]);
  });

  test("the usual card cannot be retired whole", () => {
    expect(codes(retire(undefined, "2026-12-31"))).toEqual(["usual-card"]);
  });
});

describe("an amount as it is typed", () => {
  test.each([
    ["82.50", 8250],
    ["£82.50", 8250],
    ["£1,082.50", 108250],
    ["1,082", 108200],
    ["0.05", 5],
    [" 12.00 ", 1200],
  ])("%j is %i pence", (text, pence) => {
    expect(parsePence(text)).toEqual({ ok: true, value: pence });
  });

  test.each([
    "82.505",
    "-5",
    "-£5",
    "£-5",
    "1e3",
    "",
    " ",
    "82.5",
    "1,08.50",
    "10,82.50",
    "£",
    "82.50p",
    "NaN",
    "٨٢",
  ])("%j is refused", (text) => {
    expect(parsePence(text).ok).toBe(false);
  });
});
