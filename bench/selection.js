// Choosing 14 of 200, 1,000 and 5,000 applicants, whole processes, as ratios to `node -e 0` in the same run; beside them the ratio
// to CBC on the same model where it is installed (Debian: apt-get install coinor-cbc). node bench/selection.js [rounds]
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundled, cbc, median, timed } from "./processes.js";

const rounds = Number(process.argv[2] ?? 11);
const [places, categories, valuesEach] = [14, 8, 4];
const folder = mkdtempSync(join(tmpdir(), "involve-bench-"));

/** Numbers from a text, the same on every machine. */
const number = (text) => Number.parseInt(createHash("sha256").update(text).digest("hex").slice(0, 12), 16);

/** Applicants with one value in each category, some values rarer than others, and a range of ±1 around each value's share. */
function poolOf(n) {
  const candidates = Array.from({ length: n }, (_, i) => {
    const code = `A-${String(i + 1).padStart(4, "0")}`;
    const draw = (what, below) => number(`${n}|${code}|${what}`) % below;
    return {
      code,
      score: draw("a", 40) + draw("b", 40),
      lot: draw("lot", 1_000_003),
      brings: Array.from(
        { length: categories },
        (_, k) => k * valuesEach + [0, 0, 0, 1, 1, 1, 2, 2, 3][draw(`c${k}`, 9)],
      ),
      rare: [draw("e", 12), 12 + draw("f", 12)],
    };
  });
  const having = (list, i) => candidates.filter((c) => c[list].includes(i)).length;
  const aims = Array.from({ length: categories * valuesEach }, (_, i) => {
    const share = Math.round((places * having("brings", i)) / n);
    return {
      category: "experience",
      value: `value-${i}`,
      minimum: Math.max(0, share - 1),
      maximum: share + 1,
      basis: "role-requirement",
      staying: 0,
    };
  });
  const experiences = Array.from({ length: 24 }, (_, i) => ({
    key: `rare-${i}`,
    weight: 1 + n - having("rare", i),
  }));
  return { places, candidates, aims, experiences, stepsInAPoint: 1 };
}

/** The same model as CBC reads it: the total alone, or the lots with the total held. */
function lpOf({ candidates, aims }, total) {
  const sum = (of) => candidates.map((c, j) => `+ ${of(c)} x${j}`).join("\n ");
  const those = (i) => candidates.flatMap((c, j) => (c.brings.includes(i) ? [`+ x${j}`] : [])).join(" ");
  const rows = aims.flatMap((a, i) => [
    `l${i}: ${those(i)} >= ${a.minimum}`,
    `m${i}: ${those(i)} <= ${a.maximum}`,
  ]);
  return [
    `Maximize\n obj: ${sum((c) => (total === undefined ? c.score : c.lot))}`,
    `Subject To\n p: ${candidates.map((_, j) => `+ x${j}`).join("\n ")} = ${places}`,
    ...rows,
    ...(total === undefined ? [] : [`t: ${sum((c) => c.score)} >= ${total}`]),
    `Binaries\n ${candidates.map((_, j) => `x${j}`).join("\n ")}\nEnd`,
  ].join("\n");
}

const entry = await bundled("selection-run.js", folder);
const sizes = [
  { n: 200, reach: 7 },
  { n: 1000, reach: 16 },
  { n: 5000, reach: 12 },
].map((size) => {
  const pool = poolOf(size.n);
  const file = join(folder, `${size.n}.json`);
  writeFileSync(file, JSON.stringify(pool));
  const { total } = JSON.parse(timed(process.execPath, [entry, file]).stdout);
  writeFileSync(join(folder, `${size.n}-total.lp`), lpOf(pool));
  writeFileSync(join(folder, `${size.n}-lot.lp`), lpOf(pool, total));
  return { ...size, file, total, times: [], cbc: [] };
});
const bare = [];
for (let i = 0; i < rounds; i++) {
  bare.push(timed(process.execPath, ["-e", "0"]).clock);
  for (const size of sizes) size.times.push(timed(process.execPath, [entry, size.file]).clock);
}
/** CBC proves the total and then draws the lots, each as a process of its own; its total has to be ours. */
function withCbc({ n, total }) {
  const first = timed(cbc, [join(folder, `${n}-total.lp`), "ratio", "0", "allow", "0", "solve"]);
  const second = timed(cbc, [join(folder, `${n}-lot.lp`), "ratio", "0", "allow", "0", "solve"]);
  const found = Math.abs(Number(/Objective value:\s*(-?[\d.]+)/.exec(first.stdout)?.[1]));
  if (Math.round(found) !== total) throw new Error(`CBC finds ${found}, not ${total}`);
  return first.clock + second.clock;
}
if (cbc) for (let i = 0; i < Math.min(3, rounds); i++) for (const size of sizes) size.cbc.push(withCbc(size));
else console.log("CBC is not installed: the ratio to it is left out.");

const base = median(bare);
console.log(`node -e 0 is 1; each the median of ${rounds} interleaved runs.`);
for (const { n, reach, times, cbc: others } of sizes) {
  const ratio = median(times) / base;
  const verdict = ratio <= reach ? `reached (<= ${reach})` : `NOT reached (<= ${reach})`;
  const beside = others.length > 0 ? `  ${(median(times) / median(others)).toFixed(2)} x CBC` : "";
  console.log(`14 of ${String(n).padStart(5)} ${ratio.toFixed(2).padStart(7)}  ${verdict}${beside}`);
}
rmSync(folder, { recursive: true, force: true });
