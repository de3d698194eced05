import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { damage } from "../../src/store/backup.ts";
import { connect } from "../../src/store/connect.ts";
import { type Step, steps, storeVersion } from "../../src/store/migrate.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { newStore } from "../new-store.ts";
import { root } from "../transcript.ts";

const shapes = join(root, "test", "shapes");

/** What a store is made of, apart from spacing, comments and quotes. */
const shapeOf = (store: Store): Record<string, string> =>
  Object.fromEntries(
    store
      .raw<{ type: string; name: string; sql: string }>(
        "select type, name, sql from sqlite_schema where sql is not null order by type, name",
      )
      .map((o) => [
        `${o.type} ${o.name}`,
        o.sql
          .replace(/--[^\n]*/g, "")
          .replace(/["\s]+/g, " ")
          .replace(/ ?([(),]) ?/g, "$1")
          .trim(),
      ]),
  );

const made = (result: ReturnType<typeof openStore>): Store => {
  if (!result.ok) throw new Error(result.problems.map((p) => p.message).join("; "));
  return result.value;
};

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "involve-migrate-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A store with a person in it, brought back to the shape it had at version 0. */
function oldStore(name: string): string {
  const path = join(folder, name);
  const store = newStore(path);
  store.insert("person", { known_as: "Kept through it all", created_on: "2026-01-12" });
  store.script("pragma foreign_keys = off");
  store.script(readFileSync(join(shapes, "version-0.sql"), "utf8"));
  store.close();
  return path;
}

const stepTo1: Step = { to: 1, script: readFileSync(join(shapes, "0-to-1.sql"), "utf8") };

describe("a store of an older version", () => {
  test("has exactly the shape of schema.sql after its steps, with every row kept", () => {
    const fresh = shapeOf(newStore());
    const path = oldStore("old.db");
    const store = made(openStore(path, { steps: [stepTo1] }));
    expect(shapeOf(store)).toEqual(fresh);
    expect(store.raw("select known_as from person")).toEqual([{ known_as: "Kept through it all" }]);
    expect(damage(store)).toEqual([]);
    store.close();
  });

  test("is copied, and the copy checked, before anything is changed", () => {
    const path = oldStore("copied.db");
    made(openStore(path, { steps: [stepTo1] })).close();
    const copy = readdirSync(folder).find((f) => f.startsWith("copied.db.before-version-1"));
    const db = connect(join(folder, copy ?? "none"), { readonly: true });
    expect(db.pragma("user_version", { simple: true })).toBe(0);
    expect(db.prepare("select known_as from person").pluck().get()).toBe("Kept through it all");
    db.close();
  });

  test("is left whole where a step fails halfway", () => {
    const path = oldStore("halfway.db");
    const broken: Step = {
      to: 1,
      script: "create table half_done (id integer) strict; insert into nowhere values (1);",
    };
    expect(() => openStore(path, { steps: [broken] })).toThrow(/nowhere/);
    const db = connect(path);
    expect(db.prepare("select count(*) from sqlite_schema where name = 'half_done'").pluck().get()).toBe(0);
    expect(db.pragma("user_version", { simple: true })).toBe(0);
    db.close();
  });

  test("records changes after its steps, also in tables the old version did not have", () => {
    const store = made(openStore(oldStore("recorded.db"), { steps: [stepTo1] }));
    store.write({ by: "Harriet Osei", at: "2026-11-23T12:00:00Z", command: "test" }, () =>
      store.insert("csv_mapping", { name: "forms", kind: "applications", mapping: "{}" }),
    );
    expect(store.raw("select table_name, action from change_row where table_name = 'csv_mapping'")).toEqual([
      { table_name: "csv_mapping", action: "insert" },
    ]);
    store.close();
  });

  test("is refused, untouched, where no step leads on from it", () => {
    const path = oldStore("stuck.db");
    const before = readFileSync(path);
    const refused = openStore(path, { steps: [] });
    expect(refused.ok ? "" : refused.problems[0]?.code).toBe("older-store");
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

describe("a store of a newer version", () => {
  test("is refused, and not one byte of it is touched", () => {
    const path = join(folder, "newer.db");
    newStore(path).close();
    const db = connect(path);
    db.pragma(`user_version = ${storeVersion + 1}`);
    db.close();
    const before = readFileSync(path);
    const refused = openStore(path);
    expect(refused.ok ? "" : refused.problems[0]?.code).toBe("newer-store");
    expect(readFileSync(path).equals(before)).toBe(true);
  });
});

test("the steps lead from version to version without a gap, up to the version the program writes", () => {
  expect(steps.map((s) => s.to)).toEqual(steps.map((_, i) => i + 2));
  expect(storeVersion).toBe(1 + steps.length);
  const schema = readFileSync(join(root, "schema.sql"), "utf8");
  expect(schema).toContain(`pragma user_version = ${storeVersion};`);
});
