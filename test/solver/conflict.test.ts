import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Pool } from "../../src/domain/pool.ts";
import {
  type AimBound,
  boundsOf,
  costOf,
  inWords,
  nameOf,
  type Relaxation,
  type Step,
  standsAt,
  withSteps,
} from "../../src/domain/relaxation.ts";
import { conflict, recruits, relaxations } from "../../src/solver/conflict.ts";
import type { Engine } from "../../src/solver/engine.ts";
import { selectGroup } from "../../src/solver/selection.ts";
import { allowedGroups, code, engine, pools } from "./pools.ts";

let highs: Engine;
beforeAll(async () => {
  highs = await engine();
});

/** The pool with only these bounds, by leaving the others out. */
const only = (pool: Pool, bounds: readonly AimBound[]): Pool => {
  const side = (aim: number, which: AimBound["side"]): boolean =>
    bounds.some((b) => b.aim === aim && b.side === which);
  return {
    ...pool,
    aims: pool.aims.map((a, i) => ({
      ...a,
      minimum: side(i, "least") ? a.minimum : undefined,
      maximum: side(i, "most") ? a.maximum : undefined,
    })),
  };
};

/** Pools whose aims no group can meet. */
const hopeless = pools({ most: 10, requirements: 4, tieBreaks: 1, experiences: 0 }).filter(
  (pool) => allowedGroups(pool).length === 0,
);

/** Every way of moving bounds, with what it costs. */
function everyMove(pool: Pool): Relaxation[] {
  const ladders = boundsOf(pool).map((bound): (Step | null)[] => {
    const at = standsAt(pool, bound);
    const far = pool.places + (pool.aims[bound.aim]?.staying ?? 0);
    const length = bound.side === "least" ? at : Math.max(0, far - at);
    const to = (k: number): number => (bound.side === "least" ? at - k : at + k);
    return [null, ...Array.from({ length }, (_, i) => ({ ...bound, to: to(i + 1) }))];
  });
  let moves: Step[][] = [[]];
  for (const ladder of ladders)
    moves = moves.flatMap((m) => ladder.map((step) => (step === null ? m : [...m, step])));
  return moves.map((steps) => ({ steps, cost: steps.reduce((sum, s) => sum + costOf(pool, s), 0) }));
}

/** Whether one way of moving bounds gives up everything another does, and perhaps more. */
const contains = (pool: Pool, more: Relaxation, less: Relaxation): boolean =>
  less.steps.every((s) =>
    more.steps.some(
      (m) =>
        m.aim === s.aim &&
        m.side === s.side &&
        Math.abs(m.to - standsAt(pool, s)) >= Math.abs(s.to - standsAt(pool, s)),
    ),
  );

describe("aims that cannot all be met", () => {
  test("the aims that are named really clash, and without any one of them the others could be met", () => {
    fc.assert(
      fc.property(hopeless, (pool) => {
        const named = conflict(highs, pool);
        expect(named.length).toBeGreaterThan(0);
        expect(allowedGroups(only(pool, named))).toEqual([]);
        for (const one of named)
          expect(
            allowedGroups(
              only(
                pool,
                named.filter((b) => b !== one),
              ),
            ).length,
          ).toBeGreaterThan(0);
      }),
      { numRuns: 80 },
    );
  });

  test("the first relaxation makes a group possible and none is cheaper; the next do not contain it", () => {
    const few = hopeless.filter((pool) => everyMove(pool).length <= 4000);
    fc.assert(
      fc.property(few, (pool) => {
        const found = relaxations(highs, pool, 3);
        const works = everyMove(pool)
          .sort((a, b) => a.cost - b.cost)
          .filter((m) => allowedGroups(withSteps(pool, m.steps)).length > 0);
        expect(found[0]?.cost).toBe(works[0]?.cost);
        for (const [i, relaxation] of found.entries()) {
          const before = found.slice(0, i);
          const left = works.filter((w) => !before.some((b) => contains(pool, w, b)));
          expect(allowedGroups(withSteps(pool, relaxation.steps)).length).toBeGreaterThan(0);
          expect(relaxation.cost).toBe(left[0]?.cost);
          expect(selectGroup(highs, withSteps(pool, relaxation.steps))).not.toBeNull();
        }
        expect(found.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 25 },
    );
  });

  test("so many more applicants who count towards one aim would really mend it, and fewer would not", () => {
    let found = 0;
    fc.assert(
      fc.property(hopeless, (pool) => {
        const withMore = (aim: number, people: number): Pool => ({
          ...pool,
          candidates: [
            ...pool.candidates,
            ...Array.from({ length: people }, (_, i) => ({
              code: code(50 + i),
              score: 1,
              lot: 1,
              brings: [aim],
              rare: [],
            })),
          ],
        });
        for (const { aim, people } of recruits(highs, pool, conflict(highs, pool))) {
          found += 1;
          expect(allowedGroups(withMore(aim, people)).length).toBeGreaterThan(0);
          expect(allowedGroups(withMore(aim, people - 1))).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
    expect(found).toBeGreaterThan(0);
  });

  test("nothing is named where everything can be met, or where there are too few people whatever the aims", () => {
    fc.assert(
      fc.property(pools({ most: 8 }), (pool) => {
        if (allowedGroups(pool).length > 0) expect(conflict(highs, pool)).toEqual([]);
        const none = { ...pool, candidates: pool.candidates.slice(0, pool.places - 1) };
        expect(conflict(highs, none)).toEqual([]);
        expect(relaxations(highs, none, 3)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test("a relaxation is said in words, and has a short name by which it is accepted", () => {
    const person = (i: number, ...brings: number[]) => ({
      code: code(i),
      score: 9 - i,
      lot: i,
      brings,
      rare: [],
    });
    const aim = (value: string, minimum?: number, maximum?: number) => ({
      category: "perspective" as const,
      value,
      minimum,
      maximum,
      basis: "role-requirement" as const,
      staying: 0,
    });
    const pool: Pool = {
      places: 3,
      candidates: [person(0, 0), person(1), person(2), person(3)],
      aims: [aim("carer", 2)],
      experiences: [],
      stepsInAPoint: 1,
    };
    const [first, ...others] = relaxations(highs, pool, 3);
    expect(first && inWords(pool, first)).toBe("lower carer (perspective) from at least 2 to at least 1");
    expect(first && nameOf(pool, first)).toBe("carer-least-1");
    expect(others).toEqual([]);
  });
});
