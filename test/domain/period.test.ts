import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { addDays, type Day } from "../../src/domain/day.ts";
import {
  isTaxYear,
  monthOf,
  type Period,
  parsePeriod,
  taxYearOf,
  weekdayOf,
  weekOf,
  type YearWord,
  yearOf,
} from "../../src/domain/period.ts";

const on = (text: string): Day => text as Day;
const ends = ({ from, to }: Period): string => `${from}..${to}`;

const anyDay = fc.integer({ min: 0, max: 80_000 }).map((n) => addDays(on("1990-01-01"), n));

/** Every way of cutting time into named stretches: each has no gap and no overlap. */
const cuts: readonly (readonly [string, (day: Day) => Period])[] = [
  ...(["tax", "ucl", "nihr", "calendar"] as YearWord[]).map(
    (word) => [`${word} years`, (d: Day) => yearOf(word, d)] as const,
  ),
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => [`weeks from day ${n}`, (d: Day) => weekOf(d, n)] as const),
  ...Array.from({ length: 31 }, (_, i) => i + 1).map(
    (n) => [`months from day ${n}`, (d: Day) => monthOf(d, n)] as const,
  ),
];

describe("time cut into years, weeks and months", () => {
  test.each(cuts)("%s: every day is in exactly one, and the next begins the day after it ends", (_, of) => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const own = of(day);
        expect(own.from <= day && day <= own.to).toBe(true);
        expect(ends(of(own.from))).toBe(ends(own));
        expect(ends(of(own.to))).toBe(ends(own));
        expect(of(addDays(own.to, 1)).from).toBe(addDays(own.to, 1));
        expect(of(addDays(own.from, -1)).to).toBe(addDays(own.from, -1));
      }),
      { numRuns: 60 },
    );
  });

  test("a UK tax year ends on 5 April and begins on 6 April", () => {
    expect(ends(yearOf("tax", on("2026-04-05")))).toBe("2025-04-06..2026-04-05");
    expect(ends(yearOf("tax", on("2026-04-06")))).toBe("2026-04-06..2027-04-05");
    expect(taxYearOf(on("2026-04-06")).name).toBe("UK tax year 2026-27");
    expect(isTaxYear(yearOf("tax", on("2026-04-05")))).toBe(true);
    expect(isTaxYear(yearOf("nihr", on("2026-04-05")))).toBe(false);
  });

  test("a UCL financial year ends on 31 July, an NIHR year on 31 March, a calendar year on 31 December", () => {
    expect(ends(yearOf("ucl", on("2026-07-31")))).toBe("2025-08-01..2026-07-31");
    expect(ends(yearOf("ucl", on("2026-08-01")))).toBe("2026-08-01..2027-07-31");
    expect(ends(yearOf("nihr", on("2026-03-31")))).toBe("2025-04-01..2026-03-31");
    expect(ends(yearOf("nihr", on("2026-04-01")))).toBe("2026-04-01..2027-03-31");
    expect(ends(yearOf("calendar", on("2026-12-31")))).toBe("2026-01-01..2026-12-31");
  });

  test("a week may start on any day, and is seven days long also when the clocks change", () => {
    expect(weekdayOf(on("2026-04-13"))).toBe(1);
    expect(weekdayOf(on("2026-04-19"))).toBe(7);
    expect(weekOf(on("2026-04-19"), 1)).toEqual({
      name: "the week from Mon 13 Apr 2026",
      from: "2026-04-13",
      to: "2026-04-19",
    });
    expect(ends(weekOf(on("2026-04-19"), 7))).toBe("2026-04-19..2026-04-25");
    // Clocks go back on Sunday 25 October 2026 and forward on Sunday 29 March 2026.
    expect(ends(weekOf(on("2026-10-25"), 1))).toBe("2026-10-19..2026-10-25");
    expect(ends(weekOf(on("2026-10-26"), 1))).toBe("2026-10-26..2026-11-01");
    expect(ends(weekOf(on("2026-10-25"), 7))).toBe("2026-10-25..2026-10-31");
    expect(ends(weekOf(on("2026-03-29"), 3))).toBe("2026-03-25..2026-03-31");
  });

  test("a month that starts on the 17th runs to the 16th of the next", () => {
    expect(monthOf(on("2026-04-17"), 17)).toEqual({
      name: "the month from Fri 17 Apr 2026",
      from: "2026-04-17",
      to: "2026-05-16",
    });
    expect(ends(monthOf(on("2026-04-16"), 17))).toBe("2026-03-17..2026-04-16");
    expect(ends(monthOf(on("2026-10-25"), 17))).toBe("2026-10-17..2026-11-16");
  });

  test("a month that starts on a day a shorter month has not got starts on that month's last day", () => {
    expect(ends(monthOf(on("2026-02-27"), 31))).toBe("2026-01-31..2026-02-27");
    expect(ends(monthOf(on("2026-02-28"), 31))).toBe("2026-02-28..2026-03-30");
    expect(ends(monthOf(on("2026-04-30"), 31))).toBe("2026-04-30..2026-05-30");
    expect(ends(monthOf(on("2028-02-29"), 31))).toBe("2028-02-29..2028-03-30");
    expect(ends(monthOf(on("2028-02-29"), 30))).toBe("2028-02-29..2028-03-29");
    expect(ends(monthOf(on("2028-02-28"), 29))).toBe("2028-01-29..2028-02-28");
    expect(ends(monthOf(on("2026-02-28"), 29))).toBe("2026-02-28..2026-03-28");
  });
});

describe("a period as it is typed", () => {
  const read = (text: string): string | null => {
    const result = parsePeriod(text);
    return result.ok ? ends(result.value) : null;
  };

  test.each([
    ["2026", "2026-01-01..2026-12-31"],
    ["2028-02", "2028-02-01..2028-02-29"],
    ["2026-02", "2026-02-01..2026-02-28"],
    ["2026-12", "2026-12-01..2026-12-31"],
    ["tax:2026-27", "2026-04-06..2027-04-05"],
    ["tax:2099-00", "2099-04-06..2100-04-05"],
    ["ucl:2026-27", "2026-08-01..2027-07-31"],
    ["nihr:2026-27", "2026-04-01..2027-03-31"],
    ["week:2026-10-19", "2026-10-19..2026-10-25"],
    ["month:2026-04-17", "2026-04-17..2026-05-16"],
    ["month:2026-01-31", "2026-01-31..2026-02-27"],
    ["2026-01-01..2026-06-30", "2026-01-01..2026-06-30"],
    ["2028-02-29..2028-02-29", "2028-02-29..2028-02-29"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    "",
    "2026-13",
    "tax:2026-28",
    "tax:2026",
    "week:2026-02-29",
    "week:",
    "fortnight:2026-04-13",
    "2026-06-30..2026-01-01",
    "2026-02-29..2026-03-01",
    "2026-01-01..2026-01-02..2026-01-03",
    "0000",
    "tax:0998-99",
  ])("%j is not a period", (text) => {
    expect(read(text)).toBeNull();
  });
});
