import type { TeamProblem } from "../domain/team-problem.ts";
import type { Engine } from "./engine.ts";
import type { BestTeam } from "./team-values.ts";
import { ascend } from "./teams-ascent.ts";
import type { TeamLevel } from "./teams-levels.ts";
import { type Mixture, type TeamColumn, TeamMaster } from "./teams-master.ts";
import { bestSpan, inParts, projectsOpen } from "./teams-prices.ts";
import {
  after,
  type LevelPrices,
  type Span,
  type Standing,
  sameTeam,
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
  /** The teams that were looked at, and those of them that are worth as much as any at the prices. */
  readonly teams: readonly TeamColumn[];
  readonly good: readonly TeamColumn[];
  readonly spans: readonly Span[];
}

/** A level where it was solved, and how things stood before it. */
export interface Step {
  readonly at: Standing;
  readonly level: TeamLevel;
  readonly solved: SolvedLevel;
}

/**
 * Levels solved as if nobody were wanted twice: every project has the best team it could have by itself. It holds where a later
 * level shows that all of them can have such a team at once. Null where sums become too great to be exact.
 */
export function solveAlone(
  problem: TeamProblem,
  start: Standing,
  levels: readonly TeamLevel[],
): Step[] | null {
  const prices = { parts: 1, prices: new Float64Array(problem.people.length) };
  const free = { prices, spans: start.spans, parts: null, good: [] };
  const before: Standing[] = [];
  for (const l of levels.keys()) {
    const [last, own] = [before[l - 1], levels[l - 1]];
    const at = last && own ? after(problem, last, own, free) : start;
    if (!at) return null;
    before.push(at);
  }
  const at = before.at(-1);
  const level = levels.at(-1);
  if (!at || !level) return [];
  const values = valuesAt(problem, at, level, prices);
  const best = at.searches.map((search) => search.best(values));
  return levels.map((own, l): Step => {
    const teams = best.map(({ pairs }, project) => ({
      project,
      pairs,
      worth: worthIn(problem, own, project, pairs),
    }));
    const bound = teams.reduce((n, team) => n + team.worth, 0);
    return { at: before[l] ?? at, level: own, solved: { ...free, bound, teams, good: teams } };
  });
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
    // Later levels begin with the teams of those before, which are near.
    if (!at.mixed) ascend(problem, at, level, this.best, (p, pairs) => this.add(p, pairs));
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
    const open = projectsOpen(at, this.best, this.before, mixture.prices);
    this.before = mixture.prices;
    let found = false;
    for (const [p, search] of at.searches.entries()) {
      const team = open[p] ? search.best(values) : sameTeam(problem, p, this.best[p] as BestTeam, values);
      this.best[p] = team;
      if (team.second > (mixture.projects[p] ?? 0) + 1e-7 * this.scale && this.add(p, team.pairs))
        found = true;
    }
    return found;
  }

  /** The level as it is solved with exact prices; "more" where those bring up another team, null where they do not fit. */
  settled(mixture: Mixture): SolvedLevel | "more" | null {
    const { problem, at, level } = this;
    const prices = inParts(mixture.prices);
    const known = prices.parts === 1 && prices.prices.every((price, i) => price === this.before[i]);
    const exact = known ? null : valuesAt(problem, at, level, prices);
    const best = exact ? at.searches.map((search) => search.best(exact)) : this.best;
    const people = at.spans.map((span, i) =>
      bestSpan(span, prices.prices[i] ?? 0, prices.parts * level.rotation),
    );
    const sum = best.reduce((n, t) => n + t.second, 0) + people.reduce((n, s) => n + s.worth, 0);
    if (Math.abs(sum / prices.parts - mixture.worth) > 1e-6 * this.scale)
      return best.map((t, p) => this.add(p, t.pairs)).some((added) => added) ? "more" : null;
    const spans = people.map((s) => s.span);
    const teams = this.master.columns;
    const good = teams.filter((_, c) => (mixture.behind[c] ?? 0) < 1e-6 * this.scale);
    return { prices, bound: sum / prices.parts, parts: mixture.parts, teams, good, spans };
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
