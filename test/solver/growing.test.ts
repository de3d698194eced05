import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Engine, loadEngine } from "../../src/solver/engine.ts";
import { ModelBuilder } from "../../src/solver/model.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

/** What is added one after another: a column over the rows there are, or a row over the columns there are. */
const additions = fc.array(
  fc.record({
    isRow: fc.boolean(),
    worth: fc.integer({ min: -5, max: 9 }),
    most: fc.integer({ min: 0, max: 6 }),
    among: fc.array(fc.nat(20), { maxLength: 4 }),
    solvedAfter: fc.boolean(),
  }),
  { minLength: 1, maxLength: 14 },
);

describe("a model that grows", () => {
  test("comes to what the same model comes to when it is passed at once, whenever it was solved on the way", () => {
    fc.assert(
      fc.property(additions, (steps) => {
        const growing = engine.grow();
        const columns: { worth: number; most: number }[] = [];
        const rows: { most: number; columns: Set<number> }[] = [];
        for (const { isRow, worth, most, among, solvedAfter } of steps) {
          const chosen = (there: number): number[] =>
            there === 0 ? [] : [...new Set(among.map((n) => n % there))];
          if (isRow) {
            const own = chosen(columns.length);
            rows.push({ most, columns: new Set(own) });
            growing.row(
              -Infinity,
              most,
              own,
              own.map(() => 1),
            );
          } else {
            const own = chosen(rows.length);
            for (const r of own) rows[r]?.columns.add(columns.length);
            columns.push({ worth, most });
            growing.column(
              worth,
              most,
              own,
              own.map(() => 1),
            );
          }
          if (solvedAfter && columns.length > 0) growing.solve();
        }
        const builder = new ModelBuilder();
        for (const { most } of rows) builder.row(-Infinity, most);
        for (const [j, { worth, most }] of columns.entries())
          builder.column({
            worth,
            most,
            whole: false,
            rows: rows.flatMap((row, r) => (row.columns.has(j) ? [r] : [])),
          });
        const found = columns.length === 0 ? { worth: 0 } : growing.solve();
        growing.close();
        expect(found?.worth).toBeCloseTo(engine.solve(builder)?.worth ?? Number.NaN, 6);
      }),
    );
  });
});
