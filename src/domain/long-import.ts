import type { Problem } from "./result.ts";
import { count } from "./text.ts";

/** How many problems of a file are told one by one. */
const told = 1_000;

/** The problems of a file of any length: the first of them as they are, and how many there are of the others. */
export class ManyProblems {
  readonly #told: Problem[] = [];
  #rows = 0;
  #untold: { line: number; problems: number; rows: number } | null = null;

  /** Those that are told one by one. */
  get told(): readonly Problem[] {
    return this.#told;
  }

  /** How many rows have problems. */
  get rows(): number {
    return this.#rows;
  }

  /** Adds what is wrong with one row. */
  add(line: number, problems: readonly Problem[]): void {
    this.#rows += 1;
    if (this.#untold === null && this.#told.length < told) this.#told.push(...problems);
    else {
      this.#untold ??= { line, problems: 0, rows: 0 };
      this.#untold.problems += problems.length;
      this.#untold.rows += 1;
    }
  }

  /** The problems that are told, and one that counts the others. */
  all(): Problem[] {
    if (this.#untold === null) return [...this.#told];
    const { line, problems, rows } = this.#untold;
    return [
      ...this.#told,
      {
        code: "more-problems",
        line,
        message: `From here on ${count(problems, "more problem")} on ${count(rows, "row")}, too many to tell one by one.`,
        remedy: "To have every bad row with its reasons as a file: --errors-to failed.csv",
      },
    ];
  }
}
