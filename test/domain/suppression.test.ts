import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { shownCount, suppressed } from "../../src/domain/suppression.ts";

const parts = fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 6 });
const threshold = fc.constantFrom(2, 3, 5, 10);

/** Every way to share a sum among so many cells, each at least 1 (a cell of nobody is shown as 0). */
function waysFor(sum: number, cells: number): number[][] {
  if (cells === 1) return sum >= 1 ? [[sum]] : [];
  return Array.from({ length: Math.max(0, sum - cells + 1) }, (_, i) => i + 1).flatMap((first) =>
    waysFor(sum - first, cells - 1).map((rest) => [first, ...rest]),
  );
}

describe("small numbers don't leak", () => {
  test("from 1 to 4 a count is not shown to readers outside; nobody, and 5 or more, are", () => {
    expect([0, 1, 4, 5, 14].map((n) => shownCount(n, 5))).toEqual([0, null, null, 5, 14]);
  });

  test("fourteen people, two of them carers: another part goes with them, or the total would give them back", () => {
    expect(suppressed([9, 2, 3], 5)).toEqual({ parts: [9, null, null], total: 14 });
    expect(suppressed([12, 2, 0], 5)).toEqual({ parts: [null, null, 0], total: 14 });
    expect(suppressed([3], 5)).toEqual({ parts: [null], total: null });
  });

  test("no count under the threshold is shown, and nothing is hidden without need", () => {
    fc.assert(
      fc.property(parts, threshold, (cells, t) => {
        const { parts: shown, total } = suppressed(cells, t);
        shown.forEach((n, i) => {
          if (n !== null) expect(n === 0 || n >= t).toBe(true);
          if (n !== null) expect(n).toBe(cells[i]);
        });
        if (cells.every((n) => n === 0 || n >= t)) expect(shown).toEqual(cells);
        const sum = cells.reduce((a, b) => a + b, 0);
        expect(total === null || total === sum).toBe(true);
        if (total !== null) expect(total === 0 || total >= t).toBe(true);
      }),
    );
  });

  test("what is hidden can't be worked out from the total and the rest: each cell could be at least two numbers", () => {
    fc.assert(
      fc.property(parts, threshold, (cells, t) => {
        const { parts: shown, total } = suppressed(cells, t);
        const hidden = shown.flatMap((n, i) => (n === null ? [i] : []));
        if (hidden.length === 0 || total === null) return;
        const sum = total - shown.reduce<number>((s, n) => s + (n ?? 0), 0);
        expect(sum).toBeGreaterThanOrEqual(t);
        // Where many cells are hidden there are far too many ways to list; two cells and the rest lumped tell enough.
        const ways = waysFor(sum - Math.max(0, hidden.length - 3), Math.min(hidden.length, 3));
        for (const position of ways[0]?.keys() ?? [])
          expect(new Set(ways.map((w) => w[position])).size).toBeGreaterThan(1);
      }),
    );
  });
});
