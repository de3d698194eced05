// Runs a few everyday commands on a store in a temporary folder, and keeps the code V8 compiled for them in dist/.
const { mkdtempSync, rmSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const root = join(__dirname, "..");
const { main } = require("../dist/main.cjs");
const { createCache } = require("../dist/load.cjs");

const cwd = mkdtempSync(join(tmpdir(), "involve-cache-"));
const world = {
  cwd,
  root,
  env: { INVOLVE_STORE: "unit.db" },
  version: "0",
  login: "build",
  platform: process.platform,
  home: cwd,
  now: () => new Date(),
  stdinIsTerminal: false,
  stdoutIsTerminal: false,
  stderrIsTerminal: false,
  columns: 100,
  stdout: () => {},
  stderr: () => {},
};

(async () => {
  for (const argv of [
    ["store", "init"],
    ["member", "add", "Somebody"],
    ["member", "list"],
    ["member", "list", "--format", "table"],
  ])
    if ((await main({ ...world, argv })) !== 0)
      throw new Error(`${argv.join(" ")} failed while the cache was made`);
  writeFileSync(join(root, "dist", "program.cache"), createCache());
  rmSync(cwd, { recursive: true, force: true });
})();
