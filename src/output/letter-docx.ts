import type { FileChild } from "docx";
import type { LetterBlock, Span } from "../domain/letter.ts";
import type { Letter } from "../domain/template.ts";
import { type Word, wordFile } from "./word.ts";

const runsOf = (word: Word, spans: readonly Span[]) =>
  spans.flatMap((span) =>
    span.text.split("\n").map(
      (text, i) =>
        // Where nothing is said, the paragraph's style decides: a heading is bold by itself.
        new word.TextRun({
          text,
          ...(span.bold ? { bold: true } : {}),
          ...(span.italic ? { italics: true } : {}),
          ...(i > 0 ? { break: 1 } : {}),
        }),
    ),
  );

/** Which numbered list each block is in, from 1: a list begins where its number is not the one that comes next. */
function lists(blocks: readonly LetterBlock[]): number[] {
  let list = 0;
  let last = 0;
  return blocks.map((block) => {
    const number = block.kind === "item" ? block.number : null;
    if (number !== null && (last === 0 || number !== last + 1)) list++;
    last = number ?? 0;
    return list;
  });
}

/** How notes and the front page look: a style of their own, by which they are known again when the file is read. */
function lookOf(word: Word, { part }: LetterBlock) {
  if (part === "front") return { style: "FrontMatter" };
  if (part !== "note") return {};
  const rule = { style: word.BorderStyle.SINGLE, size: 18, space: 8, color: "B8860B" };
  const shading = { type: word.ShadingType.CLEAR, color: "auto", fill: "FBF3DC" };
  return { style: "Note", border: { left: rule }, shading };
}

/** A heading of a note is a bold note: in the document's own outline it has no place. */
const noteHeading = (word: Word, block: LetterBlock): FileChild =>
  new word.Paragraph({
    ...lookOf(word, block),
    keepNext: true,
    children: runsOf(
      word,
      block.spans.map((s) => ({ ...s, bold: true })),
    ),
  });

/** Whether a block is a paragraph of several lines, such as a signature: one page has it whole, with the line above it. */
const isBlockOfLines = (block: LetterBlock | undefined): boolean =>
  block?.kind === "text" && block.spans.some((s) => s.text.includes("\n"));

/**
 * A letter as a Word file, for headed paper: no title and no page numbers on the page. A document for people to write in has
 * page numbers, and one that is meant to be one page is set closer.
 */
export const letterDocx = (
  letter: Letter,
  look: { readonly paged?: boolean; readonly close?: boolean } = {},
): Promise<Uint8Array> =>
  wordFile({ title: letter.title, ...look }, (word) => {
    const levels = [word.HeadingLevel.HEADING_1, word.HeadingLevel.HEADING_2, word.HeadingLevel.HEADING_3];
    const instances = lists(letter.blocks);
    return letter.blocks.map((block, i): FileChild => {
      const children = runsOf(word, block.spans);
      if (block.kind === "heading" && block.part === "note") return noteHeading(word, block);
      const below = letter.blocks[i - 1]?.part === "note" && block.part !== "note";
      if (block.kind === "text")
        return new word.Paragraph({
          ...lookOf(word, block),
          ...(below ? { spacing: { before: 240 } } : {}),
          keepLines: isBlockOfLines(block),
          keepNext: isBlockOfLines(letter.blocks[i + 1]),
          children,
        });
      if (block.kind === "heading")
        return new word.Paragraph({
          children,
          heading: levels[block.level - 1] ?? word.HeadingLevel.HEADING_1,
        });
      if (block.number === null && block.part === "note")
        return new word.Paragraph({
          ...lookOf(word, block),
          children,
          numbering: { reference: "note-bullets", level: 0 },
        });
      if (block.number === null)
        return new word.Paragraph({ children, bullet: { level: 0 }, contextualSpacing: look.close === true });
      const numbering = { reference: "numbers", level: 0, instance: instances[i] ?? 1 };
      return new word.Paragraph({ children, numbering });
    });
  });
