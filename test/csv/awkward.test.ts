import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { applicationColumns, asApplication } from "../../src/csv/applications.ts";
import { readCriteria } from "../../src/csv/criteria.ts";
import { readResponses } from "../../src/csv/evaluation.ts";
import { attendanceCells } from "../../src/csv/meetings.ts";
import { asPeople, peopleColumns } from "../../src/csv/people.ts";
import { openSheet, type RawSheet } from "../../src/csv/raw.ts";
import { asScores, scoreColumns } from "../../src/csv/scores.ts";
import { type ReadRows, readTable, type TableChoices } from "../../src/csv/table.ts";
import { type Problem, type Result, yes } from "../../src/domain/result.ts";
import { ran } from "../promises/year.ts";
import { root } from "../transcript.ts";

const folder = join(root, "fixtures", "awkward");
const texts = (text: string): Result<string> => yes(text);

/** The vocabulary of the unit whose files these are. */
const words = {
  region: [
    { key: "wales", label: "Wales" },
    { key: "london", label: "London" },
    { key: "yorkshire", label: "Yorkshire and the Humber" },
    { key: "outside-england", label: "Outside England" },
  ],
  experience: [
    { key: "psychosis", label: "Psychosis or bipolar" },
    { key: "inpatient-care", label: "Inpatient care" },
  ],
  skill: [
    { key: "writing", label: "Writing" },
    { key: "chairing", label: "Chairing meetings" },
  ],
  interest: [{ key: "acute-care", label: "Acute care" }],
};

/** The criteria of its round, and the questions of its evaluation. */
const criterion = { kind: "essential", weight: 1, scaleMax: 4, stage: "shortlisting" } as const;
const criteria = [
  { ...criterion, id: 1, key: "own-experience", label: "Own experience of services" },
  { ...criterion, id: 2, key: "team-work", label: "Working with others" },
];
const questions = [
  { key: "voice", wording: "How far did you have a voice?", scaleMax: 10 },
  { key: "change", wording: "What would you change?", scaleMax: null },
];

interface Case {
  readonly sheet?: string;
  readonly choices?: TableChoices;
  readonly expected?: unknown;
  /** The plan of the verb for the whole file, in a unit that has nobody yet. */
  readonly plan?: unknown;
}
interface Expectation {
  /** What is awkward about the file. */
  readonly about: string;
  readonly import: "people" | "applications" | "attendance" | "criteria" | "scores" | "responses";
  readonly cases: readonly Case[];
}

type Plain = Readonly<Record<string, unknown>>;

/** A value without what was not told. */
const told = (value: Plain): Plain =>
  Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined && v !== null));

function seen(read: ReadRows<Plain>, rows = read.rows, more: readonly Problem[] = []) {
  return {
    header: read.header.line,
    placed: Object.fromEntries(read.placed.map((p) => [p.column, p.as])),
    rows: Object.fromEntries(rows.map((r) => [r.line, told(r.value)])),
    problems: [...read.problems, ...more],
    notes: read.notes,
    unknownColumns: read.unknownColumns,
    ambiguousDays: read.ambiguousDays,
  };
}

