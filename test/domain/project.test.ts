import { describe, expect, test } from "@jest/globals";
import { type AssignRequest, checkAssign, checkRelease, releaseSaid } from "../../src/domain/assign.ts";
import type { Day } from "../../src/domain/day.ts";
import type { Gate } from "../../src/domain/gate.ts";
import type { Need } from "../../src/domain/need.ts";
import { needsToRemove } from "../../src/domain/need-words.ts";
import type { OfferTo } from "../../src/domain/offer.ts";
import { type Project, projectStanding } from "../../src/domain/project.ts";
import { type CloseRequest, closeInShort, planClose } from "../../src/domain/project-close.ts";
import { conflictSaid, planProjectConflict } from "../../src/domain/project-conflict.ts";
import {
  asksMore,
  type ProjectEdit,
  planProjectEdit,
  projectEditInWords,
} from "../../src/domain/project-edit.ts";
import { planProjects } from "../../src/domain/project-plan.ts";
import { problemsOf } from "../../src/domain/result.ts";

const on = (text: string): Day => text as Day;

const project = (changes: Partial<Project> = {}): Project => ({
  ...{ id: 1, title: "Coming home", aims: null, leadId: null, leadName: null },
  ...{ startsOn: on("2026-07-01"), endsOn: on("2027-06-30"), places: 3, hoursPerMonth: 6 },
  ...{ payBasis: "half-day", contentNote: null, status: "open", closedOn: null, lewgFirst: true },
  ...changes,
});

const need = (changes: Partial<Need>): Need => ({
  ...{ kind: "required", category: "perspective", value: "carer", level: null, scope: "team" },
  ...{ atLeast: 2, atMost: null, weight: 1 },
  ...changes,
});

/** A row of a sheet that says the title and nothing else. */
const titled = {
  ...{ title: "Coming home", aims: undefined, startsOn: undefined, endsOn: undefined, payBasis: undefined },
  ...{ hoursPerMonth: undefined, contentNote: undefined, leadId: undefined, leadName: undefined },
};

describe("how a project stands on a day", () => {
  test("a project that was closed counts as closed from that day, and as it was before it", () => {
    const closed = project({ status: "closed", closedOn: on("2026-10-31") });
    expect(projectStanding(closed, on("2026-10-30"))).toBe("running");
    expect(projectStanding(closed, on("2026-10-31"))).toBe("closed");
  });
});

describe("changing a project", () => {
  const nothing: ProjectEdit = {
    ...{ title: undefined, places: undefined, aims: undefined, startsOn: undefined, endsOn: undefined },
    ...{ hoursPerMonth: undefined, payBasis: undefined, contentNote: undefined, lead: undefined, clear: [] },
    ...{ lewgFirst: false, withLean: false, reopen: false },
  };
  const facts = (changes = {}) => ({
    ...{ project: project(), needs: [], onTeam: 0, bands: ["half-day"], sameTitle: undefined },
    ...changes,
  });
  const edit = (changes: Partial<ProjectEdit>, given = facts()) =>
    planProjectEdit({ ...nothing, ...changes }, given);
  const codes = (...given: Parameters<typeof edit>) => problemsOf(edit(...given)).map((p) => p.code);

  test("what is left out stays, and what is cleared is empty", () => {
    expect(edit({ places: 4, clear: ["ends", "pay-basis"] })).toEqual({
      ok: true,
      value: project({ places: 4, endsOn: null, payBasis: null }),
    });
  });

  test("there stays room for those on the team and for what the needs ask of the team", () => {
    expect(codes({ places: 1 }, facts({ onTeam: 2, needs: [need({})] }))).toEqual([
      "places-taken",
      "more-than-places",
    ]);
    expect(codes({ places: 2 }, facts({ onTeam: 2, needs: [need({})] }))).toEqual([]);
  });

  test("what is given is not emptied too, and regions of the team together keep their places", () => {
    expect(codes({ places: 4, aims: "To learn.", clear: ["aims"] })).toEqual(["set-and-cleared"]);
    const regions = ["london", "north-east"].map((value) => need({ category: "region", value, atLeast: 1 }));
    expect(codes({ places: 1 }, facts({ needs: regions }))).toEqual(["more-than-places"]);
    expect(codes({ places: 2 }, facts({ needs: regions }))).toEqual([]);
  });

  test("a row of a sheet is held to the same: room for the team and the needs, and a closed project stays as it is", () => {
    const row = { ...titled, places: 1 };
    const sheet = (there: Project, places: number) =>
      planProjects([{ line: 2, value: { ...row, places } }], {
        bands: ["half-day"],
        existing: [{ project: there, needs: [need({})], onTeam: 3 }],
      });
    const told = (...given: Parameters<typeof sheet>) =>
      sheet(...given).problems.map((p) => [p.code, p.line, p.column]);
    expect(told(project(), 1)).toEqual([
      ["places-taken", 2, "places"],
      ["more-than-places", 2, "places"],
    ]);
    expect(told(project(), 4)).toEqual([]);
    const closed = project({ status: "closed", closedOn: on("2026-10-31") });
    expect(told(closed, 4)).toEqual([["project-over", 2, "title"]]);
    expect(told(closed, 3)).toEqual([]);
  });

  test("a closed project changes only when it is opened again, and an open one is not opened", () => {
    const closed = facts({ project: project({ status: "closed", closedOn: on("2026-10-31") }) });
    expect(codes({ places: 4 }, closed)).toEqual(["project-over"]);
    expect(edit({ places: 4, reopen: true }, closed)).toMatchObject({
      value: { status: "open", closedOn: null },
    });
    expect(codes({ reopen: true })).toEqual(["not-closed"]);
  });

  test("more hours or another pay ask more of the team, fewer hours do not", () => {
    expect(asksMore(project(), project({ hoursPerMonth: 7 }))).toBe(true);
    expect(asksMore(project(), project({ payBasis: "full-day" }))).toBe(true);
    expect(asksMore(project(), project({ hoursPerMonth: 5 }))).toBe(false);
  });

  test("what changed is said old to new, and who is asked first in words", () => {
    expect(projectEditInWords(project(), project({ endsOn: null, lewgFirst: false }))).toBe(
      "Changed for P-001: ends Wed 30 Jun 2027 → (none); LEAN is asked together with the LEWG.",
    );
  });
});

