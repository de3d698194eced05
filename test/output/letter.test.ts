import { describe, expect, test } from "@jest/globals";
import { letterBlocks } from "../../src/domain/letter.ts";
import { letterFile, letterFormatOf, letterHtml, letterMarkdown } from "../../src/output/letter.ts";
import { zipParts } from "../promises/canary.ts";

const letter = {
  title: "Joining us & more",
  blocks: letterBlocks(
    "Dear Zoë <O'Null>,\n\n# A **place**\n\n- one\n- two\n\n1. first\n2. second\n\n1. again\n\nWith best wishes,\\\nHarriet",
  ),
};

describe("a letter in each of its formats", () => {
  test("HTML holds lists as lists and no markup that was filled in", () => {
    const html = letterHtml(letter);
    expect(html).toContain("<p>Dear Zoë &lt;O&#39;Null&gt;,</p>");
    expect(html).toContain("<h1>A <strong>place</strong></h1>");
    expect(html).toContain("<ul>\n<li>one</li>\n<li>two</li>\n</ul>");
    expect(html).toContain("<ol>\n<li>first</li>\n<li>second</li>\n</ol>\n<ol>\n<li>again</li>\n</ol>");
    expect(html).toContain("<p>With best wishes,<br>\nHarriet</p>");
  });

  test("Markdown escapes what was filled in", () => {
    expect(letterMarkdown(letter)).toContain("Dear Zoë \\<O'Null\\>,");
  });

  test("Word: the properties hold the title and nobody, numbered lists begin anew, the same letter is the same bytes", async () => {
    const bytes = await letterFile(letter, "docx");
    const parts = zipParts(bytes);
    const properties = [...parts].filter(([name]) => name.startsWith("docProps/")).map(([, text]) => text);
    expect(parts.get("docProps/core.xml")).toContain("Joining us &amp; more");
    expect(properties.join("\n")).not.toMatch(
      /creator|lastModifiedBy|created|modified|manager|company|Zoë|Harriet/i,
    );
    const numbers = [...(parts.get("word/document.xml") ?? "").matchAll(/<w:numId w:val="(\d+)"/g)].map(
      (m) => m[1],
    );
    expect(new Set(numbers).size).toBe(3);
    expect(parts.get("word/document.xml")).not.toContain('<w:b w:val="false"');
    expect(Buffer.compare(await letterFile(letter, "docx"), bytes)).toBe(0);
  });

  test("Word: a signature is whole on one page, with the line above it", async () => {
    const closing = { title: "x", blocks: letterBlocks("Thank you.\n\nYours\n\nHarriet\\\nCo-ordinator") };
    const page = zipParts(await letterFile(closing, "docx")).get("word/document.xml") ?? "";
    const paragraphs = page.match(/<w:p>.*?<\/w:p>/gs) ?? [];
    const kept = paragraphs.map((p) => [/<w:keepNext\/>/.test(p), /<w:keepLines\/>/.test(p)]);
    expect(kept).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  test("the ending of a file says which; another ending is refused", () => {
    expect(letterFormatOf("a.b.DOCX")).toEqual({ ok: true, value: "docx" });
    expect(letterFormatOf("page.htm")).toEqual({ ok: true, value: "html" });
    expect(letterFormatOf("letter.pdf").ok).toBe(false);
    expect(letterFormatOf("letter").ok).toBe(false);
  });
});
