import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { damage } from "../../src/store/backup.ts";
import { connect } from "../../src/store/connect.ts";
import { openStore } from "../../src/store/open.ts";
import { root, spawned, transcriptEnv } from "../transcript.ts";

const people = 1_000;
const meetings = 60;
const rows = people * meetings;

let folder = "";
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "involve-long-"));
  expect((await spawned(["store", "init"], folder)).exit).toBe(0);
  const numbers = (n: number): string =>
    `with recursive c(i) as (values (1) union all select i + 1 from c where i < ${n})`;
  const db = connect(at("unit.db"));
  db.exec(`begin;
    ${numbers(people)} insert into person (known_as, created_on) select 'Person ' || i, '2000-01-01' from c;
    insert into membership (person_id, group_id, joined_on)
      select p.id, s.group_id, '2000-01-01' from person p join meeting_series s on s.key = 'lewg';
    ${numbers(meetings)} insert into meeting (series_id, key, held_on, status)
      select s.id, 'm-' || i, date('2020-06-01', '+' || i || ' day'), 'held' from c join meeting_series s on s.key = 'lewg';
    commit`);
  db.close();
  copyFileSync(at("unit.db"), at("furnished.db"));
  const line = (i: number): string => `m-${1 + Math.floor(i / people)},M-${1 + (i % people)},present,`;
  writeFileSync(
    at("long.csv"),
    ["meeting,ref,state,mode", ...Array.from({ length: rows }, (_, i) => line(i))].join("\n"),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start() {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, "bin", "involve.js"), "meeting", "import", "long.csv"], {
    cwd: folder,
    env: { ...env, ...transcriptEnv },
  });
  let said = "";
  let over = false;
  child.stderr.on("data", (d) => (said += String(d)));
  const ended = new Promise<{ exit: number | null; said: string }>((resolve) =>
    child.on("close", (exit) => {
      over = true;
      resolve({ exit, said });
    }),
  );
  return { ended, over: () => over, kill: () => child.kill("SIGKILL") };
}

function fresh(): void {
  rmSync(at("unit.db-journal"), { force: true });
  copyFileSync(at("furnished.db"), at("unit.db"));
}

const counts = (): number[] => {
  const db = connect(at("unit.db"), { readonly: true });
  const found = ["attendance", "change_row where table_name = 'attendance'", "import_batch"].map(
    (from) => db.prepare(`select count(*) from ${from}`).pluck().get() as number,
  );
  db.close();
  return found;
};

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("a long register whose import is killed", () => {
  test("at ten random moments of its write is whole afterwards, or not there at all", async () => {
    const furnished = statSync(at("furnished.db")).size;
    const inside: boolean[] = [];
    // Nine moments of a write that takes about half a second, and the one when the file itself has grown.
    const moments = Array.from({ length: 9 }, () => Math.random() * 500);
    for (const moment of [...moments, null]) {
      fresh();
      const run = start();
      while (!run.over() && !existsSync(at("unit.db-journal"))) await pause();
      const begun = process.hrtime.bigint();
      const passed = (): number => Number(process.hrtime.bigint() - begun) / 1e6;
      const due = (): boolean =>
        moment === null ? statSync(at("unit.db")).size > furnished : passed() > moment;
      while (!run.over() && !due()) await pause();
      run.kill();
      await run.ended;
      inside.push(existsSync(at("unit.db-journal")));
      const opened = openStore(at("unit.db"));
      expect(opened.ok && damage(opened.value)).toEqual([]);
      if (opened.ok) opened.value.close();
      expect([
        [0, 0, 0],
        [rows, rows, 1],
      ]).toContainEqual(counts());
    }
    expect(inside).toContain(true);
  });

  test("a store that somebody else is writing to gives 75, and nothing of the register is there", async () => {
    fresh();
    const db = connect(at("unit.db"));
    db.exec("begin immediate");
    const { exit, said } = await start().ended;
    db.exec("rollback");
    db.close();
    expect({ exit, said }).toEqual({ exit: 75, said: expect.stringContaining("[store-busy]") });
    expect(counts()).toEqual([0, 0, 0]);
  });
});
