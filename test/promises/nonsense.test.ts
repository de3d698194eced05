import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { words } from "../../scripts/words.js";
import { catalogue } from "../../src/cli/catalogue.ts";
import type { Command } from "../../src/cli/command.ts";
import type { Fields } from "../../src/cli/field.ts";
import { loadVerb } from "../../src/cli/program.ts";
import { optionName } from "../../src/cli/words.ts";
import { root } from "../transcript.ts";
import { reading, writing } from "./requests.ts";
import { performYear, putFiles, ran, type Year } from "./year.ts";

let year: Year;
let folder = "";
const definitions: { readonly name: readonly string[]; readonly command: Command }[] = [];

const noise: Readonly<Record<string, Uint8Array | string>> = {
  "noise.csv": Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256),
  "nulls.csv": "known_as\0,email\0\nA\0B,\0\n",
  "utf16.csv": Buffer.from("\uFEFFknown_as,email\nZoë,zoe@post.example\n", "utf16le"),
  "empty.csv": "",
  "blank.csv": "\n\n\n",
  "header.csv": "known_as,ref,meeting,title,code,key,course,project,voice,role\n",
  "quotes.csv": 'known_as,title\n"open,quote\n',
  "twice.csv": "known_as,known_as,title,title\nA,B,C,D\n",
  "wide.csv": `${"known_as,".repeat(2000)}\n${"x,".repeat(2000)}\n`,
  "odd.csv":
    "known_as,email,title,ref,meeting,state,code,criterion,scorer,score,course,part,completed_on,key,held_on,role,name,kind,label,weight,scale,stage,project,category,value\n" +
    '\u202Eevil,@@,"=1+1",M-99999999999999999999,2026-13,here,A--1,,NaN,1e9,__proto__,constructor,2026-02-30,../..,0000-00-00,toString,"",-1,"\n",∞,９,x,P-0,hasOwnProperty,-0\n',
};

/** Words that a hurried hand, a broken script or a mischievous one might type. */
const odd: readonly string[] = [
  ...[
    "",
    " ",
    "\t",
    "\n",
    "--",
    "-",
    "---",
    "-x",
    "--=",
    "'",
    '"',
    "`",
    "\\",
    "%",
    "_",
    "*",
    "?",
    ";",
    "a;b",
  ],
  ...[
    "\u202E",
    "\u0301",
    "\u{1F600}",
    "\uD800",
    "İıŞß",
    "𝒜",
    "０１",
    "\uFEFF",
    "x".repeat(20_000),
    "é".repeat(300),
  ],
  ...[
    "-1",
    "0",
    "-0",
    "1e9",
    "999999999999999999999",
    "NaN",
    "Infinity",
    "0x10",
    "1.005",
    "£5",
    "1,000.00",
    "-£3",
  ],
  ...[
    "2026-02-30",
    "2026-13-01",
    "0000-00-00",
    "9999-12-31",
    "0001-01-01",
    "today",
    "tomorrow",
    "2026-2-3",
    "29/02/2026",
    "2028-02-29",
  ],
  ...[
    "M-001",
    "M-000",
    "M-999999",
    "M-99999999999999999999",
    "m-2",
    "M-2..M-5",
    "M-5..M-2",
    "M-1..M-999999999",
    "S-001",
    "PA-001",
    "C-001",
    "P-001",
    "E-001",
    "PAY-001",
    "PAY-016",
    "H-001",
    "H-999",
    "T-001",
    "A-001",
  ],
  ...[
    "autumn-2025",
    "2026-03",
    "2026",
    "interviewing",
    "role-play",
    "lewg",
    "lean",
    "other:x",
    "meeting:2026-03",
    "meeting:",
    ":",
    "tax:2026-27",
    "tax:",
    "2026-01-01..2025-01-01",
    "project:P-001",
    "event:E-001",
  ],
  ...[
    "Harriet Osei",
    "David Hughes",
    "Jordan Null",
    "null",
    "undefined",
    "__proto__",
    "constructor",
    "toString",
    "'; drop table person; --",
    "$(id)",
    "{}",
    "[]",
    "10.1000/x",
    "0000-0002-1825-0097",
    "a@b.example",
    "voice=8",
    "voice=",
    "=8",
    "voice=99",
  ],
  ...["unit.db", ".", "..", "nowhere/x.csv", "folder", "out.docx", "out.svg", ...Object.keys(noise)],
];

