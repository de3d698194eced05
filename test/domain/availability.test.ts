import { describe, expect, test } from "@jest/globals";
import {
  type AvailabilityWords,
  checkAvailabilityWords,
  planStretch,
  type Stretch,
  stretchSaid,
} from "../../src/domain/availability.ts";
import type { Day } from "../../src/domain/day.ts";
import { problemsOf } from "../../src/domain/result.ts";

const on = (text: string): Day => text as Day;
const today = on("2026-05-04");

const words = (changes: Partial<AvailabilityWords>): AvailabilityWords => ({
  ...{ words: [], hours: undefined, from: undefined, until: undefined, remove: false },
  ...changes,
});

const spring: Stretch = { id: 7, fromOn: on("2026-03-01"), untilOn: null, hoursPerMonth: 8 };
const codes = (w: Partial<AvailabilityWords>): string[] =>
  problemsOf(checkAvailabilityWords(words(w))).map((p) => p.code);

describe("when somebody can take part", () => {
  test("saying nothing, days without hours, and hours with --remove make no sense", () => {
    expect(codes({})).toEqual(["missing"]);
    expect(codes({ words: ["weekends"], until: on("2026-06-01") })).toEqual(["days-without-hours"]);
    expect(codes({ remove: true, from: on("2026-03-01"), hours: 4 })).toEqual(["remove-and-record"]);
    expect(codes({ remove: true, from: on("2026-03-01") })).toEqual([]);
  });

  test("hours without a day hold from today, and hours from the same day are put in place of what was said before", () => {
    expect(planStretch(words({ hours: 6 }), [spring], today)).toMatchObject({
      ok: true,
      value: {
        kind: "keep",
        stretch: { fromOn: today, untilOn: null, hoursPerMonth: 6 },
        inPlaceOf: undefined,
      },
    });
    expect(planStretch(words({ hours: 6, from: spring.fromOn }), [spring], today)).toMatchObject({
      value: { kind: "keep", inPlaceOf: { id: 7 } },
    });
  });

  test("the same hours again change nothing, and no hours at all are said as no time", () => {
    const again = planStretch(words({ hours: 8, from: spring.fromOn }), [spring], today);
    expect(again).toMatchObject({ value: { kind: "same" } });
    const none = planStretch(words({ hours: 0 }), [], today);
    expect(none.ok && stretchSaid("M-001 Amina Khan", none.value)).toEqual([
      "Recorded for M-001 Amina Khan: no time from Mon 4 May 2026.",
    ]);
  });

  test("an end before its beginning, and hours that are not there, are refused together with the days that are", () => {
    expect(
      problemsOf(planStretch(words({ hours: 4, until: on("2026-05-01") }), [], today)).map((p) => p.code),
    ).toEqual(["ends-before-start"]);
    const [gone] = problemsOf(planStretch(words({ remove: true, from: today }), [spring], today));
    expect(gone).toMatchObject({ code: "no-such-hours", remedy: "They begin on Sun 1 Mar 2026." });
  });
});
