import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { catalogue, everyVerb, typed } from "../../src/cli/catalogue.ts";
import { formats } from "../../src/cli/context.ts";
import { loadVerb } from "../../src/cli/program.ts";
import { everythingSaid, furnish, furnishOthers, leaksIn, leaksOfAnybody, plantInTitles } from "./canary.ts";
import { inward } from "./inward.ts";
import { outward, outwardOnce } from "./outward.ts";

/** What somebody outside the team may read of everybody who is not to be named. */
const forOthers: readonly string[] = [
  ...["project", "editor", "public"].flatMap((a) => [
    `commentary show C-001 --audience ${a}`,
    `commentary show C-002 --audience ${a}`,
    `paper show PA-001 --audience ${a}`,
  ]),
  "paper credits PA-001",
  "event list --audience public",
  "report involvement --period 2026 --audience public",
  "report infrastructure --audience public",
  "round report autumn --audience public",
  "training calendar",
  "naming check C-002",
];

/** Documents that go out, with their endings. */
const documents = [
  "paper credits PA-001 --format text",
  "paper credits PA-001 --format jats",
  "paper credits PA-001 --output credits.xml",
  "commentary draft C-002 --output draft.docx",
  "commentary draft C-002 --output draft.md",
];

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "involve-leaks-"));
  await furnish(folder);
  furnishOthers(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const outputs = [...formats, "docx", "xlsx"].map((e) => `--output out-${e}.${e}`);
const ways = (line: string): string[] => [
  line,
  ...formats.map((f) => `${line} --format ${f}`),
  ...outputs.map((o) => `${line} ${o}`),
];

/** What each command line gave away. */
async function given(
  lines: readonly string[],
  read: (text: string) => string[],
  { mayStop = false, filesOnly = false } = {},
): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const line of lines) {
    const { said, exit } = await everythingSaid(line, folder);
    const ends =
      exit === 0 ||
      line.startsWith("naming check") ||
      /\[(never-revealed|no-picture|no-calendar|can-be-worked-out)\]/.test(said[0] ?? "");
    if (!ends && !mayStop) all[line] = [`it ended with exit ${exit}: ${said[0]}`];
    const leaks = [...new Set(said.slice(filesOnly ? 1 : 0).flatMap(read))];
    if (leaks.length > 0) all[line] = leaks;
  }
  return all;
}

const verbOf = (line: string): string =>
  everyVerb().find(
    (v) =>
      line === v ||
      (line.startsWith(`${v} `) &&
        !everyVerb().some((w) => w !== v && w.startsWith(`${v} `) && line.startsWith(w))),
  ) ?? line;

describe("every verb is looked at", () => {
  const looked = new Set([...outward, ...outwardOnce, ...forOthers].map(verbOf));
  const declared = Object.values(inward).flat();

  test("it is outward, with words of its own, or inward for a reason; a new one has to be put in one of the lists", () => {
    const missing = everyVerb().filter((v) => !looked.has(v) && !declared.includes(v));
    const gone = [...declared, ...looked].filter((v) => !everyVerb().includes(v));
    const twice = declared.filter((v) => looked.has(v));
    expect({ missing, gone, twice }).toEqual({ missing: [], gone: [], twice: [] });
  });

  test("a verb that asks who will read it is never inward", async () => {
    const asking: string[] = [];
    for (const noun of catalogue)
      for (const { name } of noun.verbs) {
        const verb = await loadVerb(noun.name, name);
        if ("audience" in verb.options && verb.options["audience"]?.choices)
          asking.push(typed(noun.name, name));
      }
    expect(asking.filter((v) => declared.includes(v) || !looked.has(v))).toEqual([]);
    expect(asking.length).toBeGreaterThan(4);
  });
});