beforeAll(async () => {
  year = performYear();
  folder = year.copy();
  for (const [name, bytes] of Object.entries(noise)) writeFileSync(join(folder, name), bytes);
  for (const { files } of Object.values(writing)) putFiles(folder, files);
  mkdirSync(join(folder, "folder"));
  for (const line of new Set(Object.values(writing).flatMap((r) => r.before ?? [])))
    if (!line.startsWith("member add")) await ran(folder, line);
  for (const { name, verbs } of catalogue)
    for (const verb of verbs)
      definitions.push({ name: [name, verb.name].filter(Boolean), command: await loadVerb(name, verb.name) });
});
afterAll(() => year.remove());

const wordOf = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...odd) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 12 }).map((w) => w.replaceAll("\0", "")) },
);

/** Words for one verb: its arguments and options with odd values, what is required more often than not. */
function lineFor({ name, command }: (typeof definitions)[number]): fc.Arbitrary<readonly string[]> {
  const args = Object.values(command.args as Fields).map((field) =>
    fc.array(field.choices ? fc.oneof(fc.constantFrom(...field.choices), wordOf) : wordOf, {
      minLength: field.required ? 1 : 0,
      maxLength: field.repeated ? 3 : 1,
    }),
  );
  const options = Object.entries(command.options as Fields).map(([key, field]) => {
    const value = field.choices ? fc.oneof(fc.constantFrom(...field.choices), wordOf) : wordOf;
    const given = field.flag
      ? fc.constant<string[]>([optionName(key)])
      : value.map((v) => [optionName(key), v]);
    return fc.option(given, { nil: [], freq: field.required ? 12 : 1 });
  });
  return fc
    .tuple(
      fc.tuple(...args),
      fc.tuple(...options),
      fc.option(fc.constantFrom("--yes", "--quiet"), { nil: "--no-input" }),
    )
    .map(([a, o, more]) => [...name, ...a.flat(), ...o.flat(), more]);
}

const globals: fc.Arbitrary<readonly string[]> = fc.tuple(
  fc.constantFrom("--today", "--by", "--format", "--output", "--store", "--nonsense", "--outptu"),
  fc.oneof(wordOf, fc.constantFrom("table", "svg", "md", "unit.db", "out.svg", "out.csv")),
);

/** A command line of a verb of the catalogue with odd words, sometimes with an odd option that every verb takes. */
const anyLine: fc.Arbitrary<readonly string[]> = fc
  .nat()
  .chain((i) => lineFor(definitions[i % definitions.length] as (typeof definitions)[number]))
  .chain((argv) =>
    fc
      .option<readonly string[], readonly string[]>(globals, { nil: [], freq: 5 })
      .map((more) => [...argv, ...more]),
  );

const realLines: readonly (readonly string[])[] = [
  ...Object.values(writing).map((r) => r.line),
  ...Object.values(reading).flatMap((rs) => rs.map((r) => r.line)),
].map((l) => words(l));

/** Words that could be meant somewhere: refs of every kind, days near and far, keys, numbers, files. */
const plausible: readonly string[] = [
  ...[
    "M-001",
    "M-002",
    "M-030",
    "M-065",
    "M-066",
    "S-001",
    "P-001",
    "P-004",
    "PA-002",
    "C-001",
    "C-002",
    "E-001",
  ],
  ...[
    "PAY-001",
    "PAY-005",
    "H-002",
    "H-090",
    "T-001",
    "A-001",
    "A-002",
    "A-012",
    "M-2..M-4",
    "David Hughes",
    "Bex",
  ],
  ...[
    "1899-01-01",
    "2025-10-20",
    "2025-12-15",
    "2026-05-13",
    "2026-11-22",
    "2026-11-24",
    "2027-02-28",
    "9999-12-31",
  ],
  ...[
    "autumn-2025",
    "autumn-2026",
    "2026-05",
    "reflective-2025-12",
    "2026",
    "2026-winter",
    "interviewing",
    "analysis",
  ],
  ...[
    "role-play",
    "principles",
    "long-covid",
    "chairing",
    "policy",
    "contact",
    "half-day",
    "full-day",
    "train",
  ],
  ...["meeting:2026-05", "meeting:2026-09", "project:P-001", "event:E-001", "paper:PA-001", "other:reading"],
  ...[
    "0",
    "1",
    "2",
    "3",
    "4",
    "7",
    "10",
    "0.00",
    "40.00",
    "1000000",
    "9999999.99",
    "full",
    "anonymous",
    "initials",
  ],
  ...[
    "people.csv",
    "criteria.csv",
    "register.csv",
    "answers.csv",
    "draft.docx",
    "--yes",
    "--all",
    "--remove",
    "--change",
  ],
];

