import { spawn } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { checkCopy } from "../../src/store/restore.ts";
import { changedTables, contents, performYear, ran, type Year } from "./year.ts";

let year: Year;
beforeAll(() => {
  year = performYear();
});
afterAll(() => year.remove());

/** Leaves a store as a program does that is killed in the middle of a write: pages written, its journal beside it. */
async function interrupt(folder: string): Promise<void> {
  const script = `const db = new (require("better-sqlite3"))("unit.db");
    db.pragma("cache_size = 5"); db.pragma("cache_spill = 1");
    db.exec("begin immediate; drop trigger record_person_update; update person set known_as = 'half done' || hex(randomblob(400))");
    process.kill(process.pid, "SIGKILL");`;
  const child = spawn(process.execPath, ["-e", script], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      NODE_PATH: join(import.meta.dirname, "..", "..", "node_modules"),
    },
    stdio: "inherit",
  });
  await new Promise((resolve) => child.on("close", resolve));
  expect(existsSync(join(folder, "unit.db-journal"))).toBe(true);
}

describe("a store that is brought back", () => {
  test("takes the place of one whose program was killed, and is not spoilt by what that left behind", async () => {
    const folder = year.copy();
    await ran(folder, "store backup monday.db");
    const monday = contents(folder, "monday.db");
    await ran(folder, 'member add "Amina Khan"');
    const tuesday = contents(folder);
    await interrupt(folder);
    const { exit, err } = await ran(folder, "store restore monday.db --yes");
    expect({ exit, err }).toEqual({ exit: 0, err: expect.stringContaining("Brought back monday.db.") });
    expect(changedTables(monday, contents(folder))).toEqual([]);
    expect(changedTables(tuesday, contents(folder, "unit.db.before-restore-2026-11-23"))).toEqual([]);
    expect(readdirSync(folder).filter((name) => name.endsWith("-journal"))).toEqual([]);
  });

  test("takes the place of a damaged one, which is kept as it is", async () => {
    const folder = year.copy();
    await ran(folder, "store backup monday.db");
    const file = openSync(join(folder, "unit.db"), "r+");
    for (let page = 3; page < 60; page++) writeSync(file, Buffer.alloc(4000, 0x7f), 0, 4000, page * 4096);
    closeSync(file);
    const damaged = readFileSync(join(folder, "unit.db"));
    const { exit, err } = await ran(folder, "store restore monday.db --yes");
    expect({ exit, err }).toEqual({ exit: 0, err: expect.stringContaining("Brought back monday.db.") });
    expect(changedTables(contents(folder, "monday.db"), contents(folder))).toEqual([]);
    expect(readFileSync(join(folder, "unit.db.before-restore-2026-11-23")).equals(damaged)).toBe(true);
  });

  test("leaves every store that was replaced on one day, each under its own name", async () => {
    const folder = year.copy();
    await ran(folder, "store backup monday.db");
    for (const name of ["Ada", "Bo"]) {
      await ran(folder, `member add ${name}`);
      expect((await ran(folder, "store restore monday.db --yes")).exit).toBe(0);
    }
    const kept = readdirSync(folder)
      .filter((name) => name.includes(".before-restore-"))
      .sort();
    expect(kept).toEqual(["unit.db.before-restore-2026-11-23", "unit.db.before-restore-2026-11-23-2"]);
    expect(
      kept.map((name) => /"known_as":"(Ada|Bo)"/.exec(contents(folder, name)["person"] ?? "")?.[1]),
    ).toEqual(["Ada", "Bo"]);
  });

  test("is refused where the copy is damaged, and the store stays as it is", async () => {
    const folder = year.copy();
    copyFileSync(join(folder, "unit.db"), join(folder, "torn.db"));
    const bytes = readFileSync(join(folder, "torn.db"));
    writeFileSync(join(folder, "torn.db"), bytes.fill(0x7f, 4096 * 2, 4096 * 40));
    const before = contents(folder);
    const { exit, err } = await ran(folder, "store restore torn.db --yes");
    expect({ exit, err }).toEqual({ exit: 1, err: expect.stringContaining("[damaged-copy]") });
    expect(changedTables(before, contents(folder))).toEqual([]);
    expect(checkCopy(join(folder, "unit.db")).ok).toBe(true);
  });
});
