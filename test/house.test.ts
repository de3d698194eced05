import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { catalogue, everyVerb, verbsInShort, verbsUnder } from "../src/cli/catalogue.ts";
import type { Command } from "../src/cli/command.ts";
import type { Fields } from "../src/cli/field.ts";
import { topHelp } from "../src/cli/main.ts";
import { loadVerb } from "../src/cli/program.ts";
import { root } from "./transcript.ts";

const source = join(root, "src");
const files = readdirSync(source, { recursive: true })
  .map((f) => String(f).replaceAll("\\", "/"))
  .filter((f) => f.endsWith(".ts"))
  .sort();

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Every static import of a file: the module named, and whether only types are taken. */
function importsOf(file: string, text = readFileSync(join(source, file), "utf8")): Import[] {
  return [...text.matchAll(/^(?:import|export)\s+(type\s+)?([^;]*?from\s+)?["']([^"']+)["'];/gms)].map(
    (m) => ({
      from: file,
      to: m[3] ?? "",
      typeOnly:
        m[1] !== undefined ||
        (/^\{[^}]*\}/.test(m[2] ?? "") &&
          (m[2] ?? "")
            .replace(/[{}]|from\s*$/g, "")
            .split(",")
            .every((n) => n.trim() === "" || n.trim().startsWith("type "))),
    }),
  );
}

const inside = (i: Import): string | null =>
  i.to.startsWith(".") ? posix.normalize(posix.join(dirname(i.from), i.to)) : null;
const room = (file: string): string => file.split("/")[0] ?? "";

const contract = new Set([
  "cli/command.ts",
  "cli/options.ts",
  "cli/importing.ts",
  "cli/streaming.ts",
  "cli/answering.ts",
  "cli/errors.ts",
]);

/** The rooms each room may take values from; its own is always among them, except for commands. */
const mayTake: Readonly<Record<string, readonly string[]>> = {
  domain: ["domain"],
  csv: ["csv", "domain"],
  store: ["store", "domain"],
  reports: ["reports", "domain"],
  output: ["output", "domain", "reports"],
  solver: ["solver", "domain"],
  commands: ["domain", "csv", "store", "reports", "output", "solver"],
  cli: ["cli", "domain", "csv", "store", "reports", "output"],
};

/** Packages by the rooms that may use them; node's own modules count as packages here. */
const packages: Readonly<Record<string, readonly string[]>> = {
  commander: ["cli"],
  inquirer: ["cli"],
  "@bomb.sh/tab": ["cli", "output"],
  chalk: ["output"],
  "cli-table3": ["output"],
  "fast-wrap-ansi": ["output"],
  "string-width": ["output"],
  "csv-stringify/sync": ["output"],
  docx: ["output"],
  "ical-generator": ["output"],
  diff: ["reports"],
  highs: ["solver"],
  "node:v8": ["solver"],
  "write-excel-file/node": ["output"],
  "@citation-js/core": ["csv", "output"],
  xmlbuilder2: ["output"],
  "csv-parse": ["csv"],
  "csv-parse/sync": ["csv"],
  kysely: ["store"],
  "better-sqlite3": ["store"],
  "node:crypto": ["store"],
  "node:zlib": ["store"],
  "node:fs": ["cli", "store"],
  "node:path": ["cli", "store"],
  "node:module": ["store"],
};

/** Imports that go through a wall, as `file must not import module`. */
const breaches = (imports: readonly Import[]): string[] =>
  imports.flatMap((i) => {
    const to = inside(i);
    if (to === null || i.typeOnly) return [];
    const from = room(i.from);
    if (from === "commands" && contract.has(to)) return [];
    return (mayTake[from] ?? []).includes(room(to)) ? [] : [`${i.from} must not import ${to}`];
  });

const all = files.flatMap((f) => importsOf(f));

