import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import type { Run } from "../../src/domain/match-run.ts";
import { matchReport } from "../../src/reports/match.ts";
import { loadEngine } from "../../src/solver/engine.ts";
import { obstaclesOf } from "../../src/solver/teams-obstacles.ts";
import { solveWith } from "../../src/solver/teams-solve.ts";
import { matchAsked } from "../../src/store/match-asked.ts";
import { runOn } from "../../src/store/runs.ts";
import type { Store } from "../../src/store/store.ts";
import { newStore } from "../new-store.ts";
import { type Body, complete, type Job, type Wish, type World, worlds, writeWorld } from "./match-worlds.ts";

const engine = await loadEngine();
const store = newStore();

/** Does something with a world written into the store, and takes it all back. */
function inWorld<T>(world: World, turned: boolean, work: (store: Store) => T): T {
  store.script("savepoint world");
  try {
    writeWorld(store, world, turned);
    return work(store);
  } finally {
    store.script("rollback to world; release world");
  }
}

/** What `project match --all` finds, and says, in the store as it is. */
function matched(widen: World["widen"]): { run: Run; report: unknown } {
  const asked = matchAsked(store, {
    ...{ projects: [], all: true, widen, reconsider: false, atMost: undefined, include: [], reasons: [] },
    day: "2026-06-01" as Day,
  });
  if (!asked.ok) throw new Error(JSON.stringify(asked.problems));
  const run = runOn(asked.value.facts, solveWith(engine));
  return { run, report: matchReport({ run, ...asked.value, obstacles: obstaclesOf(engine, run) }) };
}

const teamsOf = (run: Run): number[][] => run.answers.map((a) => [...a.proposed].sort((x, y) => x - y));

/** The rules once more, from what the test knows: it reads neither the store nor the program's rules. */
function meets(body: Body, { category, value, level }: Wish): boolean {
  if (category === "experience") return body.consent === "given" && body.experience.includes(value);
  if (category === "interest") return body.interests.includes(value);
  if (category === "perspective") return body.perspective === value || body.perspective === "both";
  if (category === "clearance") return body.parts === 4;
  return body.writing !== undefined && body.writing >= (level ?? 2);
}
const holding = (body: Body, { id }: Job): boolean => body.offer[id - 1] === "waiting";
const every = ({ needs }: Job, kind: Wish["kind"]): Wish[] =>
  needs.filter((n) => n.atLeast === null && n.kind === kind);

/** The projects somebody was offered and has not answered, but for one. */
const waitingFor = (body: Body, { projects }: World, but?: Job): Job[] =>
  projects.filter((job) => job !== but && holding(body, job));
const hoursOf = (jobs: readonly Job[]): number => jobs.reduce((sum, j) => sum + (j.hours ?? 0), 0);

function mayBeAsked(body: Body, job: Job, world: World): boolean {
  const [waiting, { widen }] = [waitingFor(body, world, job), world];
  return (
    (body.group === "lewg" || widen === "lean") &&
    body.away === "no" &&
    !body.conflict[job.id - 1] &&
    !["declined", "waiting"].includes(body.offer[job.id - 1] ?? "none") &&
    every(job, "required").every((n) => meets(body, n)) &&
    (body.hours === null || job.hours === null || body.hours - hoursOf(waiting) >= job.hours) &&
    waiting.length < (body.most ?? Infinity)
  );
}

const offersOf = (body: Body, { projects }: World): number =>
  projects.filter((job) => (body.offer[job.id - 1] ?? "none") !== "none").length;

