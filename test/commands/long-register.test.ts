import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { progressOf } from "../../src/cli/progress.ts";
import { connect } from "../../src/store/connect.ts";
import { folderWithFixtures, inProcess } from "../transcript.ts";

const people = 100;
const meetings = 110;

let folder = "";

const at = (name: string): string => join(folder, name);

const run = async (line: readonly string[], exit = 0): Promise<string> => {
  const said = await inProcess(line, folder);
  if (said.exit !== exit)
    throw new Error(`${line.join(" ")}: exit ${said.exit}\n${said.text.slice(0, 2_000)}`);
  return said.text;
};

function change(script: string): void {
  const db = connect(at("unit.db"));
  db.exec(script);
  db.close();
}

/** A register with a row for each person at each meeting. */
const register = (row: (meeting: number, person: number) => string): string =>
  ["meeting,ref,state,mode"]
    .concat(
      Array.from({ length: people * meetings }, (_, i) => row(1 + Math.floor(i / people), 1 + (i % people))),
    )
    .join("\n");

const present = (meeting: number, person: number): string => `m-${meeting},M-${person},present,remote`;

beforeAll(async () => {
  folder = folderWithFixtures();
  await run(["store", "init"]);
  const numbers = (n: number): string =>
    `with recursive c(i) as (values (1) union all select i + 1 from c where i < ${n})`;
  change(`${numbers(people)} insert into person (known_as, created_on) select 'Person ' || i, '2000-01-01' from c;
    insert into membership (person_id, group_id, joined_on)
      select p.id, s.group_id, '2000-01-01' from person p join meeting_series s on s.key = 'lewg';
    ${numbers(meetings)} insert into meeting (series_id, key, held_on, status)
      select s.id, 'm-' || i, date('2020-06-01', '+' || i || ' day'), 'planned' from c join meeting_series s on s.key = 'lewg'`);
  copyFileSync(at("unit.db"), at("furnished.db"));
});

beforeEach(() => copyFileSync(at("furnished.db"), at("unit.db")));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a register longer than the plan lists", () => {
  test("a dry run counts what is new, leaves the store byte-identical, and the file then does just that; again it changes nothing", async () => {
    writeFileSync(at("long.csv"), register(present));
    const before = readFileSync(at("unit.db"));
    const dry = await run(["meeting", "import", "long.csv", "--dry-run"]);
    expect(dry).toContain("long.csv: 11,000 new, 0 updated, 0 unchanged.");
    expect(dry).toContain("long.csv has 11,000 rows: the plan lists those that change something on record");
    expect(dry).not.toContain("M-1 ");
    expect(readFileSync(at("unit.db")).equals(before)).toBe(true);
    expect(await run(["meeting", "import", "long.csv"])).toBe(
      "long.csv: 11,000 new, 0 updated, 0 unchanged.\n",
    );
    expect(await run(["meeting", "import", "long.csv"])).toContain("0 new, 0 updated, 11,000 unchanged.");
    const db = connect(at("unit.db"), { readonly: true });
    const lines = db.prepare(
      "select count(distinct line_no) as n, min(line_no) as first, max(line_no) as last from change_row where table_name = 'attendance'",
    );
    expect(lines.get()).toEqual({ n: 11_000, first: 2, last: 11_001 });
    expect(db.prepare("select distinct status from meeting").pluck().all()).toEqual(["held"]);
    db.close();
  });

  test("its plan lists what changes, old and new", async () => {
    writeFileSync(at("long.csv"), register(present));
    await run(["meeting", "import", "long.csv"]);
    const later = (m: number, p: number): string => (m === 7 && p === 9 ? "m-7,M-9,absent," : present(m, p));
    writeFileSync(at("later.csv"), register(later));
    const said = await run(["meeting", "import", "later.csv", "--dry-run"]);
    expect(said).toContain("0 new, 1 updated, 10,999 unchanged.");
    expect(said).toContain(
      "line 610: M-009 Person 9 in m-7: state: present → absent; mode: remote → (blank)",
    );
    expect(said).toMatch(/^610,updated,,M-009 Person 9 in m-7,meeting and person,/m);
  });

  test("its first thousand problems are told and the others counted; every bad row goes into the file of bad rows, which imports once mended", async () => {
    const spoilt = (m: number, p: number): string => (p % 4 === 0 ? `m-${m},M-${p},here,` : present(m, p));
    writeFileSync(at("bad.csv"), register(spoilt));
    const whole = await run(["meeting", "import", "bad.csv", "--errors-to", "failed.csv"], 3);
    expect(whole).toContain(
      "line 4005: From here on 1,750 more problems on 1,750 rows, too many to tell one by one.",
    );
    const failed = readFileSync(at("failed.csv"), "utf8");
    expect(failed.trim().split("\r\n")).toHaveLength(1 + 2_750);
    const partly = await run(["meeting", "import", "bad.csv", "--partial"], 1);
    expect(partly).toContain("bad.csv: 8,250 new, 0 updated, 0 unchanged.");
    expect(partly).toContain("Left out of bad.csv, because something is wrong with them: 2,750 rows.");
    writeFileSync(at("mended.csv"), failed.replaceAll(",here,", ",apologies,"));
    expect(await run(["meeting", "import", "mended.csv"])).toContain(
      "mended.csv: 2,750 new, 0 updated, 0 unchanged.",
    );
  });

  test("a person twice in a meeting is found however far apart the two rows are, and by which row came first", async () => {
    writeFileSync(at("twice.csv"), `${register(present)}\nm-1,M-3,absent,\nm-1,M-3,part,\n`);
    const said = await run(["meeting", "import", "twice.csv"], 3);
    expect(said).toContain(
      "line 11002, column ref: M-003 Person 3 is in m-1 twice: first on line 4 (present), now absent.",
    );
    expect(said).toContain(
      "line 11003, column ref: M-003 Person 3 is in m-1 twice: first on line 4 (present), now part.",
    );
  });

  test("the contents of a file longer than the unit keeps are not kept, and that is said", async () => {
    change("update setting set value = '0' where key = 'import-contents-megabytes'");
    writeFileSync(at("short.csv"), "meeting,ref,state,mode\nm-1,M-1,present,\n");
    expect(await run(["meeting", "import", "short.csv"])).toContain(
      "The contents of short.csv are not kept: it is longer than 0 MB.",
    );
    expect(await run(["import", "show", "I-001", "--save", "again.csv"], 1)).toContain("[contents-gone]");
  });
});

