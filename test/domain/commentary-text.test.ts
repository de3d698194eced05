import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { draftDocument, writtenText } from "../../src/domain/commentary-document.ts";
import { againstLimit, countWords, textWords, theVersions } from "../../src/domain/commentary-text.ts";
import { type LetterBlock, letterBlocks } from "../../src/domain/letter.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { letterMarkdown } from "../../src/output/letter.ts";

describe("words are counted as a person counts them", () => {
  test.each([
    ["", 0],
    ["   \n\t ", 0],
    ["one", 1],
    ["Peer support is not a product.", 6],
    ["well-being", 1],
    ["a well-known, long-term problem", 4],
    ["the carer’s and the carer's", 5],
    ["and/or", 1],
    ["his / her", 2],
    ["2019–2021", 1],
    ["a carer–researcher", 2],
    ["said – and meant – it", 4],
    ["said—and meant—it", 4],
    ["well…perhaps", 2],
    ["well ... perhaps", 2],
    ["see https://doi.org/10.1186/s12888-023-05016-z for it", 4],
    ["(www.example.org/a--b—c).", 1],
    ["write to bex.thornton@unit.example", 3],
    ["10.1186/s12888-023-05016-z", 1],
    ["[the paper](https://example.org/x) says", 3],
    ["1,000 people, 3.5 hours, 50%", 5],
    ["R & D", 3],
    ["* * *", 0],
    ["“Yes,” she said", 3],
    ["non\u00adbreaking soft\u200bhyphen", 2],
    ["two\u00a0words", 2],
    ["cafe\u0301 au lait", 3],
    ["ψυχή и душа", 3],
  ])("%j has %i", (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  test("headings are counted apart, list items and bold words with the rest", () => {
    expect(
      textWords("# What was not asked\n\nSome **bold words** here.\n\n- one\n- two and three\n"),
    ).toEqual({
      words: 8,
      inHeadings: 4,
    });
  });

  test("blanks and line breaks never change the number", () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }),
        fc.array(fc.constantFrom(" ", "\n", "  ", "\u00a0", "\t")),
        (words, gaps) => {
          const text = words.map((w, i) => w + (gaps[i % Math.max(1, gaps.length)] ?? " ")).join("");
          expect(countWords(text)).toBe(words.length);
        },
      ),
    );
  });

  test("the number is said against the limit, and against the least where that is no more than the limit", () => {
    expect(againstLimit(700, 700, 300)).toBe("700 of 700 words");
    expect(againstLimit(702, 700, 300)).toBe("702 of 700 words: 2 too many");
    expect(againstLimit(120, 700, 300)).toBe("120 of 700 words; fewer than 300 is short");
    expect(againstLimit(120, 200, 300)).toBe("120 of 200 words");
  });
});

const front = {
  title: "Lived Experience Commentary",
  blocks: letterBlocks(
    "# What was not asked\n\n**Authors:** Anonymous\n\n> ## Notes\n>\n> - What stood out?\n",
  ),
};
const text = "I wondered.\n\n- one\n- two\n\n## And then\n\nNothing changed.";
const inMarkdown = (blocks: readonly LetterBlock[]): string => letterMarkdown({ title: "", blocks }).trim();
const fromMarkdown = { title: "What was not asked", quotesAreNotes: false };

describe("the document a commentary is drafted in", () => {
  test("gives back the very text that was put into it, without front page and notes", () => {
    const document = draftDocument(front, { blocks: letterBlocks(text), limit: 700 });
    const back = letterBlocks(letterMarkdown(document));
    const found = writtenText(back, fromMarkdown);
    expect(inMarkdown(found.blocks)).toBe(text);
    expect(found.marked).toBe(true);
  });

  test("has nothing in it where nobody wrote below the line", () => {
    const document = draftDocument(front, { blocks: [], limit: 700 });
    expect(writtenText(document.blocks, { ...fromMarkdown, quotesAreNotes: true }).blocks).toEqual([]);
    expect(writtenText(letterBlocks(letterMarkdown(document)), fromMarkdown).blocks).toEqual([]);
  });

  test("keeps what the authors quote below the line", () => {
    const document = letterMarkdown(draftDocument(front, { blocks: [], limit: 700 }));
    const quoting = `${document}\n> "It is not there."\n`;
    expect(inMarkdown(writtenText(letterBlocks(quoting), fromMarkdown).blocks)).toBe('"It is not there."');
  });

  test("without the line, title, notes and front page are known by what they are", () => {
    const typed = letterBlocks(`# What was not asked\n\n> - What stood out?\n\n${text}`);
    const found = writtenText(typed, fromMarkdown);
    expect(inMarkdown(found.blocks)).toBe(text);
    expect(found.marked).toBe(false);
  });
});

describe("two versions to compare", () => {
  const texts = [1, 2, 3].map((version) => ({ version }));
  const codes = (from?: number, to?: number, all = texts) =>
    problemsOf(theVersions(1, all, { from, to })).map((p) => p.code);

  test("are the newest and the one before, or those that are named", () => {
    expect(theVersions(1, texts, { from: undefined, to: undefined })).toMatchObject({
      value: { before: { version: 2 }, after: { version: 3 } },
    });
    expect(codes(1, 3)).toEqual([]);
    expect(codes(4, 9)).toEqual(["unknown-version", "unknown-version"]);
    expect(codes(undefined, undefined, texts.slice(0, 1))).toEqual(["no-versions"]);
  });
});
