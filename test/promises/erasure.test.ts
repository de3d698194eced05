import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { performYear, ran } from "./year.ts";

/** Details that stand nowhere else, so that each can be looked for in the bytes of the file. */
const tell = [
  "Wilhelmina",
  "Thistlewood",
  "minnie@thistlewood.example",
  "07700900417",
  "xe/xem",
  "lighthouse keeper",
  "dovecote",
  "Cornish pilot",
  "Quaker of Zennor",
  "you spoke of the harbour",
] as const;

const files: Readonly<Record<string, string>> = {
  "criteria.csv":
    "key,label,kind,weight,scale,stage\nown-experience,Draws on own experience,essential,3,4,shortlisting\n",
  "panel.csv": "role,name,kind\nshortlister,Harriet Osei,staff\n",
  "applications.csv":
    "known_as,full_name,email,phone,pronouns,perspective,region,experiences,statement,received_on,ethnic_group,religion\n" +
    "Minnie,Wilhelmina Thistlewood,minnie@thistlewood.example,07700900417,xe/xem,carer,london,psychosis,I was a lighthouse keeper.,2025-08-10,Cornish pilot,Quaker of Zennor\n" +
    "Ada,Ada Quill,ada@quill.example,,,service-user,london,trauma,I write.,2025-08-11,,\n",
  "mended.csv":
    "known_as,full_name,email,statement\nMinnie,Wilhelmina Thistlewood,minnie@thistlewood.example,I keep a dovecote.\n",
  "scores.csv":
    "code,criterion,scorer,score\nA-001,own-experience,Harriet Osei,2\nA-002,own-experience,Harriet Osei,4\n",
};

let folder = "";
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "involve-erasure-"));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  for (const line of [
    "store init",
    'staff add "Harriet Osei" --role co-ordinator --from 2025-01-01',
    "round open autumn --places 1 --opens 2025-08-01 --closes 2025-09-05 --criteria criteria.csv --panel panel.csv --today 2025-08-01",
    "round import autumn applications.csv --today 2025-09-06",
    "round import autumn mended.csv --today 2025-09-07",
    "round score autumn --from-file scores.csv --today 2025-09-10",
    "round select autumn --record --reserves 0 --today 2025-10-06",
    'round decide autumn --reason "Agreed" --today 2025-10-06',
    'round feedback autumn A-001 "We thank you: you spoke of the harbour." --today 2025-10-07',
    "round appoint autumn --on 2025-10-20 --today 2025-10-20",
  ])
    expect({ line, ...(await ran(folder, line)) }).toMatchObject({ line, exit: 0 });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Which details stand in the bytes of the store, or of anything SQLite left beside it. */
const foundInBytes = (): string[] => {
  const bytes = readdirSync(folder)
    .filter((name) => name.startsWith("unit.db"))
    .map((name) => readFileSync(join(folder, name)).toString("latin1").toLowerCase())
    .join("\n");
  return tell.filter((t) => bytes.includes(t.toLowerCase()));
};

describe("a store with what is past its date", () => {
  test("is clean once it is blanked: the check finds nothing of it any more", async () => {
    const year = performYear();
    try {
      const store = year.copy();
      expect(await ran(store, "store check")).toMatchObject({ exit: 1 });
      expect(await ran(store, "privacy retain --blank --yes")).toMatchObject({ exit: 0 });
      expect(await ran(store, "store check")).toMatchObject({ exit: 0 });
      expect(await ran(store, "round replay autumn-2025")).toMatchObject({ exit: 1 });
    } finally {
      year.remove();
    }
  });
});

describe("what was erased is nowhere in the bytes of the file", () => {
  test("the search finds what is there: every detail, until it is erased", () => {
    expect(foundInBytes()).toEqual([...tell]);
  });

  test.each([
    // Equality answers are counts of the round afterwards: the words stay, and whose they were does not.
    ["privacy retain --blank --yes --today 2026-11-01", ["Cornish pilot", "Quaker of Zennor"]],
    ["privacy erase autumn A-001 --yes --today 2025-10-21", []],
  ])("%s", async (line, counted) => {
    expect(await ran(folder, line)).toMatchObject({ exit: 0 });
    expect(foundInBytes()).toEqual(counted);
    for (const undo of ["undo --yes", "undo H-003 --yes", "undo H-004 --yes"]) {
      const { exit, err } = await ran(folder, undo);
      expect({ undo, exit, err }).toEqual({ undo, exit: 1, err: expect.stringContaining("[erased]") });
    }
    expect(foundInBytes()).toEqual(counted);
  });

  test("what everybody else told us stays, and the counts stay", async () => {
    await ran(folder, "privacy retain --blank --yes --today 2026-11-01");
    expect((await ran(folder, "member list --all --format csv")).out).toContain("Ada Quill");
    const { out } = await ran(folder, "round report autumn --format csv");
    expect(out).toContain("stages,applied,applied,2,");
    expect(out).toContain(",perspective,carer,1,0,");
    expect(await ran(folder, "store check --today 2026-11-01")).toMatchObject({ exit: 0 });
  });
});
