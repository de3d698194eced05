import { describe, expect, test } from "@jest/globals";
import { type AimFacts, type AimWords, planAim } from "../../src/domain/aim.ts";
import { aimWarnings } from "../../src/domain/aim-warnings.ts";
import { type CriterionWords, planCriterion } from "../../src/domain/criterion.ts";
import { nextDue } from "../../src/domain/key-dates.ts";
import { type PanelSeat, planPanel } from "../../src/domain/panel-change.ts";
import type { Result } from "../../src/domain/result.ts";
import type { NewAim } from "../../src/domain/round.ts";
import { planRoundEdit, type RoundEdit, roundEditInWords } from "../../src/domain/round-edit.ts";
import { criterion, day, round } from "./rounds.ts";

const codes = (result: Result<unknown>): string[] => (result.ok ? [] : result.problems.map((p) => p.code));

describe("an aim for the group as a whole", () => {
  const word = (key: string) => ({ key, label: `${key} in words` });
  const known = {
    experience: ["psychosis", "trauma"].map(word),
    skill: [],
    interest: [],
    region: ["london", "north-east"].map(word),
  };
  const old = {
    id: 7,
    category: "perspective",
    value: "carer",
    minimum: 1,
    maximum: 2,
    basis: "tie-break",
  } as const;
  const facts: AimFacts = { round, over: 14, known, aims: [old] };
  const said: AimWords = {
    category: "perspective",
    value: "Carer",
    min: undefined,
    max: undefined,
    basis: undefined,
    clear: [],
    out: false,
  };

  test("what is left out of one that is there stays as it is; a number can be emptied", () => {
    const plan = planAim({ ...said, max: 1 }, facts);
    expect(plan.ok && plan.value).toMatchObject({
      kind: "set",
      before: old,
      aim: { minimum: 1, maximum: 1, basis: "tie-break" },
    });
    const cleared = planAim({ ...said, clear: ["max"] }, facts);
    expect(cleared.ok && cleared.value).toMatchObject({ aim: { minimum: 1, maximum: undefined } });
  });

  test("a new one is a requirement of the role unless it says otherwise", () => {
    const plan = planAim({ ...said, category: "experience", value: "Trauma in words", min: 1 }, facts);
    expect(plan.ok && plan.value).toMatchObject({
      before: null,
      aim: { value: "trauma", basis: "role-requirement" },
    });
  });

  test("everything that is wrong with it is said at once", () => {
    expect(
      codes(
        planAim(
          { ...said, category: "experience", value: "psycosis", min: 9, max: 3 },
          { ...facts, over: 8 },
        ),
      ),
    ).toEqual(["unknown-term", "aim-upside-down", "aim-above-places"]);
    expect(codes(planAim({ ...said, category: "experience", value: "trauma" }, facts))).toEqual([
      "aim-without-number",
    ]);
  });

  test("in a round that is decided none is changed or taken out", () => {
    const decided = { ...facts, round: { ...round, status: "decided" as const } };
    expect(codes(planAim({ ...said, min: 2 }, decided))).toEqual(["round-over"]);
    expect(codes(planAim({ ...said, out: true }, decided))).toEqual(["round-over"]);
    expect(codes(planAim({ ...said, value: "both", out: true }, facts))).toEqual(["unknown-aim"]);
  });

  const aim = (category: NewAim["category"], value: string, minimum?: number, maximum?: number): NewAim => ({
    category,
    value,
    minimum,
    maximum,
    basis: "role-requirement",
  });
  const warned = (...aims: readonly NewAim[]): number =>
    aimWarnings(aims, 10, { regions: ["london", "north-east"], tieBreakWords: ["racialised-community"] })
      .length;

  test("minimums that exclude each other are pointed out: nobody lives in two regions", () => {
    expect(warned(aim("region", "london", 6), aim("region", "north-east", 5))).toBe(1);
    expect(warned(aim("region", "london", 6), aim("region", "north-east", 4))).toBe(0);
    expect(warned(aim("experience", "trauma", 6), aim("experience", "psychosis", 6))).toBe(0);
  });

  test("whoever is both counts as service user and as carer, unless so many may not be both", () => {
    const apart = [aim("perspective", "service-user", 7), aim("perspective", "carer", 6)];
    expect(warned(...apart)).toBe(0);
    expect(warned(...apart, aim("perspective", "both", undefined, 3))).toBe(0);
    expect(warned(...apart, aim("perspective", "both", undefined, 2))).toBe(1);
  });

  test("maximums that leave places empty are pointed out", () => {
    expect(
      warned(aim("perspective", "service-user", undefined, 5), aim("perspective", "carer", undefined, 4)),
    ).toBe(1);
    expect(warned(aim("region", "london", undefined, 4), aim("region", "north-east", undefined, 5))).toBe(1);
    expect(warned(aim("region", "london", undefined, 4))).toBe(0);
  });

  test("positive action is a tie-break: a quota on a protected characteristic is pointed out", () => {
    expect(warned(aim("experience", "racialised-community", 2))).toBe(1);
    expect(warned({ ...aim("experience", "racialised-community", 2), basis: "tie-break" })).toBe(0);
  });
});

