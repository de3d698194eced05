import { describe, expect, test } from "@jest/globals";
import { problemLines, refused, stopFor } from "../../src/cli/errors.ts";

const codeOf = (thrown: unknown) => {
  const stop = stopFor(thrown);
  return stop && { exit: stop.exit, codes: stop.problems.map((p) => p.code) };
};

describe("whatever goes wrong outside the program is said in words, with the documented exit code", () => {
  test.each([
    ["SQLITE_BUSY", 75, "store-busy"],
    ["SQLITE_BUSY_SNAPSHOT", 75, "store-busy"],
    ["SQLITE_FULL", 1, "disk-full"],
    ["SQLITE_READONLY_DIRECTORY", 1, "read-only"],
    ["SQLITE_READONLY", 1, "read-only"],
    ["SQLITE_NOTADB", 1, "not-a-store"],
    ["SQLITE_CORRUPT", 1, "not-a-store"],
    ["SQLITE_CANTOPEN", 1, "cannot-open"],
    ["SQLITE_IOERR_WRITE", 1, "disk-error"],
  ])("%s ends with exit %d and [%s]", (code, exit, problem) => {
    expect(codeOf({ code })).toEqual({ exit, codes: [problem] });
  });

  test.each(["ENOENT", "EACCES", "EROFS", "EISDIR", "ENOSPC", "EEXIST"])(
    "a file that gives %s is named",
    (code) => {
      const stop = stopFor({ code, path: "draft.docx" });
      expect(stop?.exit).toBe(1);
      expect(stop?.problems[0]?.message).toContain("draft.docx");
      expect(stop?.problems[0]?.remedy).toBeTruthy();
    },
  );

  test("anything else is a bug in the program, not the person's fault", () => {
    expect(stopFor(new TypeError("x is not a function"))).toBeNull();
    expect(stopFor({ code: "SQLITE_MISUSE" })).toBeNull();
    expect(stopFor(undefined)).toBeNull();
  });
});

test("a problem says where, what, its code, and under it what would mend it", () => {
  const problem = {
    code: "not-a-date",
    message: '"x" is not a date.',
    remedy: "Write it as YYYY-MM-DD.",
    line: 7,
    column: "joined_on",
  };
  expect(problemLines(problem)).toEqual([
    'line 7, column joined_on: "x" is not a date. [not-a-date]',
    "  Write it as YYYY-MM-DD.",
  ]);
  expect(stopFor(refused(problem))?.problems).toEqual([problem]);
});
