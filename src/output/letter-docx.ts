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

/** A letter as a Word file, for headed paper: no title and no page numbers on the page. */
export const letterDocx = (letter: Letter): Promise<Uint8Array> =>
  wordFile({ title: letter.title, paged: false }, (word) => {
    const levels = [word.HeadingLevel.HEADING_1, word.HeadingLevel.HEADING_2, word.HeadingLevel.HEADING_3];
    const instances = lists(letter.blocks);
    return letter.blocks.map((block, i): FileChild => {
      const children = runsOf(word, block.spans);
      if (block.kind === "text") return new word.Paragraph({ children });
      if (block.kind === "heading")
        return new word.Paragraph({
          children,
          heading: levels[block.level - 1] ?? word.HeadingLevel.HEADING_1,
        });
      if (block.number === null) return new word.Paragraph({ children, bullet: { level: 0 } });
      const numbering = { reference: "numbers", level: 0, instance: instances[i] ?? 1 };
      return new word.Paragraph({ children, numbering });
    });
  });