describe("a criterion", () => {
  const facts = {
    round,
    criteria: [criterion(1), criterion(2, { stage: "interview" })],
    scored: ["shortlisting"] as const,
  };
  const said: CriterionWords = {
    key: "criterion-1",
    label: undefined,
    kind: undefined,
    weight: undefined,
    scale: undefined,
    stage: undefined,
    out: false,
  };

  test("stays as it is once its stage has been scored, also its place among them; the other stage is free", () => {
    expect(codes(planCriterion({ ...said, weight: 2 }, facts))).toEqual(["criteria-locked"]);
    expect(codes(planCriterion({ ...said, out: true }, facts))).toEqual(["criteria-locked"]);
    expect(codes(planCriterion({ ...said, key: "criterion-2", stage: "shortlisting" }, facts))).toEqual([
      "criteria-locked",
    ]);
    expect(codes(planCriterion({ ...said, key: "criterion-2", weight: 2 }, facts))).toEqual([]);
    expect(codes(planCriterion({ ...said, weight: 1 }, facts))).toEqual([]);
  });

  test("that is new needs a label, a kind and a stage, and a key that is one", () => {
    expect(codes(planCriterion({ ...said, key: "Own voice" }, { ...facts, scored: [] }))).toEqual([
      "not-a-key",
      "missing",
    ]);
    const made = planCriterion(
      { ...said, key: "voice", label: "Voice", kind: "essential", stage: "interview" },
      facts,
    );
    expect(made.ok && made.value).toMatchObject({ before: null, criterion: { weight: 1, scaleMax: 4 } });
  });
});

describe("who is on a panel", () => {
  const rosa = { name: "Rosa Delgado", staffId: null, personId: 1 };
  const seat = (id: number, role: PanelSeat["role"], given = 0): PanelSeat => ({
    id,
    role,
    staffId: null,
    personId: 1,
    noneDeclaredOn: null,
    given,
  });
  const facts = {
    round: "autumn-2025",
    seats: [
      seat(1, "shortlister", 4),
      seat(2, "interviewer"),
      { ...seat(3, "moderator"), staffId: 9, personId: null },
    ],
    conflicts: [
      { id: 5, panelId: 1, applicationId: 17, reason: null },
      { id: 6, panelId: 2, applicationId: 17, reason: null },
    ],
    applicants: [2],
  };

  test("whoever has scored in a role stays in it, and leaves another with what they declared there", () => {
    expect(codes(planPanel(rosa, { roles: [], out: true }, facts))).toEqual(["has-scored"]);
    const out = planPanel(rosa, { roles: ["interviewer"], out: true }, facts);
    expect(out.ok && [out.value.out.map((o) => o.id), out.value.conflictsOut]).toEqual([[2], [6]]);
  });

  test("a conflict of interest holds in a new role too, each application once; a role is not given twice", () => {
    const plan = planPanel(rosa, { roles: ["moderator", "shortlister"], out: false }, facts);
    expect(plan.ok && [plan.value.add, plan.value.declared]).toEqual([
      ["moderator"],
      [{ applicationId: 17, reason: null }],
    ]);
  });

  test("nobody sits on the panel of a round they have applied in", () => {
    expect(codes(planPanel({ ...rosa, personId: 2 }, { roles: ["shortlister"], out: false }, facts))).toEqual(
      ["has-applied"],
    );
  });

  test("a role has to be named, and to be theirs to leave", () => {
    expect(codes(planPanel(rosa, { roles: [], out: false }, facts))).toEqual(["missing"]);
    expect(codes(planPanel(rosa, { roles: ["moderator"], out: true }, facts))).toEqual(["not-in-role"]);
    expect(codes(planPanel({ ...rosa, personId: 8 }, { roles: [], out: true }, facts))).toEqual([
      "not-on-panel",
    ]);
  });
});

