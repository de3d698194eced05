import type { FileChild } from "docx";
import { withoutDates } from "./zip.ts";

/** The library that writes Word files, once it is loaded. */
export type Word = typeof import("docx");

const font = "Arial";
const dark = "1A1A1A";

const escapeXml = (text: string): string =>
  text.replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c] ?? c);

/** The document's properties: a title and a language, no person, no program, no time. */
const coreProperties = (title: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>en-GB</dc:language></cp:coreProperties>`;

/** In twentieths of a point: notes and their bullets begin at the same edge. */
const noteIndent = { left: 113, right: 113 };

const paragraphStyles = [
  { id: "FrontMatter", name: "Front matter", basedOn: "Normal", run: { size: 22, color: "555555" } },
  {
    id: "Note",
    name: "Note to authors",
    basedOn: "Normal",
    paragraph: { spacing: { before: 0, after: 100 }, indent: noteIndent },
    run: { size: 22 },
  },
];

/** Lines of a quarter more than their letters: said in words, since LibreOffice takes a bare figure for points. */
const spaced = (before: number, after: number, line = 300) => ({
  spacing: { before, after, line, lineRule: "auto" as const },
});
const titled = (size: number, before: number, after: number) => ({
  run: { font, size, bold: true, color: dark },
  paragraph: spaced(before, after),
});

const defaults = {
  document: { run: { font, size: 24, color: dark, language: { value: "en-GB" } }, paragraph: spaced(0, 140) },
  title: titled(36, 0, 240),
  heading1: titled(28, 320, 140),
  heading2: titled(26, 260, 120),
  heading3: titled(24, 200, 100),
};

/** The same, closer together, for what is meant to be one page: letters of 11 points, and narrower margins. */
const closer = {
  ...defaults,
  document: {
    ...defaults.document,
    run: { ...defaults.document.run, size: 22 },
    paragraph: spaced(0, 80, 264),
  },
  heading1: { ...titled(28, 0, 100), paragraph: spaced(0, 100, 264) },
  heading2: { ...titled(23, 0, 0), paragraph: spaced(140, 50, 264) },
  heading3: { ...titled(22, 0, 0), paragraph: spaced(100, 40, 264) },
};
const closerMargin = { top: 1134, right: 1134, bottom: 1134, left: 1134 };

/** Lists with numbers: each list that begins anew is another instance of the first one; and the bullets of notes. */
const numbering = (word: Word) => ({
  config: [
    {
      reference: "note-bullets",
      levels: [
        {
          level: 0,
          format: word.LevelFormat.BULLET,
          text: "\u2022",
          alignment: word.AlignmentType.START,
          style: { paragraph: { indent: { left: 397, right: 113, hanging: 284 } } },
        },
      ],
    },
    {
      reference: "numbers",
      levels: [
        {
          level: 0,
          format: word.LevelFormat.DECIMAL,
          text: "%1.",
          alignment: word.AlignmentType.START,
          style: { paragraph: { indent: { left: 454, hanging: 340 } } },
        },
      ],
    },
  ],
});

function pageNumbers(word: Word) {
  const { AlignmentType, Footer, PageNumber, Paragraph, TextRun } = word;
  const pages = new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [pages] })] });
}

/**
 * A Word file on A4 with the paragraphs that `build` makes; `close` where it is meant to be one page. Its properties carry no person, and the same paragraphs give the
 * same bytes. The library that writes it is loaded only here.
 */
export async function wordFile(
  document: { readonly title: string; readonly paged?: boolean; readonly close?: boolean },
  build: (word: Word) => readonly FileChild[],
): Promise<Uint8Array> {
  const word = await import("docx");
  const file = new word.Document({
    title: document.title,
    styles: { default: document.close ? closer : defaults, paragraphStyles },
    numbering: numbering(word),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            ...(document.close ? { margin: closerMargin } : {}),
          },
        },
        ...(document.paged ? { footers: { default: pageNumbers(word) } } : {}),
        children: build(word),
      },
    ],
  });
  const properties = { path: "docProps/core.xml", data: coreProperties(document.title) };
  return withoutDates(new Uint8Array(await word.Packer.toBuffer(file, undefined, [properties])));
}
