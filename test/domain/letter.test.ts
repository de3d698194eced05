import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type LetterBlock, letterBlocks, notInLetters } from "../../src/domain/letter.ts";
import { letterMarkdown } from "../../src/output/letter.ts";

const plain = (text: string) => ({ text, bold: false, italic: false });
const bold = (text: string) => ({ text, bold: true, italic: false });

describe("the Markdown of letters", () => {
  test("lines of a paragraph flow on; a backslash or two blanks end one", () => {
    expect(letterBlocks("With best\nwishes,\\\nHarriet  \nMHPRU")).toEqual([
      { kind: "text", spans: [plain("With best wishes,\nHarriet\nMHPRU")] },
    ]);
  });

  test("headings, lists with bullets and numbers, bold and italics are kept", () => {
    expect(
      letterBlocks("## A *new* place\n- one\n- **two**, and\n  more\n\n3. three\n4. ***four***"),
    ).toEqual([
      {
        kind: "heading",
        level: 2,
        spans: [plain("A "), { text: "new", bold: false, italic: true }, plain(" place")],
      },
      { kind: "item", number: null, spans: [plain("one")] },
      { kind: "item", number: null, spans: [bold("two"), plain(", and more")] },
      { kind: "item", number: 3, spans: [plain("three")] },
      { kind: "item", number: 4, spans: [{ text: "four", bold: true, italic: true }] },
    ]);
  });

  test("a star that marks nothing, an escaped one and an underscore in a placeholder stay as they are", () => {
    expect(letterBlocks("2 * 3 \\*not\\* {{known_as}}, {{signed_by}}")).toEqual([
      { kind: "text", spans: [plain("2 * 3 *not* {{known_as}}, {{signed_by}}")] },
    ]);
  });

  test("what a letter cannot hold is found by its line", () => {
    expect(notInLetters("Dear you\n| a | b |\n![x](y.png)\n<b>hi</b>\n[here](https://post.example)")).toEqual(
      [
        { line: 2, what: "a table" },
        { line: 3, what: "a picture" },
        { line: 4, what: "HTML" },
        { line: 5, what: "a link behind words (write the address out)" },
      ],
    );
    expect(notInLetters("a < b, 5 > 3 and a-b | c; write to <ada@quill.example>")).toEqual([]);
  });

  const word = fc.string({ unit: fc.constantFrom(..."ab*_#-+.1)>|`\\{}<é "), minLength: 1, maxLength: 8 });
  const text = word
    .map((w) => w.trim().replace(/ +/g, " "))
    .filter((w) => w !== "" && !/^[-+*#>\d]/.test(w) && !w.includes("\\"));
  const span = fc.record({ text, bold: fc.boolean(), italic: fc.boolean() });
  const block: fc.Arbitrary<LetterBlock> = fc.oneof(
    fc.record({ kind: fc.constant("text" as const), spans: fc.tuple(span) }),
    fc.record({ kind: fc.constant("item" as const), number: fc.constant(null), spans: fc.tuple(span) }),
    fc.record({
      kind: fc.constant("heading" as const),
      level: fc.constantFrom(1, 2, 3),
      spans: fc.tuple(span),
    }),
  );

  test("a letter written as Markdown reads back as the same letter, whatever stands in it", () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
        expect(letterBlocks(letterMarkdown({ title: "t", blocks }))).toEqual(blocks);
      }),
    );
  });
});
