import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import type { NamingRequest } from "../../src/domain/naming-choice.ts";
import {
  type Correction,
  type CorrectionFacts,
  checkCorrection,
  checkDisclosure,
  checkIsIn,
  checkOutcome,
  outcomeInWords,
} from "../../src/domain/naming-correction.ts";
import { problemsOf, type Result } from "../../src/domain/result.ts";

const day = (text: string): Day => text as Day;
const codes = (result: Result<unknown>): string[] => problemsOf(result).map((p) => p.code);

const wish = (more: Partial<NamingRequest> = {}): NamingRequest => ({
  form: "anonymous",
  wording: undefined,
  how: "by phone",
  on: day("2026-11-20"),
  ...more,
});
const facts: CorrectionFacts = {
  today: day("2026-11-23"),
  saidOn: null,
  output: "C-001",
  inPrint: true,
  inPrintOn: day("2026-11-02"),
  now: { form: "full", wording: null },
  consentEnded: false,
  open: undefined,
};

describe("after publication a wish to be named otherwise is put on record", () => {
  test("for what is in print, and from the day it was printed on", () => {
    expect(checkCorrection(wish(), facts).ok).toBe(true);
    expect(codes(checkCorrection(wish({ on: day("2026-11-01") }), facts))).toEqual(["too-early"]);
    expect(codes(checkCorrection(wish(), { ...facts, inPrint: false, inPrintOn: null }))).toEqual([
      "not-in-print",
    ]);
    expect(checkCorrection(wish({ on: day("2026-01-01") }), { ...facts, inPrintOn: null }).ok).toBe(true);
  });

  test("one at a time, and only where it changes something", () => {
    expect(codes(checkCorrection(wish(), { ...facts, open: 4 }))).toEqual(["correction-open"]);
    expect(codes(checkCorrection(wish({ form: "full" }), facts))).toEqual(["same-as-now"]);
    expect(checkCorrection(wish({ form: "full", wording: "Dr Tamsin Kerr" }), facts).ok).toBe(true);
  });

  test("nobody can be printed as undecided", () => {
    expect(codes(checkCorrection(wish({ form: "undecided" }), facts))).toEqual(["undecided-correction"]);
  });

  test("whoever took back their consent to be named can have their name taken out, and not put in", () => {
    const ended = { ...facts, consentEnded: true };
    expect(checkCorrection(wish(), ended).ok).toBe(true);
    expect(checkCorrection(wish({ form: "group" }), ended).ok).toBe(true);
    expect(codes(checkCorrection(wish({ form: "pen-name", wording: "Wren" }), ended))).toEqual([
      "naming-consent-ended",
    ]);
  });

  test("everything that is wrong is said at once", () => {
    const all = checkCorrection(wish({ form: "initials", on: day("2031-01-01") }), {
      ...facts,
      inPrint: false,
      consentEnded: true,
      open: 4,
    });
    expect(codes(all)).toEqual([
      "wording-missing",
      "in-the-future",
      "not-in-print",
      "correction-open",
      "naming-consent-ended",
    ]);
  });

  test("what became of it is recorded once, between the day they asked and today", () => {
    const open: Correction = {
      id: 1,
      personId: 3,
      output: { kind: "commentary", id: 1 },
      askedOn: day("2026-11-10"),
      form: "anonymous",
      wording: null,
      doneOn: null,
      doneAs: null,
      outcome: null,
    };
    const done = { on: day("2026-11-12"), note: "erratum", namesSomebody: false };
    expect(checkOutcome(done, open, facts.today).ok).toBe(true);
    expect(codes(checkOutcome({ ...done, on: day("2026-11-09") }, open, facts.today))).toEqual(["too-early"]);
    expect(codes(checkOutcome({ ...done, on: day("2031-01-01") }, open, facts.today))).toEqual([
      "in-the-future",
    ]);
    expect(
      codes(checkOutcome(done, { ...open, doneOn: day("2026-11-11"), doneAs: "refused" }, facts.today)),
    ).toEqual(["already-done"]);
    expect(codes(checkOutcome({ ...done, namesSomebody: true }, open, facts.today))).toEqual([
      "names-somebody",
    ]);
    expect(outcomeInWords(1, "refused")).toContain("keep to the wish");
  });
});

describe("who can be named in something, and whom its editor is told of", () => {
  test("only people who have part in it can choose for it", () => {
    expect(checkIsIn(3, { ref: "C-001", people: [3] }).ok).toBe(true);
    expect(codes(checkIsIn(4, { ref: "C-001", people: [3] }))).toEqual(["not-in-it"]);
  });

  test("a commentary and a paper have an editor, an event has none", () => {
    const told = { toldTo: "the office", how: "by phone", on: day("2026-11-20"), namesSomebody: false };
    expect(
      codes(checkDisclosure({ kind: "paper", id: 1 }, { ...told, namesSomebody: true }, facts.today)),
    ).toEqual(["names-somebody"]);
    expect(checkDisclosure({ kind: "paper", id: 1 }, told, facts.today).ok).toBe(true);
    expect(
      codes(checkDisclosure({ kind: "event", id: 1 }, { ...told, on: day("2031-01-01") }, facts.today)),
    ).toEqual(["in-the-future", "no-editor"]);
  });
});
