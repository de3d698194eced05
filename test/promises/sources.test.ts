import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { root } from "../transcript.ts";
import { reading, writing } from "./requests.ts";
import { performYear, ran, type Year } from "./year.ts";

const source = join(root, "src");
const text = (file: string): string =>
  readFileSync(join(source, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
const files = readdirSync(source, { recursive: true })
  .map((f) => String(f).replaceAll("\\", "/"))
  .filter((f) => f.endsWith(".ts"))
  .sort();
const inRoom = (room: string): string[] => files.filter((f) => f.startsWith(`${room}/`));

/** The functions of a file that stand at its left edge: name and text. */
const functionsOf = (code: string): [name: string, body: string][] =>
  code
    .split(/^(?=(?:export )?(?:async )?(?:function|const|class) )/m)
    .map((part) => [/(?:function|const|class) (\w+)/.exec(part)?.[1] ?? "", part]);

/** The names of the functions of the store that write, by themselves or through another. */
function writers(codes: readonly string[]): Set<string> {
  const functions = codes.flatMap(functionsOf).filter(([name]) => name !== "" && name !== "Store");
  const found = new Set(
    functions
      .filter(([, body]) => /\bstore\.(run|insert|update|remove|rawRun|script)\(/.test(body))
      .map(([name]) => name),
  );
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const [name, body] of functions)
      if ([...body.matchAll(/\b(\w+)\(\s*store\b/g)].some((m) => m[1] !== name && found.has(m[1] ?? "")))
        found.add(name);
  }
  return found;
}

/** What is wrong with how a verb's file writes. */
function writesWrong(code: string, names: ReadonlySet<string>): string[] {
  const calls = [...code.matchAll(/(return )?context\.write\w*\(/g)];
  const several = calls.length > 1 && calls.some((m) => m[1] === undefined);
  const outside = [...code.matchAll(/\b(\w+)\(\s*context\.store\b/g)].filter((m) => names.has(m[1] ?? ""));
  const raw = [...code.matchAll(/\b(?:store|context\.store)\.(\w+)\(/g)].map((m) => m[1]);
  return [
    ...(several ? ["writes twice on one path"] : []),
    ...outside.map((m) => `${m[1]} outside the write`),
    ...raw.map((name) => `calls store.${name} itself`),
  ];
}

describe("every write is one immediate transaction", () => {
  const names = writers(inRoom("store").map(text));
  /** It reads in a transaction of its own: SQLite makes the copy. */
  const copies = new Set(["verifiedCopy"]);
  const changing = new Set([...names].filter((n) => !copies.has(n)));

  test("a verb writes once on any path through it, and changes nothing outside that write", () => {
    expect(names.size).toBeGreaterThan(60);
    const wrong = inRoom("commands").flatMap((f) => writesWrong(text(f), changing).map((w) => `${f}: ${w}`));
    expect(wrong).toEqual([]);
  });

  test("a verb that did otherwise would be seen", () => {
    const twice =
      "run(context) { context.write((s) => addPerson(s, p)); return context.write((s) => addPerson(s, q)); }";
    expect(writesWrong(twice, changing)).toEqual(["writes twice on one path"]);
    expect(writesWrong("run(context) { addPerson(context.store, p, day); }", changing)).toEqual([
      "addPerson outside the write",
    ]);
    expect(writesWrong('context.write((store) => store.rawRun("delete"))', changing)).toEqual([
      "calls store.rawRun itself",
    ]);
  });

  test("a transaction is begun in one place, and takes its lock at once", () => {
    const begun = files.flatMap((f) =>
      (text(f).match(/exec\("begin[^"]*"\)/g) ?? []).map((m) => `${f}: ${m}`),
    );
    expect(begun).toEqual(['store/store.ts: exec("begin immediate")']);
  });
});

describe("how often the file is written", () => {
  let year: Year;
  beforeAll(() => {
    year = performYear();
  });
  afterAll(() => year.remove());

  /** SQLite counts in the header of the file how many transactions have changed it. */
  const counter = (folder: string, name = "unit.db"): number =>
    readFileSync(join(folder, name)).readUInt32BE(24);
  const apart = ["store init", "store backup", "store restore"];

  test.each(Object.keys(writing).filter((verb) => !apart.includes(verb)))(
    "%s: once, and not at all when it is refused or only tried",
    async (verb) => {
      const { line, ...first } = writing[verb] ?? { line: "" };
      const folder = await year.ready(first);
      const now = counter(folder);
      await ran(folder, `${line} --dry-run`);
      await ran(folder, `${line} --nonsense`);
      expect(counter(folder)).toBe(now);
      expect((await ran(folder, line)).exit).toBe(0);
      expect(counter(folder)).toBe(now + 1);
    },
  );

  test("a new store is made whole or not at all", async () => {
    const folder = year.bare();
    await ran(folder, "store init");
    expect(counter(folder)).toBe(1);
  });

  test("reading verbs: never, but once for a look at who is withheld, before it is shown", async () => {
    const folder = year.copy();
    for (const { line } of Object.values(reading).flat()) {
      const now = counter(folder);
      await ran(folder, line);
      expect({ line, times: counter(folder) - now }).toEqual({
        line,
        times: line.includes("--reveal") ? 1 : 0,
      });
    }
  });
});

describe("the same words everywhere", () => {
  /** What depends on where the program runs: its language, its clock, its time zone. */
  const local: readonly (readonly [RegExp, string])[] = [
    [/\.toLocale(?:String|DateString|TimeString|UpperCase|LowerCase)\((?!"en)/g, "a locale of the machine"],
    [/\.localeCompare\([^()]*(?:\([^()]*\)[^()]*)*\)/g, "an order of the machine"],
    [/\bIntl\.\w+\((?!"en)/g, "a locale of the machine"],
    [
      /\.(?:get|set)(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(/g,
      "a time zone of the machine",
    ],
    [/\bnew Date\((?=[^)]*,)(?!Date\.UTC)/g, "a time zone of the machine"],
    [
      /\bDate\.parse\((?!`\$\{\w+\}T00:00:00Z`\))|\.toString\(\)\.slice\(|\.to(?:Date|Time)String\(/g,
      "a time zone of the machine",
    ],
  ];
  const found = (code: string): string[] =>
    local.flatMap(([pattern, what]) =>
      [...code.matchAll(pattern)].filter((m) => !/, "en"\)$/.test(m[0])).map((m) => `${what}: ${m[0]}`),
    );

  test("no text, order or day depends on the language or the time zone of the machine", () => {
    const all = files.flatMap((f) => found(text(f)).map((w) => `${f}: ${w}`));
    // The one day that is the machine's: today, where the person is.
    expect([...new Set(all.map((w) => w.split(": ")[0]))]).toEqual(["cli/words.ts"]);
    expect(all.length).toBe(3);
  });

  test("what depends on it would be seen", () => {
    for (const code of [
      "n.toLocaleString()",
      "a.localeCompare(b)",
      "(a.x ?? '').localeCompare(b.x ?? '')",
      "new Date(2026, 3, 1)",
      "day.getDate()",
      "new Intl.NumberFormat()",
      'Date.parse("2026-04-06")',
    ])
      expect({ code, found: found(code).length }).toEqual({ code, found: 1 });
    for (const code of [
      'n.toLocaleString("en-GB")',
      'a.localeCompare(b, "en")',
      "new Date(Date.UTC(2026, 3, 1))",
    ])
      expect(found(code)).toEqual([]);
  });
});
