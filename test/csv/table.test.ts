import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { decoded, separatorOf, trimmed } from "../../src/csv/characters.ts";
import {
  anyText,
  cell,
  listOf,
  maybe,
  maybeDay,
  maybeProse,
  oneOf,
  wholeCell,
} from "../../src/csv/columns.ts";
import { openSheet, openText, type RawSheet } from "../../src/csv/raw.ts";
import { readTable, type TableChoices } from "../../src/csv/table.ts";
import { csvRows } from "../../src/output/csv.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const sheet = (text: string): RawSheet => {
  const read = openText(utf8(text));
  if (!read.ok) throw new Error(read.problems.map((p) => p.message).join("; "));
  return read.value;
};

test("a word among the data that is the name of a column is no header", () => {
  const specs = { id: cell(["reference"], wholeCell(1, 99)), reason: maybeProse("reason", "query") };
  const read = readTable(sheet("what;how\n7;paid\n8;query\n"), specs);
  expect(read.header.line).toBe(1);
  expect(read.problems[0]?.code).toBe("wrong-header");
});

describe("a file is read as people have it", () => {
  const expected = [
    { line: 1, cells: ["name", "town"] },
    { line: 2, cells: ["Siân", "Caernarfon"] },
  ];
  const utf16be = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "utf16le").swap16());
  test.each([
    ["UTF-8", utf8("name,town\nSiân,Caernarfon\n")],
    ["UTF-8 with a byte-order mark and CRLF", utf8("\uFEFFname,town\r\nSiân,Caernarfon\r\n")],
    ["lines that end in CR alone", utf8("name,town\rSiân,Caernarfon\r")],
    ["semicolons", utf8("name;town\nSiân;Caernarfon")],
    ["tabs", utf8("name\ttown\nSiân\tCaernarfon")],
    ["UTF-16", new Uint8Array(Buffer.from("\uFEFFname,town\nSiân,Caernarfon", "utf16le"))],
    ["UTF-16, the other way round", utf16be("\uFEFFname,town\nSiân,Caernarfon")],
    ["UTF-16 without a mark", new Uint8Array(Buffer.from("name,town\nSiân,Caernarfon", "utf16le"))],
    ["UTF-16 without a mark, the other way round", utf16be("name,town\nSiân,Caernarfon")],
    ["Windows-1252", Uint8Array.from("name,town\nSi\u00e2n,Caernarfon", (c) => c.charCodeAt(0))],
    ["blanks of no width and of no break", utf8("name,\u00a0town\n\u200bSiân\u00a0,\ufeffCaernarfon\u2060")],
  ])("%s", (_name, bytes) => {
    const read = openText(bytes);
    expect(read.ok ? read.value.rows : read.problems).toEqual(expected);
  });

  test("how it was written is said where it was not UTF-8", () => {
    const notes = (bytes: Uint8Array) => {
      const read = openText(bytes);
      return read.ok ? read.value.notes : read.problems;
    };
    expect(notes(Uint8Array.from([0x6e, 0x0a, 0xe9]))).toEqual(["Read as Windows-1252."]);
    expect(notes(new Uint8Array(Buffer.from("\uFEFFname\nSiân", "utf16le")))).toEqual(["Read as UTF-16."]);
    expect(notes(utf8("name\nSiân"))).toEqual([]);
  });

  test("the Windows-1252 bytes that a browser's decoder gets right and node's gets wrong", () => {
    expect(decoded(Uint8Array.from([0x80, 0x92, 0x96, 0xe9])).text).toBe("€’–é");
    const marked = Buffer.concat([
      Buffer.from([0xef, 0xbb, 0xbf]),
      Buffer.from("name\r\nW\xf3jcik\r\n", "latin1"),
    ]);
    expect(decoded(marked).text).toBe("name\r\nWójcik\r\n");
  });

  test("what parts the cells is told by the whole beginning, not by one line", () => {
    expect(separatorOf("Attendance, spring, summer, autumn\n\nname;day\nKit;1\nBo;2\n").separator).toBe(";");
    expect(separatorOf("name,skills\nKit,a;b;c\nBo,a;b\nAl,a\n").separator).toBe(",");
    expect(separatorOf('name;note\nKit;"one, two, three"\nBo;"four, five, six"\n').separator).toBe(";");
    expect(separatorOf("name\nKit\n").separator).toBe(",");
  });

  test("the line sep=; of a spreadsheet is obeyed, and lines are counted as in the file", () => {
    expect(sheet("sep=;\nname;note\nKit;a, b\n").rows).toEqual([
      { line: 2, cells: ["name", "note"] },
      { line: 3, cells: ["Kit", "a, b"] },
    ]);
  });

  test.each(["\n", "\r\n", "\r"])("a row is counted by the line it begins on, with line ends %j", (end) => {
    const text = ["name,note", 'A,"one', "two", 'three"', "", "B,x", ""].join(end);
    expect(sheet(text).rows.map((r) => r.line)).toEqual([1, 2, 6]);
  });

  test("a quotation mark in the middle of a cell is part of its text, and is pointed out", () => {
    const read = sheet('name,note\nAoife "Ee" Ryan,x\n');
    expect(read.rows[1]?.cells).toEqual(['Aoife "Ee" Ryan', "x"]);
    expect(read.notes).toEqual([
      "Quotation marks in the middle of a cell are read as part of its text (the first is on line 2).",
    ]);
  });

  test("a number that was written as a formula to keep its zero is that number", () => {
    expect(sheet('name,phone\nKit,="07700 900123"\n')).toEqual({
      rows: [
        { line: 1, cells: ["name", "phone"] },
        { line: 2, cells: ["Kit", "07700 900123"] },
      ],
      notes: [],
    });
  });
});

