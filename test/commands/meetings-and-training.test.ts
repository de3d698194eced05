import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { folderWithFixtures, inProcess, root } from "../transcript.ts";

interface Expected {
  readonly clearances: Record<string, Record<string, string[]>>;
  readonly one_part_short: Record<string, Record<string, Record<string, string[]>>>;
  readonly started: Record<string, Record<string, Record<string, string[]>>>;
  readonly attendance: {
    readonly recorded: number;
    readonly by_meeting: Record<string, Record<string, number>>;
    readonly not_recorded: [string, string][];
  };
  readonly errors: Record<string, { readonly line: number; readonly column: string }[]>;
}

const expected = JSON.parse(readFileSync(join(root, "fixtures", "expected.json"), "utf8")) as Expected;

let folder = "";

const run = async (line: readonly string[], exit = 0): Promise<string> => {
  const said = await inProcess(line, folder);
  if (said.exit !== exit) throw new Error(`${line.join(" ")}: exit ${said.exit}\n${said.text}`);
  return said.text;
};

const rows = async <T>(line: readonly string[]): Promise<T> =>
  JSON.parse(await run([...line, "--format", "json", "--quiet"])) as T;

/** The people of the fixtures by their refs: one who left, fourteen in the working group, fifty in the network. */
async function people(): Promise<void> {
  await run(["store", "init"]);
  const add = (name: string, group: string, joined: string): Promise<string> =>
    run(["member", "add", name, "--group", group, "--joined", joined, "--quiet"]);
  await add("Rosa Delgado", "external", "2024-01-08");
  for (let id = 2; id <= 15; id++) await add(`Member ${id}`, "lewg", "2025-10-20");
  for (let id = 16; id <= 65; id++) await add(`Network ${id}`, "lean", "2025-11-24");
}

beforeAll(async () => {
  folder = folderWithFixtures();
  await people();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the year of meetings", () => {
  test("is planned from the sheet and its register brought in, once", async () => {
    await run(["meeting", "plan", "--from-file", "fixtures/meetings.csv"]);
    expect(await run(["meeting", "import", "fixtures/attendance.csv"])).toContain(
      `${expected.attendance.recorded} new, 0 updated, 0 unchanged`,
    );
    expect(await run(["meeting", "import", "fixtures/attendance.csv"])).toContain(
      `0 new, 0 updated, ${expected.attendance.recorded} unchanged`,
    );
  });

  test("counts who came as the fixtures say, and not recorded apart from absent", async () => {
    const meetings = await rows<Record<string, string | number>[]>(["meeting", "list"]);
    const counts = Object.fromEntries(
      meetings.map((m) => [
        m["meeting"],
        {
          present: m["present"],
          part: m["part"],
          apologies: m["apologies"],
          absent: m["absent"],
          not_recorded: m["not_recorded"],
        },
      ]),
    );
    expect(counts).toEqual(expected.attendance.by_meeting);
    expect(meetings.map((m) => m["status"])).toEqual(meetings.map(() => "held"));
  });

  test("names everybody of whom nothing is recorded", async () => {
    const missing: [string, string][] = [];
    for (const meeting of Object.keys(expected.attendance.by_meeting)) {
      const shown = await rows<{ people: { ref: string; state: string }[] }>(["meeting", "show", meeting]);
      for (const p of shown.people) if (p.state === "not recorded") missing.push([meeting, p.ref]);
    }
    expect(missing).toEqual(expected.attendance.not_recorded);
  });

  test("refuses the register with mistakes, naming each line and column", async () => {
    const said = await run(["meeting", "import", "fixtures/attendance-errors.csv"], 3);
    const places = [...said.matchAll(/^line (\d+), column (\w+):/gm)].map((m) => [Number(m[1]), m[2]]);
    expect(places).toEqual(expected.errors["attendance-errors.csv"]?.map((e) => [e.line, e.column]));
  });

  test("leaves as a file that imports again unchanged", async () => {
    await run(["meeting", "export", "--output", "out.csv"]);
    expect(await run(["meeting", "import", "out.csv"])).toContain(
      `0 new, 0 updated, ${expected.attendance.recorded} unchanged`,
    );
  });
});

