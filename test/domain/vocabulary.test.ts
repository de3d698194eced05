import { describe, expect, test } from "@jest/globals";
import { planRemoval, planWords } from "../../src/domain/person-words.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { checkNewWord, wordsMeant } from "../../src/domain/vocabulary.ts";

const word = (id: number, kind: string, key: string, label: string, retired: string | null = null) => ({
  id,
  kind,
  key,
  label,
  retired_on: retired,
});
const known = [
  word(1, "experience", "inpatient-care", "Inpatient care"),
  word(2, "experience", "trauma", "Trauma"),
  word(3, "skill", "peer-support", "Peer support"),
  word(4, "experience", "asylum", "Asylum", "2026-01-01"),
];
const codes = (result: Parameters<typeof problemsOf>[0]): string[] => problemsOf(result).map((p) => p.code);

describe("a word", () => {
  test("is meant by its key or its label, once, and only within its kind", () => {
    const meant = wordsMeant(
      "experience",
      ["Inpatient Care", "inpatient-care", "trauma"],
      known,
      () => false,
    );
    expect(meant.ok && meant.value.map((w) => w.id)).toEqual([1, 2]);
    expect(codes(wordsMeant("experience", ["peer-support"], known, () => false))).toEqual(["unknown-word"]);
  });

  test("that is retired is not given to anybody anew, and stays with whoever has it", () => {
    expect(codes(wordsMeant("experience", ["asylum"], known, () => false))).toEqual(["retired-word"]);
    expect(wordsMeant("experience", ["asylum"], known, (w) => w.id === 4).ok).toBe(true);
  });

  test("can come back after it was retired, and the same key may serve another kind", () => {
    expect(checkNewWord({ kind: "experience", key: "asylum", label: "Asylum" }, known).ok).toBe(true);
    expect(checkNewWord({ kind: "interest", key: "trauma", label: "Trauma" }, known).ok).toBe(true);
    const taken = { kind: "experience", key: "Trauma", label: "Inpatient care" } as const;
    expect(codes(checkNewWord(taken, known))).toEqual(["not-a-key", "word-known", "label-known"]);
  });
});

describe("what somebody told us", () => {
  const held = known.slice(0, 1).map((w) => ({ ...w, heldId: 70, level: 2 }));

  test("stays when more is added, and a level changes only where one is said", () => {
    const more = planWords(held, known.slice(0, 2));
    expect([more.add.map((w) => w.id), more.change, more.unchanged.map((w) => w.id)]).toEqual([[2], [], [1]]);
    const level = planWords(held, known.slice(0, 1), 3);
    expect([level.add, level.change.map((w) => w.heldId), level.unchanged]).toEqual([[], [70], []]);
  });

  test("is taken out only where they have it", () => {
    const plan = planRemoval(held, known.slice(0, 2));
    expect([plan.remove.map((w) => w.heldId), plan.unchanged.map((w) => w.id)]).toEqual([[70], [2]]);
  });
});
