import type { TeamProblem } from "../domain/team-problem.ts";
import type { Engine } from "./engine.ts";
import type { BestTeam } from "./team-values.ts";
import type { TeamLevel } from "./teams-levels.ts";
import { type Mixture, type TeamColumn, TeamMaster } from "./teams-master.ts";
import {
  type LevelPrices,
  type Span,
  type Standing,
  valuesAt,
  worthBefore,
  worthIn,
} from "./teams-standing.ts";

/** A level solved as a mixture of teams. */
export interface SolvedLevel {
  readonly prices: LevelPrices;
  /** Nothing is worth more in this level, as the prices prove. */
  readonly bound: number;
  /** How much of each of the teams is in the best mixture; null where every project has its own best. */
  readonly parts: Float64Array | null;
  /** The teams that were looked at. */
  readonly teams: readonly TeamColumn[];
  readonly spans: readonly Span[];
}

/** Parts that prices are tried in: they come from small whole numbers, so that few suffice. */
const divisors = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 18, 20, 24, 30, 36, 42, 48, 60, 84, 120, 210, 420, 840, 2520,
];

function inParts(prices: Float64Array): LevelPrices {
  const own = prices.filter((p) => p !== 0);
  const fits = (n: number): boolean => own.every((p) => Math.abs(p * n - Math.round(p * n)) < 1e-5);
  const parts = divisors.find(fits) ?? 5040;
  return { parts, prices: prices.map((p) => Math.round(p * parts)) };
}

/** What a person's places are worth at a price: the best of all numbers of places they may get, and which those are. */
function bestSpan({ least, most }: Span, price: number, step: number): { worth: number; span: Span } {
  let worth = -Infinity;
  let span = { least, most };
  for (let n = least; n <= most; n++) {
    const own = price * n - step * n * (n - 1);
    if (own > worth) [worth, span] = [own, { least: n, most: n }];
    else if (own === worth) span = { ...span, most: n };
  }
  return { worth, span };
}

/** Which projects have somebody whose price is another. */
function projectsTouched(
  { projects, pairs }: TeamProblem,
  before: Float64Array,
  now: Float64Array,
): Uint8Array {
  const touched = new Uint8Array(projects.length);
  for (const { person, project } of pairs) if (before[person] !== now[person]) touched[project] = 1;
  return touched;
}

/**
 * A level solved as if nobody were wanted twice: every project has the best team it could have by itself. It holds where a later
 * level shows that all of them can have such a team at once.
 */
export function solveAlone(problem: TeamProblem, at: Standing, level: TeamLevel): SolvedLevel {
  const prices = { parts: 1, prices: new Float64Array(problem.people.length) };
  const values = valuesAt(problem, at, level, prices);
  const best = at.searches.map((search) => search.best(values));
  return {
    prices,
    bound: best.reduce((n, t) => n + t.second, 0),
    parts: null,
    teams: best.map(({ pairs }, project) => ({
      project,
      pairs,
      worth: worthIn(problem, level, project, pairs),
    })),
    spans: at.spans,
  };
}

/** One level while it is solved: the teams that are mixed, and what each project could have at most. */
class LevelSearch {
  readonly master: TeamMaster;
  private readonly problem: TeamProblem;
  private readonly at: Standing;
  private readonly level: TeamLevel;
  private readonly seen = new Set<string>();
  private readonly best: BestTeam[];
  private readonly scale: number;
  private before: Float64Array;

  constructor(engine: Engine, problem: TeamProblem, at: Standing, level: TeamLevel) {
    [this.problem, this.at, this.level] = [problem, at, level];
    this.before = new Float64Array(problem.people.length);
    const start = valuesAt(problem, at, level, { parts: 1, prices: this.before });
    this.best = at.searches.map((search) => search.best(start));
    this.scale = 1 + this.best.reduce((n, b) => Math.max(n, Math.abs(b.second)), 0);
    this.master = new TeamMaster(engine, problem, at.spans, level.rotation, -20 * this.scale);
    for (const [p, teams] of at.known.entries())
      for (const pairs of teams)
        if (worthBefore(problem, at, p, pairs) === this.best[p]?.first) this.add(p, pairs);
    for (const [p, { pairs }] of this.best.entries()) this.add(p, pairs);
  }

  private add(project: number, pairs: readonly number[]): boolean {
    const key = `${project}:${pairs.join()}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    this.master.add({ project, pairs, worth: worthIn(this.problem, this.level, project, pairs) });
    return true;
  }

  /** Adds for each project the team that is worth more at these prices than any in the mixture; whether there was one. */
  better(mixture: Mixture): boolean {
    const { problem, at, level } = this;
    const values = valuesAt(problem, at, level, { parts: 1, prices: mixture.prices });
    const touched = projectsTouched(problem, this.before, mixture.prices);
    this.before = mixture.prices;
    let found = false;
    for (const [p, search] of at.searches.entries()) {
      if (touched[p]) this.best[p] = search.best(values);
      const team = this.best[p];
      if (team && team.second > (mixture.projects[p] ?? 0) + 1e-7 * this.scale && this.add(p, team.pairs))
        found = true;
    }
    return found;
  }

  /** The level as it is solved with exact prices; "more" where those bring up another team, null where they do not fit. */
  settled(mixture: Mixture): SolvedLevel | "more" | null {
    const { problem, at, level } = this;
    const prices = inParts(mixture.prices);
    const exact = valuesAt(problem, at, level, prices);
    const teams = at.searches.map((search) => search.best(exact));
    const people = at.spans.map((span, i) =>
      bestSpan(span, prices.prices[i] ?? 0, prices.parts * level.rotation),
    );
    const sum = teams.reduce((n, t) => n + t.second, 0) + people.reduce((n, s) => n + s.worth, 0);
    if (Math.abs(sum / prices.parts - mixture.worth) > 1e-6 * this.scale)
      return teams.map((t, p) => this.add(p, t.pairs)).some((added) => added) ? "more" : null;
    const spans = people.map((s) => s.span);
    return { prices, bound: sum / prices.parts, parts: mixture.parts, teams: this.master.columns, spans };
  }
}

/**
 * Solves one level among the teams that do not fall behind in those before. Null where not all projects can have such a team at
 * once, or where the prices do not come out in small parts.
 */
export function solveLevel(
  engine: Engine,
  problem: TeamProblem,
  at: Standing,
  level: TeamLevel,
): SolvedLevel | null {
  const search = new LevelSearch(engine, problem, at, level);
  try {
    for (;;) {
      const mixture = search.master.solve();
      if (!mixture) return null;
      if (search.better(mixture) || mixture.held > 0) continue;
      const settled = mixture.lacking ? null : search.settled(mixture);
      if (settled !== "more") return settled;
    }
  } finally {
    search.master.close();
  }
}
