import type { TeamProblem } from "./team-problem.ts";

/** One bound of a required need of a team: at least so many, or at most so many. */
export interface TeamBound {
  /** The project's place in the problem. */
  readonly project: number;
  /** The need's place in the project's covers. */
  readonly cover: number;
  readonly side: "least" | "most";
}

/** A bound moved to a new number, or a project given so many places to fill instead. */
export type TeamStep =
  | (TeamBound & { readonly to: number })
  | { readonly project: number; readonly side: "places"; readonly to: number };

/** What would have to be given up so that every required need can be met. */
export interface TeamRelaxation {
  readonly steps: readonly TeamStep[];
  /** In thousandths. */
  readonly cost: number;
}

/** Every bound of the required needs, by project and need. */
export const teamBounds = ({ projects }: TeamProblem): TeamBound[] =>
  projects.flatMap(({ covers }, project) =>
    covers.flatMap(({ required, atLeast, already, atMost }, cover) => {
      if (!required) return [];
      return [
        ...(atLeast > already ? [{ project, cover, side: "least" as const }] : []),
        ...(atMost < Infinity ? [{ project, cover, side: "most" as const }] : []),
      ];
    }),
  );

/** The number a bound stands at. */
export function boundStandsAt({ projects }: TeamProblem, { project, cover, side }: TeamBound): number {
  const own = projects[project]?.covers[cover];
  return (side === "least" ? own?.atLeast : own?.atMost) ?? 0;
}

/** What the first step down from a minimum costs, in thousandths: 1 + 2/m. */
const firstDown = (minimum: number): number => 1000 + Math.round(2000 / minimum);

/** What the first step costs, in thousandths: lowering a minimum of m 1 + 2/m, raising a maximum 1, one more place 2. */
function firstStep(problem: TeamProblem, step: Omit<TeamStep, "to">): number {
  if (step.side === "places") return 2000;
  if (step.side === "most") return 1000;
  return firstDown(boundStandsAt(problem, step as TeamBound));
}

/** What the `k`-th step costs, in thousandths: each further one as much again as the first, so that what is given up is spread. */
export const costOfTeamStep = (problem: TeamProblem, step: Omit<TeamStep, "to">, k: number): number =>
  k * firstStep(problem, step);

/** What lowering a minimum to a number costs, step by step. */
export const costOfLowering = (from: number, to: number): number =>
  (firstDown(from) * (from - to) * (from - to + 1)) / 2;

/** The problem with these bounds moved and places added. */
export const withTeamSteps = (problem: TeamProblem, steps: readonly TeamStep[]): TeamProblem => ({
  ...problem,
  projects: problem.projects.map((project, p) => {
    const own = steps.filter((s) => s.project === p);
    const to = (cover: number, side: "least" | "most"): number | undefined =>
      own.find((s) => s.side === side && s.cover === cover)?.to;
    return {
      ...project,
      places: own.find((s) => s.side === "places")?.to ?? project.places,
      covers: project.covers.map((c, i) => ({
        ...c,
        atLeast: to(i, "least") ?? c.atLeast,
        atMost: to(i, "most") ?? c.atMost,
      })),
    };
  }),
});