describe("what is no sheet is refused with what it is and what to do", () => {
  test.each([
    ["an empty file", utf8(""), "The file is empty."],
    ["blank lines alone", utf8("\n , ,\n"), "There is nothing in the file."],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]), "This is a picture."],
    ["a PDF", utf8("%PDF-1.7\n"), "This is a PDF."],
    ["a web page saved as .xls", utf8("\n<html><table>"), "This is a web page, whatever its name says."],
    ["bytes of any kind", Uint8Array.from([1, 2, 3, 4, 5]), "The file is not text."],
    [
      "a ZIP file that was cut short",
      utf8("PK\u0003\u0004abc"),
      "This is a ZIP file that is damaged or cut short.",
    ],
    [
      "a quote that is never closed",
      utf8('name\n"Siân\n'),
      "A quotation mark is opened on this line and never closed.",
    ],
  ])("%s", async (_name, bytes, message) => {
    const read = await openSheet("some.csv", bytes);
    expect(read.ok ? [] : read.problems).toMatchObject([{ code: "unreadable-sheet", message }]);
    expect(read.ok || read.problems[0]?.remedy).toBeTruthy();
  });

  test("a CSV file has no sheet to be named", async () => {
    const read = await openSheet("some.csv", utf8("name\nKit\n"), "People");
    expect(read.ok ? [] : read.problems.map((p) => p.code)).toEqual(["no-sheets"]);
  });
});

const specs = {
  name: cell(["known_as", "name"], anyText),
  perspective: maybe(["perspective"], oneOf(["service-user", "carer", "both"])),
  skills: maybe(["skills"], listOf(["writing", { key: "chairing", label: "Chairing, and minutes" }])),
  score: maybe(["score"], wholeCell(0, 4)),
  joinedOn: maybeDay("joined_on", "joined"),
  statement: maybeProse("statement"),
};
const table = (text: string, choices?: TableChoices) => readTable(sheet(text), specs, choices);
const codes = (text: string, choices?: TableChoices) =>
  table(text, choices).problems.map((p) => [p.line, p.column, p.code]);
const values = (text: string, choices?: TableChoices) => table(text, choices).rows.map((r) => r.value);

