import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { maybeDay } from "../../src/csv/columns.ts";
import { type DayOrder, settleDays } from "../../src/csv/days.ts";
import { readTable } from "../../src/csv/table.ts";
import { addDays, type Day, longDay } from "../../src/domain/day.ts";

const column = (texts: readonly string[], dates?: DayOrder, from1904 = false) => {
  const header = { line: 1, cells: ["joined"] };
  const rows = texts.map((text, i) => ({ line: i + 2, cells: [text] }));
  const raw = { rows: [header, ...rows], notes: [], ...(from1904 ? { from1904 } : {}) };
  return readTable(raw, { joinedOn: maybeDay("joined_on", "joined") }, dates ? { dates } : {});
};
const days = (texts: readonly string[], dates?: DayOrder) =>
  column(texts, dates).rows.map((r) => r.value.joinedOn);
const codes = (texts: readonly string[], dates?: DayOrder) =>
  column(texts, dates).problems.map((p) => [p.line, p.code]);

describe("a day is read however it is written", () => {
  test.each([
    "2026-03-14",
    "2026-03-14T10:12",
    "2026-03-14T10:12:33.120Z",
    "2026-03-14 10:12:33",
    "2026/03/14 11:07:29 AM GMT",
    "2026/03/14 11:07:29 am GMT+1",
    "14/03/2026",
    "14/3/2026",
    "14/03/2026 10:12",
    "14/03/2026 10:12:33",
    "14.3.2026",
    "14-03-2026",
    "14 Mar 2026",
    "14-Mar-2026",
    "14 March 2026",
    "14th March 2026",
    "Sat 14 Mar 2026",
    "Saturday, 14 March 2026",
    "March 14, 2026",
    "Mar 14 2026 9:05 pm",
    "14 Mar. 2026",
    "46095",
    "46095.425",
    " 14/03/2026\u00a0",
  ])("%j", (text) => {
    expect(column([text]).problems).toEqual([]);
    expect(days([text])).toEqual(["2026-03-14"]);
  });

  test("bare numbers of a workbook that counts from 1904 count from 1904", () => {
    expect(column(["44633"], undefined, true).rows[0]?.value.joinedOn).toBe("2026-03-14");
  });

  test.each([
    ["31/02/2026", "not-a-date"],
    ["2026-02-30", "not-a-date"],
    ["14/03/26", "two-digit-year"],
    ["14-Mar-26", "two-digit-year"],
    ["soon", "not-a-date"],
    ["14/03", "not-a-date"],
    ["1899-12-31", "not-a-date"],
  ])("%j is refused", (text, code) => {
    expect(codes([text])).toEqual([[2, code]]);
  });

  test("the remedy for a year of two digits is the day with its year", () => {
    expect(column(["14/03/26"]).problems[0]?.remedy).toBe("Write the year in full, for example 14/03/2026.");
  });
});

describe("the order of a whole column", () => {
  test("one day that can only be day first settles it, and that is said", () => {
    const read = column(["03/04/2026", "14/03/2026", "05/06/2026"]);
    expect(read.rows.map((r) => r.value.joinedOn)).toEqual(["2026-04-03", "2026-03-14", "2026-06-05"]);
    expect(read.notes).toEqual(['Days in "joined" are read day first (14/03/2026 is on line 3).']);
  });

  test("where every day can be read two ways each is refused, and the column is named with a sample", () => {
    const read = column(["03/04/2026", "2026-03-14", "05/06/2026", "07/07/2026"]);
    expect(read.problems.map((p) => [p.line, p.code])).toEqual([
      [2, "ambiguous-days"],
      [4, "ambiguous-days"],
    ]);
    expect(read.ambiguousDays).toEqual([{ column: "joined", sample: "03/04/2026" }]);
    expect(read.rows.map((r) => r.line)).toEqual([3, 5]);
  });

  test("a day whose two readings are the same is no ambiguity", () => {
    expect(days(["03/03/2026"])).toEqual(["2026-03-03"]);
    expect(column(["03/03/2026"])).toMatchObject({ notes: [], ambiguousDays: [] });
  });

  test("a column written month first is refused until somebody says so", () => {
    expect(codes(["03/14/2026", "03/04/2026", "2026-03-14"])).toEqual([
      [2, "month-first"],
      [3, "month-first"],
    ]);
    expect(days(["03/14/2026", "03/04/2026"], "mdy")).toEqual(["2026-03-14", "2026-03-04"]);
  });

  test("where both orders stand in a column, the days that can be read both ways are refused one by one", () => {
    expect(codes(["14/03/2026", "03/15/2026", "03/04/2026", "05/05/2026"])).toEqual([
      [3, "not-a-date"],
      [4, "mixed-days"],
    ]);
  });

  test("what a person says of the order holds for the column, and that is said", () => {
    expect(days(["03/04/2026"], "dmy")).toEqual(["2026-04-03"]);
    expect(column(["03/04/2026"], "mdy").notes).toEqual([
      'Days in "joined" are read month first, as --dates says.',
    ]);
    expect(codes(["14/03/2026", "03/04/2026"], "mdy")).toEqual([[2, "not-a-date"]]);
  });

  test("--dates iso takes nothing else, not even a day that is sure", () => {
    expect(days(["2026-03-14", "2026-03-14T10:12"], "iso")).toEqual(["2026-03-14", "2026-03-14"]);
    expect(codes(["14/03/2026", "14 Mar 2026", "46095"], "iso").map(([, code]) => code)).toEqual([
      "not-iso",
      "not-iso",
      "not-iso",
    ]);
  });
});

test("whatever the days, a column is read in the order it was written, or it is refused: never in the other", () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays("1990-01-01" as Day, n));
  const written = (order: "dmy" | "mdy") => (d: Day) => {
    const [y, m, date] = d.split("-");
    return order === "dmy" ? `${date}/${m}/${y}` : `${m}/${date}/${y}`;
  };
  fc.assert(
    fc.property(
      fc.constantFrom("dmy" as const, "mdy" as const),
      fc.array(day, { minLength: 1, maxLength: 6 }),
      (order, all) => {
        const texts = all.map(written(order));
        const settled = settleDays(
          "day",
          texts.map((text, i) => ({ line: i + 2, text })),
          undefined,
        );
        texts.forEach((text, i) => {
          const read = settled.read(text);
          if (read.ok) expect(read.value).toBe(all[i]);
        });
        const told = settleDays("day", [], order);
        expect(texts.map((t) => told.read(t))).toEqual(all.map((value) => ({ ok: true, value })));
      },
    ),
  );
});

test("a day in words is the same day in any column", () => {
  const day = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays("1950-01-01" as Day, n));
  fc.assert(fc.property(day, (d) => expect(days([longDay(d)])).toEqual([d])));
});
