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
}

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

/** What clashes and what could be given up, in sentences, the nearest way first. */
export function obstaclesInWords(run: Run, { clash, ways }: Obstacles): string[] {
  const needs = clash.flatMap(({ project, cover }) => {
    const need = needAt(run, project, cover);
    return need ? [about(run, project, needInWords(need))] : [];
  });
  const out = ways.map((way, i) => `(${i + 1}) ${listed(way.steps.map((s) => stepInWords(run, s)))}`);
  return [
    ...(needs.length > 1
      ? [
          `These clash: ${listed([...new Set(needs)])}. All of them together cannot be met; without any one, the others can.`,
        ]
      : []),
    ...(out.length > 0 ? [`What would make it possible, the nearest first: ${out.join("; ")}.`] : []),
  ];
}