describe("rows are read by their columns", () => {
  test("headers in any case, with spaces, by synonym; words with spaces for hyphens", () => {
    const read = table("Known As,PERSPECTIVE,skills\nKit,Service user,Writing; chairing\n");
    expect(read.rows).toEqual([
      {
        line: 2,
        blank: [],
        value: {
          name: "Kit",
          perspective: "service-user",
          skills: ["writing", "chairing"],
          score: undefined,
          joinedOn: undefined,
          statement: undefined,
        },
      },
    ]);
    expect(read).toMatchObject({ problems: [], unknownColumns: [], notes: [] });
  });

  test("a word of the vocabulary may be its label, also in a list parted by commas", () => {
    for (const skills of [
      "Chairing, and minutes",
      "writing, Chairing, and minutes",
      "writing;chairing;",
      "writing\nchairing",
    ])
      expect(values(`name,skills\nKit,"${skills}"\n`)[0]?.skills).toContain("chairing");
    expect(codes('name,skills\nKit,"writing, chaering"\n')).toEqual([[2, "skills", "unknown-term"]]);
  });

  test("the fields whose column is there and whose cell is blank are named, for those who want blanks to count", () => {
    expect(table("name,score,skills\nKit,,writing\n").rows[0]?.blank).toEqual(["score"]);
  });

  test("every problem of every row at once, each with its line and column; good rows are kept apart", () => {
    const text = "name,perspective,skills,score\n,carer,,\nKit,carrer,wirting;cooking,5\nBo,both,,4\n";
    expect(codes(text)).toEqual([
      [2, "name", "blank-cell"],
      [3, "perspective", "unknown-word"],
      [3, "skills", "unknown-term"],
      [3, "skills", "unknown-term"],
      [3, "score", "not-a-number"],
    ]);
    expect(table(text).rows.map((r) => r.line)).toEqual([4]);
  });

  test("somebody called Null is somebody, and a formula that failed is nobody", () => {
    expect(values("name\nNull\n")[0]?.name).toBe("Null");
    expect(codes("name\n#N/A\n")).toEqual([[2, "name", "failed-formula"]]);
  });

  test("typographic quotes round a word are dropped, and those round somebody's own words are theirs", () => {
    expect(values("“name”,perspective,statement\n“Kit”,‘carer’,“Nothing about us.”\n")).toMatchObject([
      { name: "Kit", perspective: "carer", statement: "“Nothing about us.”" },
    ]);
  });

  test("a row wider than the header is named by its line, and the other rows are still read", () => {
    const wide = table("name\nSiân\nAoife,one too many\nJosé\n");
    expect(wide.problems.map((p) => [p.code, p.line])).toEqual([["too-many-columns", 3]]);
    expect(wide.rows.map((r) => r.value.name)).toEqual(["Siân", "José"]);
    expect([...wide.raw.keys()]).toEqual([2, 3, 4]);
  });
});

