// One proposal of teams as a whole process: reads a problem, loads the solver, proposes, checks, and prints what it came to. With
// a folder it also writes the model there, once for each level that is not met in full, for another solver. It is bundled
// by matching.js like the program itself.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadEngine } from "../src/solver/engine.ts";
import { proposeTeams } from "../src/solver/teams.ts";
import { teamLevels } from "../src/solver/teams-levels.ts";
import { teamsModel } from "../src/solver/teams-model.ts";

const [file = "", folder] = process.argv.slice(2);
const given = JSON.parse(readFileSync(file, "utf8"));
const endless = (cover) => ({ ...cover, atMost: cover.atMost ?? Number.POSITIVE_INFINITY });
const problem = { ...given, projects: given.projects.map((p) => ({ ...p, covers: p.covers.map(endless) })) };
const engine = await loadEngine(problem.people.length);
const teams = proposeTeams(engine, problem);
const { chosen, worth, byLot, proof } = teams;
const byPrices = proof.every((level) => level.prices);
if (folder) writeModels(folder);
// Written and left as bin/involve.js does.
process.stdout.write(
  `${JSON.stringify({ ...worth, placed: chosen.length, byLot: byLot.length, byPrices })}\n`,
  () => process.exit(),
);

/** What a level comes to at best: nothing unmet, every place filled, nobody from beyond. */
function atBest(weights) {
  const places = problem.projects.reduce((n, p) => n + p.places, 0);
  const most = { required: 0, filled: places, beyond: 0, desired: 0 };
  return weights.reduce((sum, [goal, weight]) => sum + weight * (most[goal] ?? Number.POSITIVE_INFINITY), 0);
}

function writeModels(to) {
  const levels = teamLevels(problem);
  const { model, worths } = teamsModel(problem, {}, levels);
  const reached = proof.map((level) => Math.floor(level.bound));
  const stages = levels.flatMap(({ weights }, l) => (reached[l] === atBest(weights) ? [] : [l]));
  for (const l of stages)
    writeFileSync(join(to, `stage-${l}.lp`), lpOf(model, worths[l], worths.slice(0, l), reached));
  writeFileSync(join(to, "stages.json"), JSON.stringify(stages.map((l) => ({ l, reached: reached[l] }))));
}

/** The model as text with the worth of a level to be made as great as can be, and what was reached before held. */
function lpOf(model, worth, before, reached) {
  const sum = (list) =>
    list.flatMap((c, j) => (c === 0 ? [] : [`${c < 0 ? "-" : "+"} ${Math.abs(c)} x${j}`])).join("\n ");
  const rows = model.rowLeast.map(() => []);
  for (const j of model.whole.keys())
    for (let k = model.starts[j]; k < model.starts[j + 1]; k++)
      rows[model.rows[k]].push(`${model.values[k] < 0 ? "-" : "+"} x${j}`);
  const side = (r) =>
    model.rowMost[r] === Number.POSITIVE_INFINITY ? `>= ${model.rowLeast[r]}` : `<= ${model.rowMost[r]}`;
  const bounds = model.most.flatMap((most, j) =>
    model.whole[j] || most === Number.POSITIVE_INFINITY ? [] : [` x${j} <= ${most}`],
  );
  return [
    `Maximize\n worth: ${sum(worth)}`,
    "Subject To",
    ...rows.flatMap((terms, r) => (terms.length === 0 ? [] : [`r${r}: ${terms.join("\n ")} ${side(r)}`])),
    ...before.map((held, l) => `h${l}: ${sum(held)} >= ${reached[l]}`),
    "Bounds",
    ...bounds,
    `Binaries\n ${model.whole.flatMap((whole, j) => (whole ? [`x${j}`] : [])).join("\n ")}`,
    "End\n",
  ].join("\n");
}
