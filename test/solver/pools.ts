import fc from "fast-check";
import { allowed, type Candidate, type Pool, type PoolAim, worthOf } from "../../src/domain/pool.ts";
import { type Engine, loadEngine } from "../../src/solver/engine.ts";

let loading: Promise<Engine> | undefined;

/** The solver, loaded once for a file of tests. */
export const engine = (): Promise<Engine> => {
  loading ??= loadEngine();
  return loading;
};

const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);

/** `A-001` and so on. */
export const code = (i: number): string => `A-${String(i + 1).padStart(3, "0")}`;

const aim = (basis: PoolAim["basis"]): fc.Arbitrary<PoolAim> =>
  fc
    .tuple(fc.option(fc.nat(4), { nil: undefined }), fc.option(fc.nat(3), { nil: undefined }), fc.nat(2))
    .map(([minimum, more, staying]) => ({
      category: "experience" as const,
      value: "value",
      minimum,
      maximum: more === undefined ? undefined : (minimum ?? 0) + more,
      basis,
      staying,
    }));

/** What a random pool is drawn from. */
export interface Shape {
  readonly most?: number;
  readonly requirements?: number;
  readonly tieBreaks?: number;
  readonly experiences?: number;
}

/** A small pool: up to 12 people for up to 5 places, few scores so that many are equal, values that overlap. */
export const pools = ({ most = 12, requirements = 4, tieBreaks = 2, experiences = 4 }: Shape = {}) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: most }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(aim("role-requirement"), { maxLength: requirements }),
      fc.array(aim("tie-break"), { maxLength: tieBreaks }),
      fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: experiences }),
    )
    .chain(([n, places, required, ties, weights]) => {
      const aims = [...required, ...ties].map((a, i) => ({ ...a, value: `value-${i}` }));
      const some = (length: number) => fc.subarray(range(length));
      return fc
        .array(
          fc.tuple(
            fc.integer({ min: 0, max: 6 }),
            fc.nat(1_000_002),
            some(aims.length),
            some(weights.length),
          ),
          {
            minLength: Math.max(n, places),
            maxLength: Math.max(n, places),
          },
        )
        .map(
          (people): Pool => ({
            places,
            candidates: people.map(([score, lot, brings, rare], i) => ({
              code: code(i),
              score,
              lot,
              brings,
              rare,
            })),
            aims,
            experiences: weights.map((weight, i) => ({ key: `rare-${i}`, weight })),
            stepsInAPoint: 1,
          }),
        );
    });

/** Every group of so many people. */
export function* groups(candidates: readonly Candidate[], places: number, from = 0): Generator<Candidate[]> {
  if (places === 0) yield [];
  else
    for (let i = from; i <= candidates.length - places; i++)
      for (const rest of groups(candidates, places - 1, i + 1)) yield [candidates[i] as Candidate, ...rest];
}

/** Every allowed group. */
export const allowedGroups = (pool: Pool): Candidate[][] =>
  [...groups(pool.candidates, pool.places)].filter((g) => allowed(pool, g));

/** The groups of a list that are best by these figures, one after another. */
export function bestOf(
  pool: Pool,
  list: readonly Candidate[][],
  goals: readonly ("total" | "off" | "coverage" | "lot")[],
): Candidate[][] {
  let best = list.map((group) => ({ group, worth: worthOf(pool, group) }));
  for (const goal of goals) {
    const sign = goal === "off" ? -1 : 1;
    const most = Math.max(...best.map((b) => sign * b.worth[goal]));
    best = best.filter((b) => sign * b.worth[goal] === most);
  }
  return best.map((b) => b.group);
}
