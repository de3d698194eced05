import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { parse } from "csv-parse/sync";
import { reading } from "./requests.ts";
import { type Answer, performYear, ran, type Year } from "./year.ts";

let year: Year;
let furnished = "";
let empty = "";
beforeAll(() => {
  year = performYear();
  furnished = year.copy();
  empty = year.empty();
});
afterAll(() => year.remove());

const lines = Object.values(reading).flat();
const onEmpty = lines.filter((l) => l.empty);
/** Lines that end with 1 because they found something. */
const finds = (line: string): boolean => line.startsWith("store check");

/** What a person should never read: what a program says when it has nothing to say. */
const spillage = /\bundefined\b|\bNaN\b|\[object Object\]|\bnull\b|\bInfinity\b|Invalid Date/;

const snake = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
/** The sheet for shortlisters has a column for each criterion, under the key that the unit gave it. */
const ofUnit = new Set(["own-experience", "working-together", "why-involvement", "research-skills"]);

const keysOf = (data: unknown): string[] =>
  Array.isArray(data)
    ? data.flatMap(keysOf)
    : data !== null && typeof data === "object"
      ? Object.entries(data).flatMap(([key, value]) => [key, ...keysOf(value)])
      : [];

/** How many rows JSON has: of a list, of one thing, or of the sections of a report. */
function rowsIn(data: unknown): number {
  if (Array.isArray(data)) return data.length;
  const sections = Object.entries(data as Record<string, unknown>).filter(
    ([, v]) =>
      v !== null && typeof v === "object" && !(Array.isArray(v) && v.every((i) => typeof i === "string")),
  );
  if (!("notes" in (data as object))) return 1;
  return sections.reduce((n, [, v]) => n + (Array.isArray(v) ? v.length : 1), 0);
}

const csvRows = (text: string): Record<string, string>[] => parse(text, { columns: true });

async function asked(folder: string, line: string, more: string): Promise<Answer> {
  const answer = await ran(folder, `${line} ${more}`);
  expect({ line, more, ...answer }).toEqual({
    line,
    more,
    out: answer.out,
    err: answer.err,
    exit: finds(line) && answer.out.trim() !== "" ? expect.any(Number) : 0,
  });
  return answer;
}

/** What is not as promised in the formats of one line, in words. */
async function flaws(folder: string, line: string): Promise<string[]> {
  const found: string[] = [];
  for (const format of ["table", "md", "html", "table --plain"]) {
    const { out } = await asked(folder, line, `--format ${format}`);
    const text = out.replaceAll("jordan.null@", "");
    if (out.trim() === "") found.push(`${format}: nothing`);
    if (spillage.test(text)) found.push(`${format}: ${spillage.exec(text)?.[0]}`);
    if (/\p{Cc}\[\d/u.test(out)) found.push(`${format}: colour`);
    if (format.endsWith("--plain") && /[\u2500-\u257f]/.test(out)) found.push(`${format}: lines drawn`);
  }
  const json = JSON.parse((await asked(folder, line, "--format json")).out) as unknown;
  const camel = keysOf(json).filter(
    (key) => !snake.test(key) && !(line.startsWith("round export") && ofUnit.has(key)),
  );
  if (camel.length > 0) found.push(`json: ${[...new Set(camel)].join(", ")}`);
  const csv = (await asked(folder, line, "--format csv")).out;
  const rows = csvRows(csv).length;
  if (rows !== rowsIn(json)) found.push(`csv: ${rows} rows where JSON has ${rowsIn(json)}`);
  if (/\bundefined\b|\bNaN\b|\[object Object\]/.test(csv)) found.push("csv: undefined");
  return found;
}

describe("every reading verb, in every format", () => {
  test.each(lines.map((l) => l.line))("%s: on the store of the year", async (line) => {
    expect(await flaws(furnished, line)).toEqual([]);
  });

  test.each(onEmpty.map((l) => l.line))("%s: on a store with nothing in it yet", async (line) => {
    expect(await flaws(empty, line)).toEqual([]);
  });

  test("reading leaves the store as it is, byte for byte, but for the looks that go on record", async () => {
    const folder = year.copy();
    const before = readFileSync(join(folder, "unit.db"));
    for (const { line } of lines.filter((l) => !l.line.includes("--reveal"))) await ran(folder, line);
    expect(readFileSync(join(folder, "unit.db")).equals(before)).toBe(true);
  });
});
