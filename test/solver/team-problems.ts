import fc from "fast-check";
import type { TeamCover, TeamPair, TeamProblem, TeamsWorth } from "../../src/domain/team-problem.ts";
import { compareTeams, worthOfTeams } from "../../src/domain/teams-worth.ts";

/** What a random problem is drawn from. */
export interface TeamShape {
  readonly people?: number;
  readonly projects?: number;
  readonly covers?: number;
}

const cover: fc.Arbitrary<TeamCover> = fc
  .tuple(
    fc.boolean(),
    fc.integer({ min: 1, max: 3 }),
    fc.nat(1),
    fc.nat(2),
    fc.option(fc.nat(2), { nil: undefined }),
  )
  .map(([required, weight, already, atLeast, more]) => ({
    required,
    weight,
    already,
    atLeast,
    atMost: more === undefined ? Infinity : atLeast + more - 1,
  }));

const pair = (person: number, project: number, covers: number): fc.Arbitrary<TeamPair> =>
  fc
    .tuple(
      fc.noBias(fc.nat(3)),
      fc.nat(1_000_002),
      fc.nat(3),
      fc.nat(5),
      fc.subarray(Array.from({ length: covers }, (_, i) => i)),
    )
    .map(([points, lot, beyond, held, brings]) => ({
      person,
      project,
      points,
      lot,
      beyond: beyond === 0,
      held: held === 0,
      brings,
    }));

/** A small problem: few points so that much is equal, needs that clash and bounds that cannot be met among them. */
export const teamProblems = ({
  people = 8,
  projects = 4,
  covers = 4,
}: TeamShape = {}): fc.Arbitrary<TeamProblem> =>
  fc
    .tuple(
      fc.noBias(fc.integer({ min: 1, max: people })),
      fc.noBias(fc.integer({ min: 1, max: projects })),
      fc.noBias(fc.array(fc.tuple(fc.nat(projects - 1), cover), { maxLength: covers })),
      fc.constantFrom(0, 0, 1, 2),
    )
    .chain(([n, m, needs, rotation]) => {
      const own = Array.from({ length: m }, (_, p) => needs.flatMap(([at, c]) => (at % m === p ? [c] : [])));
      const grid = Array.from({ length: n }, (_, i) =>
        Array.from({ length: m }, (_, p) =>
          fc.option(pair(i, p, own[p]?.length ?? 0), { freq: 3, nil: undefined }),
        ),
      ).flat();
      return fc
        .tuple(
          fc.array(fc.noBias(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.nat(2))), {
            minLength: n,
            maxLength: n,
          }),
          fc.array(fc.noBias(fc.integer({ min: 0, max: 3 })), { minLength: m, maxLength: m }),
          fc.tuple(...grid),
        )
        .map(([persons, places, pairs]) => ({
          people: persons.map(([most, load], i) => ({
            code: `M-${String(i + 1).padStart(3, "0")}`,
            most,
            load,
          })),
          projects: places.map((places, p) => ({ code: `P-00${p + 1}`, places, covers: own[p] ?? [] })),
          pairs: pairs.flatMap((p) => p ?? []),
          rotation,
        }));
    });

/** Every set of pairs that breaks no rule: nobody with too many places, no project with too many people. */
export function* allTeams(
  problem: TeamProblem,
  from = 0,
  most = problem.people.map((p) => p.most),
  places = problem.projects.map((p) => p.places),
): Generator<number[]> {
  const next = problem.pairs[from];
  if (!next) return yield [];
  yield* allTeams(problem, from + 1, most, places);
  if ((most[next.person] ?? 0) < 1 || (places[next.project] ?? 0) < 1) return;
  const less = (list: readonly number[], at: number): number[] => list.map((n, i) => (i === at ? n - 1 : n));
  for (const rest of allTeams(problem, from + 1, less(most, next.person), less(places, next.project)))
    yield [from, ...rest];
}

