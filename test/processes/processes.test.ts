import { spawn, spawnSync } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { damage } from "../../src/store/backup.ts";
import { connect } from "../../src/store/connect.ts";
import { openStore } from "../../src/store/open.ts";
import { root, spawned, transcriptEnv } from "../transcript.ts";

let folder = "";
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "involve-processes-"));
  expect((await spawned(["store", "init"], folder)).exit).toBe(0);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const store = (): string => join(folder, "unit.db");

function count(table: string): number {
  const db = connect(store(), { readonly: true });
  const n = db.prepare(`select count(*) from ${table}`).pluck().get() as number;
  db.close();
  return n;
}

function wholeness(): string[] {
  const opened = openStore(store());
  if (!opened.ok) return opened.problems.map((p) => p.message);
  const found = damage(opened.value);
  opened.value.close();
  return found;
}

/** Starts the built program; answers its exit code, or the signal that ended it, and what it said. */
function start(argv: readonly string[]): {
  ended: Promise<{ exit: number | null; signal: string | null; said: string }>;
  kill(): void;
} {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const child = spawn(process.execPath, [join(root, "bin", "involve.js"), ...argv], {
    cwd: folder,
    env: { ...env, ...transcriptEnv },
  });
  let said = "";
  child.stdout.on("data", (d) => (said += String(d)));
  child.stderr.on("data", (d) => (said += String(d)));
  const ended = new Promise<{ exit: number | null; signal: string | null; said: string }>((resolve) =>
    child.on("close", (exit, signal) => resolve({ exit, signal, said })),
  );
  return { ended, kill: () => child.kill("SIGKILL") };
}

describe("two writers at once", () => {
  test("lose nothing: every person added by either is there, each with a ref of their own", async () => {
    const writer = async (name: string): Promise<void> => {
      for (let i = 0; i < 10; i++) {
        const { exit, said } = await start(["member", "add", `${name} ${i}`]).ended;
        expect({ exit, said }).toEqual({ exit: 0, said: expect.stringMatching(/^Added M-\d{3} /) });
      }
    };
    await Promise.all([writer("Ash"), writer("Birch")]);
    expect(count("person")).toBe(20);
    expect(count("change_set")).toBe(20);
    expect(wholeness()).toEqual([]);
  });

  test("a writer that waits too long says so with exit 75, and writes nothing", async () => {
    const db = connect(store());
    db.exec("begin immediate");
    const { exit, said } = await start(["member", "add", "Ash"]).ended;
    db.exec("rollback");
    db.close();
    expect({ exit, said }).toEqual({ exit: 75, said: expect.stringContaining("[store-busy]") });
    expect(count("person")).toBe(0);
  });
});

describe("a store whose program is killed in the middle of an import", () => {
  const rows = 2_000;
  const sheet = (): string =>
    [
      "known_as,email,perspective,joined_on",
      ...Array.from({ length: rows }, (_, i) => `Person ${i},person.${i}@post.example,carer,2026-01-12`),
    ].join("\n");
  const journal = (): string => `${store()}-journal`;
  const counts = (): number[] => ["person", "membership", "person_email"].map(count);

  const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  /** Kills an import once `when` is true of the milliseconds since it began to write; whether that was inside its transaction. */
  async function killed(when: (milliseconds: number) => boolean): Promise<boolean> {
    const run = start(["member", "import", "people.csv", "--group", "lean"]);
    let over = false;
    const ended = run.ended.finally(() => {
      over = true;
    });
    while (!over && !existsSync(journal())) await pause();
    const begun = process.hrtime.bigint();
    while (!over && !when(Number(process.hrtime.bigint() - begun) / 1e6)) await pause();
    run.kill();
    const { signal } = await ended;
    return signal === "SIGKILL" && existsSync(journal());
  }

  test("is whole afterwards, whenever the kill comes: all of the rows, or none", async () => {
    writeFileSync(join(folder, "people.csv"), sheet());
    const empty = readFileSync(store());
    const grown = (): boolean => statSync(store()).size > empty.length;
    // Four moments of a write that takes about a second, and the one when pages of the store are being written over.
    const moments = Array.from({ length: 4 }, () => Math.random() * 900);
    const inside: boolean[] = [];
    for (const when of [...moments.map((m) => (passed: number) => passed > m), grown]) {
      writeFileSync(store(), empty);
      rmSync(journal(), { force: true });
      const within = await killed(when);
      inside.push(within);
      // Opening it as the program does takes back what was half written.
      expect(wholeness()).toEqual([]);
      const [people, ...others] = counts();
      expect(within ? [0] : [0, rows]).toContain(people);
      expect(others).toEqual([people, people]);
    }
    expect(inside).toContain(true);
    const again = await start(["member", "import", "people.csv", "--group", "lean"]).ended;
    expect(again.exit).toBe(0);
    expect(counts()).toEqual([rows, rows, rows]);
  });
});

describe("a store that cannot be written", () => {
  test("a folder that is not there, a file of another kind, a folder in its place: a clear message and the documented exit code", async () => {
    writeFileSync(join(folder, "letter.txt"), "Dear all, this is not a store.\n".repeat(200));
    const cases: readonly (readonly [store: string, exit: number, code: string])[] = [
      ["nowhere/unit.db", 1, "[no-store]"],
      ["letter.txt", 1, "[not-a-store]"],
      [".", 1, "[cannot-open]"],
    ];
    for (const [path, exit, code] of cases) {
      const answer = await start(["member", "add", "Ash", "--store", path]).ended;
      expect({ path, exit: answer.exit, said: answer.said }).toEqual({
        path,
        exit,
        said: expect.stringContaining(code),
      });
    }
    expect(readFileSync(join(folder, "letter.txt"), "utf8")).toContain("Dear all");
  });
});

describe("output that cannot be written", () => {
  const full = existsSync("/dev/full") ? test : test.skip;
  full("a full disk behind the shell's > is said in a sentence with exit 1; nobody sees a stack", () => {
    const { NODE_OPTIONS: _options, ...env } = process.env;
    const disk = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(root, "bin", "involve.js"), "vocabulary", "list"],
      {
        cwd: folder,
        env: { ...env, ...transcriptEnv },
        stdio: ["ignore", disk, "pipe"],
        encoding: "utf8",
      },
    );
    closeSync(disk);
    expect({ status, stderr }).toEqual({
      status: 1,
      stderr: expect.stringMatching(/^What was .*\[disk-error\]\n {2}\S/),
    });
  });
});
