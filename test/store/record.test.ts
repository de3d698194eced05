import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { planUndo } from "../../src/domain/undo.ts";
import { applyUndo, changeSet, changeSets, changesOf, factsFor } from "../../src/store/history.ts";
import { columnsOf, recordedTables } from "../../src/store/record.ts";
import type { Store } from "../../src/store/store.ts";
import { newStore } from "../new-store.ts";

const author = { by: "Harriet Osei", at: "2026-11-23T12:00:00Z", command: "test" };

/** Every row of every recorded table, as text. */
const contents = (store: Store): string =>
  recordedTables(store)
    .map(
      (t) =>
        `${t}: ${JSON.stringify(store.raw(`select ${columnsOf(store, t).join(", ")} from ${t} order by id`))}`,
    )
    .join("\n");

function undo(store: Store, id: number): void {
  store.write(author, () => {
    const set = changeSet(store, id);
    const plan = planUndo(changesOf(store, id), factsFor(store, id));
    if (!set || !plan.ok)
      throw new Error(plan.ok ? "no set" : plan.problems.map((p) => p.message).join("; "));
    const orphans = applyUndo(store, set, plan.value);
    if (orphans.length > 0) throw new Error(`${orphans[0]?.table} rests on it`);
  });
}

describe("the change record", () => {
  test("covers every table of the schema but the record itself, files brought in, evaluation responses and counts of equality answers", () => {
    const store = newStore();
    const tables = store
      .raw<{ name: string }>(
        "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .map((t) => t.name);
    const covered = new Set(
      store
        .raw<{ tbl_name: string }>(
          "select tbl_name from sqlite_schema where type = 'trigger' and name like 'record_%'",
        )
        .map((t) => t.tbl_name),
    );
    expect(tables.filter((t) => !covered.has(t))).toEqual([
      "change_row",
      "change_set",
      "evaluation_response",
      "import_batch",
      "import_content",
      "match_run_facts",
      "recording",
      "round_count",
    ]);
    expect(
      store.raw("select count(*) as n from sqlite_schema where type = 'trigger' and name like 'record_%'"),
    ).toEqual([{ n: covered.size * 3 }]);
  });

  test("starts empty: the seed is nobody's change", () => {
    const store = newStore();
    expect(store.raw("select count(*) as n from change_row")).toEqual([{ n: 0 }]);
  });

  test("keeps who, when, which command, and the row before and after", () => {
    const store = newStore();
    const id = store.write(author, () =>
      store.insert("person", { known_as: "Amina Khan", created_on: "2026-01-12" }),
    );
    store.write({ ...author, command: "member edit" }, () =>
      store.update("person", id, { known_as: "Amina" }),
    );
    const [set] = changeSets(store, 1);
    expect(set).toMatchObject({
      made_by: "Harriet Osei",
      made_at: "2026-11-23T12:00:00Z",
      command: "member edit",
      rows: 1,
    });
    const [change] = changesOf(store, set?.id ?? 0);
    expect([change?.before?.["known_as"], change?.after?.["known_as"]]).toEqual(["Amina Khan", "Amina"]);
  });

  test("a command that wrote a row back as it was can be taken back: there is nothing to restore in that row", () => {
    const store = newStore();
    const id = store.write(author, () =>
      store.insert("person", { known_as: "Amina Khan", created_on: "2026-01-12" }),
    );
    store.write(author, () => {
      store.update("person", id, { known_as: "Amina Khan" });
      store.insert("person", { known_as: "Bo Larsen", created_on: "2026-01-13" });
    });
    const [set] = changeSets(store, 1);
    undo(store, set?.id ?? 0);
    expect(store.raw("select known_as from person order by id")).toEqual([{ known_as: "Amina Khan" }]);
  });

  test("notices what was edited outside the program, as nobody's command", () => {
    const store = newStore();
    store.script("insert into person (known_as, created_on) values ('By hand', '2026-01-12')");
    expect(store.raw("select set_id, table_name from change_row")).toEqual([
      { set_id: null, table_name: "person" },
    ]);
  });

  test("has no entry for a command that changed nothing", () => {
    const store = newStore();
    store.write(author, () => undefined);
    expect(changeSets(store, 10)).toEqual([]);
  });

  test("a command that fails halfway leaves nothing: no row, and no entry", () => {
    const store = newStore();
    const before = contents(store);
    expect(() =>
      store.write(author, () => {
        store.insert("person", { known_as: "Half", created_on: "2026-01-12" });
        throw new Error("the power went");
      }),
    ).toThrow("the power went");
    expect(contents(store)).toBe(before);
    expect(changeSets(store, 10)).toEqual([]);
  });

  test("a full disk leaves nothing, and says so by its code", () => {
    const store = newStore();
    const before = contents(store);
    const [pages] = store.raw<{ page_count: number }>("pragma page_count");
    store.script(`pragma max_page_count = ${(pages?.page_count ?? 0) + 5}`);
    let code = "";
    try {
      store.write(author, () => {
        for (let i = 0; i < 10_000; i++)
          store.insert("person", { known_as: `Somebody ${i}`, created_on: "2026-01-12" });
      });
    } catch (error) {
      code = (error as { code: string }).code;
    }
    expect(code).toBe("SQLITE_FULL");
    expect(contents(store)).toBe(before);
  });

  test("a transaction cannot wait for a promise", () => {
    const store = newStore();
    expect(() => store.write(author, () => Promise.resolve(1))).toThrow("cannot wait");
  });
});

/** One change to a person or a membership; numbers choose among the rows there are. */
const step = fc.record({
  what: fc.constantFrom("add", "rename", "join", "leave"),
  which: fc.nat(20),
  name: fc.string({ minLength: 1, maxLength: 8 }).filter((s) => s.trim() !== ""),
});

function apply(store: Store, { what, which, name }: { what: string; which: number; name: string }): void {
  const people = store.raw<{ id: number }>("select id from person order by id");
  const person = people[which % Math.max(1, people.length)];
  if (what === "add" || !person) store.insert("person", { known_as: name, created_on: "2026-01-12" });
  else if (what === "rename") store.update("person", person.id, { known_as: name });
  else if (what === "join") {
    const [open] = store.raw("select id from membership where person_id = ? and left_on is null", person.id);
    if (!open) store.insert("membership", { person_id: person.id, group_id: 1, joined_on: "2026-01-12" });
  } else store.rawRun("delete from membership where person_id = ?", person.id);
}

describe("undo", () => {
  test("taking back every command, newest first, brings back every row as it was", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
        (commands) => {
          const store = newStore();
          const start = contents(store);
          for (const steps of commands)
            store.write(author, () => {
              for (const s of steps) apply(store, s);
            });
          const end = contents(store);
          const sets = changeSets(store, 100).map((s) => s.id);
          for (const id of sets) undo(store, id);
          expect(contents(store)).toBe(start);
          const undone = changeSets(store, 100)
            .filter((s) => s.undoes_id !== null && s.undone_by_id === null && s.rows > 0)
            .map((s) => s.id);
          for (const id of undone) undo(store, id);
          expect(contents(store)).toBe(end);
          store.close();
        },
      ),
      { numRuns: 15 },
    );
  });

  test("is refused where something later rests on what would go", () => {
    const store = newStore();
    const person = store.write(author, () =>
      store.insert("person", { known_as: "Amina Khan", created_on: "2026-01-12" }),
    );
    store.write(author, () =>
      store.insert("membership", { person_id: person, group_id: 1, joined_on: "2026-01-12" }),
    );
    const before = contents(store);
    expect(() => undo(store, 1)).toThrow("membership rests on it");
    expect(contents(store)).toBe(before);
  });

  test("is refused where the row was changed since, naming the command that did", () => {
    const store = newStore();
    const id = store.write(author, () =>
      store.insert("person", { known_as: "Amina Khan", created_on: "2026-01-12" }),
    );
    store.write({ ...author, command: "member edit" }, () =>
      store.update("person", id, { known_as: "Amina" }),
    );
    expect(() => undo(store, 1)).toThrow("person 1 was changed since, by H-002 (member edit).");
  });
});