/** What is made of a sheet by each import. */
const imports = {
  people(sheet: RawSheet, choices?: TableChoices) {
    const read = readTable(sheet, peopleColumns(words), choices);
    const people = asPeople(read.rows);
    return seen(read, people.rows as unknown as typeof read.rows, people.problems);
  },
  applications(sheet: RawSheet, choices?: TableChoices) {
    const read = readTable(sheet, applicationColumns(words), choices);
    const rows = read.rows.map((r) => ({ ...asApplication(r), blank: r.blank }));
    return seen(read, rows as unknown as typeof read.rows);
  },
  attendance: (sheet: RawSheet, choices?: TableChoices) =>
    seen(readTable(sheet, attendanceCells(texts, texts), choices)),
  scores(sheet: RawSheet, choices?: TableChoices) {
    const read = readTable(sheet, scoreColumns(sheet, criteria, choices?.map ?? {}), choices);
    const { lines, problems } = asScores(read.rows, criteria, "Harriet Osei");
    return {
      entries: lines.flatMap(({ scores, ...who }) => scores.map((s) => ({ ...who, ...s }))),
      problems: [...read.problems, ...problems],
      unknownColumns: read.unknownColumns,
      notes: read.notes,
    };
  },
  responses(sheet: RawSheet, choices?: TableChoices) {
    const read = readResponses(sheet, questions, choices);
    return read.ok ? read.value : { problems: read.problems };
  },
  criteria(sheet: RawSheet) {
    const read = readCriteria({ name: "criteria.csv", sheet: yes(sheet) });
    return read.ok ? { criteria: read.value.value, said: read.value.said } : { problems: read.problems };
  },
};

async function outcome(name: string, kind: Expectation["import"], given: Case): Promise<unknown> {
  const opened = await openSheet(name, readFileSync(join(folder, name)), given.sheet);
  const made = opened.ok ? imports[kind](opened.value, given.choices) : { refused: opened.problems };
  return JSON.parse(JSON.stringify(made));
}

const verbs: Partial<Record<Expectation["import"], readonly string[]>> = {
  people: ["member", "import"],
  applications: ["round", "import", "spring"],
};

let unit: string;
beforeAll(async () => {
  unit = mkdtempSync(join(tmpdir(), "involve-awkward-"));
  writeFileSync(
    join(unit, "criteria.csv"),
    "key,label,kind,weight,scale,stage\nown,Own,essential,1,4,shortlisting\n",
  );
  await ran(unit, "store init");
  await ran(
    unit,
    "round open spring --places 2 --opens 2026-01-01 --closes 2026-11-30 --criteria criteria.csv",
  );
});
afterAll(() => rmSync(unit, { recursive: true, force: true }));

/** What the verb says that it would do with the file, of which it writes not a byte. */
async function planOf(name: string, kind: Expectation["import"], { sheet, choices }: Case): Promise<unknown> {
  const verb = verbs[kind];
  if (!verb) return undefined;
  copyFileSync(join(folder, name), join(unit, name));
  const before = readFileSync(join(unit, "unit.db"));
  const { exit, out, err } = await ran(unit, [
    ...verb,
    name,
    ...["--dry-run", "--format", "json", "--late"].slice(0, kind === "applications" ? 4 : 3),
    ...(sheet === undefined ? [] : ["--sheet", sheet]),
    ...(choices?.dates ? ["--dates", choices.dates] : []),
    ...Object.entries(choices?.map ?? {}).flatMap(([header, column]) => ["--map", `${header}=${column}`]),
  ]);
  expect(readFileSync(join(unit, "unit.db")).equals(before)).toBe(true);
  return { exit, rows: out === "" ? null : (JSON.parse(out) as unknown), said: err.trimEnd().split("\n") };
}

const files = readdirSync(folder).filter((f) => !/\.(json|md)$/.test(f));

describe("a file as people have it (write anew with UPDATE_GOLDEN=1, then read the difference)", () => {
  test.each(files)("%s", async (name) => {
    const path = join(folder, `${name}.json`);
    const known = JSON.parse(readFileSync(path, "utf8")) as Expectation;
    const cases: Case[] = [];
    for (const given of known.cases) {
      const plan = await planOf(name, known.import, given);
      const expected = await outcome(name, known.import, given);
      cases.push({ ...given, expected, ...(plan === undefined ? {} : { plan }) });
    }
    if (process.env["UPDATE_GOLDEN"])
      writeFileSync(path, `${JSON.stringify({ ...known, cases }, null, 2)}\n`);
    else expect(cases).toEqual(known.cases);
  });

  test("every file is told of in the README beside it", () => {
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    expect(files.filter((f) => !readme.includes(`\`${f}\``))).toEqual([]);
  });
});
