import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Pool, PoolAim } from "../../src/domain/pool.ts";
import { root } from "../transcript.ts";

/** The folder of instances nobody here wrote, beside the project or further up, or where INVOLVE_DATASETS says; else null. */
export function datasets(): string | null {
  const given = process.env["INVOLVE_DATASETS"];
  if (given) return given;
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    const here = join(dirname(folder), "shared", "datasets");
    if (existsSync(here)) return here;
  }
  return null;
}

type Sheet = Readonly<Record<string, string>>[];

const read = (...path: string[]): Sheet =>
  parse(readFileSync(join(...path), "utf8"), { columns: true, bom: true, skip_empty_lines: true });

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A published instance as a pool; how it is scored is said in the datasets' README. */
function poolOf(people: Sheet, quotas: readonly PoolAim[], feature: readonly string[], places: number): Pool {
  return {
    places,
    candidates: people
      .map((person, i) => {
        const code = person["nationbuilder_id"] ?? `row${i}`;
        return {
          code,
          score: 4 + (Number.parseInt(sha256(code).slice(0, 8), 16) % 37),
          lot: Number.parseInt(sha256(`lot|${code}`).slice(0, 12), 16) % 1_000_003,
          brings: quotas.flatMap((q, k) => (person[feature[k] ?? ""] === q.value ? [k] : [])),
          rare: [],
        };
      })
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    aims: quotas,
    experiences: [],
    stepsInAPoint: 1,
  };
}

const quota = (row: Sheet[number], value: string): PoolAim => ({
  category: "experience",
  value: row[value] ?? "",
  minimum: Number(row["min"]),
  maximum: Number(row["max"]),
  basis: "role-requirement",
  staying: 0,
});

/** Choose 20 of 200: two categories of two values each. */
export function smallExample(folder: string): Pool {
  const quotas = read(folder, "selection", "example_small_20", "categories.csv");
  return poolOf(
    read(folder, "selection", "example_small_20", "respondents.csv"),
    quotas.map((q) => quota(q, "feature")),
    quotas.map((q) => q["category"] ?? ""),
    20,
  );
}

/** Choose 22 of 150: four features of twenty values in all. */
export function sortitionFixture(folder: string): Pool {
  const quotas = read(folder, "selection", "sf_fixture_22", "features.csv");
  return poolOf(
    read(folder, "selection", "sf_fixture_22", "candidates.csv"),
    quotas.map((q) => quota(q, "value")),
    quotas.map((q) => q["feature"] ?? ""),
    22,
  );
}