/** Points of the policy a new store has, without what rotation costs. */
function pointsOf(body: Body, job: Job, world: World): number {
  const interests = job.needs.filter((n) => n.category === "interest" && meets(body, n)).length;
  const skills = job.needs.filter((n) => n.category === "skill");
  const above = skills.reduce(
    (sum, n) => sum + (n.level !== null && meets(body, n) ? (body.writing ?? 0) - n.level : 0),
    0,
  );
  const learn = skills.some((n) => body.writing === 1 && !meets(body, n)) ? 1 : 0;
  const offers = offersOf(body, world);
  const desired = every(job, "desired").reduce((sum, n) => sum + (meets(body, n) ? n.weight : 0), 0);
  const required = every(job, "required").filter((n) => meets(body, n)).length;
  return 10 * required + 4 * desired + above + 3 * interests + 2 * learn - 3 * offers + (offers > 0 ? 0 : 12);
}

/** How many projects somebody can take: what they want, and the hours of the longest first. */
function mostOf(body: Body, world: World): number {
  const open = world.projects.filter((job) => mayBeAsked(body, job, world));
  const waiting = waitingFor(body, world);
  let [left, fits] = [(body.hours ?? Infinity) - hoursOf(waiting), 0];
  for (const hours of open.map((j) => j.hours ?? 0).sort((a, b) => b - a)) {
    left -= hours;
    if (left < 0) break;
    fits += 1;
  }
  return Math.min(
    (body.most ?? Infinity) - waiting.length,
    body.hours === null ? open.length : Math.max(1, fits),
  );
}

/** What teams are worth, most important first; the greater the better. */
function worthOf(teams: readonly (readonly number[])[], world: World): number[] {
  const worth = [0, 0, 0, 0, 0];
  const add = (at: number, n: number): void => {
    worth[at] = (worth[at] ?? 0) + n;
  };
  const places = new Map<number, number>();
  for (const [p, job] of world.projects.entries()) {
    const team = world.people.filter((b) => teams[p]?.includes(b.id));
    const there = [...team, ...world.people.filter((b) => holding(b, job))];
    for (const n of job.needs)
      if (n.atLeast !== null) {
        const missing = Math.max(0, n.atLeast - there.filter((b) => meets(b, n)).length);
        add(n.kind === "required" ? 0 : 3, -missing * n.weight);
      }
    add(1, team.length);
    for (const body of team) {
      const before = places.get(body.id) ?? 0;
      places.set(body.id, before + 1);
      if (body.group === "lean") add(2, -1);
      add(4, pointsOf(body, job, world) - (2 * (offersOf(body, world) + before) + 1));
    }
  }
  return worth;
}

const better = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((n, i) => n !== b[i]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
};

/** The best of all teams that the rules allow. */
function bestOf(world: World): number[] {
  let best: number[] = [-Infinity];
  const most = new Map(world.people.map((b) => [b.id, mostOf(b, world)]));
  const choose = (p: number, teams: readonly (readonly number[])[]): void => {
    const job = world.projects[p];
    if (!job) {
      const worth = worthOf(teams, world);
      if (better(worth, best)) best = worth;
      return;
    }
    const left = Math.max(0, job.places - world.people.filter((b) => holding(b, job)).length);
    const times = (id: number): number => teams.filter((t) => t.includes(id)).length;
    const open = world.people
      .filter((b) => mayBeAsked(b, job, world) && times(b.id) < (most.get(b.id) ?? 0))
      .map((b) => b.id);
    const pick = (from: number, team: readonly number[]): void => {
      choose(p + 1, [...teams, team]);
      if (team.length < left) for (let i = from; i < open.length; i++) pick(i + 1, [...team, open[i] ?? 0]);
    };
    pick(0, []);
  };
  choose(0, []);
  return best;
}

/** Nothing stands in their way but what a test is about. */
const free = { group: "lewg", away: "no", conflict: [], offer: [] } as const;

