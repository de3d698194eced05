import { setFlagsFromString } from "node:v8";
import { growing } from "./growing.ts";
import type { Model } from "./model.ts";

/** What a solver found for a model that can be met. */
export interface Found {
  readonly worth: number;
  /** No answer whatever is worth more than this, as the solver proved it. */
  readonly bound: number;
  readonly values: Float64Array;
  /** Only where nothing has to be whole: what one more of each row is worth. */
  readonly prices: Float64Array;
  /** Only where nothing has to be whole: what each column adds beyond what its rows are worth. */
  readonly reduced: Float64Array;
}

/** A linear model without whole numbers that grows while it is solved again and again, each time from where it stood. */
export interface Growing {
  /** Adds a row over columns there are already; answers its number. */
  row(least: number, most: number, columns: readonly number[], values: readonly number[]): number;
  /** Adds a column with its worth and bounds in rows there are already; answers its number. */
  column(worth: number, most: number, rows: readonly number[], values: readonly number[]): number;
  /** The best answer; null where no answer meets every row, and where the solver cannot say. */
  solve(): Found | null;
  /** Frees its memory; to be called once, last. */
  close(): void;
}

/** A solver that is loaded; it answers at once, and always the same for the same model. */
export interface Engine {
  /** Its name and version, for the record. */
  readonly name: string;
  /** The best answer; null where no answer meets every row. */
  solve(model: Model): Found | null;
  /** A model that grows. */
  grow(): Growing;
}

const exact = {
  output_flag: false,
  mip_rel_gap: 0,
  mip_abs_gap: 0,
  mip_feasibility_tolerance: 1e-9,
  primal_feasibility_tolerance: 1e-9,
  dual_feasibility_tolerance: 1e-9,
  mip_allow_restart: false,
  random_seed: 0,
} as const;

/** What the package gives: as an ES module this itself, bundled as CommonJS one level deeper. */
type Load = typeof import("highs").default;

const nothing = new Float64Array();

/** What a model without columns comes to: nothing, where every row allows that. */
const withoutColumns = ({ rowLeast, rowMost }: Model): Found | null =>
  rowLeast.every((least) => least <= 0) && rowMost.every((most) => most >= 0)
    ? { worth: 0, bound: 0, values: nothing, prices: new Float64Array(rowLeast.length), reduced: nothing }
    : null;

/** Every bound as a number the solver can read: beyond all measure becomes its own infinity. */
const bounds = (numbers: readonly number[], infinity: number): Float64Array =>
  Float64Array.from(numbers, (n) => (n === Infinity ? infinity : n === -Infinity ? -infinity : n));

/** From so many people on a search takes seconds (bench/matching.js). */
const many = 20_000;

/**
 * Loads HiGHS, a solver for linear models over whole and real numbers, for a search among about so many people. It is loaded on first
 * use only, since it takes a moment, and runs in one thread, so that the same model always gets the same answer.
 */
export async function loadEngine(people = 0): Promise<Engine> {
  // One short command gains nothing from optimised machine code: the quick compiler starts it in a fraction of the time. In a long
  // one, what runs for seconds is compiled a second time. What is never called is not even looked through.
  setFlagsFromString(people < many ? "--liftoff-only" : "--wasm-tiering-budget=50000000");
  setFlagsFromString("--wasm-lazy-validation");
  const { default: found } = (await import("highs")) as unknown as { default: Load | { default: Load } };
  const highs = await (typeof found === "function" ? found : found.default)();
  const { modelStatus, variableType, objectiveSense } = highs.constants;
  return {
    name: `HiGHS ${highs.version.string}`,
    solve: (model) => {
      const size = { numRows: model.rowLeast.length, numCols: model.worth.length };
      if (size.numCols === 0) return withoutColumns(model);
      const whole = model.whole.some((w) => w);
      const source = {
        ...size,
        sense: objectiveSense.maximize,
        colCost: Float64Array.from(model.worth),
        colLower: bounds(model.least, highs.infinity),
        colUpper: bounds(model.most, highs.infinity),
        rowLower: bounds(model.rowLeast, highs.infinity),
        rowUpper: bounds(model.rowMost, highs.infinity),
        matrix: {
          ...size,
          format: "csc" as const,
          starts: Int32Array.from(model.starts),
          indices: Int32Array.from(model.rows),
          values: Float64Array.from(model.values),
        },
        ...(whole
          ? { integrality: model.whole.map((w) => (w ? variableType.integer : variableType.continuous)) }
          : {}),
      };
      const solved = (options: typeof exact & { readonly presolve?: "off" }): Found | null =>
        highs.withModel(source, (solver) => {
          solver.options.set(options);
          solver.run();
          const status = solver.getModelStatus();
          if (status === modelStatus.infeasible) return null;
          if (status !== modelStatus.optimal) throw new Error(`HiGHS stopped with model status ${status}`);
          const solution = solver.getSolution();
          const worth = solver.getObjectiveValue();
          return {
            worth,
            bound: whole ? Number(solver.info.get("mip_dual_bound")) : worth,
            values: Float64Array.from(solution.colValue),
            prices: Float64Array.from(solution.rowDual),
            reduced: Float64Array.from(solution.colDual),
          };
        });
      // That there is no answer is believed only without presolve, which has been seen to lose them all.
      return solved(exact) ?? solved({ ...exact, presolve: "off" });
    },
    grow: () => growing(highs, exact),
  };
}