/** A real request with one or two of its words replaced, left out, said twice or added. */
const spoilt: fc.Arbitrary<readonly string[]> = fc
  .tuple(
    fc.constantFrom(...realLines),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.constantFrom("replace", "drop", "replace", "replace", "drop", "twice", "add"),
        fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...plausible) }, { weight: 1, arbitrary: wordOf }),
      ),
      {
        minLength: 1,
        maxLength: 2,
      },
    ),
  )
  .map(([real, changes]) => {
    const argv = [...real];
    for (const [at, change, word] of changes) {
      const i = Math.min(2, argv.length) + (at % Math.max(1, argv.length - 2));
      if (change === "replace") argv[i] = word;
      else if (change === "drop") argv.splice(i, 1);
      else argv.splice(i, 0, change === "twice" ? (argv[i] ?? "") : word);
    }
    return argv;
  });

const sheets: readonly (readonly [line: string, fixture: string])[] = [
  ["member import x.csv", "lean.csv"],
  ["round import autumn-2026 x.csv", "applications.csv"],
  ["round open spring --places 2 --closes 2026-12-24 --criteria x.csv", "criteria.csv"],
  ["round open spring --places 2 --closes 2026-12-24 --criteria criteria.csv --panel x.csv", "panel.csv"],
  ["round score autumn-2026 --from-file x.csv", "scores.csv"],
  ["meeting plan --from-file x.csv", "meetings.csv"],
  ["meeting import x.csv", "attendance.csv"],
  ["training import x.csv", "training.csv"],
  ["project add --from-file x.csv", "projects.csv"],
  ["project need --from-file x.csv", "needs.csv"],
  ["paper import x.csv", "papers.csv"],
  ["evaluation respond 2026-winter --from-file x.csv", "evaluation-responses.csv"],
];

/** The bytes of a fixture's sheet with odd cells, bytes turned over, or its end cut off. */
const spoiltSheet = fc
  .tuple(
    fc.constantFrom(...sheets),
    fc.array(fc.tuple(fc.nat(), wordOf, fc.constantFrom("cell", "raw", "byte", "cut")), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([[request, fixture], changes]) => {
    let text = readFileSync(join(root, "fixtures", fixture), "utf8");
    for (const [at, word, change] of changes) {
      const separators = [...text.matchAll(/[,\n]/g)].map((m) => m.index);
      const i = separators[at % separators.length] ?? 0;
      const end = separators.find((s) => s > i) ?? text.length;
      if (change === "cell")
        text = `${text.slice(0, i + 1)}"${word.replaceAll('"', '""')}"${text.slice(end)}`;
      else if (change === "raw") text = `${text.slice(0, i + 1)}${word}${text.slice(end)}`;
      else if (change === "cut") text = text.slice(0, i);
      else text = `${text.slice(0, i)}${String.fromCharCode(at % 256)}${text.slice(i + 1)}`;
    }
    return { argv: words(request), sheet: text };
  });

const bytesOf = (): Buffer => readFileSync(join(folder, "unit.db"));
const documented = [0, 1, 2, 3, 75];

/** What is wrong with the answer to a command line, in words; null where it is as promised. */
async function wrongWith(argv: readonly string[], seen: Set<number>): Promise<string | null> {
  const store = bytesOf();
  const { exit, out, err } = await ran(folder, argv);
  seen.add(exit);
  if (!documented.includes(exit)) return `exit ${exit}: ${err}`;
  if (exit === 0 || argv.slice(0, 2).join(" ") === "store check") return null;
  if (!/\[[a-z-]+\]/.test(err)) return `a reason without its code: ${err}`;
  if (out !== "") return `data though it failed: ${out}`;
  return bytesOf().equals(store) ? null : `it failed and wrote: ${err}`;
}

const promised = (lines: fc.Arbitrary<readonly string[]>, times: number): Promise<void> => {
  const seen = new Set<number>();
  return fc
    .assert(
      fc.asyncProperty(lines, async (argv) => {
        const wrong = await wrongWith(argv, seen);
        if (wrong !== null) throw new Error(wrong);
      }),
      { numRuns: times },
    )
    .then(() => expect([...seen]).toEqual(expect.arrayContaining([0, 1, 2])));
};

describe("nonsense ends with a documented exit code and a reason, prints no data, and writes nothing", () => {
  test("where every word is odd", () => promised(anyLine, 250));
  test("where one or two words of a real request are", () => promised(spoilt, 250));
  test("where a sheet is spoilt", () =>
    fc.assert(
      fc.asyncProperty(spoiltSheet, async ({ argv, sheet }) => {
        writeFileSync(join(folder, "x.csv"), sheet);
        const wrong = await wrongWith(argv, new Set());
        if (wrong !== null) throw new Error(wrong);
      }),
      { numRuns: 150 },
    ));
});