describe("rows of a register that meet what is on record", () => {
  test("a blank mode leaves what is known, and takes it away with --blanks clear", async () => {
    writeFileSync(at("first.csv"), "meeting,ref,state,mode\nm-1,M-1,present,remote\n");
    writeFileSync(at("blank.csv"), "meeting,ref,state,mode\nm-1,M-1,present,\n");
    await run(["meeting", "import", "first.csv"]);
    expect(await run(["meeting", "import", "blank.csv"])).toContain("0 new, 0 updated, 1 unchanged.");
    expect(await run(["meeting", "import", "blank.csv", "--blanks", "clear"])).toContain(
      "mode: remote → (blank)",
    );
  });

  test("--match says whom the row on a line is about", async () => {
    writeFileSync(at("who.csv"), "meeting,name,state\nm-1,Somebody,present\n");
    await run(["meeting", "import", "who.csv"], 3);
    expect(await run(["meeting", "import", "who.csv", "--match", "2=M-5"])).toContain("1 new");
    expect(await run(["meeting", "import", "who.csv", "--match", "9=M-5"], 3)).toContain("[no-such-line]");
  });
});

describe("the progress of a long import", () => {
  const told = (stderrIsTerminal: boolean, words: { plain?: boolean; quiet?: boolean }): string => {
    let text = "";
    const world = { stderrIsTerminal, env: {}, stderr: (t: string) => (text += t) };
    const progress = progressOf(world as never, words, "Reading long.csv");
    for (let i = 0; i <= 100; i++) progress.at(i / 100);
    progress.end();
    return text;
  };

  test("is a bar on a terminal that is gone at the end, sentences with --plain, and nothing elsewhere or with --quiet", () => {
    expect(told(true, {})).toContain("\r\u001b[KReading long.csv ████████████░░░░░░░░░░░░  50 %");
    expect(told(true, {}).endsWith("100 %\r\u001b[K")).toBe(true);
    expect(told(true, { plain: true })).toBe(
      "Reading long.csv: 25 per cent done.\nReading long.csv: 50 per cent done.\nReading long.csv: 75 per cent done.\n",
    );
    expect(told(false, {})).toBe("");
    expect(told(true, { quiet: true })).toBe("");
  });
});
