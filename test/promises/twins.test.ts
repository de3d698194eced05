import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { everyVerb } from "../../src/cli/catalogue.ts";
import { everyLine, type Line, makeTwins, type Twins } from "./twins.ts";

let twins: Twins;
let lines: Line[] = [];
let joining: string[] = [];
beforeAll(async () => {
  twins = await makeTwins();
  ({ lines, joining } = await everyLine(twins));
});
afterAll(() => twins.remove());

/** Verbs that start others or print a script; they say nothing of their own. */
const apart = ["menu", "completion"];

/** Verbs that say together who it is and what it is. Whoever types them knows, and what they answer may depend on it. */
const bothNamed: readonly string[] = [
  "payment expense",
  "payment offer",
  "paper contribute",
  "paper authorship",
  "commentary invite",
  "commentary author",
  "commentary naming",
  "commentary approve",
  "naming correct",
  "event contribute",
];

/** Where two stores read differently: the command line, and the first row in which they differ. */
async function tells(
  pair: Twins,
  line: readonly string[],
  then: readonly string[][] = [],
): Promise<string[]> {
  const [one, other] = await pair.both(line, then);
  if (one === other) return [];
  const rows = other.split("\n");
  const at = one.split("\n").findIndex((row, i) => row !== rows[i]);
  return [`${line.join(" ")}: ${one.split("\n")[at]} | ${rows[at]}`];
}

/** Where a verb reads differently in two stores: as data, as a table, in what it writes, and in the record of what it changed. */
async function told(pair: Twins, { words, writes, bare }: Line): Promise<string[]> {
  const record = writes && bare ? [["history", "show", pair.next, "--format", "json"]] : [];
  const data = await tells(pair, [...words, ...(writes ? ["--yes"] : []), "--format", "json"], record);
  return bare && !writes ? [...data, ...(await tells(pair, [...words, "--format", "table"]))] : data;
}

describe("two stores that differ only in who is behind what read the same (promise 1)", () => {
  test.each(everyVerb().filter((v) => !apart.includes(v)))("%s", async (verb) => {
    const found: string[] = [];
    for (const line of lines.filter((l) => l.verb === verb)) found.push(...(await told(twins, line)));
    expect(found).toEqual([]);
  });

  test("completion of a person, of a payment line and of an output", async () => {
    for (const words of [
      ["member", "show", ""],
      ["payment", "approve", ""],
      ["naming", "show", ""],
      ["payment", "log", "M-801", "--for", ""],
      ["commentary", "show", ""],
      ["history", "show", ""],
    ])
      expect(await tells(twins, ["complete", "--", ...words])).toEqual([]);
  });

  test("every verb is tried, but for those that say together who it is and what it is: whoever types them knows", () => {
    expect(joining).toEqual(bothNamed);
    const tried = new Set(lines.map((l) => l.verb));
    expect(everyVerb().filter((v) => !apart.includes(v) && !joining.includes(v) && !tried.has(v))).toEqual(
      [],
    );
  });
});

describe("the two stores do read apart", () => {
  test("where --reveal is given, in every verb that takes it", async () => {
    const { lines: revealing } = await everyLine(twins, true);
    const silent: string[] = [];
    for (const line of revealing) if ((await told(twins, line)).length === 0) silent.push(line.verb);
    expect(revealing.length).toBeGreaterThan(2);
    expect(silent).toEqual([]);
  });

  test("where nobody has asked not to be named: these verbs would tell", async () => {
    const open = await makeTwins(false);
    const telling = new Set<string>();
    for (const line of lines.filter((l) => !l.writes || l.verb === "payment approve"))
      if (!telling.has(line.verb) && (await told(open, line)).length > 0) telling.add(line.verb);
    open.remove();
    expect([...telling]).toEqual(
      expect.arrayContaining([
        "commentary show",
        "event list",
        "naming show",
        "paper show",
        "payment approve",
        "payment list",
        "payment statement",
        "report involvement",
      ]),
    );
  });
});