describe("the days and the state of a round", () => {
  const edit: RoundEdit = {
    title: undefined,
    places: undefined,
    opens: undefined,
    closes: undefined,
    shortlistBy: undefined,
    interviews: undefined,
    interviewsUntil: undefined,
    decisionBy: undefined,
    lettersBy: undefined,
    clear: [],
    close: false,
    reopen: false,
    cancel: false,
  };
  const facts = {
    round,
    today: day("2025-08-20"),
    aims: [],
    over: 14,
    firstInterviewScore: null,
    retentionMonths: 6,
  };
  const edited = (changes: Partial<RoundEdit>, at: Partial<typeof facts> & { round?: typeof round } = {}) =>
    planRoundEdit({ ...edit, ...changes }, { ...facts, ...at });

  test("closing it makes today the last day; a later last day opens it again", () => {
    const closed = edited({ close: true });
    expect(closed.ok && [closed.value.status, closed.value.closesOn]).toEqual(["closed", "2025-08-20"]);
    const again = edited(
      { closes: day("2025-09-01") },
      { round: { ...round, status: "closed", closesOn: day("2025-08-10") } },
    );
    expect(again.ok && again.value.status).toBe("open");
    expect(codes(edited({ reopen: true }, { today: day("2025-09-06") }))).toEqual(["closing-day-past"]);
  });

  test("calling it off sets the day on which applicants' data is due to be blanked, and says whom to tell", () => {
    const off = edited({ cancel: true });
    expect(off.ok && [off.value.status, off.value.retentionOn]).toEqual(["cancelled", "2026-02-20"]);
    expect(off.ok && roundEditInWords(round, off.value, 60).join(" ")).toContain(
      "tell the 60 people who applied",
    );
    const back = edited(
      { reopen: true },
      { round: { ...round, status: "cancelled", retentionOn: day("2026-02-20") } },
    );
    expect(back.ok && [back.value.status, back.value.retentionOn]).toEqual(["open", null]);
  });

  test("its days stay in order, whichever of them is changed", () => {
    expect(codes(edited({ decisionBy: day("2025-09-20"), lettersBy: day("2025-09-19") }))).toEqual([
      "days-out-of-order",
      "days-out-of-order",
    ]);
    expect(codes(edited({ interviews: day("2025-09-05") }))).toEqual(["interviews-before-closing"]);
    expect(codes(edited({ closes: day("2025-10-05"), clear: ["interviews"] }))).toEqual([]);
  });

  test("no aim asks for more than there would be places, no interview was scored before the first day of interviews", () => {
    const aims = [
      { category: "perspective", value: "carer", minimum: 4, maximum: undefined, basis: "tie-break" },
    ] as const;
    expect(codes(planRoundEdit({ ...edit, places: 3 }, { ...facts, aims, over: 3 }))).toEqual([
      "aim-above-places",
    ]);
    const scored = { ...facts, firstInterviewScore: day("2025-09-22") };
    expect(codes(planRoundEdit({ ...edit, interviews: day("2025-09-23") }, scored))).toEqual([
      "interviewed-before",
    ]);
  });

  test("once it is decided nothing is changed", () => {
    expect(codes(edited({ places: 3 }, { round: { ...round, status: "decided" } }))).toEqual(["round-over"]);
    expect(codes(edited({ reopen: true }, { round: { ...round, status: "appointed" } }))).toEqual([
      "round-over",
    ]);
    expect(codes(edited({ close: true, cancel: true }))).toEqual(["one-status"]);
  });

  const planned = {
    ...round,
    shortlistBy: day("2025-09-15"),
    decisionBy: day("2025-10-03"),
    lettersBy: day("2025-10-10"),
  };
  const todo = { shortlisted: false, lettersSent: false };
  const due = (today: string, progress = todo, at = planned) => nextDue(at, progress, day(today));

  test("what is due next is the earliest of what is still to be done, and overdue after its day", () => {
    expect(due("2025-08-01")).toEqual({ what: "opens on", on: "2025-08-04", overdue: false });
    expect(due("2025-08-20")?.what).toBe("closes on");
    expect(due("2025-09-15")).toEqual({ what: "shortlisting by", on: "2025-09-15", overdue: false });
    expect(due("2025-09-18")?.overdue).toBe(true);
    expect(due("2025-09-18", { ...todo, shortlisted: true })?.what).toBe("interviews begin on");
    expect(due("2025-09-30", { ...todo, shortlisted: true })?.what).toBe("decision by");
    expect(due("2025-10-12", todo, { ...planned, status: "decided" })).toMatchObject({
      what: "letters by",
      overdue: true,
    });
    expect(
      due("2025-10-12", { shortlisted: true, lettersSent: true }, { ...planned, status: "appointed" }),
    ).toBeNull();
    expect(due("2025-08-20", todo, { ...planned, status: "cancelled" })).toBeNull();
  });
});