describe("taking a need out", () => {
  const every = need({ scope: "every", atLeast: null });
  const team = need({});
  const carer = [{ category: "perspective" as const, value: "carer" }];

  test("the only need for a thing is meant, and of two the words say which", () => {
    expect(needsToRemove(carer, false, [team], "P-001")).toEqual({ ok: true, value: [team] });
    expect(needsToRemove(carer, false, [team, every], "P-001")).toEqual({ ok: true, value: [every] });
    expect(needsToRemove(carer, true, [every, team], "P-001")).toEqual({ ok: true, value: [team] });
    expect(problemsOf(needsToRemove(carer, true, [every], "P-001"))).toMatchObject([
      { code: "no-such-need" },
    ]);
  });
});

describe("a conflict of interest with a project", () => {
  const request = {
    ...{ project: "P-001", name: "M-009 Ngozi Eze", existing: undefined, note: undefined, remove: false },
    ...{ on: on("2026-06-01"), today: on("2026-06-01") },
  };

  test("one that is not on record cannot be taken back, and none is declared in the future", () => {
    expect(problemsOf(planProjectConflict({ ...request, remove: true }))).toMatchObject([
      { code: "no-such-conflict" },
    ]);
    expect(problemsOf(planProjectConflict({ ...request, on: on("2026-06-02") }))).toMatchObject([
      { code: "in-the-future" },
    ]);
  });

  test("somebody who is on the team or was asked is pointed out, and nothing happens to them by itself", () => {
    expect(conflictSaid(request, "add", "team")[1]).toContain("involve project release P-001 M-009");
    expect(conflictSaid(request, "add", "offer")[1]).toContain(
      "involve project reply P-001 M-009 --withdraw",
    );
    expect(conflictSaid(request, "add", null)).toHaveLength(1);
  });
});

describe("closing a project", () => {
  const held = (id: number, from: string) => ({ id, name: `M-00${id} Bex`, from: on(from) });
  const request = (changes: Partial<CloseRequest>): CloseRequest => ({
    ...{ project: "P-001", closedOn: null, isClosed: false, on: on("2026-10-31"), today: on("2026-11-23") },
    ...{ waiting: [held(1, "2026-10-01")], team: [held(2, "2026-07-01"), held(3, "2026-12-01")] },
    ...changes,
  });

  test("offers are taken back and everybody is released from that day, and somebody who had not begun never does", () => {
    const plan = planClose(request({}));
    expect(plan).toMatchObject({
      value: {
        withdrawn: [{ id: 1 }],
        released: [
          { id: 2, on: "2026-10-31" },
          { id: 3, on: "2026-12-01" },
        ],
      },
    });
    expect(plan.ok && closeInShort(plan.value)).toBe("1 offer is taken back and 2 people are released");
  });

  test("not before somebody joined: a slip in the year would take everybody's part out of the record", () => {
    const team = [held(2, "2026-07-01"), held(3, "2026-11-02"), held(4, "2026-12-01")];
    expect(problemsOf(planClose(request({ waiting: [], team, on: on("2025-10-31") })))).toMatchObject([
      { code: "joined-later", message: expect.stringContaining("M-002") },
      { code: "joined-later", message: expect.stringContaining("M-003") },
    ]);
  });

  test("it is closed once, on no day to come, and not before an offer that waits was made", () => {
    const problems = problemsOf(
      planClose(request({ isClosed: true, on: on("2026-09-01"), today: on("2026-08-01") })),
    );
    expect(problems.map((p) => p.code)).toEqual(["closed-already", "in-the-future", "offered-later"]);
  });
});

