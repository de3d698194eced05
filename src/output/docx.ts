import type { FileChild } from "docx";
import type { Block, TextDocument } from "../reports/document.ts";
import { type Word, wordFile } from "./word.ts";

/** In twentieths of a point: bullets of notes begin where notes do. */
const bulletIndent = { left: 397, right: 113, hanging: 284 };

function blockIn(word: Word): (block: Block) => FileChild {
  const { HeadingLevel, Paragraph, TextRun } = word;
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
  return (block) => {
    if (block.kind === "heading") return new Paragraph({ heading: HeadingLevel.HEADING_1, text: block.text });
    if (block.kind === "fact") return new Paragraph({ children: labelled(`${block.label}:`, block.text) });
    if (block.kind === "note") return new Paragraph({ ...setApart, text: block.text });
    if (block.kind === "prompt")
      return new Paragraph({ ...setApart, bullet: { level: 0 }, indent: bulletIndent, text: block.text });
    return new Paragraph({ text: block.text });
  };
}

/** A document as a Word file, with its title on the page and page numbers. */
export const docx = (document: TextDocument): Promise<Uint8Array> =>
  wordFile({ title: document.title, paged: true }, (word) => [
    new word.Paragraph({ style: "Kicker", text: document.kicker }),
    new word.Paragraph({ heading: word.HeadingLevel.TITLE, text: document.title }),
    ...document.blocks.map(blockIn(word)),
  ]);
