import type { IParagraphOptions } from "docx";
import type { Block, TextDocument } from "../reports/document.ts";
import { withoutDates } from "./zip.ts";

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
const bulletIndent = { left: 397, right: 113, hanging: 284 };

const paragraphStyles = [
  { id: "Kicker", name: "Kicker", basedOn: "Normal", run: { size: 22, color: "555555" } },
  {
    id: "Note",
    name: "Note to authors",
    basedOn: "Normal",
    paragraph: { spacing: { before: 0, after: 100 }, indent: noteIndent },
    run: { size: 22 },
  },
];

const spaced = (before: number, after: number) => ({ spacing: { before, after, line: 300 } });

const defaults = {
  document: { run: { font, size: 24, color: dark, language: { value: "en-GB" } }, paragraph: spaced(0, 140) },
  title: { run: { font, size: 36, bold: true, color: dark }, paragraph: spaced(0, 240) },
  heading1: { run: { font, size: 28, bold: true, color: dark }, paragraph: spaced(320, 140) },
};

/**
 * A document as a Word file. Its properties carry no person, and the same document gives the same bytes. The library that
 * writes it is loaded only here.
 */
export async function docx(document: TextDocument): Promise<Uint8Array> {
  const word = await import("docx");
  const { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } = word;
  const paragraph = (options: IParagraphOptions) => new Paragraph(options);
  const labelled = (label: string, text: string) => [
    new TextRun({ text: `${label} `, bold: true }),
    new TextRun(text),
  ];
  const rule = { style: word.BorderStyle.SINGLE, size: 18, space: 8, color: "B8860B" };
  const setApart = {
    style: "Note",
    border: { left: rule },
    shading: { type: word.ShadingType.CLEAR, color: "auto", fill: "FBF3DC" },
  };
  const blockOf = (block: Block) => {
    if (block.kind === "heading") return paragraph({ heading: HeadingLevel.HEADING_1, text: block.text });
    if (block.kind === "fact") return paragraph({ children: labelled(`${block.label}:`, block.text) });
    if (block.kind === "note") return paragraph({ ...setApart, text: block.text });
    if (block.kind === "prompt")
      return paragraph({ ...setApart, bullet: { level: 0 }, indent: bulletIndent, text: block.text });
    return paragraph({ text: block.text });
  };
  const pages = new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] });
  const file = new Document({
    title: document.title,
    styles: { default: defaults, paragraphStyles },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 } } },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [pages] })],
          }),
        },
        children: [
          paragraph({ style: "Kicker", text: document.kicker }),
          paragraph({ heading: HeadingLevel.TITLE, text: document.title }),
          ...document.blocks.map(blockOf),
        ],
      },
    ],
  });
  const properties = { path: "docProps/core.xml", data: coreProperties(document.title) };
  return withoutDates(new Uint8Array(await Packer.toBuffer(file, undefined, [properties])));
}
