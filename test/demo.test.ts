import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { connect } from "../src/store/connect.ts";
import { performYear, type Year } from "./promises/year.ts";
import { root } from "./transcript.ts";

interface Expected {
  readonly round: {
    readonly selected: readonly { readonly ref: string; readonly known_as: string }[];
    readonly reserve: readonly { readonly ref: string }[];
  };
  readonly clearances: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly attendance: { readonly recorded: number; readonly by_state: Readonly<Record<string, number>> };
  readonly lean: { readonly members: number; readonly by_perspective: Readonly<Record<string, number>> };
  readonly evaluation: { readonly responses: number };
  readonly batch: {
    readonly key: string;
    readonly lines: number;
    readonly sent_pence: number;
    readonly paid_pence: number;
    readonly queried_pence: number;
  };
}
const expected = JSON.parse(readFileSync(join(root, "fixtures", "expected.json"), "utf8")) as Expected;

let year: Year;
let folder = "";
beforeAll(() => {
  year = performYear();
  folder = year.copy();
});
afterAll(() => year.remove());

/** The answer of the demo's store to a query, a list where there is one column. */
function ask<T>(query: string): T[] {
  const db = connect(join(folder, "unit.db"), { readonly: true });
  const rows = db.prepare(query).raw().all() as unknown[][];
  db.close();
  return rows.map((r) => (r.length === 1 ? r[0] : r)) as T[];
}

/** A command of the built program on the demo's store, and what it printed on stdout. */
function involve(...argv: string[]): string {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const run = spawnSync(
    process.execPath,
    [join(root, "bin", "involve.js"), ...argv, "--store", join(folder, "unit.db")],
    { env, encoding: "utf8" },
  );
  expect({ argv, exit: run.status, stderr: run.stderr }).toEqual({
    argv,
    exit: 0,
    stderr: expect.any(String),
  });
  return run.stdout;
}

describe("the year of the invented unit, from beginning to end", () => {
  test("runs to its end and names what it left to look at", () => {
    expect(year.said.slice(-3000)).toMatch(/commands in [\d.]+ seconds\. To look at/);
    for (const name of [...year.said.matchAll(/^ {2}(\S+)$/gm)]
      .map((m) => m[1] ?? "")
      .filter((n) => n.includes("demo/")))
      expect(existsSync(join(year.demo, name.split("demo/").at(-1) ?? ""))).toBe(true);
  });

  test("chooses the fourteen, in rank order, and the reserves, that were worked out apart from the program", () => {
    expect(ask("select code from application where status = 'appointed' order by person_id")).toEqual(
      expected.round.selected.map((s) => s.ref),
    );
    expect(ask("select known_as from person where id between 2 and 15 order by id")).toEqual(
      expected.round.selected.map((s) => s.known_as),
    );
    expect(
      ask(
        "select a.code from round_decision d join application a on a.id = d.application_id where d.decision = 'reserve' order by d.reserve_rank",
      ),
    ).toEqual(expected.round.reserve.map((s) => s.ref));
  });

  test("brings in LEAN whole, with two people of one name still two people", () => {
    expect(ask("select count(*) from group_now where group_key = 'lean'")).toEqual([expected.lean.members]);
    expect(ask("select count(*) from person where full_name = 'David Hughes'")).toEqual([2]);
  });

  test("has the attendance that was recorded, and makes none up", () => {
    expect(ask("select count(*) from attendance")).toEqual([expected.attendance.recorded]);
    expect(
      Object.fromEntries(
        ask<[string, number]>("select state, count(*) from attendance group by state order by state"),
      ),
    ).toEqual(expected.attendance.by_state);
  });

  test.each(Object.keys(expected.clearances))(
    "clears for qualitative work on %s those who had completed every part, and nobody else",
    (day) => {
      const rows = JSON.parse(
        involve("training", "show", "--as-at", day, "--format", "json"),
      ) as readonly Readonly<Record<string, unknown>>[];
      for (const [work, refs] of Object.entries(expected.clearances[day] ?? {})) {
        const cleared = rows
          .filter((r) => r["clearance"] === work && r["cleared"] === true)
          .map((r) => r["ref"]);
        expect({ day, work, cleared: new Set(cleared) }).toEqual({
          day,
          work,
          cleared: new Set(refs),
        });
      }
    },
  );

  test("prices each fee at the rate of its own day, on both sides of 16 December 2025 and 6 April 2026", () => {
    const fees = ask<[string, string, number]>(
      "select distinct band, activity_on, rate_pence from payment_line where stream = 'fee' and band = 'half-day' order by 2",
    );
    expect(fees.length).toBeGreaterThan(2);
    for (const [, day, pence] of fees) expect([day, pence]).toEqual([day, day <= "2025-12-15" ? 7500 : 8250]);
    expect(ask("select count(distinct activity_on < '2026-04-06') from payment_line")).toEqual([2]);
  });

  test("sends one batch to finance and is paid what was worked out apart from the program, to the penny", () => {
    const { key, lines, sent_pence, paid_pence, queried_pence } = expected.batch;
    expect(
      ask(
        "select b.key, count(*), sum(i.pence), sum(i.pence * (i.reply = 'paid')), sum(i.pence * (i.reply = 'queried')) from payment_batch b join batch_line i on i.batch_id = b.id group by b.id",
      ),
    ).toEqual([[key, lines, sent_pence, paid_pence, queried_pence]]);
    expect(ask("select sum(approved_pence) from payment_line where state = 'paid'")).toEqual([paid_pence]);
    const again = involve("payment", "batch", "export", key);
    expect(again.split("\n").filter((l) => l.startsWith("PAY-"))).toHaveLength(lines);
  });

  test("names nobody who asked not to be: the anonymous author is in no document of the demo", () => {
    const authors = ask<number>(
      "select person_id from naming_choice where output_kind = 'commentary' and form = 'anonymous'",
    );
    expect(authors.length).toBeGreaterThan(0);
    const names = ask<string>(
      `select full_name from person where id in (${authors.join(",")}) union select known_as from person where id in (${authors.join(",")})`,
    );
    const commentary = involve("commentary", "show", "C-001", "--audience", "public", "--format", "json");
    for (const name of names) expect(commentary).not.toContain(name);
  });

  test("keeps every response of the evaluation, and nothing that says whose it was", () => {
    expect(ask("select count(*) from evaluation_response")).toEqual([expected.evaluation.responses]);
    expect(ask("select count(*) from change_row where table_name = 'evaluation_response'")).toEqual([0]);
  });

  test("leaves a store that every check finds whole, but for what the year itself shows", () => {
    expect(ask("pragma integrity_check")).toEqual(["ok"]);
    expect(ask("pragma foreign_key_check")).toEqual([]);
  });
});
