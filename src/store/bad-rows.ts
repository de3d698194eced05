import type { Store } from "./store.ts";

/** A bad row as it came, and why. */
export interface KeptBadRow {
  readonly cells: readonly string[];
  readonly why: string;
}

/** How many rows are in memory at a time. */
const page = 1_000;

/** The bad rows of a long file, kept in a temporary table of the connection until they are written to a file of their own. */
export class BadRows {
  readonly #store: Store;
  #width = 0;

  constructor(store: Store) {
    this.#store = store;
    store.script(`pragma temp.journal_mode = off;
drop table if exists temp.bad_row;
create temp table bad_row (line integer primary key, cells text, why text);`);
  }

  /** How many cells the widest of them has. */
  get width(): number {
    return this.#width;
  }

  /** Keeps a bad row. */
  keep(line: number, { cells, why }: KeptBadRow): void {
    this.#width = Math.max(this.#width, cells.length);
    this.#store.rawRun(
      "insert into bad_row (line, cells, why) values (?, ?, ?)",
      line,
      JSON.stringify(cells),
      why,
    );
  }

  /** All of them in the order of their lines, so many at a time. */
  *pages(): Generator<KeptBadRow[]> {
    for (let line = 0; ; ) {
      const rows = this.#store.raw<{ line: number; cells: string; why: string }>(
        "select line, cells, why from bad_row where line > ? order by line limit ?",
        line,
        page,
      );
      const last = rows.at(-1);
      if (!last) return;
      line = last.line;
      yield rows.map((r) => ({ cells: JSON.parse(r.cells) as string[], why: r.why }));
    }
  }
}
