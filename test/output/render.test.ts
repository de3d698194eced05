import { describe, expect, test } from "@jest/globals";
import { csv } from "../../src/output/csv.ts";
import { html } from "../../src/output/html.ts";
import { json } from "../../src/output/json.ts";
import { markdown } from "../../src/output/markdown.ts";
import { table } from "../../src/output/table.ts";
import { fittedWidths } from "../../src/output/widths.ts";
import { list, type Report, single } from "../../src/reports/report.ts";

const columns = [
  { key: "ref", heading: "Ref" },
  { key: "title", heading: "Title" },
  { key: "fee", heading: "Fee", kind: "pence" as const },
  { key: "on", heading: "On", kind: "day" as const },
  { key: "tags", heading: "Tags", detail: true },
];
const row = { ref: "P-001", title: '=cmd|"<b>a</b>"', fee: 108250, on: "2026-03-14", tags: ["x", "y"] };
const one = list("Lines", columns, [row], "None yet.", ["A note."]);
const two: Report = {
  title: "Both",
  sections: [
    { key: "first-part", heading: "First", columns: columns.slice(0, 2), rows: [row] },
    { key: "second", heading: "Second", columns: columns.slice(0, 3), rows: [], empty: "Nothing." },
  ],
};
const look = { columns: 100, color: false, plain: false };

describe("one report, every format", () => {
  test("JSON: a list is an array of flat objects, money in pence under a key that says so", () => {
    expect(JSON.parse(json(one))).toEqual([
      { ref: "P-001", title: row.title, fee_pence: 108250, on: "2026-03-14", tags: ["x", "y"] },
    ]);
  });

  test("JSON: one thing is an object, several sections an object of arrays, an empty list an empty array", () => {
    expect(JSON.parse(json(single("One", columns.slice(0, 1), row)))).toEqual({ ref: "P-001" });
    expect(JSON.parse(json(two))).toMatchObject({
      title: "Both",
      first_part: [{ ref: "P-001" }],
      second: [],
    });
    expect(json(list("None", columns, [], ""))).toBe("[]\n");
  });

  test("CSV: RFC 4180, pounds with two decimals, and a formula is text to a spreadsheet", () => {
    expect(csv(one)).toBe(`ref,title,fee,on,tags\r\nP-001,"'=cmd|""<b>a</b>""",1082.50,2026-03-14,x;y\r\n`);
  });

  test("CSV: a number below nothing stays a number, and whatever else starts with a minus is text", () => {
    const sums = list(
      "Sums",
      [
        { key: "fee", heading: "Fee", kind: "pence" as const },
        { key: "points", heading: "Points", kind: "integer" as const },
        { key: "note", heading: "Note" },
      ],
      [{ fee: -5500, points: -3, note: "-1+cmd" }],
      "",
    );
    expect(csv(sums)).toBe("fee,points,note\r\n-55.00,-3,'-1+cmd\r\n");
  });

  test("CSV: several sections are one table with a column that tells them apart", () => {
    expect(csv(two).split("\r\n")[0]).toBe("section,ref,title,fee");
  });

  test("Markdown and HTML show text as text, never as markup", () => {
    expect(markdown(one)).toContain('=cmd\\|"\\<b\\>a\\</b\\>"');
    expect(html(one)).toContain("=cmd|&quot;&lt;b&gt;a&lt;/b&gt;&quot;");
    expect(html(one)).not.toContain("<b>");
  });

  test("a table says money and days as people read them, leaves detail columns out, and says when there is nothing", () => {
    expect(table(one, look)).toContain("£1,082.50  Sat 14 Mar 2026");
    expect(table(one, look)).not.toContain("Tags");
    expect(table(two, look)).toContain("Nothing.");
  });
});

test("columns give way widest first, and none before it must", () => {
  const wide = "one two three four five six seven eight nine";
  expect(fittedWidths([["12345"], [wide], ["twelve chars"]], 100)).toEqual([5, wide.length, 12]);
  expect(fittedWidths([["12345"], [wide], ["twelve chars"]], 50)).toEqual([5, 29, 12]);
});

test("however many rows there are", () => {
  expect(fittedWidths([Array.from({ length: 150_000 }, () => "two words")], 100)).toEqual([9]);
});

describe("a day is never broken over two lines", () => {
  const about = "a long sentence of many words that gives way before any day does";
  const days = list(
    "Days",
    [
      { key: "ref", heading: "Ref" },
      { key: "about", heading: "About" },
      { key: "from", heading: "From", kind: "day" as const },
      { key: "to", heading: "To", kind: "day" as const },
    ],
    [{ ref: "recruitment:autumn-2026", about, from: "2026-05-13", to: "2026-11-23" }],
    "None.",
  );
  const at = (width: number): string => table(days, { ...look, columns: width });

  test("texts give way first", () => {
    expect(at(92)).toContain("Wed 13 May 2026  Mon 23 Nov 2026");
  });

  test("then the weekday goes, before any word is broken", () => {
    expect(at(62)).toContain("recruitment:autumn-2026");
    expect(at(62)).toContain("13 May 2026  23 Nov 2026");
    expect(at(62)).not.toContain("Wed");
  });

  test("then columns stand one blank apart", () => {
    expect(at(46)).toContain("13 May 2026 23 Nov 2026");
  });

  test("where a word would be cut off, each field has a line of its own", () => {
    for (const line of at(62).split("\n")) expect(line.length).toBeLessThanOrEqual(62);
    expect(at(36)).toContain("From: Wed 13 May 2026\n");
  });
});
