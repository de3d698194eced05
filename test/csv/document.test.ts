import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { create } from "xmlbuilder2";
import { readDocument } from "../../src/csv/document.ts";
import { draftDocument, writtenText } from "../../src/domain/commentary-document.ts";
import { type LetterBlock, letterBlocks } from "../../src/domain/letter.ts";
import { problemsOf } from "../../src/domain/result.ts";
import { letterMarkdown } from "../../src/output/letter.ts";
import { letterDocx } from "../../src/output/letter-docx.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const front = {
  title: "Lived Experience Commentary",
  blocks: letterBlocks(
    "Lived Experience Commentary\n\n# What was not asked\n\n**Authors:** Bex & Anonymous\n\n> ## Notes\n>\n> Begin anywhere.\n>\n> - What stood out?\n",
  ),
};
const draft = (text = ""): Promise<Uint8Array> =>
  letterDocx(draftDocument(front, { blocks: letterBlocks(text), limit: 700 }), { paged: true });

const text =
  "Nobody asked what a **well-meant** visit *costs* us.\n\n- one\n- two\n\nThen:\n\n1. first\n2. second\n\n## At the door\n\nIt is our door.\\\nAsk first: 3 \\* 4 \\< 5 & \\[so on\\].";

/** What is left of a document, as Markdown. */
async function written(file: Uint8Array, path = "draft.docx"): Promise<string> {
  const read = await readDocument(file, path);
  if (!read.ok) throw new Error(read.problems.map((p) => p.message).join("\n"));
  const from = { title: "What was not asked", quotesAreNotes: read.value.isWord };
  return letterMarkdown({ title: "", blocks: writtenText(read.value.blocks, from).blocks }).trim();
}

/** A Word file with parts of it changed as text. */
function changed(file: Uint8Array, changes: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const parts = unzipSync(file);
  for (const [name, change] of Object.entries(changes))
    parts[name] = bytes(change(new TextDecoder().decode(parts[name] ?? new Uint8Array())));
  return zipSync(parts);
}

const inBody = (file: Uint8Array, xml: string): Uint8Array =>
  changed(file, { "word/document.xml": (body) => body.replace(/<w:sectPr/, `${xml}<w:sectPr`) });

describe("a Word document", () => {
  test("gives back what was written in it, without front page, notes and the line between them", async () => {
    expect(await written(await draft(text))).toBe(text);
    expect(await written(await draft())).toBe("");
  });

  test("gives back the same from Markdown, so that either can be worked in", async () => {
    const document = letterMarkdown(draftDocument(front, { blocks: letterBlocks(text), limit: 700 }));
    expect(await written(bytes(document), "draft.md")).toBe(text);
  });

  test("is read by its styles where somebody took the line out", async () => {
    const cut = changed(await draft(text), {
      "word/document.xml": (xml) =>
        xml.replace(/<w:p>(?:(?!<\/w:p>).)*Your text begins below(?:(?!<\/w:p>).)*<\/w:p>/, ""),
    });
    expect(await written(cut)).toBe(text);
  });

  test("is read below the line where another program lost the styles", async () => {
    const bare = changed(await draft(text), {
      "word/document.xml": (xml) => xml.replaceAll(/<w:pStyle w:val="(?:Note|FrontMatter)"\/>/g, ""),
    });
    expect(await written(bare)).toBe(text);
  });

  test("with tracked changes, comments, footnotes and pictures says what became of them", async () => {
    const tracked =
      '<w:p><w:r><w:t xml:space="preserve">We </w:t></w:r><w:ins w:id="5" w:author="Zephyrine Quill" w:date="2026-08-01T10:00:00Z"><w:r><w:t>stay</w:t></w:r></w:ins><w:del w:id="6" w:author="Zephyrine Quill" w:date="2026-08-01T10:00:00Z"><w:r><w:delText>leave</w:delText></w:r></w:del></w:p>';
    const file = changed(inBody(await draft("Text."), tracked), {
      "word/comments.xml": () =>
        '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0" w:author="Zephyrine Quill"><w:p/></w:comment></w:comments>',
    });
    const read = await readDocument(file, "draft.docx");
    expect(read).toMatchObject({
      value: {
        leftOut: [
          "It has tracked changes: what was put in is taken in, and what was struck out is left out.",
          "1 comment in the margin was left out.",
        ],
      },
    });
    expect(JSON.stringify(read)).not.toMatch(/Zephyrine|leave/);
    expect(await written(file)).toBe("Text.\n\nWe stay");
  });

  test("keeps nobody who is named in its properties", async () => {
    const named = changed(await draft(text), {
      "docProps/core.xml": (xml) =>
        xml.replace("<dc:language>", "<dc:creator>Zephyrine Quill</dc:creator><dc:language>"),
    });
    expect(JSON.stringify(await readDocument(named, "Zephyrine.docx"))).not.toContain("Zephyrine");
  });

  test("with a table is taken in as paragraphs", async () => {
    const cell = (t: string) => `<w:tc><w:p><w:r><w:t>${t}</w:t></w:r></w:p></w:tc>`;
    const file = inBody(await draft("Text."), `<w:tbl><w:tr>${cell("left")}${cell("right")}</w:tr></w:tbl>`);
    expect(await written(file)).toBe("Text.\n\nleft\n\nright");
  });

  test("whatever people type in it, Markdown gives it back as it was typed", async () => {
    const words = fc.string({
      unit: fc.constantFrom(..."ab *_#>-+1.)[]<&\\`|~{}!".split("")),
      minLength: 1,
      maxLength: 20,
    });
    const typed = words.map((t) => t.replace(/\s+/g, " ").trim()).filter((t) => t !== "");
    await fc.assert(
      fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 4 }), async (paragraphs) => {
        const blocks = paragraphs.map(
          (t): LetterBlock => ({ kind: "text", spans: [{ text: t, bold: false, italic: false }] }),
        );
        const file = await letterDocx(draftDocument(front, { blocks, limit: 700 }), { paged: true });
        const back = letterBlocks(await written(file));
        expect(back.map((b) => b.spans.map((s) => s.text).join(""))).toEqual(paragraphs);
      }),
      { numRuns: 25 },
    );
  });
});

