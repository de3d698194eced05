#!/usr/bin/env node
const { readFileSync } = require("node:fs");
const { homedir, userInfo } = require("node:os");
const { join } = require("node:path");
const { main } = require("../dist/main.cjs");

const root = join(__dirname, "..");

process.umask(0o077);
// A reader that has seen enough is no error; a disk that is full is one, but no bug.
let lost = false;
const failed = (error) => {
  if (error.code === "EPIPE" || lost) return;
  lost = true;
  process.exitCode = 1;
  process.stderr.write(
    `What was to be printed could not be written (${error.code}). [disk-error]\n  Check the disk that the output goes to.\n`,
  );
};
process.stdout.on("error", failed);
process.stderr.on("error", (error) => {
  if (error.code !== "EPIPE") process.exitCode = 1;
});

main({
  argv: process.argv.slice(2),
  env: process.env,
  cwd: process.cwd(),
  root,
  get version() {
    return JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
  },
  get login() {
    try {
      return userInfo().username;
    } catch {
      return "unknown";
    }
  },
  platform: process.platform,
  get home() {
    return homedir();
  },
  now: () => new Date(),
  get stdinIsTerminal() {
    return process.stdin.isTTY === true;
  },
  get stdoutIsTerminal() {
    return process.stdout.isTTY === true;
  },
  get stderrIsTerminal() {
    return process.stderr.isTTY === true;
  },
  get columns() {
    return process.stdout.columns ?? 100;
  },
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
}).then((exit) => {
  process.exitCode = lost ? 1 : exit;
  // Once everything is written nothing is waited for: what a solver still compiles in the background is not needed any more.
  process.stdout.write("", () => {
    process.stderr.write("", () => setImmediate(() => process.exit()));
  });
});
