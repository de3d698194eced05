/** A linear model as arrays, column by column; its worth is made as great as can be. */
export interface Model {
  readonly worth: readonly number[];
  readonly least: readonly number[];
  readonly most: readonly number[];
  /** Whether a column must be a whole number. */
  readonly whole: readonly boolean[];
  readonly rowLeast: readonly number[];
  readonly rowMost: readonly number[];
  /** The entries of column `j` lie from `starts[j]` up to `starts[j + 1]`. */
  readonly starts: readonly number[];
  readonly rows: readonly number[];
  readonly values: readonly number[];
}

/** A column to be added: what one of it is worth, its bounds, and whether it must be whole; a yes or no unless said otherwise. */
export interface NewColumn {
  readonly worth?: number;
  readonly least?: number;
  readonly most?: number;
  readonly whole?: boolean;
  /** The rows it counts in, each once, and how much in each; one where left out. */
  readonly rows: readonly number[];
  readonly values?: readonly number[];
}

/** Puts a model together: rows first, then the columns that count in them. */
export class ModelBuilder implements Model {
  readonly worth: number[] = [];
  readonly least: number[] = [];
  readonly most: number[] = [];
  readonly whole: boolean[] = [];
  readonly rowLeast: number[] = [];
  readonly rowMost: number[] = [];
  readonly starts: number[] = [0];
  readonly rows: number[] = [];
  readonly values: number[] = [];

  /** Adds a row with its bounds; answers its number. */
  row(least: number, most: number): number {
    this.rowLeast.push(least);
    this.rowMost.push(most);
    return this.rowLeast.length - 1;
  }

  /** Adds a column; answers its number. */
  column({ worth = 0, least = 0, most = 1, whole = true, rows, values }: NewColumn): number {
    this.worth.push(worth);
    this.least.push(least);
    this.most.push(most);
    this.whole.push(whole);
    for (const [i, row] of rows.entries()) {
      this.rows.push(row);
      this.values.push(values?.[i] ?? 1);
    }
    this.starts.push(this.rows.length);
    return this.worth.length - 1;
  }
}

/** The same model in which nothing has to be a whole number. */
export const relaxed = (model: Model): Model => ({ ...parts(model), whole: model.whole.map(() => false) });

/** The same model with another worth for each column. */
export const worthOf = (model: Model, worth: readonly number[]): Model => ({ ...parts(model), worth });

/** The same model with one more row over some of its columns. */
export function withRow(
  model: Model,
  least: number,
  most: number,
  entries: ReadonlyMap<number, number>,
): Model {
  const next = new ModelBuilder();
  for (const [i, rowLeast] of model.rowLeast.entries()) next.row(rowLeast, model.rowMost[i] ?? rowLeast);
  const added = next.row(least, most);
  for (const [j, worth] of model.worth.entries()) {
    const [from, to] = [model.starts[j] ?? 0, model.starts[j + 1] ?? 0];
    const value = entries.get(j);
    next.column({
      worth,
      least: model.least[j] ?? 0,
      most: model.most[j] ?? 0,
      whole: model.whole[j] ?? true,
      rows: [...model.rows.slice(from, to), ...(value === undefined ? [] : [added])],
      values: [...model.values.slice(from, to), ...(value === undefined ? [] : [value])],
    });
  }
  return next;
}

const parts = ({ worth, least, most, whole, rowLeast, rowMost, starts, rows, values }: Model): Model => ({
  worth,
  least,
  most,
  whole,
  rowLeast,
  rowMost,
  starts,
  rows,
  values,
});