const to = (changes: Partial<OfferTo> = {}): OfferTo => ({
  ...{ id: 3, name: "M-003 Bex Thornton", group: "lewg", gates: [], proposed: false },
  ...changes,
});
const gate = (code: Gate["code"]): Gate => ({ code, sentence: `is ${code}` });

describe("putting somebody on a team without an offer", () => {
  const request = (changes: Partial<AssignRequest>): AssignRequest => ({
    ...{
      project: "P-001",
      standing: "open",
      to: [to()],
      reason: "named in the grant",
      from: on("2026-07-01"),
    },
    ...{ endsOn: on("2027-06-30"), places: 3, onTeam: 2 },
    ...changes,
  });
  const codes = (changes: Partial<AssignRequest>) =>
    problemsOf(checkAssign(request(changes))).map((p) => p.code);

  test("the reason opens a gate, but not for somebody who has left, is on the team or has an offer that waits", () => {
    expect(codes({ to: [to({ gates: [gate("clearance-missing"), gate("conflict-of-interest")] })] })).toEqual(
      [],
    );
    for (const code of ["not-active", "on-the-team", "offer-waiting"] as const)
      expect(codes({ to: [to({ gates: [gate(code), gate("availability")] })] })).toEqual([code]);
  });

  test("never more people than places, nobody twice, not after the end, and not once it is over: all said at once", () => {
    expect(codes({ standing: "ended", to: [to(), to(), to({ id: 4 })], from: on("2027-07-01") })).toEqual([
      "project-over",
      "named-twice",
      "no-place-left",
      "after-the-end",
    ]);
    expect(codes({ to: [to()], onTeam: 2 })).toEqual([]);
  });
});

describe("releasing somebody from a team", () => {
  const time = (fromOn: string, toOn: string | null, acceptedOn: string | null = null) => ({
    ...{ id: 7, name: "M-003 Bex Thornton", fromOn: on(fromOn), toOn: toOn === null ? null : on(toOn) },
    acceptedOn: acceptedOn === null ? null : on(acceptedOn),
  });
  const release = (times: ReturnType<typeof time>[], day = "2026-10-31") =>
    checkRelease({ project: "P-001", people: [{ name: "M-003 Bex Thornton", times }], on: on(day) });

  test("they hold no place from that day, also where a later release was planned", () => {
    expect(release([time("2026-07-01", null)])).toMatchObject({ value: [{ id: 7 }] });
    expect(release([time("2026-07-01", "2026-12-31")])).toMatchObject({ value: [{ id: 7 }] });
  });

  test("who was never on the team, is released already, or joins later is refused", () => {
    expect(problemsOf(release([])).map((p) => p.code)).toEqual(["not-on-the-team"]);
    expect(problemsOf(release([time("2026-07-01", "2026-10-31")])).map((p) => p.code)).toEqual([
      "released-already",
    ]);
    expect(problemsOf(release([time("2026-11-01", null)])).map((p) => p.code)).toEqual(["before-joining"]);
  });

  test("who accepted and steps back before it begins gives up the place at once, and is not said to have taken part", () => {
    const accepted = time("2027-01-04", null, "2026-10-12");
    expect(release([accepted])).toMatchObject({ value: [{ id: 7 }] });
    expect(releaseSaid("P-001", [accepted], on("2026-10-31"), on("2026-10-31"))).toEqual([
      "M-003 Bex Thornton no longer has a place on P-001 from Sat 31 Oct 2026; they were to begin on Mon 4 Jan 2027.",
      "1 place is free again from that day: involve project match P-001",
    ]);
    expect(releaseSaid("P-001", [accepted], on("2026-10-31"), on("2026-10-30")).at(-1)).toBe(
      "1 place is free again from that day: involve project match P-001 --as-at 2026-10-31",
    );
    expect(problemsOf(release([accepted], "2026-10-11")).map((p) => [p.code, p.remedy])).toEqual([
      ["before-joining", "Give that day or a later one: --on 2026-10-12"],
    ]);
  });

  test("whoever stepped back once and has a place again can be released from that one", () => {
    const again = { ...time("2026-10-20", null), id: 8 };
    expect(release([again, time("2027-01-04", "2026-10-15", "2026-10-12")])).toMatchObject({
      value: [{ id: 8 }],
    });
  });
});
