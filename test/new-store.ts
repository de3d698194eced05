import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createStore } from "../src/store/open.ts";
import type { Store } from "../src/store/store.ts";
import { root } from "./transcript.ts";

const texts = {
  schema: readFileSync(join(root, "schema.sql"), "utf8"),
  seed: readFileSync(join(root, "src/store/seed.sql"), "utf8"),
};

/** A new store with the seed and nothing else; in memory where no file is named. */
export function newStore(path = ":memory:"): Store {
  const made = createStore(path, texts);
  if (!made.ok) throw new Error(made.problems.map((p) => p.message).join("; "));
  return made.value;
}
