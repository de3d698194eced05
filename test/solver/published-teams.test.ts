import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { proposeTeams } from "../../src/solver/teams.ts";
import { hopeless, teamsClash } from "../../src/solver/teams-conflict.ts";
import { datasets } from "./datasets.ts";
import { everyMatching, type Instance, instance, problemOf, ranksInOrder } from "./matching-datasets.ts";
import { engine } from "./pools.ts";

const folder = datasets();
if (folder === null)
  console.log("The published matchings (../shared/datasets) are not here: their tests are skipped.");

/** What is known of an instance: how many can be placed, and the least cost and best profiles of that many. */
interface Known {
  readonly set: string;
  readonly k: number;
  readonly status?: string;
  readonly size: number;
  readonly cost: number;
  readonly sq: number;
  readonly gen: string;
  readonly gre: string;
}

const known: Known[] =
  folder === null
    ? []
    : JSON.parse(readFileSync(join(folder, "matching", "fmcooper", "EXPECTED.json"), "utf8"));
const possible = known.filter((e) => e.status !== "infeasible");
const impossible = known.filter((e) => e.status === "infeasible");

/** Points so great apart that whoever is at one rank outweighs everybody at the ranks that count less. */
const apart = 10;
const [ranksAtMost, sure] = [8, 10 ** 8];

/** What is to be best, as points of a rank: the least cost, the least squares, fewest at the worst rank, most at the first. */
const aims = {
  cost: (rank: number) => sure - rank,
  sq: (rank: number) => sure - rank ** 2,
  gen: (rank: number) => sure - apart ** (rank - 1),
  gre: (rank: number) => apart ** (ranksAtMost - rank),
} as const;

/** The ranks of those placed when teams are best in one way; null where some bound cannot be kept. */
async function best(given: Instance, aim: keyof typeof aims): Promise<number[] | null> {
  const found = proposeTeams(await engine(), problemOf(given, aims[aim]));
  const ranks = ranksInOrder(given);
  return found && found.worth.requiredUnmet === 0 ? found.chosen.map((i) => ranks[i] ?? 0) : null;
}

const sum = (ranks: readonly number[], of: (rank: number) => number): number =>
  ranks.reduce((n, rank) => n + of(rank), 0);

/** How many have their first choice, their second, and so on, as the files write it. */
const profile = (ranks: readonly number[]): string =>
  Array.from({ length: Math.max(...ranks) }, (_, i) => ranks.filter((r) => r === i + 1).length).join(" ");

const figures = (ranks: readonly number[] | null, aim: keyof typeof aims): number | string | undefined => {
  if (!ranks) return undefined;
  if (aim === "cost") return sum(ranks, (r) => r);
  return aim === "sq" ? sum(ranks, (r) => r ** 2) : profile(ranks);
};

(folder === null ? describe.skip : describe)("matchings nobody here wrote (../shared/datasets)", () => {
  test("are fifteen with a known optimum, and five without", () => {
    expect(possible).toHaveLength(14);
    expect(impossible).toHaveLength(1);
  });

  test.each(possible)(
    "$set $k: as many placed, at as little cost, with the profiles that are known",
    async (e) => {
      const given = instance(folder ?? "", e.set, e.k);
      for (const aim of ["cost", "sq", "gen", "gre"] as const) {
        const ranks = await best(given, aim);
        expect(ranks).toHaveLength(e.size);
        expect(figures(ranks, aim)).toBe(e[aim]);
      }
    },
  );

  test.each(impossible)(
    "$set $k: no matching keeps every bound, since nobody would take the third option",
    async (e) => {
      const given = instance(folder ?? "", e.set, e.k);
      expect(await best(given, "cost")).toBeNull();
      expect(everyMatching(given)).toEqual([]);
      expect(hopeless(problemOf(given, aims.cost))).toEqual([
        { project: 1, cover: 1, side: "least", nearest: 0, because: "people" },
      ]);
      expect(teamsClash(await engine(), problemOf(given, aims.cost))).toEqual([]);
    },
  );

  test.each([0, 1, 2, 3, 4])(
    "spa_no_lq %i: no worse than the stable matching that was published, and the best of all there are",
    async (k) => {
      const given = instance(folder ?? "", "spa_no_lq", k);
      const told = readFileSync(
        join(folder ?? "", "matching", "fmcooper", "Evaluations", "spa_no_lq", "stable", `${k}.txt`),
        "utf8",
      );
      const profileTold = (/profile: < ([\d ]+) >/.exec(told)?.[1] ?? "").split(" ").map(Number);
      const placedTold = profileTold.reduce((a, b) => a + b, 0);
      const costTold = Number(/cost: (\d+)/.exec(told)?.[1]);
      const all = everyMatching(given);
      const size = Math.max(...all.map((ranks) => ranks.length));
      const largest = all.filter((ranks) => ranks.length === size);
      const ranks = await best(given, "cost");
      expect(ranks).toHaveLength(size);
      expect(figures(ranks, "cost")).toBe(Math.min(...largest.map((r) => sum(r, (n) => n))));
      expect(figures(await best(given, "sq"), "sq")).toBe(
        Math.min(...largest.map((r) => sum(r, (n) => n ** 2))),
      );
      expect(placedTold).toBeGreaterThan(0);
      expect(size).toBeGreaterThanOrEqual(placedTold);
      if (size === placedTold) expect(figures(ranks, "cost")).toBeLessThanOrEqual(costTold);
    },
  );
});
