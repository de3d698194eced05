import { describe, expect, test } from "@jest/globals";
import readSheets from "read-excel-file/node";
import { reportFile } from "../../src/output/file.ts";
import type { Report } from "../../src/reports/report.ts";
import { zipParts } from "../promises/canary.ts";

const report: Report = {
  title: "Payments: to be / not to be",
  sections: [
    {
      key: "about",
      single: true,
      columns: [{ key: "batch", heading: "Batch" }],
      rows: [{ batch: "ucl-2026-04-10" }],
    },
    {
      key: "lines",
      heading: "Lines",
      columns: [
        { key: "ref", heading: "Ref" },
        { key: "day", heading: "Day", kind: "day" },
        { key: "amount", heading: "Amount", kind: "pence" },
        { key: "flags", heading: "Flags" },
      ],
      rows: [
        { ref: "PAY-001", day: "2026-03-29", amount: 8250, flags: ["late", "again"] },
        { ref: "=1+1", day: null, amount: -558, flags: [] },
      ],
    },
    { key: "words", heading: "Words", columns: [], rows: [], paragraphs: ["Please sign <here>."] },
    { key: "none", heading: "Lines", columns: [{ key: "a", heading: "A" }], rows: [], empty: "Nothing." },
  ],
  notes: ["Added up."],
};

/** Lets the clock go on by more than the two seconds that a time in a ZIP file can tell apart. */
const later = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2100));

describe("a report as an Excel workbook", () => {
  test("reads back with money as numbers, days as dates, and text that looks like a formula as text", async () => {
    const sheets = await readSheets(Buffer.from((await reportFile(report, "xlsx")) as Uint8Array));
    expect(sheets).toEqual([
      { sheet: "Payments  to be   not to be", data: [["Batch", "ucl-2026-04-10"]] },
      {
        sheet: "Lines",
        data: [
          ["Ref", "Day", "Amount", "Flags"],
          ["PAY-001", new Date("2026-03-29T00:00:00Z"), 82.5, "late;again"],
          ["=1+1", null, -5.58, null],
        ],
      },
      { sheet: "Lines 2", data: [["A"]] },
      { sheet: "Notes", data: [["Please sign <here>."], ["Added up."]] },
    ]);
  });
});

describe.each(["xlsx", "docx"] as const)("a report as %s", (format) => {
  test("has the same bytes whenever it is written", async () => {
    const first = (await reportFile(report, format)) as Uint8Array;
    await later();
    expect(Buffer.compare(first, (await reportFile(report, format)) as Uint8Array)).toBe(0);
  });
  test("carries no person, no program and no time in its properties", async () => {
    const parts = zipParts((await reportFile(report, format)) as Uint8Array);
    const properties = [...parts].filter(([name]) => name.startsWith("docProps/"));
    for (const [, text] of properties)
      expect(text).not.toMatch(/creator|lastModifiedBy|dcterms|Application|Company|Manager/);
  });
});

test("a report as a Word file has its title, every cell as a person reads it, and its notes", async () => {
  const text = zipParts((await reportFile(report, "docx")) as Uint8Array).get("word/document.xml") ?? "";
  const said = text.replace(/<[^>]+>/g, " ");
  for (const word of ["Payments: to be / not to be", "Sun 29 Mar 2026", "£82.50", "-£5.58", "late, again"])
    expect(said).toContain(word);
  for (const word of ["Please sign &lt;here&gt;.", "Nothing.", "Added up.", "ucl-2026-04-10"])
    expect(said).toContain(word);
});

test("a report as CSV begins with the mark that tells Excel its encoding", async () => {
  expect(await reportFile(report, "csv")).toMatch(/^\uFEFFsection,/);
  expect(await reportFile(report, "md")).toMatch(/^# Payments/);
});
