import type { TeamProblem } from "../domain/team-problem.ts";
import type { Engine, Found, Growing } from "./engine.ts";
import type { Span } from "./teams-standing.ts";

/** A team of one project among those that are weighed against each other. */
export interface TeamColumn {
  readonly project: number;
  readonly pairs: readonly number[];
  /** What it adds to the level that is solved. */
  readonly worth: number;
}

/** How teams are mixed: every project has one team's worth of them, and nobody more places than they may have. */
export interface Mixture {
  readonly worth: number;
  /** Whether some project has no team, since teams want more of somebody than they may give. */
  readonly lacking: boolean;
  /** What one more place costs each person. */
  readonly prices: Float64Array;
  /** What each project's team is worth at those prices. */
  readonly projects: Float64Array;
  /** How much of each team is in the mixture, in the order the teams were added. */
  readonly parts: Float64Array;
  /** By how much each team is worth less than the best of its project at those prices. */
  readonly behind: Float64Array;
  /** How many people are wanted too often in it; there is no better one only where it is nobody. */
  readonly held: number;
}

/** So few people who are wanted too often do not make another mixture necessary before better teams are looked for. */
const fewHeld = 3;

/** A price that differs from a whole number only by what rounding leaves is that number. */
const whole = (price: number): number =>
  Math.abs(price - Math.round(price)) < 1e-7 ? Math.round(price) : price;

/** The linear programme that mixes teams; a person has a row once teams want more of them than they may give. */
export class TeamMaster {
  readonly columns: TeamColumn[] = [];
  private readonly model: Growing;
  private readonly numbers: number[] = [];
  private readonly rows = new Map<number, number>();
  /** By person, the teams they are in, as numbers of columns. */
  private readonly teamsOf: number[][];
  private readonly problem: TeamProblem;
  private readonly spans: readonly Span[];
  private readonly rotation: number;

  constructor(
    engine: Engine,
    problem: TeamProblem,
    spans: readonly Span[],
    rotation: number,
    penalty: number,
  ) {
    this.model = engine.grow();
    this.problem = problem;
    this.spans = spans;
    this.rotation = rotation;
    this.teamsOf = problem.people.map(() => []);
    for (const _ of problem.projects) this.model.row(1, 1, [], []);
    // Without any team a project counts as far worse than with the worst.
    for (const p of problem.projects.keys()) this.model.column(penalty, Infinity, [p], [1]);
    this.gaveUp = problem.projects.length;
    this.sure = spans.reduce((n, { least }) => n + rotation * least * (least - 1), 0);
    for (const [person, { least }] of spans.entries()) if (least > 0) this.hold(person);
  }

  private readonly gaveUp: number;
  /** What the places cost that people must have. */
  private readonly sure: number;

  /** Adds a team. */
  add(column: TeamColumn): void {
    const people = column.pairs.map((i) => this.problem.pairs[i]?.person ?? -1);
    const rows = [column.project, ...people.flatMap((person) => this.rows.get(person) ?? [])];
    const number = this.model.column(
      column.worth,
      Infinity,
      rows,
      rows.map(() => 1),
    );
    for (const person of people) this.teamsOf[person]?.push(number);
    this.numbers.push(number);
    this.columns.push(column);
  }

  /** Gives somebody a row: the places they have in all teams are the least they must have and what is added step by step. */
  private hold(person: number): void {
    const columns = this.teamsOf[person] ?? [];
    const { least, most } = this.spans[person] ?? { least: 0, most: 0 };
    const row = this.model.row(
      least,
      least,
      columns,
      columns.map(() => 1),
    );
    this.rows.set(person, row);
    if (this.rotation === 0) this.model.column(0, most - least, [row], [-1]);
    else
      for (let k = least + 1; k <= most; k++) this.model.column(-2 * this.rotation * (k - 1), 1, [row], [-1]);
  }

  /**
   * The best mixture of the teams there are; people who are wanted too often get their row, until no more than a few are: those
   * count from the next time on. Null where there is none.
   */
  solve(): Mixture | null {
    for (;;) {
      const found = this.model.solve();
      if (!found) return null;
      const held = this.holdThoseWanted(found);
      if (held <= fewHeld) return this.mixture(found, held);
    }
  }

  /** Gives a row to everybody without one who is wanted too often; how many those are. */
  private holdThoseWanted({ values }: Found): number {
    const wanted = new Float64Array(this.teamsOf.length);
    for (let c = 0; c < this.columns.length; c++) {
      const part = values[this.numbers[c] as number] as number;
      if (part < 1e-9) continue;
      for (const i of (this.columns[c] as TeamColumn).pairs) {
        const person = this.problem.pairs[i]?.person ?? -1;
        wanted[person] = (wanted[person] as number) + part;
      }
    }
    let held = 0;
    for (let person = 0; person < wanted.length; person++) {
      const { most } = this.spans[person] as Span;
      const enough = this.rotation === 0 ? most : Math.min(1, most);
      if ((wanted[person] as number) <= enough + 1e-9 || this.rows.has(person)) continue;
      this.hold(person);
      held += 1;
    }
    return held;
  }

  private mixture(found: Found, held: number): Mixture {
    const prices = new Float64Array(this.problem.people.length);
    for (const [person, row] of this.rows) prices[person] = whole(found.prices[row] ?? 0);
    return {
      worth: found.worth - this.sure,
      lacking: found.values.subarray(0, this.gaveUp).some((part) => part > 1e-7),
      prices,
      projects: found.prices.slice(0, this.gaveUp),
      parts: Float64Array.from(this.numbers, (n) => found.values[n] ?? 0),
      behind: Float64Array.from(this.numbers, (n) => Math.abs(found.reduced[n] ?? 0)),
      held,
    };
  }

  /** Frees its memory. */
  close(): void {
    this.model.close();
  }
}