describe("nobody who is not to be named is named outside the team (promise 1)", () => {
  test("anonymous, undecided, under a pen name or without consent: in every format and every kind of file", async () => {
    expect(await given(forOthers.flatMap(ways), leaksOfAnybody)).toEqual({});
  });

  test("in the documents themselves; what is said beside them is for the team", async () => {
    expect(await given(documents, leaksOfAnybody, { filesOnly: true })).toEqual({});
  });

  test("though the pen name itself is printed", async () => {
    const { said } = await everythingSaid("paper show PA-001 --audience public --format csv", folder);
    expect(said[0]).toContain("Wren Marlowe");
    expect(said[0]).toContain("name withheld");
  });

  test("nor in a refusal: what cannot be done says so without a name", async () => {
    const refused = [
      "commentary submit C-002",
      "commentary submit C-003",
      "commentary draft C-003 --output way.docx",
      'commentary policy C-003 --says "full names" --takes full',
      "commentary submit C-003",
      "commentary list",
      "commentary publish C-003",
      "commentary publish C-001",
      "commentary show C-002 --audience public --reveal",
      "commentary approve C-001 M-003 --on 2031-01-01",
      "naming tell E-001 --to x --how y",
      "paper show PA-999 --audience public",
    ];
    expect(await given(refused, leaksIn, { mayStop: true })).toEqual({});
  });
});

describe("a planted leak is caught", () => {
  test("in each format and kind of file, in a picture, in a document and its properties, and in what is said", async () => {
    plantInTitles(folder);
    const lines = [
      ...ways("paper show PA-001 --audience public").filter((l) => !l.endsWith("svg") && !l.endsWith("ics")),
      "report infrastructure --audience public --format svg",
      "commentary draft C-001 --output planted.docx --dry-run",
      "commentary draft C-001 --output planted.docx",
      "event list --audience public --format html",
      "paper list --format csv",
      'member show "Quillfeather of nowhere"',
    ];
    const caught = Object.keys(await given(lines, leaksIn, { mayStop: true }));
    expect(lines.filter((l) => !caught.includes(l) && !l.includes("--dry-run"))).toEqual([]);
  });

  test.each([
    ["in the properties of a Word document", "<dc:creator>Zephyrine Q-O</dc:creator>"],
    ["in text that Word splits", "<w:t>Quill</w:t></w:r><w:r><w:t>feather</w:t>"],
    ["in a file's name", "commentary-C-001-quillfeather.docx"],
    ["in a cell of a sheet", 'C-001,published,"Quillfeather, Zephyrine"'],
    ["in a cell of a workbook", "<si><t>zephyrine@oxenbould.example</t></si>"],
    ["in a title that shows on hovering", '<td title="Zephyrine">Anonymous</td>'],
    ["in a comment of a page", "<!-- M-937413 -->"],
    ["in entities", "Quill&#102;eather &#x51;uillfeather"],
    ["behind soft hyphens", "Quill\u00adfea\u00adther Oxen&shy;bould"],
    ["in an invitation", "ORGANIZER;CN=Zephy\r\n rine:mailto:team@unit.example"],
    ["in a picture", "<text>Quill<tspan>feather</tspan></text>"],
    ["in an error message", "M-937413 is an author of C-001 already. [already-an-author]"],
    ["in initials", "Formal analysis: B. T., Z. Q. and T. W."],
    ["in a telephone number", "+44 (0)1632 960 777"],
    ["in an ORCID iD", "https://orcid.org/0000-0009-3741-3018"],
    ["in a payment description", "2 hours, commentary C-001 (Quillfeather)"],
    ["in the change record", '{"before":null,"after":{"person_id":937413}}'],
  ])("%s", (_where, text) => {
    expect(leaksIn(text)).not.toEqual([]);
  });

  test("and what gives nobody away is let through", () => {
    expect(leaksIn("Anonymous, name withheld, B. T. and Z. Quarles wrote C-001 on 2026-03-14.")).toEqual([]);
    expect(leaksOfAnybody("Wren Marlowe and Bex Thornton")).toEqual([]);
  });
});
