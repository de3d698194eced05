import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { writing } from "./requests.ts";
import { performYear, ran, type Year } from "./year.ts";

let year: Year;
beforeAll(() => {
  year = performYear();
});
afterAll(() => year.remove());

/** The verbs that take a file in, each with a request that names it `x.csv`, its header, and what has to be there first. */
const verbs: Readonly<Record<string, readonly [line: string, header: string, before?: string]>> = {
  "member import": ["member import x.csv --group lean", "known_as,email"],
  "round import": ["round import autumn-2026 x.csv", "known_as,email", "round import"],
  "round score": ["round score autumn-2026 --from-file x.csv", "code,criterion,scorer,score", "round score"],
  "training import": ["training import x.csv", "course,part,ref,completed_on"],
  "paper import": ["paper import x.csv", "title,doi"],
  "project add": ["project add --from-file x.csv", "title,places"],
  "project need": ["project need --from-file x.csv", "project,kind,category,value"],
  "project policy import": ["project policy import x.csv", "part,points"],
  "meeting plan": ["meeting plan --from-file x.csv", "key,held_on"],
  "meeting import": ["meeting import x.csv", "meeting,ref,state"],
  "payment batch reply": ["payment batch reply x.csv", "reference,status", "payment batch reply"],
};

/** Files that are none: what is in each, the exit code, and the reasons. */
const files = (
  header: string,
): readonly (readonly [string, string | Buffer | null, number, readonly string[]])[] => [
  ["not there", null, 1, ["no-file"]],
  ["empty", "", 3, ["unreadable-sheet"]],
  ["binary", Buffer.from([0, 1, 2, 255, 0, 7, 0, 200, 3, 0]), 3, ["unreadable-sheet"]],
  ["only a header", `${header}\n`, 3, ["unreadable-sheet"]],
  ["of too many columns", `${header}\n${"a,".repeat(12)}z\n`, 3, ["too-many-columns"]],
  ["of something else", "planet,moons\nMars,2\n", 3, ["wrong-header"]],
];

describe("a file that cannot be taken in is refused with its reason, and not a byte is written", () => {
  test.each(Object.entries(verbs))("%s", async (_verb, [line, header, like]) => {
    const folder = await year.ready(writing[like ?? ""] ?? {});
    const before = readFileSync(join(folder, "unit.db"));
    for (const [what, bytes, exit, codes] of files(header)) {
      if (bytes !== null) writeFileSync(join(folder, "x.csv"), bytes);
      const answer = await ran(folder, line);
      const found = [...answer.err.matchAll(/\[([a-z-]+)\]$/gm)].map((m) => m[1]);
      expect({ what, exit: answer.exit, out: answer.out, found }).toEqual({
        what,
        exit,
        out: "",
        found: expect.arrayContaining([...codes]),
      });
    }
    mkdirSync(join(folder, "folder.csv"));
    expect((await ran(folder, line.replace("x.csv", "folder.csv"))).exit).toBe(1);
    expect(readFileSync(join(folder, "unit.db")).equals(before)).toBe(true);
  });
});
