import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { anyText, cell, listOf, maybe, oneOf, readRows, wholeCell } from "../../src/csv/columns.ts";
import { decode, readSheet, type Sheet } from "../../src/csv/sheet.ts";
import { csvRows } from "../../src/output/csv.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = (bytes: Uint8Array): string[] => {
  const read = readSheet(bytes);
  return read.ok ? [] : read.problems.map((p) => p.code);
};
const sheet = (text: string): Sheet => {
  const read = readSheet(utf8(text));
  if (!read.ok) throw new Error(read.problems.map((p) => p.message).join("; "));
  return read.value;
};

describe("a sheet is read as people have it", () => {
  const expected = [{ line: 2, cells: { name: "Siân", town: "Caernarfon" } }];
  test.each([
    ["UTF-8", utf8("name,town\nSiân,Caernarfon\n")],
    ["UTF-8 with a byte-order mark and CRLF", utf8("\uFEFFname,town\r\nSiân,Caernarfon\r\n")],
    ["semicolons", utf8("name;town\nSiân;Caernarfon")],
    ["tabs", utf8("name\ttown\nSiân\tCaernarfon")],
    ["UTF-16", new Uint8Array(Buffer.from("\uFEFFname,town\nSiân,Caernarfon", "utf16le"))],
    ["Windows-1252", Uint8Array.from("name,town\nSi\u00e2n,Caernarfon", (c) => c.charCodeAt(0))],
    ["trailing empty columns and empty rows", utf8("name,town,,\nSiân,Caernarfon,,\n,,,\n\n")],
  ])("%s", (_name, bytes) => {
    const read = readSheet(bytes);
    expect(read.ok ? read.value.rows : read.problems).toEqual(expected);
  });

  test("the Windows-1252 bytes that a browser's decoder gets right and node's gets wrong", () => {
    expect(decode(Uint8Array.from([0x80, 0x92, 0x96, 0xe9]))).toBe("€’–é");
  });

  test("a row is counted by the line it begins on, also after a cell with line breaks", () => {
    expect(sheet('name,note\nA,"one\ntwo\nthree"\nB,x\n').rows.map((r) => r.line)).toEqual([2, 5]);
  });

  test("somebody called Null is somebody", () => {
    expect(sheet("name\nNull\n").rows).toEqual([{ line: 2, cells: { name: "Null" } }]);
  });
});

describe("what is no sheet is refused with a reason", () => {
  test.each([
    ["an empty file", utf8(""), "unreadable-sheet"],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), "unreadable-sheet"],
    ["a header alone", utf8("name,town\n"), "unreadable-sheet"],
    ["a quote that is never closed", utf8('name\n"Siân\n'), "unreadable-sheet"],
    ["a column that stands twice", utf8("name,name\na,b\n"), "column-twice"],
  ])("%s", (_name, bytes, code) => {
    expect(codes(bytes)).toEqual([code]);
  });

  test("a row wider than the header is named by its line, and the other rows are still read", () => {
    const wide = sheet("name\nSiân\nAoife,one too many\nJosé\n");
    expect(wide.problems.map((p) => [p.code, p.line])).toEqual([["too-many-columns", 3]]);
    expect(wide.rows.map((r) => r.cells)).toEqual([{ name: "Siân" }, { name: "José" }]);
  });
});

test("a row wider than the header is named, and the other rows are read", () => {
  const read = readSheet(utf8("name\na,b\nc\n"));
  expect(read.ok && read.value.problems.map((p) => [p.line, p.code])).toEqual([[2, "too-many-columns"]]);
  expect(read.ok && read.value.rows).toEqual([{ line: 3, cells: { name: "c" } }]);
});

describe("rows are read by their columns", () => {
  const specs = {
    name: cell(["known_as", "name"], anyText),
    perspective: maybe(["perspective"], oneOf(["service-user", "carer", "both"])),
    skills: maybe(["skills"], listOf(["writing", "chairing"])),
    score: maybe(["score"], wholeCell(0, 4)),
  };

  test("headers in any case, with spaces, by synonym; words with spaces for hyphens", () => {
    const read = readRows(sheet("Known As,PERSPECTIVE,skills\nKit,Service user,Writing; chairing\n"), specs);
    expect(read).toEqual({
      rows: [
        {
          line: 2,
          value: {
            name: "Kit",
            perspective: "service-user",
            skills: ["writing", "chairing"],
            score: undefined,
          },
        },
      ],
      problems: [],
      unknownColumns: [],
    });
  });

  test("every problem of every row at once, each with its line and column; good rows are kept apart", () => {
    const read = readRows(
      sheet("name,perspective,skills,score\n,carer,,\nKit,carrer,wirting;cooking,5\nBo,both,,4\n"),
      specs,
    );
    expect(read.problems.map((p) => [p.line, p.column, p.code])).toEqual([
      [2, "name", "blank-cell"],
      [3, "perspective", "unknown-word"],
      [3, "skills", "unknown-term"],
      [3, "skills", "unknown-term"],
      [3, "score", "not-a-number"],
    ]);
    expect(read.rows.map((r) => r.line)).toEqual([4]);
  });

  test("a column that is needed and missing, and one nothing is known of, are named", () => {
    expect(readRows(sheet("perspective\ncarer\n"), specs).problems).toMatchObject([
      { code: "missing-column", line: 1 },
    ]);
    expect(readRows(sheet("name,shoe size\nKit,41\n"), specs).unknownColumns).toEqual(["shoe size"]);
  });
});

test("what is written as CSV reads back the same, formulas guarded and all", () => {
  const text = fc
    .string({ unit: "grapheme", maxLength: 12 })
    .map((s) => s.replaceAll("\0", "").replaceAll("\r", "").trim())
    .filter((s) => !/^'[=+\-@\t\r]/.test(s) && s !== "\uFEFF");
  const starts = fc.constantFrom("", "=", "+44 7700 900", "-", "@", "\uFF0D", "\uFF1D");
  const value = fc.tuple(starts, text).map(([a, b]) => `${a}${b}`.trim());
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 5 }), (rows) => {
      const kept = rows.filter((r) => r.some((c) => c !== ""));
      fc.pre(kept.length > 0);
      const read = readSheet(utf8(csvRows(["one", "two"], kept)));
      expect(read.ok ? read.value.rows.map((r) => [r.cells["one"], r.cells["two"]]) : read.problems).toEqual(
        kept,
      );
    }),
  );
});

test("a byte-order mark in front of Windows-1252 is no part of the first column", () => {
  const bytes = Buffer.concat([
    Buffer.from([0xef, 0xbb, 0xbf]),
    Buffer.from("name\r\nTomasz W\xf3jcik\r\n", "latin1"),
  ]);
  expect(readSheet(bytes)).toMatchObject({ ok: true, value: { columns: ["name"] } });
});
