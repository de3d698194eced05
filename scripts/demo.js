// Performs a year of an invented unit's life with the commands a co-ordinator types, each with what it said.
// npm run demo [folder]
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative, resolve } from "node:path";
import { words } from "./words.js";

const { main } = createRequire(import.meta.url)("../dist/main.cjs");
const root = join(import.meta.dirname, "..");
if (process.argv[2]?.startsWith("-")) {
  process.stdout.write(
    "Performs a year of an invented unit with the commands a co-ordinator types: npm run demo [folder]\nThe folder is demo where it is left out; a demo that is in it is made anew.\n",
  );
  process.exit(process.argv[2] === "--help" || process.argv[2] === "-h" ? 0 : 2);
}
const folder = resolve(process.argv[2] ?? join(root, "demo"));
const color = process.stdout.isTTY && !process.env.NO_COLOR;
const bold = (text) => (color ? `\u001b[1m${text}\u001b[0m` : text);
const dim = (text) => (color ? `\u001b[2m${text}\u001b[0m` : text);
const say = (text) => process.stdout.write(text);

if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, "unit.db"))) {
  process.stderr.write(`${folder} holds something else than a demo. Name a new folder.\n`);
  process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
cpSync(join(root, "fixtures"), join(folder, "fixtures"), { recursive: true });

const world = {
  cwd: folder,
  root,
  env: { INVOLVE_STORE: "unit.db", INVOLVE_BY: "Harriet Osei", ...(color ? {} : { NO_COLOR: "1" }) },
  version: JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version,
  login: "demo",
  platform: process.platform,
  home: folder,
  now: () => new Date(),
  stdinIsTerminal: false,
  stdoutIsTerminal: true,
  stderrIsTerminal: false,
  columns: Math.min(process.stdout.columns ?? 110, 130),
  stdout: say,
  stderr: say,
};

/** The commands of the year, in order: what is said about them, what is typed, and the exit code it should end with. */
function* year() {
  const parts = join(root, "fixtures", "year");
  let step = null;
  for (const file of readdirSync(parts).sort())
    for (const line of readFileSync(join(parts, file), "utf8").split(/\r?\n/)) {
      const exit = /^\[exit (\d+)\]$/.exec(line);
      if (exit && step) step.exit = Number(exit[1]);
      else if (line.startsWith("#") || line.startsWith("$ ")) {
        if (step) yield step;
        step = line.startsWith("$ ") ? { typed: line.slice(2), exit: 0 } : { comment: line.slice(1).trim() };
      }
    }
  if (step) yield step;
}

say(
  `${bold("A year of an invented unit")}, in ${folder}\nEverybody in it is invented. What a co-ordinator types begins with $.\n`,
);
const started = process.hrtime.bigint();
let commands = 0;
let telling = false;
for (const { comment, typed, exit } of year()) {
  if (comment !== undefined) {
    say(`${telling ? "" : "\n"}${dim(`# ${comment}`)}\n`);
    telling = true;
    continue;
  }
  telling = false;
  say(`${bold(`$ ${typed}`)}\n`);
  const [, ...argv] = words(typed);
  const code = await main({ ...world, argv });
  if (code !== exit) {
    say(`\nThis ended with exit code ${code} where ${exit} was expected: the demo stops here.\n`);
    process.exit(1);
  }
  if (code !== 0) say(dim(`[exit ${code}]\n`));
  commands += 1;
}
const seconds = Number(process.hrtime.bigint() - started) / 1e9;
const left = readdirSync(folder)
  .filter((name) => name !== "fixtures")
  .sort();
say(
  `\n${bold(`${commands} commands in ${seconds.toFixed(1)} seconds.`)} To look at, in ${relative(process.cwd(), folder) || "."}:\n`,
);
for (const name of left) say(`  ${join(relative(process.cwd(), folder), name)}\n`);
say(`\nGo on from here:\n  npx involve menu --store ${join(relative(process.cwd(), folder), "unit.db")}\n`);
