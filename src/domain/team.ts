/** Somebody who may be asked: points, lot, and which team needs they bring. */
export interface Choice {
  readonly id: number;
  readonly points: number;
  /** A recorded draw that decides between equals; the higher goes first. */
  readonly lot: number;
  /** Whether they would be asked from beyond the working group, where that group comes first. */
  readonly beyond: boolean;
  /** For each team need, whether they bring it. */
  readonly brings: readonly boolean[];
}

/** A need of the team as a count: how many bring it already, and how many have to. */
export interface Cover {
  readonly required: boolean;
  readonly weight: number;
  readonly already: number;
  readonly atLeast: number;
  /** At most so many; Infinity = no bound. */
  readonly atMost: number;
}

/** How good a team is, most important first, each to be made as large as can be. */
type Worth = readonly [
  requiredUnmet: number,
  unfilled: number,
  beyond: number,
  desiredUnmet: number,
  points: number,
  lot: number,
];

interface State {
  readonly counts: readonly number[];
  readonly size: number;
  readonly beyond: number;
  readonly points: number;
  readonly lot: number;
  readonly ids: readonly number[];
}

const offBy = (cover: Cover, n: number): number =>
  Math.max(0, cover.atLeast - n) + Math.max(0, n - cover.atMost);

function worth(state: State, covers: readonly Cover[], places: number): Worth {
  const unmet = (required: boolean): number =>
    covers.reduce(
      (sum, c, i) =>
        c.required === required ? sum + offBy(c, state.counts[i] ?? 0) * (required ? 1 : c.weight) : sum,
      0,
    );
  return [-unmet(true), state.size - places, -state.beyond, -unmet(false), state.points, state.lot];
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] ?? 0) - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
};

/** Among teams of the same size that bring the same, whichever is better; the first ids where even the lot is equal. */
function better(a: State, b: State): State {
  const order = compare([-a.beyond, a.points, a.lot], [-b.beyond, b.points, b.lot]);
  return order > 0 || (order === 0 && compare(a.ids, b.ids) < 0) ? a : b;
}

/** Counting beyond what a need can tell apart makes no difference, so it stops there. */
const capOf = (cover: Cover): number => (cover.atMost === Infinity ? cover.atLeast : Number.MAX_SAFE_INTEGER);

function withOneMore(state: State, choice: Choice, covers: readonly Cover[]): State {
  return {
    counts: covers.map((c, i) => {
      const n = state.counts[i] ?? 0;
      return choice.brings[i] && n < capOf(c) ? n + 1 : n;
    }),
    size: state.size + 1,
    beyond: state.beyond + (choice.beyond ? 1 : 0),
    points: state.points + choice.points,
    lot: state.lot + choice.lot,
    ids: [...state.ids, choice.id],
  };
}

/** The team, and how many of its places a lot decided. */
export interface Team {
  readonly ids: readonly number[];
  readonly byLot: number;
}

/**
 * The team that leaves the fewest required team needs unmet, then fills the most places, then asks the fewest beyond the
 * working group, then leaves the fewest desired team needs unmet, then has the most points, then the highest lots. Every
 * combination is weighed: people one after another, keeping the best team for each size and each set of needs met.
 */
export function bestTeam(choices: readonly Choice[], covers: readonly Cover[], places: number): Team {
  const people = [...choices].sort((a, b) => a.id - b.id);
  const empty: State = {
    counts: covers.map((c) => c.already),
    size: 0,
    beyond: 0,
    points: 0,
    lot: 0,
    ids: [],
  };
  let states = new Map<string, State>([[keyOf(empty), empty]]);
  for (const person of people) {
    const next = new Map(states);
    for (const state of states.values()) {
      if (state.size >= places) continue;
      const bigger = withOneMore(state, person, covers);
      const key = keyOf(bigger);
      const known = next.get(key);
      next.set(key, known ? better(known, bigger) : bigger);
    }
    states = next;
  }
  const [first = empty, ...rest] = states.values();
  const best = rest.reduce((a, b) => {
    const order = compare(worth(a, covers, places), worth(b, covers, places));
    return order > 0 || (order === 0 && compare(a.ids, b.ids) <= 0) ? a : b;
  }, first);
  return { ids: best.ids, byLot: decidedByLot(best.ids, people, covers, places) };
}

const keyOf = (state: State): string => `${state.size}|${state.counts.join(",")}`;

/** How many of a team could be exchanged for somebody left out without making the team worse but for the lot. */
function decidedByLot(
  ids: readonly number[],
  people: readonly Choice[],
  covers: readonly Cover[],
  places: number,
): number {
  const value = (team: readonly number[]): readonly number[] => {
    const empty: State = {
      counts: covers.map((c) => c.already),
      size: 0,
      beyond: 0,
      points: 0,
      lot: 0,
      ids: [],
    };
    const state = people
      .filter((p) => team.includes(p.id))
      .reduce((s, p) => withOneMore(s, p, covers), empty);
    return worth(state, covers, places).slice(0, -1);
  };
  const own = value(ids);
  const pointsOf = new Map(people.map((p) => [p.id, p.points]));
  return ids.filter((id) =>
    people.some(
      (p) =>
        !ids.includes(p.id) &&
        p.points === pointsOf.get(id) &&
        compare(value(ids.map((i) => (i === id ? p.id : i))), own) === 0,
    ),
  ).length;
}
