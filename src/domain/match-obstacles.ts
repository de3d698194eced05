import type { GateObstacle, GateWay } from "./gate-obstacles.ts";
import { coversOf } from "./match.ts";
import type { Run } from "./match-run.ts";
import { type Need, needInWords } from "./need.ts";
import type { TeamBound, TeamRelaxation, TeamStep } from "./team-relaxation.ts";
import { count, listed } from "./text.ts";

/** Why required needs of teams cannot all be met: a smallest set that clashes, and the nearest ways out. */
export interface Obstacles {
  /** Empty where each unmet need is out of reach by itself. */
  readonly clash: readonly TeamBound[];
  readonly ways: readonly TeamRelaxation[];
  /** What needs of every member have to do with it. */
  readonly gates: readonly GateObstacle[];
}

/** How many ways out are told. */
const told = 3;

const needAt = (run: Run, project: number, cover: number): Need | undefined => {
  const facts = run.facts[project];
  return facts && coversOf(facts)[cover]?.need;
};

const about = (run: Run, project: number, words: string): string =>
  run.facts.length === 1 ? words : `${run.facts[project]?.project}: ${words}`;

/** A step of a way out. Of experience no number is told: it would say how many bring it. */
function stepInWords(run: Run, step: TeamStep): string {
  if (step.side === "places") {
    const { places = 0 } = run.posed.problem.projects[step.project] ?? {};
    return about(run, step.project, `${count(step.to - places, "more place")}`);
  }
  const need = needAt(run, step.project, step.cover);
  if (!need) throw new Error("a step about no need");
  const subject = `${need.category} ${need.value}`;
  if (need.category === "experience")
    return about(
      run,
      step.project,
      `ask for ${step.side === "least" ? "fewer" : "no limit"} with ${subject}`,
    );
  return about(
    run,
    step.project,
    step.side === "most"
      ? `at most ${step.to} instead of ${need.atMost} with ${subject}`
      : step.to === 0
        ? `do without ${subject}`
        : `at least ${step.to} instead of ${need.atLeast} with ${subject}`,
  );
}

/** A need asked of fewer. Of experience no number is told. */
function loosenedInWords({ need, to }: GateWay["steps"][number]): string {
  const subject = need.scope === "every" ? needInWords(need) : `${need.category} ${need.value}`;
  if (need.category === "experience") return `ask for fewer with ${subject}`;
  return to === 0
    ? `do without ${subject}`
    : `ask for ${subject} of at least ${to} of the team, not of every member`;
}

/** Needs asked of fewer, as a way out. */
const wayInWords = (run: Run, { project, steps }: GateWay): string =>
  about(run, project, listed(steps.map(loosenedInWords)));

/** Whether a way out that moves needs of teams leaves no place empty that needs of every member keep empty. */
const helps = (run: Run, { steps }: TeamRelaxation, gates: readonly GateObstacle[]): boolean =>
  gates.every(({ project, clash }) => {
    const { placesLeft = 0, proposed = [] } = run.answers[project] ?? {};
    const its = steps.filter((s) => s.project === project);
    return (
      placesLeft === proposed.length ||
      its.length === 0 ||
      its.some((s) => s.side !== "places" && clash.some((n) => n === needAt(run, project, s.cover)))
    );
  });

const clashInWords = (needs: readonly string[]): string[] =>
  needs.length > 1
    ? [`These clash: ${listed(needs)}. All of them together cannot be met; without any one, the others can.`]
    : [];

/** What clashes and what could be given up, in sentences, the nearest way first. */
export function obstaclesInWords(run: Run, { clash, ways, gates }: Obstacles): string[] {
  const needs = clash.flatMap(({ project, cover }) => {
    const need = needAt(run, project, cover);
    return need ? [about(run, project, needInWords(need))] : [];
  });
  const out = [
    ...ways
      .filter((way) => helps(run, way, gates))
      .map(({ steps, cost }) => ({ words: listed(steps.map((s) => stepInWords(run, s))), cost })),
    ...gates.flatMap((g) => g.ways.map((way) => ({ words: wayInWords(run, way), cost: way.cost }))),
  ]
    .sort((a, b) => a.cost - b.cost)
    .slice(0, told);
  return [
    ...clashInWords([...new Set(needs)]),
    ...gates.flatMap((g) =>
      clashInWords(
        g.clash.map((need) =>
          about(run, g.project, `${needInWords(need)}${need.scope === "every" ? " of every member" : ""}`),
        ),
      ),
    ),
    ...(out.length > 0
      ? [
          `What would make it possible, the nearest first: ${out.map(({ words }, i) => `(${i + 1}) ${words}`).join("; ")}.`,
        ]
      : []),
  ];
}
