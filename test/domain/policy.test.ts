import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import { policyOn } from "../../src/domain/policy.ts";

const version = (n: number, agreedOn: string | null) => ({ version: n, agreedOn: agreedOn as Day | null });
const on = (versions: readonly { version: number; agreedOn: Day | null }[], day: string) =>
  policyOn(versions, day as Day)?.version;

describe("which version of the match policy counts", () => {
  test("before any version was agreed, the starting point counts, whatever drafts there are", () => {
    expect(on([version(2, null), version(1, null)], "2026-05-01")).toBe(1);
  });

  test("a version counts from the day it was agreed, and a draft never does", () => {
    const versions = [version(1, null), version(2, "2026-05-01"), version(3, null)];
    expect(on(versions, "2026-04-30")).toBe(1);
    expect(on(versions, "2026-05-01")).toBe(2);
  });

  test("of several agreed the one agreed last counts, and of two agreed on one day the higher version", () => {
    const versions = [version(1, "2026-06-01"), version(2, "2026-05-01"), version(3, "2026-06-01")];
    expect(on(versions, "2026-05-31")).toBe(2);
    expect(on(versions, "2026-06-01")).toBe(3);
  });
});
