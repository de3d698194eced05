import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  addDays,
  addMonths,
  type Day,
  dayInWords,
  daysBetween,
  isDay,
  parseDay,
  within,
} from "../../src/domain/day.ts";
import { decimalPounds, parsePence, pounds } from "../../src/domain/money.ts";
import { distance, nearest, suggestion } from "../../src/domain/nearest.ts";
import { parsePeriod } from "../../src/domain/period.ts";
import { idOf, prefixes, ref } from "../../src/domain/ref.ts";
import { keyOf, listed } from "../../src/domain/text.ts";

const d = (text: string): Day => text as Day;
const days = fc.integer({ min: -25_000, max: 40_000 }).map((n) => addDays(d("2000-01-01"), n));

describe("days", () => {
  test.each(["2026-02-29", "2026-13-01", "31/02/2026", "2026-3-4", "", "2026-04-31", "today", "14.3/2026"])(
    "%j is not a day",
    (text) => {
      expect(isDay(text)).toBe(false);
      expect(parseDay(text).ok).toBe(false);
    },
  );

  test.each([
    "14/03/2026",
    "14/3/2026",
    "14.03.2026",
    "14 March 2026",
    "Sat 14 Mar 2026",
    "14th mar 2026",
    "14-Mar-2026",
    " 2026-03-14 ",
  ])("%j is how people write the 14th of March", (text) =>
    expect(parseDay(text)).toEqual({ ok: true, value: "2026-03-14" }),
  );

  test.each([
    ["03/14/2026", "2026-03-14 is 14 March 2026"],
    ["14/03/26", "Did you mean 2026-03-14?"],
    ["14-03-2026", "Did you mean 2026-03-14?"],
    ["46095", "2026-03-14"],
    ["31/02/2026", "YYYY-MM-DD"],
  ])("%j is not a date, and the message says what may have been meant", (text, meant) => {
    expect(parseDay(text)).toMatchObject({
      ok: false,
      problems: [{ remedy: expect.stringContaining(meant) }],
    });
  });

  test("29 February is a day in a leap year only", () => {
    expect([isDay("2024-02-29"), isDay("2025-02-29"), isDay("2100-02-29")]).toEqual([true, false, false]);
  });

  test("days add and take away exactly, whatever the clock does in March and October", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n);
        expect(addDays(addDays(day, n), -n)).toBe(day);
      }),
    );
  });

  test("a month later is the same day number, or the month's last day", () => {
    expect(addMonths(d("2026-01-31"), 1)).toBe("2026-02-28");
    expect(addMonths(d("2024-02-29"), 12)).toBe("2025-02-28");
    expect(addMonths(d("2026-11-22"), 1)).toBe("2026-12-22");
    expect(addMonths(d("2026-03-31"), -1)).toBe("2026-02-28");
  });

  test("a day in words is British", () => {
    expect(dayInWords(d("2026-03-14"))).toBe("Sat 14 Mar 2026");
  });

  test("an open end lets every later day in", () => {
    expect([
      within(d("2026-03-14"), null, null),
      within(d("2026-03-14"), d("2026-03-14"), d("2026-03-14")),
      within(d("2026-03-13"), d("2026-03-14"), null),
    ]).toEqual([true, true, false]);
  });
});

describe("periods", () => {
  test.each([
    ["2026", "2026-01-01", "2026-12-31"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["tax:2025-26", "2025-04-06", "2026-04-05"],
    ["ucl:2025-26", "2025-08-01", "2026-07-31"],
    ["nihr:2025-26", "2025-04-01", "2026-03-31"],
    ["tax:1999-00", "1999-04-06", "2000-04-05"],
    ["2025-12-16..2026-04-05", "2025-12-16", "2026-04-05"],
  ])("%s runs from %s to %s", (text, from, to) => {
    const read = parsePeriod(text);
    expect(read.ok ? [read.value.from, read.value.to] : read.problems).toEqual([from, to]);
  });

  test.each(["tax:2025-27", "2026-13", "2026-02-30..2026-03-01", "2026-04-05..2025-12-16", "last year", ""])(
    "%j is not a period",
    (text) => {
      expect(parsePeriod(text).ok).toBe(false);
    },
  );

  test("tax years follow one another without a gap or an overlap", () => {
    for (let year = 1990; year < 2050; year++) {
      const name = (y: number): string => `tax:${y}-${String((y + 1) % 100).padStart(2, "0")}`;
      const [one, next] = [parsePeriod(name(year)), parsePeriod(name(year + 1))];
      expect(one.ok && next.ok && addDays(one.value.to, 1) === next.value.from).toBe(true);
    }
  });
});

describe("money", () => {
  test.each([
    ["82.50", 8250],
    ["£82.50", 8250],
    ["£1,082.50", 108250],
    ["82", 8200],
    ["0.05", 5],
  ])("%s is %d pence", (text, pence) => {
    expect(parsePence(text)).toEqual({ ok: true, value: pence });
  });

  test.each(["82.505", "-5", "1e3", "", "£", "1,08.50", "82.5", "£-5", "NaN", "0x10"])(
    "%j is not an amount",
    (text) => {
      expect(parsePence(text).ok).toBe(false);
    },
  );

  test("every amount reads back as it was written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (pence) => {
        expect(parsePence(pounds(pence))).toEqual({ ok: true, value: pence });
        expect(parsePence(decimalPounds(pence))).toEqual({ ok: true, value: pence });
      }),
    );
  });

  test("a reversal has its minus in front", () => {
    expect([pounds(-8250), decimalPounds(-5)]).toEqual(["-£82.50", "-0.05"]);
  });
});

describe("refs", () => {
  test("every ref reads back to its number, in any case and without its zeros", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...(Object.keys(prefixes) as (keyof typeof prefixes)[])),
        fc.integer({ min: 1, max: 1_000_000 }),
        (kind, id) => {
          expect(idOf(kind, ref(kind, id))).toBe(id);
          expect(idOf(kind, ref(kind, id).toLowerCase().replace(/-0+/, "-"))).toBe(id);
        },
      ),
    );
  });

  test("a ref of one kind is never read as another", () => {
    for (const a of Object.keys(prefixes) as (keyof typeof prefixes)[])
      for (const b of Object.keys(prefixes) as (keyof typeof prefixes)[])
        if (a !== b) expect(idOf(b, ref(a, 7))).toBeNull();
  });
});

describe("words", () => {
  test("the nearest word is found over a slip of the fingers, and not from far away", () => {
    expect([
      nearest("lewgg", ["lewg", "lean"]),
      nearest("mebmer", ["member", "meeting"]),
      nearest("zebra", ["member"]),
    ]).toEqual(["lewg", "member", null]);
    expect(suggestion("zebra", ["a", "b"])).toBe("Known: a, b.");
  });

  test("distance is the same both ways, and nothing between a word and itself", () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(
        word,
        word,
        (a, b) => distance(a, b) === distance(b, a) && (a === b) === (distance(a, b) === 0),
      ),
    );
  });

  test("a key is lower-case words with hyphens, from any label", () => {
    expect([keyOf("Young people’s services"), keyOf("  Siân & José "), keyOf("Half day")]).toEqual([
      "young-peoples-services",
      "sian-jose",
      "half-day",
    ]);
  });

  test("a list is said as a person says it", () => {
    expect([listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"], "or")]).toEqual([
      "",
      "a",
      "a and b",
      "a, b or c",
    ]);
  });
});
