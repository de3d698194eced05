import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { words } from "../../scripts/words.js";
import { catalogue, typed } from "../../src/cli/catalogue.ts";
import { fieldsOf } from "../../src/cli/field.ts";
import { loadVerb } from "../../src/cli/program.ts";
import { optionName } from "../../src/cli/words.ts";
import { writing } from "./requests.ts";
import { performYear, putFiles, ran, type Year } from "./year.ts";

let year: Year;
beforeAll(() => {
  year = performYear();
});
afterAll(() => year.remove());

/** What is never kept, each with a part of it that must not be repeated. */
const never: readonly (readonly [text: string, part: RegExp])[] = [
  ["sort code 12-34-56 account 12345678", /12-34-56|12345678/],
  ["GB82 WEST 1234 5698 7654 32", /WEST|5698/i],
  ["her NI is AB 12 34 56 C", /12 34 56/],
];

/** Every option of a verb that takes a text of its own making: not one of a few words, a file, a flag, or what is read as something else. */
async function textOptions(noun: string, verb: string): Promise<string[]> {
  const command = await loadVerb(noun, verb);
  return fieldsOf(command)
    .filter(
      ([key, field]) =>
        key in command.options && !field.flag && !field.choices && field.placeholder !== "FILE",
    )
    .filter(([, field]) => field.read(["a plain text"], { today: "2026-11-23" as never }).ok)
    .map(([key]) => optionName(key));
}

const writers = catalogue.flatMap((n) =>
  n.verbs.filter((v) => typed(n.name, v.name) in writing).map((v) => [n.name, v.name] as const),
);

describe("bank details and National Insurance numbers are refused in every text of every verb that writes", () => {
  test.each(writers)("%s %s", async (noun, verb) => {
    const { line = "", before = [], files } = writing[typed(noun, verb)] ?? {};
    const options = await textOptions(noun, verb);
    if (options.length === 0) return;
    const folder = year.copy();
    putFiles(folder, files);
    for (const first of before) await ran(folder, first);
    const bytes = readFileSync(join(folder, "unit.db"));
    for (const [i, option] of options.entries())
      for (const [text, part] of never.slice(i % never.length, (i % never.length) + 1)) {
        const said = await ran(folder, `${line} ${option} "${text}"`);
        expect({ option, text, exit: said.exit }).not.toMatchObject({ exit: 0 });
        expect(said.err).toContain("[private-detail]");
        expect(said.err).not.toMatch(part);
      }
    expect(readFileSync(join(folder, "unit.db")).equals(bytes)).toBe(true);
  });

  test("the names of benefits are refused where a text is about a person, and titles may have them", async () => {
    const folder = year.copy();
    for (const text of ["she is on Universal Credit", "ESA permitted work", "Carer’s Allowance week"]) {
      const said = await ran(
        folder,
        `payment log M-003 --for other:call --band one-hour --on 2026-11-02 --note "${text}"`,
      );
      expect(said).toMatchObject({ exit: 1, err: expect.stringContaining("names a benefit") });
      expect(said.err).not.toContain(text);
    }
    expect((await ran(folder, 'paper add "Claiming Universal Credit when unwell"')).exit).toBe(0);
    expect((await ran(folder, 'member edit M-003 --notes "Pip to ring back"')).exit).toBe(0);
  });
});

describe("in every column of every file", () => {
  const sheets: readonly (readonly [line: string, file: string, before: readonly string[]])[] = Object.values(
    writing,
  )
    .filter((r) => r.files && words(r.line).some((w) => w.endsWith(".csv")))
    .map((r) => [r.line, words(r.line).find((w) => w.endsWith(".csv")) ?? "", r.before ?? []]);

  test.each(sheets)("%s", async (line, name, before) => {
    const request = Object.values(writing).find((r) => r.line === line);
    const [header = "", ...rows] = (request?.files?.[name] ?? "").trimEnd().split("\n");
    const width = header.split(",").length;
    for (let column = 0; column < width; column++) {
      const folder = year.copy();
      putFiles(folder, request?.files);
      for (const first of before) await ran(folder, first);
      const cells = (rows[0] ?? "").split(",");
      cells[column] = "sort code 12-34-56 account 12345678";
      writeFileSync(join(folder, name), [header, cells.join(","), ...rows.slice(1), ""].join("\n"));
      const bytes = readFileSync(join(folder, "unit.db"));
      const said = await ran(folder, line);
      expect({ column, exit: said.exit }).toEqual({ column, exit: 3 });
      expect(said.err).not.toMatch(/12-34-56|12345678/);
      expect(readFileSync(join(folder, "unit.db")).equals(bytes)).toBe(true);
    }
  });
});
