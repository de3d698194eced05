import type { TeamProblem } from "../domain/team-problem.ts";
import type { TeamGoal } from "./teams-model.ts";

/** One or several goals as one sum of whole numbers, each so heavy that the next cannot outweigh it. */
export interface TeamLevel {
  readonly weights: readonly (readonly [TeamGoal, number])[];
  /** What each pair adds. */
  readonly pairs: Float64Array;
  /** What one person too few or too many adds: for a required need, and for a desired one times its weight. */
  readonly required: number;
  readonly desired: number;
  /** What rotation costs beyond the first place of a person; 0 where the level does not count it. */
  readonly rotation: number;
}

/** How far apart one goal can be over all teams, by adding up. */
type Ranges = Readonly<Record<TeamGoal, number>>;

function rangesOf({ projects, pairs }: TeamProblem, near: boolean): Ranges {
  const places = projects.reduce((n, p) => n + p.places, 0);
  let [required, desired] = [0, 0];
  for (const { covers, places: own } of projects)
    for (const { required: must, weight, already, atLeast, atMost } of covers) {
      const most = Math.max(0, atLeast - already) + Math.max(0, already + own - atMost);
      if (must) required += most;
      else desired += most * weight;
    }
  return {
    required,
    filled: places,
    beyond: pairs.some((p) => p.beyond) ? places : 0,
    desired,
    net: Infinity,
    held: pairs.filter((p) => p.held).length,
    near: near ? 2 * places : 0,
    lot: Infinity,
  };
}

/** How great a sum of several goals may become. */
const greatest = 1_000_000;

/** Which goals go together: those that differ by nothing are left out, the others put together while their sum stays small. */
function together(ranges: Ranges): TeamGoal[][] {
  const groups: TeamGoal[][] = [];
  let size = Infinity;
  for (const goal of ["required", "filled", "beyond", "desired", "net", "held", "near", "lot"] as const) {
    const range = ranges[goal];
    if (range === 0) continue;
    if (size * (range + 1) <= greatest) groups.at(-1)?.push(goal);
    else groups.push([goal]);
    size = size * (range + 1) <= greatest ? size * (range + 1) : range + 1;
  }
  return groups;
}

/** The goals of a problem as levels, most important first; `near` are pairs that are to stay as they were. */
export function teamLevels(problem: TeamProblem, near?: readonly number[]): TeamLevel[] {
  const ranges = rangesOf(problem, near !== undefined);
  const stay = new Set(near);
  return together(ranges).map((goals) => {
    const weight = new Map<TeamGoal, number>();
    let next = 1;
    for (const goal of goals.toReversed()) {
      weight.set(goal, next);
      next *= ranges[goal] + 1;
    }
    const of = (goal: TeamGoal): number => weight.get(goal) ?? 0;
    const [filled, beyond, net, held, nearby, lot] = [
      of("filled"),
      of("beyond"),
      of("net"),
      of("held"),
      of("near"),
      of("lot"),
    ];
    const worth = new Float64Array(problem.pairs.length);
    for (let i = 0; i < worth.length; i++) {
      const pair = problem.pairs[i] as TeamProblem["pairs"][number];
      const load = problem.people[pair.person]?.load ?? 0;
      worth[i] =
        filled -
        (pair.beyond ? beyond : 0) +
        net * (pair.points - problem.rotation * (2 * load + 1)) +
        (pair.held ? held : 0) +
        (stay.has(i) ? nearby : -nearby) +
        lot * pair.lot;
    }
    return {
      weights: goals.map((goal) => [goal, of(goal)] as const),
      pairs: worth,
      required: -of("required"),
      desired: -of("desired"),
      rotation: of("net") * problem.rotation,
    };
  });
}

/** What one person too few or too many of a need adds to a level. */
export function offWorth(
  { projects }: TeamProblem,
  level: TeamLevel,
  project: number,
  cover: number,
): number {
  const own = projects[project]?.covers[cover];
  if (!own) return 0;
  return own.required ? level.required : level.desired * own.weight;
}
