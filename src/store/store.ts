import type Database from "better-sqlite3";
import {
  type CompiledQuery,
  DummyDriver,
  type Insertable,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Updateable,
} from "kysely";
import type { DB } from "./tables.ts";

/** Writes typed SQL; nothing runs until a `Store` is handed the query. */
export const sql = new Kysely<DB>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A typed query that can be compiled: any Kysely builder. */
export interface Query<R> {
  compile(): CompiledQuery<R>;
}

/** A table of the store that has an `id`. */
export type TableName = {
  [T in keyof DB]: DB[T] extends { id: unknown } ? T : never;
}[keyof DB];

/** Who changes the store, when (UTC, `YYYY-MM-DDTHH:MM:SSZ`) and with which command, for the change record. */
export interface Author {
  readonly by: string;
  readonly at: string;
  /** Noun and verb only: what was typed may hold personal data. */
  readonly command: string;
}

/** An open store. Queries run at once and synchronously; each distinct SQL text is prepared once. */
export class Store {
  readonly path: string;
  readonly #db: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();

  constructor(db: Database.Database, path: string) {
    this.#db = db;
    this.path = path;
  }

  #statement(text: string): Database.Statement<unknown[]> {
    const known = this.#statements.get(text);
    if (known) return known;
    const made = this.#db.prepare<unknown[]>(text);
    this.#statements.set(text, made);
    return made;
  }

  /** Every row of a typed query, in its order. */
  all<R>(query: Query<R>): R[] {
    const { sql: text, parameters } = query.compile();
    return this.#statement(text).all(...parameters) as R[];
  }

  /** The first row of a typed query, or undefined. */
  first<R>(query: Query<R>): R | undefined {
    const { sql: text, parameters } = query.compile();
    return this.#statement(text).get(...parameters) as R | undefined;
  }

  /** Runs a typed insert, update or delete; answers how many rows it touched. */
  run(query: Query<unknown>): number {
    const { sql: text, parameters } = query.compile();
    return this.#statement(text).run(...parameters).changes;
  }

  /** Adds a row and answers its id. */
  insert<T extends TableName>(table: T, row: Insertable<DB[T]>): number {
    const { sql: text, parameters } = sql
      .insertInto(table)
      .values(row as never)
      .compile();
    return Number(this.#statement(text).run(...parameters).lastInsertRowid);
  }

  /** Changes columns of one row by id. */
  update<T extends TableName>(table: T, id: number, changes: Updateable<DB[T]>): void {
    const entries = Object.entries(changes).filter(([, value]) => value !== undefined);
    if (entries.length === 0) return;
    const set = entries.map(([column]) => `${column} = ?`).join(", ");
    this.rawRun(`update ${table} set ${set} where id = ?`, ...entries.map(([, value]) => value), id);
  }

  /** Takes out one row by id. */
  remove(table: TableName, id: number): void {
    this.rawRun(`delete from ${table} where id = ?`, id);
  }

  /** The rows of a fixed SQL text, for what Kysely has no words for: pragmas, JSON, the change record. */
  raw<R>(text: string, ...parameters: readonly unknown[]): R[] {
    return this.#statement(text).all(...parameters) as R[];
  }

  /** The same row by row, for more of them than should be held at once; nothing else can be asked until the last is taken. */
  each<R>(text: string, ...parameters: readonly unknown[]): IterableIterator<R> {
    return this.#statement(text).iterate(...parameters) as IterableIterator<R>;
  }

  /** Runs a fixed SQL text that answers no rows. */
  rawRun(text: string, ...parameters: readonly unknown[]): number {
    return this.#statement(text).run(...parameters).changes;
  }

  /** A number that is another one once another program has changed the file. */
  version(): number {
    return this.raw<{ data_version: number }>("pragma data_version")[0]?.data_version ?? 0;
  }

  /** Runs a script of several statements. */
  script(text: string): void {
    this.#db.exec(text);
  }

  /**
   * Does `work` in one immediate transaction: all of it, or nothing. With `dryRun` everything is done and then taken
   * back. Throws what `work` throws; a busy store throws SQLITE_BUSY after the busy timeout.
   */
  transaction<T>(work: () => T, dryRun = false): T {
    if (this.#db.inTransaction) return work();
    this.#db.exec("begin immediate");
    try {
      const result = work();
      if (result instanceof Promise) throw new TypeError("a transaction cannot wait for a promise");
      this.#db.exec(dryRun ? "rollback" : "commit");
      return result;
    } catch (error) {
      if (this.#db.inTransaction) this.#db.exec("rollback");
      throw error;
    }
  }

  /**
   * Puts a sentence on record with the running command, in refs and never names: what was done though no row changed, such
   * as showing an identity that is withheld. A command with a note stays on record.
   */
  note(about: string): void {
    const noted = this.rawRun(
      "update change_set set about = ? where id = (select set_id from recording)",
      about,
    );
    if (noted !== 1) throw new Error("a note needs a recorded write");
  }

  /** From here on, changes are recorded as coming from a line of the imported file; null: from none. */
  fromLine(line: number | null): void {
    this.rawRun("update recording set line_no = ?", line);
  }

  /**
   * Does `work` in one transaction whose every change is recorded under one change set; no set where nothing changed and
   * nothing was noted.
   */
  write<T>(author: Author, work: () => T, dryRun = false): T {
    return this.transaction(() => {
      const set = this.insert("change_set", {
        made_at: author.at,
        made_by: author.by,
        command: author.command,
      });
      this.rawRun("update recording set set_id = ?", set);
      const result = work();
      this.rawRun("update recording set set_id = null, line_no = null");
      this.rawRun(
        "delete from change_set where id = ? and about is null and undoes_id is null and not exists (select 1 from change_row where set_id = ?)",
        set,
        set,
      );
      return result;
    }, dryRun);
  }

  /** Ends the connection; the store can't be used afterwards. */
  close(): void {
    this.#db.close();
  }
}
