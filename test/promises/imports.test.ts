import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { csvRows } from "../../src/output/csv.ts";
import { type Answer, changedTables, contents, putFiles, ran } from "./year.ts";

type Table = readonly (readonly string[])[];

/** A kind of sheet: how it is brought in, and what its cells may be. */
interface Sheet {
  readonly line: string;
  readonly header: readonly string[];
  /** Cells from a few values, good and bad, so that rows often speak of the same record. */
  readonly row: fc.Arbitrary<readonly string[]>;
  /** Good cells by the number of the row: each row is about a record of its own. */
  good(n: number): readonly string[];
  /** A column and what is wrong in it. */
  readonly bad: readonly (readonly [column: number, cell: string])[];
}

/** One of a few cells, the last of them seldom. */
const from = (...cells: string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...cells.slice(0, -1)) },
    { weight: 1, arbitrary: fc.constantFrom(...cells.slice(-1)) },
  );
const round = {
  "criteria.csv":
    "key,label,kind,weight,scale,stage\nown-experience,Draws on own experience,essential,3,4,shortlisting\nwriting,Writes plainly,desirable,1,4,shortlisting\n",
  "panel.csv":
    "role,name,kind\nshortlister,Harriet Osei,staff\nshortlister,Tomasz Wilk,staff\nmoderator,Tomasz Wilk,staff\n",
  "applied.csv": `known_as,email,received_on\n${[1, 2, 3, 4, 5, 6].map((n) => `Ada ${n},ada${n}@quill.example,2026-10-02`).join("\n")}\n`,
};

const sheets: Readonly<Record<string, Sheet>> = {
  people: {
    line: "member import x.csv --group lean",
    header: ["known_as", "email", "phone", "region", "skills", "joined_on", "ref"],
    row: fc.tuple(
      from("Ada", "Bo", "Siân", "Ada", ""),
      from("", "a@x.example", "A@X.example", "b@x.example", "c(at)x.example"),
      from("", "07700 900001", "+44 7700 900001", "07700 900002"),
      from("", "london", "wales-on-sea"),
      from("", "writing", "writing; chairing"),
      from("", "2026-01-01", "2026-02-31"),
      from("", "", "", "M-001", "M-099"),
    ),
    good: (n) => [`Person ${n}`, `p${n}@x.example`, "", "london", "writing", "2026-01-01", ""],
    bad: [
      [3, "nowhere"],
      [5, "2026-02-31"],
      [1, "p(at)x.example"],
    ],
  },
  applications: {
    line: "round import spring x.csv",
    header: ["known_as", "email", "phone", "statement", "skills", "religion", "received_on", "code"],
    row: fc.tuple(
      from("Ada 1", "Ada 2", "Cy", ""),
      from("", "ada1@quill.example", "ADA1@quill.example", "cy@x.example", "cy(at)x.example"),
      from("", "07700 900001", "+44 7700 900001", "07700 900002"),
      from("", "I listen.", 'I "listen", and write.'),
      from("", "writing", "writing; chairing", "juggling"),
      from("", "None", "Quaker"),
      from("", "2026-10-03", "2027-01-01"),
      from("", "", "", "A-001", "A-099"),
    ),
    good: (n) => [`Person ${n}`, `p${n}@x.example`, "", "I listen.", "writing", "None", "2026-10-03", ""],
    bad: [
      [4, "juggling"],
      [6, "2027-01-01"],
      [7, "A-099"],
    ],
  },
  scores: {
    line: "round score spring --from-file x.csv",
    header: ["code", "criterion", "scorer", "score"],
    row: fc.tuple(
      from("A-001", "a-1", "A-002", "A-099"),
      from("own-experience", "writing", "charm"),
      from("Harriet Osei", "S-001", "Tomasz Wilk", "Nobody"),
      from("0", "3", "4", "5", "many"),
    ),
    good: (n) => [
      `A-00${(n % 6) + 1}`,
      n < 6 ? "own-experience" : "writing",
      n % 2 === 0 ? "Harriet Osei" : "Tomasz Wilk",
      `${n % 5}`,
    ],
    bad: [
      [3, "5"],
      [1, "charm"],
      [2, "Nobody"],
    ],
  },
  "finance's replies": {
    line: "payment batch reply x.csv",
    header: ["reference", "status", "paid_on", "reason", "amount"],
    row: fc.tuple(
      from("PAY-001", "pay-1", "PAY-002", "PAY-003", "PAY-007", "PAY-099"),
      from("paid", "Paid", "on hold", "rejected", "perhaps"),
      from("2026-11-23", "23/11/2026", "", "2026-11-22"),
      from("", "which project?", "which project?", "not ours", "not ours"),
      from("", "", "27.50", "£27.50", "27.00"),
    ),
    good: (n) => [`PAY-00${n + 1}`, n % 3 === 0 ? "queried" : "paid", "2026-11-23", "which one?", "27.50"],
    bad: [
      [0, "PAY-099"],
      [1, "perhaps"],
      [2, "2026-11-22"],
      [4, "27.00"],
    ],
  },
};

