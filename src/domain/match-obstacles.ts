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

/** A way out in words, and what it costs. */
interface Way {
  readonly words: string;
  readonly cost: number;
}

/** Needs asked of fewer, as ways out. */
const waysOfGate = ({ ways, stayEmpty }: GateObstacle): Way[] =>
  ways.map(({ steps, cost }) => ({
    words: `${listed(steps.map(loosenedInWords))}${stayEmpty > 0 ? ` (${count(stayEmpty, "place")} would still stay empty)` : ""}`,
    cost,
  }));

/** What of a way out that moves needs of teams leaves no place empty that needs of every member keep empty. */
const helping = (run: Run, { steps }: TeamRelaxation, gates: readonly GateObstacle[]): TeamStep[] =>
  steps.filter((step) => {
    const gate = gates.find((g) => g.project === step.project);
    const { placesLeft = 0, proposed = [] } = run.answers[step.project] ?? {};
    if (!gate || placesLeft === proposed.length) return true;
    return (
      !gate.alone &&
      steps.some((s) => {
        if (s.side === "places" || s.project !== gate.project) return false;
        const need = needAt(run, s.project, s.cover);
        return gate.clash.some((n) => n === need);
      })
    );
  });

/** Ways out that move needs of teams, without what would be of no use; the same one once. */
function waysOfTeams(run: Run, { ways, gates }: Obstacles): Way[] {
  const found = new Map<string, Way>();
  for (const way of ways) {
    const words = listed(helping(run, way, gates).map((s) => stepInWords(run, s)));
    if (words !== "" && !found.has(words)) found.set(words, { words, cost: way.cost });
  }
  return [...found.values()];
}

/** Ways out in one sentence, the nearest first. */
function waysInWords(ways: readonly Way[]): string[] {
  const out = [...ways].sort((a, b) => a.cost - b.cost).slice(0, told);
  return out.length === 0
    ? []
    : [
        `What would make it possible, the nearest first: ${out.map(({ words }, i) => `(${i + 1}) ${words}`).join("; ")}.`,
      ];
}

/** The ways out: of one project in one sentence; of several, what each needs by itself in a sentence of its own. */
function outInWords(run: Run, obstacles: Obstacles): string[] {
  const { gates, ways } = obstacles;
  const teams = waysOfTeams(run, obstacles);
  const projects = new Set([...gates, ...ways.flatMap((w) => w.steps)].map((x) => x.project));
  if (projects.size > 1)
    return [
      ...waysInWords(teams),
      ...gates.flatMap((g) => waysInWords(waysOfGate(g)).map((s) => about(run, g.project, s))),
    ];
  const ofGates = gates.flatMap((g) =>
    waysOfGate(g).map((w) => ({ ...w, words: about(run, g.project, w.words) })),
  );
  return waysInWords([...teams, ...ofGates]);
}

const clashInWords = (needs: readonly string[]): string[] =>
  needs.length > 1
    ? [`These clash: ${listed(needs)}. All of them together cannot be met; without any one, the others can.`]
    : [];

/** What clashes and what could be given up, in sentences, the nearest way first. */
export function obstaclesInWords(run: Run, obstacles: Obstacles): string[] {
  const needs = obstacles.clash.flatMap(({ project, cover }) => {
    const need = needAt(run, project, cover);
    return need ? [about(run, project, needInWords(need))] : [];
  });
  return [
    ...clashInWords([...new Set(needs)]),
    ...obstacles.gates.flatMap((g) =>
      clashInWords(
        g.clash.map((need) =>
          about(run, g.project, `${needInWords(need)}${need.scope === "every" ? " of every member" : ""}`),
        ),
      ),
    ),
    ...outInWords(run, obstacles),
  ];
}