describe("the walls of the house", () => {
  test("imports run one way: a room takes values only from the rooms below it", () => {
    expect(breaches(all)).toEqual([]);
  });

  test("a breach would be seen: planted imports are named with file and wall", () => {
    const planted = [
      ...importsOf("domain/planted.ts", 'import { sql } from "../store/store.ts";\n'),
      ...importsOf(
        "commands/member/planted.ts",
        'import add from "./add.ts";\nimport { command } from "../../cli/command.ts";\n',
      ),
      ...importsOf(
        "store/planted.ts",
        'import type { Report } from "../reports/report.ts";\nimport { list } from "../reports/report.ts";\n',
      ),
      ...importsOf(
        "reports/planted.ts",
        'import {\n  type PersonRow,\n  peopleRows,\n} from "../store/people.ts";\n',
      ),
    ];
    expect(breaches(planted)).toEqual([
      "domain/planted.ts must not import store/store.ts",
      "commands/member/planted.ts must not import commands/member/add.ts",
      "store/planted.ts must not import reports/report.ts",
      "reports/planted.ts must not import store/people.ts",
    ]);
    expect(all.length).toBeGreaterThan(files.length);
  });

  test("the domain takes not even a type from another room", () => {
    expect(
      all.filter(
        (i) => room(i.from) === "domain" && (inside(i) === null || room(inside(i) ?? "") !== "domain"),
      ),
    ).toEqual([]);
  });

  test("a package enters only the rooms it belongs to", () => {
    const broken = all.flatMap((i) =>
      inside(i) !== null || i.typeOnly || (packages[i.to] ?? []).includes(room(i.from))
        ? []
        : [`${i.from} must not import ${i.to}`],
    );
    expect(broken).toEqual([]);
  });

  test("commands, rules, models, reports and csv never reach for the process, the console, the clock, or wait", () => {
    const forbidden = /\b(process\.|console\.|new Date\(\)|Date\.now|Math\.random|require\()/;
    const quiet = files.filter((f) => ["commands", "domain", "reports", "csv", "solver"].includes(room(f)));
    const broken = quiet.filter((f) =>
      forbidden.test(readFileSync(join(source, f), "utf8").replace(/^\s*(\*|\/\/).*$/gm, "")),
    );
    expect(broken).toEqual([]);
    expect(
      files.filter(
        (f) => room(f) === "domain" && /\basync\b|\bPromise\b/.test(readFileSync(join(source, f), "utf8")),
      ),
    ).toEqual([]);
  });

  test("SQL is written in the store and nowhere else", () => {
    const sqlText =
      /\b(select\s+[\w*].*\sfrom\s+\w|insert into \w|delete from \w|update \w+ set )|\b(selectFrom|insertInto|updateTable|deleteFrom)\(/i;
    const broken = files
      .filter((f) => room(f) !== "store")
      .filter((f) =>
        sqlText.test(readFileSync(join(source, f), "utf8").replace(/^\s*(\*|\/\/|\/\*\*).*$/gm, "")),
      );
    expect(broken).toEqual([]);
  });

  test("nothing is called utils, helpers, common or shared", () => {
    expect(files.filter((f) => /(^|\/)(utils?|helpers?|common|shared)(\.|\/)/.test(f))).toEqual([]);
  });

  test("a command fits in 100 lines", () => {
    const long = files.filter(
      (f) => room(f) === "commands" && readFileSync(join(source, f), "utf8").split("\n").length > 101,
    );
    expect(long).toEqual([]);
  });

  test("everything that is exported says what it answers or promises", () => {
    const bare = files
      .filter((f) => room(f) !== "commands" && f !== "store/tables.ts")
      .flatMap((f) => {
        const lines = readFileSync(join(source, f), "utf8").split("\n");
        return lines.flatMap((line, i) => {
          const match = /^export (?:async )?(?:function|const|class|interface|type) (\w+)/.exec(line);
          if (!match) return [];
          const before = lines[i - 1] ?? "";
          const pairedType = line.startsWith("export type") && /^export const/.test(before);
          return before.trim().endsWith("*/") || pairedType || /\] as const;$/.test(before)
            ? []
            : [`${f}: ${match[1]}`];
        });
      });
    expect(bare).toEqual([]);
  });
});

/**
 * The functions of the store that read a personal column, with what for. A new one is added here with its reason, or, better,
 * asks one of these; what is for readers outside the team asks `namingFacts`, whose names are sealed for the gate.
 */
const readsPersonal: Readonly<Record<string, string>> = {
  "store/naming.ts people": "the names that the gate is handed, under seal",
  "store/people.ts people": "the team's lists of people, and who is meant by a name",
  "store/people.ts peopleRows": "e-mail addresses beside them",
  "store/people.ts emailOwner": "whose an e-mail address is",
  "store/person-details.ts detailsOf": "what somebody's details are, to change them",
  "store/person-details.ts orcidOwner": "whether an ORCID iD is somebody else's",
  "store/person-details.ts emailsOf": "their e-mail addresses, to change them",
  "store/person-details.ts accessNeedsOf": "what they need to take part",
  "store/attendance-staging.ts rows": "who a line of a register is about",
  "store/attendance.ts attendanceRows": "who came to a meeting",
  "store/attendance.ts attendees": "who could have come",
  "store/ceilings.ts all": "whose ceiling is watched",
  "store/done.ts done": "who did work that nobody has logged",
  "store/preferences.ts everybodysPreferences": "who chose what about fees",
  "store/offers.ts offerRows": "who was offered a place",
  "store/project-changes.ts projectConflicts": "who has a conflict of interest with a project",
  "store/payments.ts lines": "whom a payment line is for",
  "store/refs.ts lookups": "completion at the team's terminal",
  "store/round-panel.ts panelOf": "who is on a panel",
  "store/round-appointments.ts fillBlanks": "what an applicant who is known already may add",
  "store/teams.ts teamRows": "who is on a project team",
  "store/credits.ts staffPrinted": "the ORCID iD of staff, who are named by their office",
  "store/staff.ts staffRows": "staff, who are named by their office",
  "store/round-applications.ts applicationsOf": "what applicants told us, for the panel",
  "store/erasure.ts personal": "what is blanked when an application is erased",
};

/** The function or constant of a file that each line with a personal column belongs to. */
function personalReads(file: string, text = readFileSync(join(source, file), "utf8")): string[] {
  const column =
    /["'`][a-z]{0,3}\.?(known_as|full_name|pronouns|phone|orcid|email|need|notes|statement)["'`]|\b[a-z]\.(known_as|full_name)\b.*\bfrom\b|select [^;]*\bknown_as\b/;
  let within = "";
  const found = text.split("\n").flatMap((line) => {
    within = /^(?:export )?(?:async )?(?:function|const) (\w+)/.exec(line)?.[1] ?? within;
    return column.test(line) ? [`${file} ${within}`] : [];
  });
  return [...new Set(found)];
}

describe("a name leaves by one gate (promise 1)", () => {
  test("personal columns are selected in a few named functions of the store", () => {
    const reads = files
      .filter((f) => room(f) === "store" && f !== "store/tables.ts")
      .flatMap((f) => personalReads(f));
    expect(new Set(reads)).toEqual(new Set(Object.keys(readsPersonal)));
  });

  test("a new one would be seen, in the query builder and in SQL", () => {
    const built =
      'export const authors = (store: Store) =>\n  sql.selectFrom("person as p").select(["p.id", "p.full_name"]);\n';
    const plain = "const credits = `select p.id, p.known_as from person p`;\n";
    expect(personalReads("store/planted.ts", built)).toEqual(["store/planted.ts authors"]);
    expect(personalReads("store/planted.ts", plain)).toEqual(["store/planted.ts credits"]);
  });

  test("only the gate opens the seal on a name", () => {
    const opening = files.filter((f) => /\b(openName|fullest)\b/.test(readFileSync(join(source, f), "utf8")));
    expect(opening).toEqual(["domain/naming.ts", "domain/person-name.ts"]);
  });

  /** Reports of the team alone that show it, beside a name, what others will read. */
  const forTeamAlone = ["reports/naming.ts", "reports/naming-words.ts"];

  test("a report or document that speaks of an audience is of the kind that takes no raw name, and reads none", () => {
    const outward = files.filter(
      (f) =>
        room(f) === "reports" &&
        !forTeamAlone.includes(f) &&
        /\b(Reader|Audience)\b|"public"/.test(readFileSync(join(source, f), "utf8")),
    );
    const texts = outward.map((f) => [f, readFileSync(join(source, f), "utf8")] as const);
    expect(
      texts
        .filter(([, t]) => !/\b(Outward(Report|Row|Section|Name|Text)|TextDocument)\b/.test(t))
        .map(([f]) => f),
    ).toEqual([]);
    expect(
      texts
        .filter(([, t]) => /\.(knownAs|known_as|fullName|full_name)\b|\bteamName\b/.test(t))
        .map(([f]) => f),
    ).toEqual([]);
    expect(outward.length).toBeGreaterThan(3);
  });
});

describe("catalogue, files, help and README say the same", () => {
  const verbFiles = files
    .filter((f) => room(f) === "commands")
    .map((f) => f.replace(/^commands\//, "").replace(/\.ts$/, ""))
    .map((path) =>
      path.split("/")[0] === path.split("/")[1] ? (path.split("/")[0] ?? "") : path.replaceAll("/", " "),
    );

  test("every verb of the catalogue is a file, and every file a verb", () => {
    expect(new Set(everyVerb())).toEqual(new Set(verbFiles));
    expect(everyVerb()).toHaveLength(verbFiles.length);
  });

  test("no verb of one word is also the first word of another", () => {
    const both = catalogue.flatMap((n) => n.verbs.filter((v) => verbsUnder(n, v.name).length > 0));
    expect(both).toEqual([]);
  });

  test("help lists every noun and verb", () => {
    const help = topHelp();
    for (const noun of catalogue)
      for (const verb of [noun.name, ...verbsInShort(noun)]) expect(help).toContain(verb);
    for (const line of help.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });

  test("the README's table has every noun with its verbs, and no other", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const rows = [...readme.matchAll(/^\| `([a-z]+)` +\| ([^|]*) \|/gm)].map(
      (m) => `${m[1]}: ${[...(m[2] ?? "").matchAll(/`([a-z -]+)`/g)].map((v) => v[1]).join(" ")}`,
    );
    expect(rows).toEqual(
      catalogue.map(
        (n) =>
          `${n.name}: ${n.verbs
            .map((v) => v.name)
            .filter(Boolean)
            .join(" ")}`,
      ),
    );
  });

  test.each(catalogue.flatMap((n) => n.verbs.map((v) => [n.name, v.name, v.about] as const)))(
    "%s %s: its summary, an example that names it, words with help, and --dry-run if it writes",
    async (noun, verb, about) => {
      const command: Command = await loadVerb(noun, verb);
      expect(command.about).toBe(about);
      const name = verb ? `involve ${noun} ${verb}` : `involve ${noun}`;
      for (const example of command.examples) expect(example.startsWith(name)).toBe(true);
      for (const field of Object.values({ ...command.args, ...command.options } as Fields))
        expect(field.about).not.toBe("");
      const text = readFileSync(
        join(source, "commands", noun, `${verb.replace(" ", "/") || noun}.ts`),
        "utf8",
      );
      expect(/context\.write\w*\(/.test(text) && !command.writes).toBe(false);
    },
  );
});

describe("schema.sql", () => {
  test("says above every table and view what it is for", () => {
    const lines = readFileSync(join(root, "schema.sql"), "utf8").split("\n");
    const bare = lines.filter(
      (line, i) => /^create (table|view) /.test(line) && !lines[i - 1]?.startsWith("-- "),
    );
    expect(bare).toEqual([]);
  });
});

describe("the built program", () => {
  test("everything the package says it ships is there after a build", () => {
    for (const path of [
      "dist/main.cjs",
      "dist/program.cjs",
      "dist/load.cjs",
      "dist/program.cache",
      "dist/highs.cjs",
      "dist/highs.wasm",
      "schema.sql",
      "src/store/seed.sql",
    ])
      expect(existsSync(join(root, path)) ? "there" : relative(root, path)).toBe("there");
  });

  test("the package ships every file the program reads", () => {
    const { files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { files: string[] };
    expect(files).toEqual(expect.arrayContaining(["bin", "dist", "schema.sql", "src/store/seed.sql"]));
  });
});