describe("the header is found, and its columns placed", () => {
  test("titles and blank lines above it are left out, and that is said", () => {
    const read = table("Attendance by name\n\nPrinted,14/03/2026\nname,score\nKit,4\n");
    expect(read.header.line).toBe(4);
    expect(read.rows.map((r) => [r.line, r.value.name])).toEqual([[5, "Kit"]]);
    expect(read.notes).toEqual(["The header is on line 4; the 2 lines above it are left out."]);
  });

  test("a header that comes again, as where two exports were joined, is no row", () => {
    const read = table("name,score\nKit,4\nname,score\nBo,3\n");
    expect(read.rows.map((r) => r.value.name)).toEqual(["Kit", "Bo"]);
    expect(read.notes).toEqual(["The header is there again on line 3; left out."]);
  });

  test("a header alone, a needed column that is missing, and a header of another table", () => {
    expect(codes("name,score\n")).toEqual([[1, undefined, "unreadable-sheet"]]);
    expect(codes("perspective,score\nboth,9\n")).toEqual([
      [1, undefined, "missing-column"],
      [2, "score", "not-a-number"],
    ]);
    expect(codes("who,what\na,b\n")).toEqual([[1, undefined, "wrong-header"]]);
  });

  test("columns nothing is known of are named, also those without a header; empty ones are not", () => {
    const read = table("name,shoe size,,,\nKit,41,,x\nBo,42,,\n");
    expect(read.unknownColumns).toEqual(["shoe size", "column 4 (no header)"]);
    expect(read.problems).toEqual([]);
  });

  test("a column that is there twice is a problem only where it is wanted", () => {
    expect(codes("name,name\na,b\n")).toEqual([[1, "name", "column-twice"]]);
    expect(codes("name,known as\na,b\n")).toEqual([[1, "name", "column-twice"]]);
    expect(table("name,note,note\na,b,c\n")).toMatchObject({
      problems: [],
      unknownColumns: ["note", "note"],
    });
  });

  test("a question is placed by the words in it, and that is said; a likeness is only hinted at", () => {
    const read = table("1. What is your name? *,Your score (0 to 4),Perspectiv\nKit,4,carer\n");
    expect(read.rows).toMatchObject([{ value: { name: "Kit", score: 4, perspective: undefined } }]);
    expect(read.notes).toEqual([
      '"1. What is your name? *" is read as known_as.',
      '"Your score (0 to 4)" is read as score.',
      'If "Perspectiv" is meant to be perspective, add: --map "Perspectiv=perspective"',
    ]);
    expect(read.placed).toEqual([
      { column: "1. What is your name? *", as: "known_as" },
      { column: "Your score (0 to 4)", as: "score" },
    ]);
  });

  test("what a person says of a column goes first; a column they leave out is not named again", () => {
    const text = "name,Who are you to us?,score\nKit,Kate,4\n";
    const choices = { map: { "Who are you to us?": "name", score: "-" } };
    expect(values(text, choices)).toMatchObject([{ name: "Kate", score: undefined }]);
    expect(table(text, choices).unknownColumns).toEqual(["name"]);
    expect(values("score,\n4,Kit\n", { map: { "column 2": "known_as" } })).toMatchObject([{ name: "Kit" }]);
  });

  test("a word of --map that names no column of the file, or none that is wanted, is a problem", () => {
    expect(codes("name\nKit\n", { map: { nmae: "name" } })).toEqual([
      [undefined, undefined, "unknown-header"],
    ]);
    expect(codes("name,x\nKit,1\n", { map: { x: "scroe" } })).toEqual([
      [undefined, undefined, "unknown-column"],
    ]);
  });
});

test("what is written as CSV reads back the same, whatever the text", () => {
  const control = (c: string): boolean => c < " " && !"\t\r\n".includes(c);
  const odd = fc.string({ unit: fc.constantFrom(..."'=+-@\"“”,;\t\r\n x") });
  const text = fc
    .oneof(fc.string({ unit: "grapheme", maxLength: 12 }), odd)
    .map((s) => [...s].filter((c) => !control(c)).join(""));
  const starts = fc.constantFrom("", "=", "'=", "''-", '="', "+44 7700 900", "-", "@", "\uFF0D", "\uFF1D");
  const value = fc.tuple(starts, text).map(([a, b]) => trimmed(`${a}${b}`));
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 5 }), (rows) => {
      const kept = rows.filter((r) => r.some((c) => c !== ""));
      fc.pre(kept.length > 0);
      const read = openText(utf8(csvRows(["one", "two"], kept)));
      expect(read.ok ? read.value.rows.slice(1).map((r) => r.cells) : read.problems).toEqual(kept);
    }),
    { numRuns: 500 },
  );
});

test("every row is found on the line it begins on, whatever the line ends and the breaks inside cells", () => {
  const end = fc.constantFrom("\n", "\r\n", "\r");
  const row = fc.tuple(fc.array(end, { maxLength: 3 }), end, fc.boolean());
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
      let text = "name,note";
      let line = 1;
      const expected = [1];
      for (const [inside, before, blankLine] of rows) {
        text += before + (blankLine && before !== "\r" ? before : "");
        line += blankLine && before !== "\r" ? 2 : 1;
        expected.push(line);
        text += `x,"y${inside.map((e) => `${e}z`).join("")}"`;
        line += inside.length;
      }
      expect(sheet(text).rows.map((r) => r.line)).toEqual(expected);
    }),
  );
});