let base: string;
let copies = 0;
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "involve-imports-"));
  putFiles(base, round);
  for (const line of [
    "store init",
    'staff add "Harriet Osei" --role co-ordinator --from 2025-08-01',
    'staff add "Tomasz Wilk" --role involvement-lead --from 2025-08-01',
    'member add "Ada" --group lean --email a@x.example --joined 2026-01-01',
    "round open spring --places 2 --opens 2026-10-01 --closes 2026-11-30 --criteria criteria.csv --panel panel.csv",
    "round import spring applied.csv",
    ...[1, 2, 3, 4, 5, 6, 7].map(
      (n) => `payment log M-001 --for other:panel-${n} --band one-hour --on 2026-10-0${n}`,
    ),
    'payment approve --all --by "Tomasz Wilk" --yes',
    "payment batch make PAY-001 PAY-002 PAY-003 PAY-004 PAY-005 PAY-006 --cut-off 2026-12-10 --yes",
    "payment batch sent ucl-2026-12-10 --yes",
  ]) {
    const { exit, err } = await ran(base, line);
    expect({ line, exit, err }).toEqual({ line, exit: 0, err });
  }
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const text = (header: readonly string[], rows: Table): string =>
  csvRows(
    [...header],
    rows.map((r) => [...r]),
  );

/** A new folder with a copy of the store and a sheet in it. */
function withSheet({ header }: Sheet, rows: Table): string {
  const folder = join(base, `copy-${++copies}`);
  mkdirSync(folder);
  copyFileSync(join(base, "unit.db"), join(folder, "unit.db"));
  writeFileSync(join(folder, "x.csv"), text(header, rows));
  return folder;
}

const bytesOf = (folder: string): Buffer => readFileSync(join(folder, "unit.db"));

interface PlanRow {
  readonly line: number;
  readonly outcome: string;
}
const plan = (answer: Answer): PlanRow[] => (answer.out === "" ? [] : (JSON.parse(answer.out) as PlanRow[]));

/** What a dry run says, as the real run says it. */
const asIfReal = (said: string): string =>
  said.replace("Dry run: nothing is written. This would happen:\n", "").replaceAll("Would write", "Wrote");

/** What a store holds but for the numbers its rows were given, in no order. */
function withoutNumbers(folder: string): Readonly<Record<string, readonly string[]>> {
  const numbers = ["id", "code", "person_id", "application_id"];
  const bare = (row: Readonly<Record<string, unknown>>): string =>
    JSON.stringify(Object.entries(row).filter(([column]) => !numbers.includes(column)));
  return Object.fromEntries(
    Object.entries(contents(folder)).map(([table, rows]) => [
      table,
      (JSON.parse(rows) as Record<string, unknown>[]).map(bare).sort((a, b) => (a < b ? -1 : 1)),
    ]),
  );
}

