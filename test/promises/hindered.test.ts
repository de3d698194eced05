import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { exits, stopFor } from "../../src/cli/errors.ts";
import { connect } from "../../src/store/connect.ts";
import { addStaff } from "../../src/store/staff.ts";
import { Store } from "../../src/store/store.ts";
import { type Answer, changedTables, contents, performYear, ran, type Year } from "./year.ts";

let year: Year;
beforeAll(() => {
  year = performYear();
});
afterAll(() => year.remove());

const reads = "member list";
const writes = 'member add "Amina Khan"';
const refusal = (exit: number, code: string): Answer => ({
  exit,
  out: "",
  err: expect.stringMatching(new RegExp(`\\[${code}\\]\\n {2}\\S`)) as unknown as string,
});

/** The store of a folder with some of its header changed, which is how another program or version leaves its mark. */
function marked(pragma: string): string {
  const folder = year.copy();
  const db = connect(join(folder, "unit.db"));
  db.pragma(pragma);
  db.close();
  return folder;
}

describe("a store that is not there, not ours, or not yet known", () => {
  test.each([
    ["a missing file", () => year.bare(), "", 1, "no-store"],
    ["a missing folder", () => year.bare(), "--store nowhere/unit.db", 1, "no-store"],
    ["a folder in its place", () => year.copy(), "--store .", 1, "cannot-open"],
    ["a store from a newer version", () => marked("user_version = 99"), "", 1, "newer-store"],
    ["a SQLite file of another program", () => marked("application_id = 7"), "", 1, "not-a-store"],
    ["a blank name", () => year.copy(), '--store ""', 2, "blank"],
  ])(
    "%s: one clear message and its remedy, from a reading and a writing verb, and not a byte written",
    async (_what, make, more, exit, code) => {
      const folder = make();
      const before = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
      for (const line of [reads, writes, "undo --yes", "store check", "store backup copy.db"])
        expect({ line, ...(await ran(folder, `${line} ${more}`)) }).toEqual({ line, ...refusal(exit, code) });
      const after = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
      expect(
        after.length === before.length && after.every((bytes, i) => bytes.equals(before[i] as Buffer)),
      ).toBe(true);
    },
  );

  test("an empty file is no store, and is not made into one", async () => {
    const folder = year.bare();
    writeFileSync(join(folder, "unit.db"), "");
    for (const line of [reads, writes]) expect(await ran(folder, line)).toEqual(refusal(1, "not-a-store"));
    expect(await ran(folder, "store init")).toEqual(refusal(1, "store-exists"));
    expect(readFileSync(join(folder, "unit.db")).length).toBe(0);
  });

  test("an environment that says nothing counts as not set", async () => {
    const folder = year.copy();
    mkdirSync(join(folder, "involve"));
    symlinkSync(join(folder, "unit.db"), join(folder, "involve", "involve.db"));
    const env = { INVOLVE_STORE: "", INVOLVE_TODAY: "", INVOLVE_BY: " ", XDG_DATA_HOME: folder };
    expect((await ran(folder, writes, { env })).exit).toBe(0);
    expect((await ran(folder, "history list --last 1 --format csv")).out).toContain("tester");
  });
});

/**
 * As root no file permission holds, so a disk that is full and a file that may not be written are made with SQLite's own
 * limits: a store that may not grow by a page (max_page_count), and a connection that may not write (query_only).
 */
function withLimit(limit: string, work: (store: Store) => void): unknown {
  const folder = year.copy();
  const before = contents(folder);
  const db = connect(join(folder, "unit.db"));
  db.pragma(limit);
  const store = new Store(db, join(folder, "unit.db"));
  try {
    store.write({ by: "Harriet Osei", at: "2026-11-23T12:00:00Z", command: "staff add" }, () => work(store));
    return null;
  } catch (error) {
    return error;
  } finally {
    store.close();
    expect(changedTables(before, contents(folder))).toEqual([]);
  }
}

describe("a disk that does not take it", () => {
  test("when it is full: refused with its code, and nothing of the write is there", () => {
    const stop = stopFor(
      withLimit("max_page_count = 1", (store) => {
        for (let i = 0; i < 2000; i++) addStaff(store, { name: `Somebody ${"x".repeat(500)} ${i}` } as never);
      }),
    );
    expect(stop).toMatchObject({ exit: exits.refused, problems: [{ code: "disk-full" }] });
  });

  test("when it may not be written: refused with its code, and it can still be read", () => {
    const stop = stopFor(
      withLimit("query_only = on", (store) => void addStaff(store, { name: "Ines" } as never)),
    );
    expect(stop).toMatchObject({ exit: exits.refused, problems: [{ code: "read-only" }] });
  });

  const asRoot = process.getuid?.() === 0;
  (asRoot ? test.skip : test)(
    "when the file is read-only (not as root): the same through the program",
    async () => {
      const folder = year.copy();
      chmodSync(join(folder, "unit.db"), 0o400);
      expect((await ran(folder, reads)).exit).toBe(0);
      expect(await ran(folder, writes)).toEqual(refusal(1, "read-only"));
    },
  );
});

describe("a file to be written", () => {
  test.each([
    ["the store itself", "unit.db", 1, "same-file"],
    ["the store by another name", "link.db", 1, "same-file"],
    ["a folder", ".", 1, "is-folder"],
    ["in a folder that is not there", "nowhere/list.csv", 1, "no-folder"],
    ["too long a name", `${"x".repeat(300)}.csv`, 1, "file"],
  ])("%s: is refused before anything is done", async (_what, name, exit, code) => {
    const folder = year.copy();
    symlinkSync(join(folder, "unit.db"), join(folder, "link.db"));
    const before = readFileSync(join(folder, "unit.db"));
    for (const line of [reads, `${writes} --format csv`, "report infrastructure", "commentary draft C-001"])
      expect({ line, ...(await ran(folder, `${line} --output ${name}`)) }).toEqual({
        line,
        ...refusal(exit, code),
      });
    expect(await ran(folder, `report infrastructure --svg ${name}`)).toEqual(refusal(exit, code));
    expect(readFileSync(join(folder, "unit.db")).equals(before)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual(["link.db", "unit.db"]);
  });

  test("through a link is written where the link leads, and the link stays", async () => {
    const folder = year.copy();
    mkdirSync(join(folder, "elsewhere"));
    writeFileSync(join(folder, "elsewhere", "list.csv"), "old");
    symlinkSync(join(folder, "elsewhere", "list.csv"), join(folder, "list.csv"));
    expect((await ran(folder, `${reads} --output list.csv`)).exit).toBe(0);
    expect(readFileSync(join(folder, "elsewhere", "list.csv"), "utf8")).toContain("M-002");
    expect(readdirSync(dirname(join(folder, "elsewhere", "list.csv")))).toEqual(["list.csv"]);
  });
});
