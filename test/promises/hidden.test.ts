import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import Database from "better-sqlite3";
import { words } from "../../scripts/words.js";
import { catalogue, typed } from "../../src/cli/catalogue.ts";
import { fieldsOf } from "../../src/cli/field.ts";
import { loadVerb } from "../../src/cli/program.ts";
import { optionName } from "../../src/cli/words.ts";
import { type Request, writing } from "./requests.ts";
import { performYear, ran, type Year } from "./year.ts";

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
    const request = writing[typed(noun, verb)] ?? { line: "" };
    const options = await textOptions(noun, verb);
    if (options.length === 0) return;
    const folder = await year.ready(request);
    const bytes = readFileSync(join(folder, "unit.db"));
    for (const [i, option] of options.entries())
      for (const [text, part] of never.slice(i % never.length, (i % never.length) + 1)) {
        const said = await ran(folder, `${request.line} ${option} "${text}"`);
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
  const sheets: readonly (readonly [line: string, file: string, request: Request])[] = Object.values(writing)
    .filter((r) => r.files && words(r.line).some((w) => w.endsWith(".csv")))
    .map((r) => [r.line, words(r.line).find((w) => w.endsWith(".csv")) ?? "", r]);

  test.each(sheets)("%s", async (line, name, request) => {
    const [header = "", ...rows] = (request.files?.[name] ?? "").trimEnd().split("\n");
    const width = header.split(",").length;
    for (let column = 0; column < width; column++) {
      const folder = await year.ready(request);
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

  test.each(sheets)(
    "that nobody asked for, beside the header, and as the header: %s",
    async (line, name, request) => {
      const [header = "", first = "", ...rows] = (request.files?.[name] ?? "").trimEnd().split("\n");
      const others: readonly (readonly string[])[] = [
        [`${header},shoe`, `${first},AB 12 34 56 C`],
        [`${header},shoe,hat`, `${first},82-34-56,12345678`],
        [header, `${first},AB123456C`],
        [`${header},AB 12 34 56 C`, `${first},x`],
      ];
      const folder = await year.ready(request);
      const bytes = readFileSync(join(folder, "unit.db"));
      for (const sheet of others) {
        writeFileSync(join(folder, name), [...sheet, ...rows, ""].join("\n"));
        const said = await ran(folder, line);
        expect({ sheet, exit: said.exit }).toEqual({ sheet, exit: 3 });
        expect(said.err).toContain("[private-detail]");
        expect(said.out + said.err).not.toMatch(/12 ?34 ?56|82-34-56|12345678/);
        expect(readFileSync(join(folder, "unit.db")).equals(bytes)).toBe(true);
      }
    },
  );

  test("what is left out of an import, or stands outside its table, is not kept with the file", async () => {
    const people = "name,email\nZed One,z1@example.org\n";
    for (const [sheet, options] of [
      [`${people}Zed Two,sort code 12-34-56 account 12345678\n`, " --partial"],
      [`People paid to 12-34-56 12345678,\n${people}`, ""],
    ]) {
      const folder = year.copy();
      writeFileSync(join(folder, "people.csv"), sheet ?? "");
      const said = await ran(folder, `member import people.csv${options}`);
      expect(said.err).toContain("The contents of people.csv are not kept");
      const store = new Database(join(folder, "unit.db"), { readonly: true });
      expect(
        store.prepare("select count(*) as n from import_batch where file_name = 'people.csv'").get(),
      ).toEqual({ n: 1 });
      expect(
        store
          .prepare(
            "select count(*) as n from import_content c join import_batch i on i.id = c.import_id where file_name = 'people.csv'",
          )
          .get(),
      ).toEqual({ n: 0 });
      store.close();
    }
  });

  test("nor in the name of a file, or of whoever does it", async () => {
    const folder = year.copy();
    const bytes = readFileSync(join(folder, "unit.db"));
    writeFileSync(join(folder, "AB123456C.csv"), "name\nZed One\n");
    for (const line of ["member import AB123456C.csv", 'member add "Zed One" --by "AB 12 34 56 C"']) {
      const said = await ran(folder, line);
      expect(said).toMatchObject({ exit: 1, err: expect.stringContaining("[private-detail]") });
      expect(said.err).not.toMatch(/12 ?34 ?56/);
    }
    expect(readFileSync(join(folder, "unit.db")).equals(bytes)).toBe(true);
  });

  test("words in the wrong place are not said again", async () => {
    const folder = year.copy();
    for (const line of [
      "payment list --on=AB123456C",
      "payment AB123456C",
      "payment list --period AB123456C",
      "payment log M-003 AB123456C",
    ]) {
      const said = await ran(folder, line);
      expect({ line, exit: said.exit }).toEqual({ line, exit: 2 });
      expect(said.err).not.toContain("123456");
    }
  });
});
