import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import { type Answers, inOrder, readResponse, startingQuestions } from "../../src/domain/evaluation.ts";
import { looksRepeated, meanInTenths, overlap, results } from "../../src/domain/responses.ts";

const cube = startingQuestions.cube;
const day = (text: string): Day => text as Day;
const round = { questions: cube, closesOn: null };
const answers: fc.Arbitrary<Answers> = fc
  .record(
    {
      voice: fc.integer({ min: 0, max: 10 }),
      agenda: fc.integer({ min: 0, max: 10 }),
      comment: fc.constantFrom("a", "b"),
    },
    { requiredKeys: ["voice"] },
  )
  .map((given) => inOrder(cube, given));

describe("results of an evaluation", () => {
  test("below five responses nothing is shown, and from five on everything is", () => {
    const four: Answers[] = Array.from({ length: 4 }, () => ({ voice: 8, comment: "Hello" }));
    const held = results(round, four, 5, day("2026-11-23"));
    expect(held).toEqual({
      responses: 4,
      heldBack: "fewer than 5 responses: not shown",
      questions: [],
      comments: [],
    });
    const shown = results(round, [...four, { voice: 3 }], 5, day("2026-11-23"));
    expect(shown.heldBack).toBeNull();
    expect(shown.questions[0]?.meanTenths).toBe(70);
  });

  test("a question that fewer than five people answered has no mean, though the round is shown", () => {
    const given: Answers[] = [1, 2, 3, 4, 5].map((n) => (n < 5 ? { voice: 5, change: n } : { voice: 5 }));
    const change = results(round, given, 5, day("2026-11-23")).questions.find((q) => q.key === "change");
    expect(change).toMatchObject({ answered: 4, meanTenths: null });
  });

  test("with a closing day nothing is shown before it is over, so two looks don't give one person away", () => {
    const many: Answers[] = Array.from({ length: 9 }, () => ({ voice: 8 }));
    const closing = { questions: cube, closesOn: day("2026-11-30") };
    expect(results(closing, many, 5, day("2026-11-30")).heldBack).toContain("2026-11-30");
    expect(results(closing, many, 5, day("2026-12-01")).heldBack).toBeNull();
  });

  test("a mean is worked out in whole tenths, halves upwards, and lies between the least and the most", () => {
    expect(meanInTenths(75, 11)).toBe(68);
    expect(meanInTenths(45, 10)).toBe(45);
    expect(meanInTenths(13, 4)).toBe(33);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 1, maxLength: 60 }), (list) => {
        const mean = meanInTenths(
          list.reduce((a, b) => a + b, 0),
          list.length,
        );
        expect(mean).toBeGreaterThanOrEqual(10 * Math.min(...list));
        expect(mean).toBeLessThanOrEqual(10 * Math.max(...list));
      }),
    );
  });

  test("what is shown doesn't depend on the order in which people answered", () => {
    fc.assert(
      fc.property(fc.array(answers, { minLength: 5, maxLength: 15 }), (list) => {
        const today = day("2026-11-23");
        expect(results(round, [...list].reverse(), 5, today)).toEqual(results(round, list, 5, today));
      }),
    );
  });
});

describe("a file of responses is known again by what it says, since nothing else of it is kept", () => {
  test("the same file again is all there, in any order, and a new one is all fresh", () => {
    fc.assert(
      fc.property(
        fc.array(answers, { minLength: 1, maxLength: 12 }),
        fc.array(answers, { maxLength: 12 }),
        (file, other) => {
          const again = overlap([...file].reverse(), [...other, ...file]);
          expect(again.there).toHaveLength(file.length);
          expect(looksRepeated(again, cube)).toBe(true);
          expect(overlap(file, []).fresh).toEqual(file);
        },
      ),
    );
  });

  test("each response is matched once: two people who agree are two responses", () => {
    const one: Answers = { voice: 8 };
    expect(overlap([one, one], [one])).toEqual({ there: [one], fresh: [one] });
  });

  test("the same numbers in a file with others are people who agree; the same words are a file seen before", () => {
    const fresh: Answers = { voice: 1 };
    expect(looksRepeated({ there: [{ voice: 8 }], fresh: [fresh] }, cube)).toBe(false);
    expect(looksRepeated({ there: [{ voice: 8, comment: "Late papers" }], fresh: [fresh] }, cube)).toBe(true);
    expect(looksRepeated({ there: [], fresh: [fresh] }, cube)).toBe(false);
  });
});

describe("a response that was typed", () => {
  test("the order of the words doesn't matter, and an equals sign may stand in a comment", () => {
    const read = readResponse(cube, ["comment=late = bad", "voice=10", "agenda="]);
    expect(read).toEqual({ ok: true, value: { voice: 10, comment: "late = bad" } });
    expect(read.ok && Object.keys(read.value)).toEqual(["voice", "comment"]);
  });
});