describe("the year of training", () => {
  interface Cleared {
    readonly clearance: string;
    readonly ref: string;
    readonly cleared: boolean;
    readonly missing: string[];
  }

  beforeAll(async () => {
    await run([
      "training",
      "complete",
      "M-003",
      "interviewing",
      "--part",
      "principles",
      "--on",
      "2026-01-20",
    ]);
    expect(await run(["training", "import", "fixtures/training.csv"])).toContain(
      "57 new, 0 updated, 1 unchanged",
    );
    expect(await run(["training", "import", "fixtures/training.csv"])).toContain(
      "0 new, 0 updated, 58 unchanged",
    );
  });

  test.each(Object.keys(expected.clearances))("clears as at %s whom the fixtures say", async (day) => {
    const all = await rows<Cleared[]>(["training", "show", "--as-at", day]);
    for (const [key, refs] of Object.entries(expected.clearances[day] ?? {}))
      expect(all.filter((r) => r.clearance === key && r.cleared).map((r) => r.ref)).toEqual(refs);
  });

  test.each(Object.keys(expected.one_part_short))("knows as at %s who misses which parts", async (day) => {
    const all = await rows<Cleared[]>(["training", "show", "--as-at", day]);
    for (const key of ["interviewing", "qualitative-analysis"]) {
      const misses = Object.fromEntries(
        all.filter((r) => r.clearance === key && !r.cleared).map((r) => [r.ref, new Set(r.missing)]),
      );
      const due = { ...expected.one_part_short[day]?.[key], ...expected.started[day]?.[key] };
      expect(misses).toEqual(Object.fromEntries(Object.entries(due).map(([ref, m]) => [ref, new Set(m)])));
    }
  });
});

test("a sheet of courses by which three people or more lose a clearance is asked about, and is written with --yes", async () => {
  writeFileSync(
    join(folder, "courses.csv"),
    "course,part,part_title,asked_from\ninterviewing,remote,Remote interviews,2026-11-20\n",
  );
  const take = ["training", "import", "courses.csv", "--kind", "courses"];
  const refused = await run(take, 1);
  expect(refused).toContain("Change interviewing:");
  expect(refused).toContain("not-confirmed");
  expect(await run([...take, "--dry-run"])).toContain("No longer cleared for interviewing");
  expect(await run([...take, "--yes"])).toContain("1 new, 0 updated, 0 unchanged");
  expect(await run(take)).toContain("0 new, 0 updated, 1 unchanged");
});

test("whatever is recorded of a meeting, its export imports again unchanged", async () => {
  const ref = (n: number): string => `M-${String(n).padStart(3, "0")}`;
  const entry = fc.oneof(
    fc.tuple(fc.constantFrom("present", "part"), fc.constantFrom("in-person", "remote", "")),
    fc.tuple(fc.constantFrom("apologies", "absent"), fc.constant("")),
  );
  const register = fc.dictionary(fc.integer({ min: 2, max: 15 }).map(ref), entry, {
    minKeys: 1,
    noNullPrototype: true,
  });
  const base = folderWithFixtures();
  const inBase = async (...line: string[]): Promise<string> => (await inProcess(line, base)).text;
  await inBase("store", "init");
  for (let id = 1; id <= 15; id++)
    await inBase("member", "add", `Member ${id}`, "--joined", "2026-01-01", "--quiet");
  await inBase("meeting", "plan", "2026-03", "--on", "2026-03-11");
  await fc.assert(
    fc.asyncProperty(register, async (people) => {
      const own = folderWithFixtures();
      const within = async (...line: string[]): Promise<string> => (await inProcess(line, own)).text;
      try {
        copyFileSync(join(base, "unit.db"), join(own, "unit.db"));
        const lines = Object.entries(people).map(([who, [state, mode]]) => `2026-03,${who},${state},${mode}`);
        writeFileSync(join(own, "in.csv"), `meeting,ref,state,mode\n${lines.join("\n")}\n`);
        await within("meeting", "import", "in.csv");
        await within("meeting", "export", "--output", "out.csv");
        expect(await within("meeting", "import", "out.csv")).toContain(`${lines.length} unchanged`);
        const out = readFileSync(join(own, "out.csv"), "utf8").replace("\uFEFF", "").trim().split("\r\n");
        expect(new Set(out.slice(1))).toEqual(new Set(lines));
      } finally {
        rmSync(own, { recursive: true, force: true });
      }
    }),
    { numRuns: 10 },
  );
  rmSync(base, { recursive: true, force: true });
});
