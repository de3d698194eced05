// Builds the program, runs every test, and ends with the count alone on a line.
import { spawnSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";

const run = (args, env = {}) =>
  spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } }).status ?? 1;

const built = run(["scripts/build.js"]);
if (built !== 0) process.exit(built);

/** Where Linux keeps files in memory. Commits wait for the disk elsewhere, which is a fifth of the time; the tests take up to 1 GiB. */
const inMemory = "/dev/shm";
function hasRoom() {
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return Math.min(bavail * bsize, freemem()) > 4 * 1024 ** 3;
  } catch {
    return false;
  }
}

// Whoever interrupts the tests with Ctrl-C ends them, and their folder goes as well.
process.on("SIGINT", () => {});
const folder = mkdtempSync(join(hasRoom() ? inMemory : tmpdir(), "involve-tests-"));
const result = join(folder, "result.json");
const temporary = join(folder, "tmp");
mkdirSync(temporary);
// A hostile place: another language, another time zone, no colour, no settings of the person who runs the tests.
const hostile = {
  LC_ALL: "tr_TR.UTF-8",
  LANG: "tr_TR.UTF-8",
  TZ: "Pacific/Kiritimati",
  NO_COLOR: "1",
  INVOLVE_STORE: "",
  // Nothing here goes to the network, and a process that is told of certificates reads them each time it starts.
  NODE_EXTRA_CA_CERTS: undefined,
  TMPDIR: temporary,
  // Where the invented year is kept once a test has performed it: see test/promises/year.ts.
  TEST_YEAR: join(folder, "year"),
  NODE_OPTIONS: "--experimental-vm-modules --disable-warning=ExperimentalWarning",
};
const jest = ["node_modules/jest/bin/jest.js", "--json", "--outputFile", result];
const kept = ["--cacheDirectory", "node_modules/.cache/jest"];
const status = run([...jest, ...kept, ...process.argv.slice(2)], hostile);
if (existsSync(result)) {
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(result, "utf8"));
  const failed = numFailedTests + (numFailedTests === 0 ? numFailedTestSuites : 0);
  console.log(`${numPassedTests} passed, ${failed} failed`);
}
rmSync(folder, { recursive: true, force: true });
process.exitCode = status;
