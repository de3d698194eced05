import type { Growing } from "./engine.ts";

/** What the package gives once it is loaded. */
type Highs = Awaited<ReturnType<typeof import("highs").default>>;

/** Rows or columns that were added and that the solver does not know of yet. */
interface Waiting {
  readonly least: number[];
  readonly most: number[];
  readonly worth: number[];
  readonly indices: number[][];
  readonly values: number[][];
}

const none = (): Waiting => ({ least: [], most: [], worth: [], indices: [], values: [] });

/** The entries of rows or columns one after another, as the solver reads them. */
function packed({ indices, values }: Waiting): {
  starts: Int32Array;
  indices: Int32Array;
  values: Float64Array;
} {
  const starts = new Int32Array(indices.length + 1);
  for (const [k, own] of indices.entries()) starts[k + 1] = (starts[k] ?? 0) + own.length;
  return { starts, indices: Int32Array.from(indices.flat()), values: Float64Array.from(values.flat()) };
}

/** A model that grows, in the solver's own memory; what is added reaches it together, when it is solved next. */
export function growing(
  highs: Highs,
  options: Parameters<ReturnType<Highs["createModel"]>["options"]["set"]>[0],
): Growing {
  const model = highs.createModel();
  // It starts from where it stood: there is nothing to simplify first, and its numbers are small whole ones.
  model.options.set({ ...options, presolve: "off", simplex_scale_strategy: 0 });
  model.changeObjectiveSense(highs.constants.objectiveSense.maximize);
  const inside = (n: number): number =>
    n === Infinity ? highs.infinity : n === -Infinity ? -highs.infinity : n;
  let [rows, columns] = [none(), none()];
  let [knownRows, knownColumns] = [0, 0];
  const pass = (): void => {
    const size = { rows: rows.most.length, columns: columns.most.length };
    if (size.rows > 0)
      model.addRows({
        lower: Float64Array.from(rows.least, inside),
        upper: Float64Array.from(rows.most, inside),
        matrix: { format: "csr", numRows: size.rows, numCols: knownColumns, ...packed(rows) },
      });
    knownRows += size.rows;
    if (size.columns > 0)
      model.addCols({
        cost: Float64Array.from(columns.worth),
        lower: Float64Array.from(columns.least, inside),
        upper: Float64Array.from(columns.most, inside),
        matrix: { format: "csc", numRows: knownRows, numCols: size.columns, ...packed(columns) },
      });
    knownColumns += size.columns;
    [rows, columns] = [none(), none()];
  };
  return {
    row: (least, most, indices, values) => {
      const own: [number[], number[]] = [[], []];
      const number = knownRows + rows.most.length;
      for (const [k, column] of indices.entries()) {
        // A column that waits as well takes the entry with it.
        const [to, at] =
          column < knownColumns
            ? [own, column]
            : [
                [columns.indices[column - knownColumns] ?? [], columns.values[column - knownColumns] ?? []],
                number,
              ];
        to[0]?.push(at);
        to[1]?.push(values[k] ?? 0);
      }
      rows.least.push(least);
      rows.most.push(most);
      rows.indices.push(own[0]);
      rows.values.push(own[1]);
      return number;
    },
    column: (worth, most, indices, values) => {
      columns.worth.push(worth);
      columns.least.push(0);
      columns.most.push(most);
      columns.indices.push([...indices]);
      columns.values.push([...values]);
      return knownColumns + columns.most.length - 1;
    },
    solve: () => {
      pass();
      model.run();
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
      const { colValue, rowDual, colDual } = model.getSolution();
      const worth = model.getObjectiveValue();
      return { worth, bound: worth, values: colValue, prices: rowDual, reduced: colDual };
    },
    close: () => model.dispose(),
  };
}