describe("a file that is no text", () => {
  const code = async (file: Uint8Array, path: string) => problemsOf(await readDocument(file, path))[0];

  test.each<[string, Uint8Array, string, RegExp]>([
    ["a sheet by the name of a document", bytes("ref,name\n"), "draft.docx", /not a Word document/],
    ["an empty file", new Uint8Array(), "draft.docx", /is empty/],
    ["a PDF", bytes("%PDF-1.7 ..."), "draft.docx", /is a PDF/],
    ["rich text", bytes("{\\rtf1 Hello}"), "draft.rtf", /rich text/],
    ["a web page", bytes("<!doctype html><p>Hello"), "draft.md", /a web page/],
    ["another kind of text", bytes("\\section{Hello}"), "draft.tex", /\.tex/],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), "draft.png", /a picture/],
    ["an archive", zipSync({ "text.md": bytes("Hello") }), "draft.docx", /a ZIP file/],
    [
      "an OpenDocument text",
      zipSync({ mimetype: [bytes("application/vnd.oasis.opendocument.text"), { level: 0 }] }),
      "draft.odt",
      /\.odt/,
    ],
  ])("%s is refused by what it is", async (_what, file, path, message) => {
    expect(await code(file, path)).toMatchObject({
      code: "not-a-document",
      message: expect.stringMatching(message),
    });
  });

  test("a Word document that was cut short, or has nothing whole in it, is refused", async () => {
    const whole = await draft(text);
    expect(await code(whole.slice(0, 3000), "draft.docx")).toMatchObject({ code: "not-a-document" });
    const broken = changed(whole, { "word/document.xml": () => "<w:document><w:body>" });
    expect(await code(broken, "draft.docx")).toMatchObject({
      code: "not-a-document",
      message: expect.stringContaining("damaged"),
    });
  });
});

describe("the document to draft in", () => {
  test("is well-formed in every part", async () => {
    const parts = unzipSync(await draft(text));
    const xml = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name));
    expect(xml).toContain("word/document.xml");
    for (const name of xml) expect(() => create(new TextDecoder().decode(parts[name]))).not.toThrow();
  });

  const office = spawnSync("soffice", ["--version"], { encoding: "utf8" });
  const isThere = office.status === 0;
  (isThere ? test : test.skip)(
    `opens in LibreOffice, and comes back the same from there${isThere ? "" : " (LibreOffice is not installed here)"}`,
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "involve-office-"));
      try {
        writeFileSync(join(folder, "draft.docx"), await draft(text));
        const convert = (to: string, name: string): void => {
          const home = `-env:UserInstallation=file://${join(folder, "home")}`;
          spawnSync("soffice", [
            home,
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            folder,
            join(folder, name),
          ]);
        };
        convert("odt", "draft.docx");
        rmSync(join(folder, "draft.docx"));
        convert("docx", "draft.odt");
        expect(await written(readFileSync(join(folder, "draft.docx")))).toBe(text);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    120_000,
  );
});
