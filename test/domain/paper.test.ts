import { describe, expect, test } from "@jest/globals";
import type { Day } from "../../src/domain/day.ts";
import { changeInWords } from "../../src/domain/import-plan.ts";
import { checkNewPaper, citation, type KnownPaper, type NewPaper, readDoi } from "../../src/domain/paper.ts";
import { planPapers } from "../../src/domain/paper-sheet.ts";
import { problemsOf, type Result, yes } from "../../src/domain/result.ts";

const codes = (result: Result<unknown>): string[] => problemsOf(result).map((p) => p.code);
const known: KnownPaper = {
  id: 1,
  title: "What helps at home",
  journal: "BMC Psychiatry",
  doi: "10.1186/s12888-023-05016-z",
  year: 2023,
  status: "published",
  statusOn: null,
  projectId: null,
  volume: null,
  issue: null,
  pages: null,
  preprint: null,
  citation: null,
};
const today = "2026-11-23" as Day;
const request: NewPaper = {
  title: "Another",
  journal: undefined,
  doi: undefined,
  year: undefined,
  status: undefined,
  projectId: undefined,
};
const facts = { papers: [known], againWithSameTitle: false, today };

describe("papers", () => {
  test.each([
    "10.1186/s12916-024-03260-y",
    "https://doi.org/10.1186/s12916-024-03260-y",
    "http://dx.doi.org/10.1186/s12916-024-03260-y",
    "doi:10.1186/s12916-024-03260-y",
    "doi: 10.1186/s12916-024-03260-y.",
    "DOI.org/10.1186/s12916-024-03260-y",
  ])("a DOI is read without what stands in front of it: %s", (text) => {
    expect(readDoi(text)).toEqual(yes("10.1186/s12916-024-03260-y"));
  });

  test.each(["", "10.1186", "10.11/x", "10.1186/", "10.1186/a b", "https://example.org/10.1186/x"])(
    "what is not a DOI is refused: %j",
    (text) => expect(codes(readDoi(text))).toEqual(["not-a-doi"]),
  );

  test("a DOI belongs to one paper, in any letter case", () => {
    const twin = { ...request, doi: "10.1186/S12888-023-05016-Z" };
    expect(codes(checkNewPaper(twin, facts))).toEqual(["doi-taken"]);
  });

  test("a second paper of one title has to be meant", () => {
    const twin = { ...request, title: "What helps – at home?" };
    expect(codes(checkNewPaper(twin, facts))).toEqual(["same-title"]);
    expect(codes(checkNewPaper(twin, { ...facts, againWithSameTitle: true }))).toEqual([]);
  });

  test("is cited with what is known of it", () => {
    expect(citation(known)).toBe(
      "What helps at home. BMC Psychiatry (2023). https://doi.org/10.1186/s12888-023-05016-z",
    );
    expect(citation({ title: "Why?", journal: null, doi: null, year: null })).toBe("Why?");
  });
});

describe("a sheet of papers", () => {
  const row = (line: number, value: Partial<NewPaper>) => ({ line, value: { ...request, ...value } });
  const plan = (...rows: ReturnType<typeof row>[]) => planPapers(rows, [known], today);

  test("a paper that is here is brought up to date, and blank cells change nothing", () => {
    const steps = plan(row(2, { title: "What helps at home", year: 2024 }));
    expect(steps).toMatchObject({
      problems: [],
      rows: [
        {
          ref: "PA-001",
          matchedBy: "title",
          outcome: "updated",
          changes: [{ column: "year", from: "2023", to: "2024" }],
        },
      ],
    });
  });

  test("the same sheet again changes nothing", () => {
    const steps = plan(row(2, { title: known.title, doi: "10.1186/S12888-023-05016-z".toLowerCase() }));
    expect(steps).toMatchObject({
      problems: [],
      rows: [{ ref: "PA-001", matchedBy: "DOI", outcome: "unchanged" }],
    });
  });

  test("a blank cell empties what is there, where blanks clear", () => {
    const rows = [{ ...row(2, { title: known.title }), blank: ["journal", "year", "status", "project"] }];
    expect(planPapers(rows, [known], today, "clear").rows[0]?.changes.map(changeInWords)).toEqual([
      "journal: BMC Psychiatry → (blank)",
      "year: 2023 → (blank)",
    ]);
  });

  test("a paper twice in the sheet, and one under two DOIs, are bad rows", () => {
    const refused = plan(
      row(2, { title: "New" }),
      row(3, { title: "new" }),
      row(4, { title: known.title, doi: "10.1186/other" }),
    );
    expect(refused.problems.map((p) => [p.line, p.code])).toEqual([
      [3, "row-twice"],
      [4, "other-doi"],
    ]);
  });
});