/** The best teams there are, weighing every set of pairs that breaks no rule; those as good are all named. */
export function bestTeams(
  problem: TeamProblem,
  allowed: (teams: readonly number[]) => boolean = () => true,
): number[][] {
  let best: { teams: number[]; worth: TeamsWorth }[] = [];
  for (const teams of allTeams(problem)) {
    if (!allowed(teams)) continue;
    const worth = worthOfTeams(problem, teams);
    const order = best[0] ? compareTeams(worth, best[0].worth) : 1;
    if (order > 0) best = [];
    if (order >= 0) best.push({ teams, worth });
  }
  return best.map((b) => b.teams);
}

interface State {
  readonly sizes: readonly number[];
  readonly counts: readonly number[];
  /** Beyond, net, held, lot: each to be made as large as can be, one after another. */
  readonly sums: readonly number[];
}

const keyOf = ({ sizes, counts }: State): string => `${sizes.join()}|${counts.join()}`;

function greater(a: readonly number[], b: readonly number[]): boolean {
  for (const [i, n] of a.entries()) if (n !== b[i]) return n > (b[i] ?? 0);
  return false;
}

/**
 * The worth of the best teams by keeping, person after person, the best way to each filling of the projects and each count of
 * what they need. It weighs everything that can tell two sets of teams apart, and shares nothing with the solver.
 */
export function bestWorth(problem: TeamProblem): TeamsWorth {
  const { people, projects, pairs, rotation } = problem;
  const at = projects.map((_, p) => projects.slice(0, p).reduce((n, q) => n + q.covers.length, 0));
  let states = new Map<string, State>();
  const start = {
    sizes: projects.map(() => 0),
    counts: projects.flatMap((p) => p.covers.map((c) => c.already)),
    sums: [0, 0, 0, 0],
  };
  states.set(keyOf(start), start);
  const add = (state: State, pair: TeamPair, load: number): State | null => {
    if ((state.sizes[pair.project] ?? 0) >= (projects[pair.project]?.places ?? 0)) return null;
    const [beyond = 0, net = 0, held = 0, lot = 0] = state.sums;
    const bring = new Set(pair.brings.map((c) => c + (at[pair.project] ?? 0)));
    return {
      sizes: state.sizes.map((n, p) => (p === pair.project ? n + 1 : n)),
      counts: state.counts.map((n, c) => (bring.has(c) ? n + 1 : n)),
      sums: [
        beyond - (pair.beyond ? 1 : 0),
        net + pair.points - rotation * (2 * load + 1),
        held + (pair.held ? 1 : 0),
        lot + pair.lot,
      ],
    };
  };
  for (const [i, person] of people.entries()) {
    const own = pairs.filter((p) => p.person === i);
    const next = new Map<string, State>();
    const keep = (state: State): void => {
      const known = next.get(keyOf(state));
      if (!known || greater(state.sums, known.sums)) next.set(keyOf(state), state);
    };
    const widen = (state: State, from: number, taken: number): void => {
      keep(state);
      if (taken >= person.most) return;
      for (let k = from; k < own.length; k++) {
        const bigger = own[k] && add(state, own[k] as TeamPair, person.load + taken);
        if (bigger) widen(bigger, k + 1, taken + 1);
      }
    };
    for (const state of states.values()) widen(state, 0, 0);
    states = next;
  }
  const off = (required: boolean, counts: readonly number[]): number =>
    projects
      .flatMap((p) => p.covers)
      .reduce((n, c, i) => {
        const there = counts[i] ?? 0;
        const by = Math.max(0, c.atLeast - there) + Math.max(0, there - c.atMost);
        return c.required === required ? n + by * (required ? 1 : c.weight) : n;
      }, 0);
  const total = projects.reduce((n, p) => n + p.places, 0);
  const held = pairs.filter((p) => p.held).length;
  const worths = [...states.values()].map(
    ({ sizes, counts, sums: [beyond = 0, net = 0, kept = 0, lot = 0] }) => ({
      requiredUnmet: off(true, counts),
      unfilled: total - sizes.reduce((a, b) => a + b, 0),
      beyond: 0 - beyond,
      desiredUnmet: off(false, counts),
      net,
      changes: held - kept,
      lot,
    }),
  );
  return worths.reduce((a, b) => (compareTeams(b, a) > 0 ? b : a));
}