describe.each(Object.entries(sheets))("any sheet of %s", (_kind, sheet) => {
  const rows = fc.array(sheet.row, { minLength: 1, maxLength: 5 });

  test("does what its dry run says, which writes not a byte; again it changes nothing, and it can be taken back", () =>
    fc.assert(
      fc.asyncProperty(rows, fc.boolean(), fc.boolean(), async (cells, partial, clear) => {
        const clears = clear && !/ (score|reply) /.test(sheet.line);
        const line = `${sheet.line} --format json${partial ? " --partial" : ""}${clears ? " --blanks clear" : ""}`;
        const folder = withSheet(sheet, cells);
        const before = bytesOf(folder);
        const was = contents(folder);
        const dry = await ran(folder, `${line} --dry-run`);
        expect(bytesOf(folder).equals(before)).toBe(true);
        const real = await ran(folder, line);
        expect({ exit: real.exit, err: real.err }).toEqual({ exit: dry.exit, err: asIfReal(dry.err) });
        expect([0, 1, 3]).toContain(real.exit);
        if (real.exit === 3) return expect(changedTables(was, contents(folder))).toEqual([]);
        expect(real.out).toBe(dry.out);
        const taken = plan(real).filter((r) => ["new", "updated", "unchanged"].includes(r.outcome));
        if (taken.some((r) => r.outcome !== "unchanged")) {
          expect(await ran(folder, "import undo --yes")).toMatchObject({ exit: 0 });
          expect(changedTables(was, contents(folder))).toEqual([]);
          await ran(folder, line);
        }
        const now = contents(folder);
        const again = await ran(folder, line);
        const lines = taken.map((r) => r.line);
        for (const row of plan(again).filter((r) => lines.includes(r.line)))
          expect(["new", "updated"]).not.toContain(row.outcome);
        if (real.exit === 0) expect(changedTables(now, contents(folder))).toEqual([]);
      }),
      { numRuns: 40 },
    ));

  test("with its good rows first, and the others as they were mended, is the whole sheet", () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 6 }),
        fc.uniqueArray(fc.tuple(fc.nat(5), fc.constantFrom(...sheet.bad)), {
          minLength: 1,
          maxLength: 3,
          selector: ([row]) => row,
        }),
        async (n, spoilt) => {
          const good = Array.from({ length: n }, (_, i) => sheet.good(i));
          const wrong = new Map(spoilt.filter(([row]) => row < n));
          fc.pre(wrong.size > 0 && wrong.size < n);
          const cells = good.map((row, i) => {
            const [column, cell] = wrong.get(i) ?? [];
            return row.map((c, at) => (at === column && cell !== undefined ? cell : c));
          });
          const folder = withSheet(sheet, cells);
          expect((await ran(folder, `${sheet.line} --partial --errors-to x.csv`)).exit).toBe(1);
          const failed = parse(readFileSync(join(folder, "x.csv")), { bom: true }) as string[][];
          expect(failed[0]).toEqual([...sheet.header, "import_reason"]);
          const [header = [], ...left] = failed;
          const bad = [...wrong.keys()].sort((a, b) => a - b);
          expect(left.map((row) => row.slice(0, -1))).toEqual(bad.map((i) => cells[i]));
          const mended = left.map((row, i) => [...(good[bad[i] ?? 0] ?? []), row.at(-1) ?? ""]);
          writeFileSync(join(folder, "x.csv"), text(header, mended));
          expect(await ran(folder, sheet.line)).toMatchObject({ exit: 0 });
          const whole = withSheet(sheet, good);
          expect(await ran(whole, sheet.line)).toMatchObject({ exit: 0 });
          expect(withoutNumbers(folder)).toEqual(withoutNumbers(whole));
        },
      ),
      { numRuns: 15 },
    ));
});
