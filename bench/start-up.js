// Start-up as ratios to `node -e 0`, each a median of interleaved runs in one go, with NODE_EXTRA_CA_CERTS unset.
// node bench/start-up.js [rounds]
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const rounds = Number(process.argv[2] ?? 31);
const folder = mkdtempSync(join(tmpdir(), "involve-bench-"));
const env = {
  ...process.env,
  INVOLVE_STORE: join(folder, "unit.db"),
  INVOLVE_TODAY: "2026-11-23",
  INVOLVE_BY: "bench",
};
delete env.NODE_EXTRA_CA_CERTS;
const involve = join(import.meta.dirname, "..", "bin", "involve.js");
const run = (args) => {
  const started = process.hrtime.bigint();
  const { status } = spawnSync(process.execPath, args, { env, stdio: "ignore" });
  if (status !== 0) throw new Error(`${args.join(" ")} ended with ${status}`);
  return Number(process.hrtime.bigint() - started) / 1e6;
};

run([involve, "store", "init"]);
for (let i = 1; i <= 14; i++) run([involve, "member", "add", `Member ${i}`]);

const what = {
  "node -e 0": { args: ["-e", "0"], reach: null },
  "involve --version": { args: [involve, "--version"], reach: 1.2 },
  "involve --help": { args: [involve, "--help"], reach: 1.7 },
  "involve member list (14 people)": { args: [involve, "member", "list"], reach: 3.0 },
};
const times = Object.fromEntries(Object.keys(what).map((name) => [name, []]));
for (let i = 0; i < rounds; i++)
  for (const [name, { args }] of Object.entries(what)) times[name].push(run(args));
const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
const base = median(times["node -e 0"]);
for (const [name, { reach }] of Object.entries(what)) {
  const ratio = median(times[name]) / base;
  const verdict =
    reach === null ? "" : ratio <= reach ? `  reached (<= ${reach})` : `  NOT reached (<= ${reach})`;
  console.log(`${name.padEnd(34)}${ratio.toFixed(2)}${verdict}`);
}
rmSync(folder, { recursive: true, force: true });
