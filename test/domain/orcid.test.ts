import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { checkOrcid, orcidCheck } from "../../src/domain/orcid.ts";
import { problemsOf } from "../../src/domain/result.ts";

describe("an ORCID iD", () => {
  test("is read with or without its web address and hyphens, and written with hyphens", () => {
    for (const text of ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097", "0000000218250097"])
      expect(checkOrcid(text)).toEqual({ ok: true, value: "0000-0002-1825-0097" });
  });

  test("may end in X", () => {
    expect(checkOrcid("0000-0002-1694-233x")).toEqual({ ok: true, value: "0000-0002-1694-233X" });
  });

  test("has sixteen characters", () => {
    expect(problemsOf(checkOrcid("0000-0002-1825")).map((p) => p.code)).toEqual(["not-an-orcid"]);
  });

  test("with one digit mistyped is always found out", () => {
    const digits = fc.stringMatching(/^\d{15}$/);
    fc.assert(
      fc.property(digits, fc.nat(14), fc.integer({ min: 1, max: 9 }), (fifteen, at, by) => {
        const wrong = (Number(fifteen[at]) + by) % 10;
        const mistyped = `${fifteen.slice(0, at)}${wrong}${fifteen.slice(at + 1)}`;
        const check = orcidCheck(fifteen);
        return checkOrcid(fifteen + check).ok && !checkOrcid(mistyped + check).ok;
      }),
      { numRuns: 300 },
    );
  });
});
