import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import writeXlsxFile from "write-excel-file/node";
import { trimmed } from "../../src/csv/characters.ts";
import { anyText, maybe, maybeDay } from "../../src/csv/columns.ts";
import { holdsPrivate } from "../../src/csv/never-kept.ts";
import { openSheet } from "../../src/csv/raw.ts";
import { readTable } from "../../src/csv/table.ts";
import { addDays, type Day } from "../../src/domain/day.ts";

type Cell = { readonly type: typeof String; readonly value: string } | DateCell | NumberCell | null;
interface DateCell {
  readonly type: typeof Date;
  readonly value: Date;
  readonly format: string;
}
interface NumberCell {
  readonly type: typeof Number;
  readonly value: number;
}

const text = (value: string): Cell => (value === "" ? null : { type: String, value });
const day = (value: string, format: string): Cell => ({
  type: Date,
  value: new Date(`${value}T00:00:00Z`),
  format,
});

/** A workbook of some rows, as another program writes it. */
async function workbook(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const made = writeXlsxFile(rows.map((r) => [...r]) as never, { sheet: "People" });
  return new Uint8Array(await (await made).toBuffer());
}

async function cells(rows: readonly (readonly Cell[])[]): Promise<unknown> {
  const read = await openSheet("people.xlsx", await workbook(rows));
  return read.ok ? read.value.rows.map((r) => r.cells) : read.problems;
}

describe("what is never kept", () => {
  const people = [
    [text("Name"), text("Joined")],
    [text("Zed One"), day("2026-03-14", "dd/mm/yyyy")],
  ];
  const sheets = async (second: readonly (readonly Cell[])[]): Promise<Uint8Array> => {
    const both = [people, second].map((rows, i) => ({ sheet: `Sheet ${i + 1}`, data: rows }));
    return new Uint8Array(await writeXlsxFile(both as never).toBuffer());
  };

  test.each<readonly [what: string, second: readonly (readonly Cell[])[]]>([
    ["a number in a cell", [[text("Zed One"), text("AB 12 34 56 C")]]],
    [
      "a column of such numbers",
      [
        [text("Name"), text("Sort code")],
        [text("Zed One"), { type: Number, value: 123456 }],
      ],
    ],
  ])("is found on a sheet that nobody reads: %s", async (_, second) => {
    expect(await holdsPrivate(await sheets(second))).toBe(true);
  });

  test("is not found in days, sums, telephone numbers and names", async () => {
    const second = [
      [text("Ring"), text("07700 900123")],
      [text("12345678"), { type: Number, value: 123456 } as Cell],
    ];
    expect(await holdsPrivate(await sheets(second))).toBe(false);
    expect(await holdsPrivate(Buffer.from("name,phone\nZed,020 7946 0993\n2026-03-14,82.50\n"))).toBe(false);
  });
});

describe("a workbook that another program wrote", () => {
  test("whatever text and whatever day was put in comes out again", async () => {
    // The writer keeps its texts in an object, so it loses "toString"; and XML has no unpaired or forbidden characters.
    const writable = (s: string): boolean =>
      !(s in {}) && !/[\uD800-\uDFFF\uFFFE\uFFFF]|_x[0-9A-F]{4}_/iu.test(s);
    const word = fc
      .string({ unit: "grapheme", maxLength: 12 })
      .map((s) => trimmed([...s].filter((c) => c >= " " && c !== "\u007f").join("")))
      .filter((s) => writable(s));
    const date = fc.integer({ min: 0, max: 60_000 }).map((n) => addDays("1950-01-01" as Day, n));
    const format = fc.constantFrom("dd/mm/yyyy", "mm/dd/yyyy", "d mmm yyyy", "yyyy-mm-dd");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(word, date, format), { minLength: 1, maxLength: 5 }),
        async (people) => {
          const header = [text("Name"), text("Joined")];
          const bytes = await workbook([
            header,
            ...people.map(([name, on, as]) => [text(name), day(on, as)]),
          ]);
          const opened = await openSheet("people.xlsx", bytes);
          if (!opened.ok) throw new Error(opened.problems[0]?.message);
          const specs = { name: maybe(["name"], anyText, { prose: true }), joined: maybeDay("joined") };
          const read = readTable(opened.value, specs);
          expect(read.problems).toEqual([]);
          expect(read.rows.map((r) => [r.value.name ?? "", r.value.joined])).toEqual(
            people.map(([name, on]) => [name, on]),
          );
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);

  test("numbers are the digits they show, without decimals or exponents that are not theirs", async () => {
    const numbers = [447700900123, 7700900124, 0.1 + 0.2, 1e21, 1.5e-7, -3, 12.3, 0, 1234567890123456];
    expect(
      await cells([[text("Phone")], ...numbers.map((value) => [{ type: Number, value } as Cell])]),
    ).toEqual([
      ["Phone"],
      ...[
        "447700900123",
        "7700900124",
        "0.3",
        "1000000000000000000000",
        "0.00000015",
        "-3",
        "12.3",
        "0",
        "1234567890123460",
      ].map((n) => [n]),
    ]);
  });

  test("a large sheet is read too, whatever its packing", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [text(`Person ${i} ${"of many words ".repeat(12)}`)]);
    const read = await openSheet("large.xlsx", await workbook([[text("Name")], ...rows]));
    expect(read.ok && read.value.rows.length).toBe(3001);
  });
});
