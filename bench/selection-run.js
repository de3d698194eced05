// One proposal as a whole process: reads a pool, loads the solver, proposes, checks, and prints who is chosen. It is bundled by
// selection.js like the program itself.
import { readFileSync } from "node:fs";
import { loadEngine } from "../src/solver/engine.ts";
import { answerFor } from "../src/solver/proposal.ts";

const pool = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const engine = await loadEngine();
const answer = answerFor(engine, pool, { method: "score", reserves: 6, draw: 0 });
// Written and left as bin/involve.js does.
const { worth, chosen, reserves } = answer;
const found = { total: worth.total, chosen, reserves: reserves.map((r) => r.code) };
process.stdout.write(`${JSON.stringify(found)}\n`, () => process.exit());
