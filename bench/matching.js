// Proposing teams, whole processes: 14 x 6 and 500 x 40 as ratios to `node -e 0`, 5,000 x 200 and 50,000 x 1,000 as ratios to CBC on
// the same model, all in the same run; ten eligible projects a person, four needs a project; eligibility at random and once more
// in clusters. Clock and processor time. node bench/matching.js [rounds] [largest number of people]
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundled, cbc, median, timed } from "./processes.js";

const rounds = Number(process.argv[2] ?? 7);
const largest = Number(process.argv[3] ?? 50_000);
const folder = mkdtempSync(join(tmpdir(), "involve-bench-"));

/** Numbers from a text, the same on every machine. */
function numbers(text) {
  let block = [];
  let n = 0;
  return (below) => {
    if (block.length === 0) {
      const bytes = createHash("sha256").update(`${text}|${n++}`).digest();
      block = [0, 4, 8, 12, 16, 20, 24, 28].map((at) => bytes.readUInt32LE(at));
    }
    return block.pop() % below;
  };
}

/** Two required needs and two desired ones for each project; half of the people are asked from beyond the working group. */
function problemOf(people, projects, clustered) {
  const draw = numbers(`${people} ${projects} ${clustered}`);
  const need = (required, atLeast, atMost = null) => ({
    required,
    weight: required ? 1 : 1 + draw(3),
    already: 0,
    atLeast,
    atMost,
  });
  const each = Math.min(10, projects);
  const cluster = Math.min(projects, 20);
  const code = (letter, i) => `${letter}-${String(i + 1).padStart(5, "0")}`;
  const given = {
    projects: Array.from({ length: projects }, (_, p) => ({
      code: code("P", p),
      places: 2 + draw(5),
      covers: [need(true, 1), need(true, 1), need(false, 1 + draw(2)), need(false, 1, 2)],
    })),
    people: Array.from({ length: people }, (_, i) => ({
      code: code("M", i),
      most: 1 + draw(2),
      load: draw(5),
    })),
    pairs: [],
    rotation: 2,
  };
  for (const person of given.people.keys()) {
    const from = clustered ? draw(Math.ceil(projects / cluster)) * cluster : 0;
    const wide = clustered ? Math.min(cluster, projects - from) : projects;
    const able = new Set();
    while (able.size < Math.min(each, wide)) able.add(from + draw(wide));
    const [skill, beyond] = [draw(40), draw(2) === 0];
    const brings = [3, 4, 3, 2].flatMap((rare, c) => (draw(rare) === 0 ? [c] : []));
    for (const project of [...able].sort((a, b) => a - b))
      given.pairs.push({
        person,
        project,
        points: skill + draw(60),
        lot: draw(1_000_003),
        beyond,
        held: false,
        brings,
      });
  }
  return given;
}

const entry = await bundled("matching-run.js", folder);
if (!cbc) console.log("CBC is not installed: the ratio to it is left out.");

/** CBC on the same model, one level after another, each a process of its own; what it finds has to be what we found. */
function withCbc(to, seconds) {
  let [clock, user] = [0, 0];
  for (const { l, reached } of JSON.parse(readFileSync(join(to, "stages.json"), "utf8"))) {
    const left = seconds - clock / 1000;
    const options = ["ratio", "0", "allow", "0", "solve"];
    const run = left > 0 ? timed(cbc, [join(to, `stage-${l}.lp`), ...options], left) : null;
    if (!run) return { clock: seconds * 1000, user: seconds * 1000, stopped: true };
    const found = Math.round(Number(/Objective value:\s*(-?[\d.]+)/.exec(run.stdout)?.[1]));
    if (found !== reached) throw new Error(`CBC finds ${found} at level ${l}, not ${reached}`);
    clock += run.clock;
    user += run.user;
  }
  return { clock, user, stopped: false };
}

const sizes = [
  { people: 14, projects: 6, reach: 6, runs: rounds, to: "node -e 0" },
  { people: 500, projects: 40, reach: 9, runs: rounds, to: "node -e 0" },
  { people: 5_000, projects: 200, reach: 1, runs: Math.min(3, rounds), to: "CBC" },
  { people: 50_000, projects: 1_000, reach: 0.2, runs: 1, to: "CBC" },
]
  .filter((size) => size.people <= largest)
  .flatMap((size) => [false, true].map((clustered) => ({ ...size, clustered })));

for (const { people, projects, reach, runs, to, clustered } of sizes) {
  const own = join(folder, `${people}-${clustered}`);
  mkdirSync(own);
  const file = join(own, "problem.json");
  writeFileSync(file, JSON.stringify(problemOf(people, projects, clustered)));
  const { stdout } = timed(process.execPath, [entry, file, ...(cbc ? [own] : [])]);
  const [ours, bare, others] = [[], [], []];
  for (let i = 0; i < runs; i++) {
    bare.push(timed(process.execPath, ["-e", "0"]));
    ours.push(timed(process.execPath, [entry, file]));
    // Whoever takes eight times as long is stopped: the ratio is then at most what is shown.
    if (cbc && i < 3) others.push(withCbc(own, Math.max(10, (8 * ours[i].clock) / 1000)));
  }
  const ratio = (list, kind) => median(ours.map((o) => o[kind])) / median(list.map((o) => o[kind]));
  const shown = (list) =>
    `${ratio(list, "clock").toFixed(2)} (processor ${ratio(list, "user").toFixed(2)})${list.some((o) => o.stopped) ? " or less, CBC was stopped" : ""}`;
  const against = to === "CBC" ? others : bare;
  const verdict = against.length > 0 ? (ratio(against, "clock") <= reach ? "reached" : "NOT reached") : "";
  console.log(
    `${people} x ${projects} ${clustered ? "clustered" : "random"}: ${verdict} (<= ${reach} x ${to})` +
      `; ${shown(bare)} x node -e 0${others.length > 0 ? `; ${shown(others)} x CBC` : ""}; ${stdout.trim()}`,
  );
  if (!process.env.KEEP) rmSync(own, { recursive: true });
}
if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
