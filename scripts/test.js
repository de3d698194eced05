// Builds the program, runs every test, and ends with the count alone on a line.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const run = (args, env = {}) =>
  spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } }).status ?? 1;

const built = run(["scripts/build.js"]);
if (built !== 0) process.exit(built);

const folder = mkdtempSync(join(tmpdir(), "involve-tests-"));
const result = join(folder, "result.json");
// A hostile place: another language, another time zone, no colour, no settings of the person who runs the tests.
const hostile = {
  LC_ALL: "tr_TR.UTF-8",
  LANG: "tr_TR.UTF-8",
  TZ: "Pacific/Kiritimati",
  NO_COLOR: "1",
  INVOLVE_STORE: "",
  // Where the invented year is kept once a test has performed it: see test/promises/year.ts.
  TEST_YEAR: join(folder, "year"),
  NODE_OPTIONS: "--experimental-vm-modules --disable-warning=ExperimentalWarning",
};
const status = run(
  ["node_modules/jest/bin/jest.js", "--json", "--outputFile", result, ...process.argv.slice(2)],
  hostile,
);
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(result, "utf8"));
  const failed = numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0);
  console.log(`${numPassedTests} passed, ${failed} failed`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = status;
