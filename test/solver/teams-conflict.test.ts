import { beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { TeamProblem } from "../../src/domain/team-problem.ts";
import {
  boundStandsAt,
  costOfTeamStep,
  type TeamBound,
  type TeamStep,
  teamBounds,
  withTeamSteps,
} from "../../src/domain/team-relaxation.ts";
import { worthOfTeams } from "../../src/domain/teams-worth.ts";
import type { Engine } from "../../src/solver/engine.ts";
import { proposeTeams } from "../../src/solver/teams.ts";
import { hopeless, teamsClash } from "../../src/solver/teams-conflict.ts";
import { teamRelaxations } from "../../src/solver/teams-relax.ts";
import { engine } from "./pools.ts";
import { allTeams, teamProblems } from "./team-problems.ts";

let highs: Engine;
beforeAll(async () => {
  highs = await engine();
});

/** Problems with required needs only, more of them than can often be met. */
const needy = teamProblems({ people: 4, projects: 3, covers: 5 }).map((problem) => ({
  ...problem,
  rotation: 0,
  projects: problem.projects.map((p) => ({ ...p, covers: p.covers.map((c) => ({ ...c, required: true })) })),
}));

const sums = (problem: TeamProblem, teams: readonly number[], { project, cover }: TeamBound): number =>
  (problem.projects[project]?.covers[cover]?.already ?? 0) +
  teams.filter((i) => problem.pairs[i]?.project === project && problem.pairs[i]?.brings.includes(cover))
    .length;

const meets = (problem: TeamProblem, teams: readonly number[], bound: TeamBound): boolean => {
  const n = sums(problem, teams, bound);
  const at = boundStandsAt(problem, bound);
  return bound.side === "least" ? n >= at : n <= at;
};

describe("required needs that cannot be met", () => {
  test("adding up names every bound that no team whatever can meet, and how near it comes", () => {
    let named = 0;
    fc.assert(
      fc.property(needy, (problem) => {
        const all = [...allTeams(problem)];
        const found = hopeless(problem);
        expect(found.map(({ project, cover, side }) => ({ project, cover, side }))).toEqual(
          teamBounds(problem).filter((b) => !all.some((teams) => meets(problem, teams, b))),
        );
        for (const h of found) {
          const counts = all.map((teams) => sums(problem, teams, h));
          expect(h.nearest).toBe(h.side === "least" ? Math.max(...counts) : Math.min(...counts));
        }
        named += found.length;
      }),
      { numRuns: 100 },
    );
    expect(named).toBeGreaterThan(5);
  });

  test("a clash is of bounds that cannot be met together, and could without any one of them", () => {
    let clashes = 0;
    fc.assert(
      fc.property(needy, (problem) => {
        const all = [...allTeams(problem)];
        const can = (bounds: readonly TeamBound[]): boolean =>
          all.some((teams) => bounds.every((b) => meets(problem, teams, b)));
        const alone = hopeless(problem).map(({ project, cover, side }) => ({ project, cover, side }));
        const others = teamBounds(problem).filter(
          (b) => !alone.some((a) => JSON.stringify(a) === JSON.stringify(b)),
        );
        const clash = teamsClash(highs, problem);
        expect(clash.length === 0).toBe(can(others));
        if (clash.length === 0) return;
        clashes += 1;
        expect(can(clash)).toBe(false);
        for (const bound of clash) expect(can(clash.filter((b) => b !== bound))).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(clashes).toBeGreaterThan(5);
  });
});

/** The fewest steps that allow these teams, places among them. */
function stepsFor(problem: TeamProblem, teams: readonly number[]): TeamStep[] {
  const bounds = teamBounds(problem).flatMap((b): TeamStep[] =>
    meets(problem, teams, b) ? [] : [{ ...b, to: sums(problem, teams, b) }],
  );
  const places = problem.projects.flatMap((p, project): TeamStep[] => {
    const size = teams.filter((i) => problem.pairs[i]?.project === project).length;
    return size > p.places ? [{ project, side: "places", to: size }] : [];
  });
  return [...bounds, ...places];
}

const by = (problem: TeamProblem, s: TeamStep): number =>
  Math.abs(
    s.to - (s.side === "places" ? (problem.projects[s.project]?.places ?? 0) : boundStandsAt(problem, s)),
  );

const costOf = (problem: TeamProblem, steps: readonly TeamStep[]): number =>
  steps.reduce(
    (sum, s) => sum + (costOfTeamStep(problem, s, 1) * by(problem, s) * (by(problem, s) + 1)) / 2,
    0,
  );

const contains = (problem: TeamProblem, steps: readonly TeamStep[], others: readonly TeamStep[]): boolean =>
  others.every((o) =>
    steps.some(
      (s) =>
        s.project === o.project &&
        s.side === o.side &&
        ("cover" in s ? s.cover : -1) === ("cover" in o ? o.cover : -1) &&
        by(problem, s) >= by(problem, o),
    ),
  );

describe("what could be given up", () => {
  test("is the cheapest there is, then the cheapest that does not contain it, and each makes every required need possible", () => {
    let several = 0;
    fc.assert(
      fc.property(needy, (problem) => {
        const wide = { ...problem, projects: problem.projects.map((p) => ({ ...p, places: 9 })) };
        const needing = (s: TeamStep): boolean => (problem.projects[s.project]?.covers.length ?? 0) > 0;
        const all = [...allTeams(wide)]
          .map((teams) => stepsFor(problem, teams))
          .filter((steps) => steps.every((s) => s.side !== "places" || needing(s)));
        const met = proposeTeams(highs, problem)?.worth.requiredUnmet === 0;
        const found = teamRelaxations(highs, problem, 3);
        if (met) return expect(found).toEqual([]);
        expect(found.length).toBeGreaterThan(0);
        for (const [k, { steps, cost }] of found.entries()) {
          const left = all.filter((own) => !found.slice(0, k).some((f) => contains(problem, own, f.steps)));
          expect(cost).toBe(Math.min(...left.map((own) => costOf(problem, own))));
          expect(costOf(problem, steps)).toBe(cost);
          const eased = withTeamSteps(problem, steps);
          expect([...allTeams(eased)].some((t) => worthOfTeams(eased, t).requiredUnmet === 0)).toBe(true);
        }
        if (found.length === 3) several += 1;
      }),
      { numRuns: 100 },
    );
    expect(several).toBeGreaterThan(0);
  });
});
