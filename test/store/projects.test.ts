import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import { gaps, needOutcomes } from "../../src/domain/gap.ts";
import type { NeedCategory, NeedKind, NeedScope } from "../../src/domain/need.ts";
import { ref } from "../../src/domain/ref.ts";
import { loadEngine } from "../../src/solver/engine.ts";
import { solveWith } from "../../src/solver/teams-solve.ts";
import { matchFacts } from "../../src/store/matching.ts";
import { addProject, findProject, keepNeed, projectRows } from "../../src/store/projects.ts";
import { recordRun, runOn } from "../../src/store/runs.ts";
import { type Store, sql } from "../../src/store/store.ts";
import { fixtureRows, furnished } from "../furnished.ts";
import { root } from "../transcript.ts";

const expected = JSON.parse(readFileSync(join(root, "fixtures", "expected.json"), "utf8")) as {
  readonly projects: Readonly<
    Record<string, { readonly places: number; readonly meet_every_required_need: readonly string[] }>
  >;
};

const number = (text: string | undefined): number | null => (text ? Number(text) : null);

function withProjects(store: Store): void {
  for (const row of fixtureRows("projects.csv"))
    addProject(
      store,
      {
        title: row["title"] ?? "",
        aims: undefined,
        startsOn: row["starts_on"] as Day,
        endsOn: row["ends_on"] as Day,
        places: Number(row["places"]),
        hoursPerMonth: Number(row["hours_per_month"]),
        payBasis: row["pay_basis"],
        contentNote: undefined,
      },
      null,
      true,
      "2026-05-01" as Day,
    );
  for (const row of fixtureRows("needs.csv"))
    keepNeed(store, Number((row["project"] ?? "").slice(2)), {
      kind: row["kind"] as NeedKind,
      category: row["category"] as NeedCategory,
      value: row["value"] ?? "",
      level: number(row["level"]),
      scope: (row["scope"] || "every") as NeedScope,
      atLeast: number(row["at_least"]),
      atMost: null,
      weight: 1,
    });
}

let store: Store;
const solve = solveWith(await loadEngine());
const by = { on: "2026-06-01" as Day, program: "test" };
const runOf = (project: string, day?: string, widen?: "lean") => {
  const found = findProject(store, project);
  if (!found.ok) throw new Error(`no ${project}`);
  const given = matchFacts(store, found.value, (day ?? found.value.startsOn) as Day, widen);
  const run = runOn([given], solve);
  const [[facts], [answer]] = [run.facts, run.answers];
  if (!facts || !answer) throw new Error("no answer");
  return { run, facts, answer };
};

beforeAll(() => {
  store = furnished();
  withProjects(store);
});

describe("the projects of the fixtures year", () => {
  test.each(Object.keys(expected.projects))(
    "%s can be filled by the fourteen, with every need met",
    (project) => {
      const { facts, answer } = runOf(project);
      const open = answer.people.filter((p) => p.rank !== null).map((p) => ref("member", p.id));
      expect([...open].sort((a, b) => a.localeCompare(b, "en"))).toEqual(
        expected.projects[project]?.meet_every_required_need,
      );
      expect(answer.proposed).toHaveLength(expected.projects[project]?.places ?? 0);
      expect(needOutcomes(facts, answer).filter((o) => o.met === "no")).toEqual([]);
      expect(gaps(facts, answer)).toEqual([]);
    },
  );

  test("before any training is complete nobody is proposed for interviews, and the answer says so", () => {
    const { facts, answer } = runOf("P-001", "2026-01-31");
    expect(answer.proposed).toEqual([]);
    expect(gaps(facts, answer).join("\n")).toContain("clearance interviewing (required); nobody is cleared");
  });

  test("LEAN is listed only when it is asked, after the working group, and never somebody who has left", () => {
    const groups = runOf("P-003", undefined, "lean").answer.people.filter((p) => p.rank !== null);
    const firstOfLean = groups.findIndex((p) => p.group === "lean");
    expect(firstOfLean).toBe(14);
    expect(groups.slice(firstOfLean).every((p) => p.group === "lean")).toBe(true);
    expect(groups.some((p) => p.id === 1)).toBe(false);
  });

  test("somebody in LEAN who gave no consent is asked like anybody else, without their experience", () => {
    const person = runOf("P-003", undefined, "lean").answer.people.find((p) => p.id === 36);
    expect(person?.experienceNotUsed).toBe(true);
    expect(person?.parts.find((p) => p.part === "desired-need")?.points).toBe(0);
  });

  test("a consent that was taken back counts for no day any more, however early the match is made for", () => {
    const desired = () =>
      runOf("P-003", "2026-06-01").answer.people.map((p) => [p.id, p.experienceNotUsed] as const);
    const [first] = desired().find(([, notUsed]) => !notUsed) ?? [];
    store.script("savepoint taken_back");
    store.rawRun(
      "update consent set withdrawn_on = '2026-07-01' where person_id = ? and wording_id in (select id from consent_wording where purpose = 'matching')",
      first,
    );
    expect(desired().find(([id]) => id === first)?.[1]).toBe(true);
    store.script("rollback to taken_back; release taken_back");
    expect(desired().find(([id]) => id === first)?.[1]).toBe(false);
  });

  test("matching writes nothing", () => {
    const rows = (): unknown => store.raw("select count(*) as n from match_run");
    const before = store.raw("select total_changes() as n");
    runOf("P-001");
    expect(store.raw("select total_changes() as n")).toEqual(before);
    expect(rows()).toEqual([{ n: 0 }]);
  });

  test("a run is put on record once, without a name and without any experience", () => {
    const id = recordRun(store, runOf("P-001").run, by);
    expect(recordRun(store, runOf("P-001").run, by)).toBe(id);
    const row = store.first(
      sql.selectFrom("match_run").select(["answer", "seed", "objective"]).where("id", "=", id),
    );
    expect(row?.answer).toContain('"M-003"');
    expect(row?.answer).not.toMatch(/Thornton|crisis|racialised|acute/);
    expect(row?.objective).toBeGreaterThan(0);
  });

  test("an offer weighs on the next ranking by exactly what the policy says", () => {
    const before = runOf("P-001").answer.people.find((p) => p.id === 3)?.points ?? 0;
    store.insert("project_offer", {
      project_id: 3,
      person_id: 3,
      offered_on: "2026-05-20",
      reply_by: "2026-06-03",
    });
    const person = runOf("P-001", "2026-07-01").answer.people.find((p) => p.id === 3);
    expect(person?.points).toBe(before - 3 - 12 + 1 - 2);
    expect(runOf("P-003", "2026-06-01").answer.people.find((p) => p.id === 3)?.gates[0]?.code).toBe(
      "offer-waiting",
    );
    expect(runOf("P-003", "2026-05-19").answer.people.find((p) => p.id === 3)?.gates).toEqual([]);
  });

  test("the places of a project are those of the file", () => {
    expect(projectRows(store).map((p) => p.places)).toEqual([3, 3, 4]);
  });
});
