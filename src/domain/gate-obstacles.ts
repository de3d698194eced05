import { type MatchPerson, requiredOfEvery } from "./gate.ts";
import type { MatchFacts } from "./match.ts";
import { pose } from "./match-problem.ts";
import type { Run, Solve } from "./match-run.ts";
import type { Need } from "./need.ts";
import type { TeamsWorth } from "./team-problem.ts";
import { costOfLowering } from "./team-relaxation.ts";

/** A required need asked of fewer: of so many of the team, or (0) not at all. */
interface Loosened {
  readonly need: Need;
  readonly to: number;
}

/** A way out: one need of every member asked of as many of the team as can be, or several needs given up together. */
export interface GateWay {
  /** The project's place in the run. */
  readonly project: number;
  readonly steps: readonly Loosened[];
  /** In thousandths, as the steps of team needs are counted. */
  readonly cost: number;
}

/** What required needs of every member have to do with a project that cannot have what it asks for. */
export interface GateObstacle {
  readonly project: number;
  /** Required needs that cannot be met together, none of which can be spared; one alone is out of reach by itself. */
  readonly clash: readonly Need[];
  readonly ways: readonly GateWay[];
  /** Needs of every member keep places empty whatever is asked of the team. */
  readonly alone: boolean;
  /** Places that stay empty whatever is given up, for want of people. */
  readonly stayEmpty: number;
}

/** More people than this, over all projects, are not gone through: each need is left out in turn and solved again. */
const considered = 5000;

/** Who can take a place on a project, whatever it requires, beside those they are proposed for in others. */
function free(run: Run, at: number): readonly MatchPerson[] {
  const elsewhere = new Map<number, number>();
  for (const id of run.answers.flatMap((a, i) => (i === at ? [] : a.proposed)))
    elsewhere.set(id, (elsewhere.get(id) ?? 0) + 1);
  const people = run.facts[at]?.people ?? [];
  if (!people.some((p) => elsewhere.has(p.id))) return people;
  const facts = run.facts.map((f, i) => ({
    ...(i === at ? { ...f, needs: [] } : f),
    people: f.people.filter((p) => elsewhere.has(p.id)),
  }));
  const { ids, problem } = pose(facts, run.posed.lots);
  const most = new Map(ids.map((id, i) => [id, problem.people[i]?.most ?? 0]));
  return people.filter((p) => (elsewhere.get(p.id) ?? 0) < (most.get(p.id) ?? 1));
}

/** The best a project can have where it requires these, beside what others have. */
function best(run: Run, at: number, solve: Solve): (required: readonly Need[]) => TeamsWorth {
  const [facts, people] = [run.facts[at] as MatchFacts, free(run, at)];
  return (needs) => solve(pose([{ ...facts, people, needs }], run.posed.lots).problem).worth;
}

/** Needs that cannot all be met, none of which can be spared: each is dropped in turn, and stays out where the rest still clash. */
const spared = (met: (needs: readonly Need[]) => boolean, needs: readonly Need[]): Need[] =>
  needs.reduce<Need[]>(
    (left, need) => {
      const without = left.filter((n) => n !== need);
      return met(without) ? left : without;
    },
    [...needs],
  );

/** Needs that are enough to give up, none of which can be kept beside the others: each is added in turn, and left out where it clashes. */
function givenUp(met: (needs: readonly Need[]) => boolean, needs: readonly Need[]): Need[] {
  const kept: Need[] = [];
  return needs.filter((need) => {
    if (!met([...kept, need])) return true;
    kept.push(need);
    return false;
  });
}

/** What it costs to give up a need altogether. */
const costOf = (need: Need, places: number): number =>
  costOfLowering(need.scope === "every" ? places : (need.atLeast ?? 1), 0);

/** Several needs given up together; of those found from either end the cheaper. */
function together(
  met: (needs: readonly Need[]) => boolean,
  required: readonly Need[],
  places: number,
): { readonly steps: readonly Loosened[]; readonly cost: number } {
  const [one, other] = [required, required.toReversed()].map((needs) => {
    const out = givenUp(met, needs);
    const steps = required.filter((n) => out.includes(n)).map((need) => ({ need, to: 0 }));
    return { steps, cost: out.reduce((sum, n) => sum + costOf(n, places), 0) };
  });
  if (!one || !other) throw new Error("needs are gone through from both ends");
  return other.cost < one.cost ? other : one;
}

/** The most of the team that can be asked for something instead of every member; null where not even nobody would do. */
function asked(
  met: (needs: readonly Need[]) => boolean,
  required: readonly Need[],
  need: Need,
  places: number,
): number | null {
  const of = (atLeast: number): Need[] => [
    ...required.filter((n) => n !== need),
    ...(atLeast > 0 ? [{ ...need, scope: "team" as const, atLeast, atMost: null }] : []),
  ];
  const tried = Array.from({ length: places }, (_, i) => places - 1 - i);
  return tried.find((n) => met(of(n))) ?? null;
}

/** What stands in a project's way where needs of every member do; null where it is there without them. */
function obstacleAt(run: Run, at: number, solve: Solve): GateObstacle | null {
  const { needs = [], places = 0 } = run.facts[at] ?? {};
  const required = needs.filter((n) => n.kind === "required");
  if (run.answers[at]?.placesLeft === 0 || requiredOfEvery(required).length === 0) return null;
  const worth = best(run, at, solve);
  const stayEmpty = worth([]).unfilled;
  const met = (some: readonly Need[]): boolean => {
    const { requiredUnmet, unfilled } = worth(some);
    return requiredUnmet === 0 && unfilled <= stayEmpty;
  };
  if (met(required)) return null;
  const [ofEvery, ofTeam] = [requiredOfEvery(required), required.filter((n) => n.scope === "team")];
  const [alone, enough] = [!met(ofEvery), met(ofTeam)];
  if (!alone && !enough) return null;
  const clash = spared(met, enough ? [...ofEvery, ...ofTeam] : ofEvery);
  const ways = requiredOfEvery(enough ? clash : []).flatMap((need): GateWay[] => {
    const to = asked(met, required, need, places);
    return to === null ? [] : [{ project: at, steps: [{ need, to }], cost: costOfLowering(places, to) }];
  });
  return {
    project: at,
    clash,
    alone,
    stayEmpty,
    ways: ways.length > 0 ? ways : [{ project: at, ...together(met, required, places) }],
  };
}

/**
 * What required needs of every member have to do with places that stay empty and team needs that are not met, project by project:
 * a set that clashes, and of how many of the team each could be asked instead, or which needs of both kinds could be given up
 * together. People stay in the projects they are proposed for.
 */
export function gateObstacles(run: Run, solve: Solve): GateObstacle[] {
  if (run.facts.reduce((n, f) => n + f.people.length, 0) > considered) return [];
  return run.facts.flatMap((_, at) => obstacleAt(run, at, solve) ?? []);
}