describe("from the rows of a store to the report", () => {
  test("nobody is proposed who may not be, nor for more than they can take; points are those of the policy; no teams are better", () => {
    let [proposed, unmet] = [0, 0];
    fc.assert(
      fc.property(worlds(8, 3), (world) => {
        const { run } = inWorld(world, false, () => matched(world.widen));
        const teams = teamsOf(run);
        for (const [p, job] of world.projects.entries())
          for (const body of world.people) {
            const told = run.answers[p]?.people.find((q) => q.id === body.id);
            expect(told?.rank !== null && told !== undefined).toBe(mayBeAsked(body, job, world));
            if (told?.rank != null && !told.proposed)
              expect(told.points).toBe(pointsOf(body, job, world) - (2 * offersOf(body, world) + 1));
            if (told && told.rank === null) expect(told.gates.length).toBeGreaterThan(0);
          }
        for (const body of world.people)
          expect(teams.filter((t) => t.includes(body.id)).length).toBeLessThanOrEqual(
            Math.max(0, mostOf(body, world)),
          );
        const worth = worthOf(teams, world);
        expect(worth).toEqual(bestOf(world));
        expect(run.answers.reduce((sum, a) => sum + a.objective, 0)).toBe(worth[4]);
        proposed += teams.flat().length;
        unmet += worth[0] === 0 ? 0 : 1;
      }),
      { numRuns: 60 },
    );
    expect(proposed).toBeGreaterThan(20);
    expect(unmet).toBeGreaterThan(3);
  });

  test("rows written in another order give the same answer, hashes, lots and words", () => {
    fc.assert(
      fc.property(worlds(8, 4), (world) => {
        const [one, other] = [false, true].map((turned) =>
          inWorld(world, turned, () => matched(world.widen)),
        );
        expect(other?.run.hashes).toEqual(one?.run.hashes);
        expect(other?.run.seed).toBe(one?.run.seed);
        expect(other?.report).toEqual(one?.report);
      }),
      { numRuns: 40 },
    );
  });

  test("recording completed training never costs anybody their place", () => {
    let tried = 0;
    fc.assert(
      fc.property(worlds(8, 3), fc.nat(7), (given, at) => {
        const other = given.people[at % given.people.length];
        if (!other) return;
        const body: Body = { ...other, ...free, parts: other.parts === 4 ? 3 : other.parts };
        const world = { ...given, people: given.people.map((b) => (b === other ? body : b)) };
        const [before, after] = inWorld(world, false, () => {
          const first = teamsOf(matched(world.widen).run).flat();
          complete(store, body.id, body.parts, 4);
          return [first, teamsOf(matched(world.widen).run).flat()];
        });
        if (!before?.includes(body.id)) return;
        tried += 1;
        expect(after).toContain(body.id);
      }),
      { numRuns: 150 },
    );
    expect(tried).toBeGreaterThan(20);
  });

  test("a consent that was taken back leaves nothing of the experience: as if it had never been recorded", () => {
    let counted = 0;
    fc.assert(
      fc.property(worlds(8, 3), fc.nat(7), (given, at) => {
        const who = given.people[at % given.people.length]?.id;
        const asked = { kind: "required", category: "experience", value: "crisis-services" } as const;
        const needs = [{ ...asked, level: null, atLeast: null, weight: 1 }];
        const changed = (changes: Partial<Body>): World => ({
          ...given,
          people: given.people.map((b) => (b.id === who ? { ...b, ...free, ...changes } : b)),
          projects: given.projects.map((job, p) => (p === 0 ? { ...job, needs } : job)),
        });
        const of = (world: World) => inWorld(world, false, () => matched(world.widen));
        const both = ["crisis-services", "community-team"];
        const [agreed, back, never, told] = [
          of(changed({ consent: "given", experience: both })),
          of(changed({ consent: "withdrawn", experience: both })),
          of(changed({ consent: "withdrawn", experience: [] })),
          of(changed({ consent: "given", experience: [] })),
        ];
        expect(back.report).toEqual(never.report);
        expect(back.run.hashes).toEqual(told.run.hashes);
        expect(back.run.seed).toBe(told.run.seed);
        expect(teamsOf(back.run)).toEqual(teamsOf(told.run));
        if (JSON.stringify(teamsOf(agreed.run)) !== JSON.stringify(teamsOf(back.run))) counted += 1;
      }),
      { numRuns: 60 },
    );
    expect(counted).toBeGreaterThan(5);
  });
});
