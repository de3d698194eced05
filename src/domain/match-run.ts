import { canonical } from "./canonical.ts";
import type { Day } from "./day.ts";
import type { MatchAnswer, MatchFacts } from "./match.ts";
import type { Posed } from "./match-problem.ts";
import { ref } from "./ref.ts";
import type { TeamProblem, TeamsWorth } from "./team-problem.ts";

/** The best teams for a problem: pairs by their place in it, what they are worth, and what was proved about that. */
export interface Solved {
  readonly chosen: readonly number[];
  readonly worth: TeamsWorth;
  /** No allowed teams are worth more, goal by goal. */
  readonly bounds: TeamsWorth;
  /** Chosen pairs that another lot might give to others. */
  readonly byLot: readonly number[];
  /** The solver's name and version. */
  readonly engine: string;
}

/** What finds the best teams for a problem; the same problem always has the same answer. */
export type Solve = (problem: TeamProblem) => Solved;

/** What is hashed of a run before its seed is drawn. */
export interface Hashes {
  readonly policy: string;
  readonly data: string;
}

/** One run: the facts it rests on, the question they pose, the answer for each project, and what makes it repeatable. */
export interface Run {
  readonly facts: readonly MatchFacts[];
  readonly posed: Posed;
  readonly solved: Solved;
  readonly answers: readonly MatchAnswer[];
  readonly hashes: Hashes;
  /** Made from the hashes, so it is fixed before anybody can know what it gives. */
  readonly seed: string;
}

/** A run on record. */
export interface SavedRun {
  readonly id: number;
  readonly madeOn: Day;
  readonly hashes: Hashes;
  readonly seed: string;
  readonly engine: string;
  readonly objective: number;
  /** The answer as it was kept. */
  readonly answer: string;
  /** The hash the answer was recorded with. */
  readonly answerHash: string | null;
  /** Whether the answer still has that hash. */
  readonly intact: boolean;
  /** Null where they had to go: somebody's experience was part of them and may no longer be used. */
  readonly facts: readonly MatchFacts[] | null;
}

/**
 * The texts that are hashed of prepared facts: the policy, the data, and what the lots are drawn from. That somebody's
 * experience may not be used is no data: what may not be used is not there. What people are cleared for does not move the
 * lots, so that nobody can lose a draw by completing a course.
 */
export function hashed(facts: readonly MatchFacts[]): {
  readonly policy: string;
  readonly data: string;
  readonly drawnFrom: string;
} {
  const { points, recentMonths } = facts[0]?.policy ?? { points: {}, recentMonths: 0 };
  const data = facts.map(({ policy: _policy, day: _day, people, ...rest }) => ({
    ...rest,
    people: people.map(({ mayUseExperience: _may, ...p }) => p),
  }));
  const drawnFrom = data.map(({ people, ...rest }) => ({
    ...rest,
    people: people.map(({ lacks: _lacks, ...p }) => p),
  }));
  return {
    policy: canonical({ points, recentMonths }),
    data: canonical(data),
    drawnFrom: canonical(drawnFrom),
  };
}

/** The answer as it is kept with a run: people by ref only, and the reason wherever somebody is in for one. */
export const answerKept = ({ facts, answers }: Pick<Run, "facts" | "answers">) => ({
  projects: facts.map((f, i) => ({
    project: f.project,
    asked: f.asked,
    places_left: answers[i]?.placesLeft ?? 0,
    people: (answers[i]?.people ?? []).map((p) => ({
      ref: ref("member", p.id),
      rank: p.rank,
      points: p.points,
      proposed: p.proposed,
      ...(p.because === null ? {} : { because: p.because }),
    })),
  })),
});
