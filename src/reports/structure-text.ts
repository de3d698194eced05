import { figureInWords, type Part } from "../domain/structure.ts";

/** Columns the drawing takes; on a narrower terminal the outline is shown instead. */
export const drawingWidth = 78;

/** Which parts stand beside each other, row by row, as in the unit's infographic. */
const rows: readonly (readonly string[])[] = [
  ["management", "directors"],
  ["lewg", "lean"],
  ["teams", "commentaries"],
  ["training", "engagement"],
  ["evaluation"],
];

/** Lines of words no longer than a width; a word that is longer stands alone. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function box(part: Part, width: number, height: number): string[] {
  const inner = width - 4;
  const lines = linesOf(part, inner);
  const filled = [...lines, ...Array.from({ length: height - lines.length }, () => "")];
  return [
    `┌${"─".repeat(width - 2)}┐`,
    ...filled.map((line) => `│ ${line.padEnd(inner)} │`),
    `└${"─".repeat(width - 2)}┘`,
  ];
}

const linesOf = (part: Part, width: number): string[] => [
  ...wrapped(part.heading.toUpperCase(), width),
  ...wrapped(part.about, width),
  ...[...part.names, ...part.figures.map(figureInWords)].flatMap((line) =>
    wrapped(line, width - 2).map((text, i) => `${i === 0 ? "•" : " "} ${text}`),
  ),
];

const gap = 2;

/** Box characters by where their lines lead: 1 up, 2 down, 4 left, 8 right. */
const lines: Readonly<Record<number, string>> = {
  3: "│",
  5: "┘",
  6: "┐",
  7: "┤",
  9: "└",
  10: "┌",
  11: "├",
  12: "─",
  13: "┴",
  14: "┬",
  15: "┼",
};

/** One line that joins the boxes above, at these columns, to those below. */
function joint(above: readonly number[], below: readonly number[]): string {
  const all = [...above, ...below];
  const [first, last] = [Math.min(...all), Math.max(...all)];
  return Array.from({ length: last + 1 }, (_, x) => {
    if (x < first) return " ";
    const leads =
      (above.includes(x) ? 1 : 0) + (below.includes(x) ? 2 : 0) + (x > first ? 4 : 0) + (x < last ? 8 : 0);
    return lines[leads] ?? " ";
  }).join("");
}

const widthOf = (boxes: number): number => Math.floor((drawingWidth - gap * (boxes - 1)) / boxes);

const middles = (boxes: number): number[] =>
  Array.from({ length: boxes }, (_, i) => i * (widthOf(boxes) + gap) + Math.floor(widthOf(boxes) / 2));

/** The structure drawn with box characters, 78 columns wide, the parts as in the unit's infographic. */
export function drawn(parts: readonly Part[], title: string): string {
  const out = rows.flatMap((keys, r) => {
    const here = parts.filter((p) => keys.includes(p.key));
    const width = widthOf(here.length);
    const height = Math.max(...here.map((p) => linesOf(p, width - 4).length));
    const boxes = here.map((p) => box(p, width, height));
    const between = (line: number): string => (r === 0 && line === 1 ? "─".repeat(gap) : " ".repeat(gap));
    const text = Array.from({ length: height + 2 }, (_, i) => boxes.map((b) => b[i] ?? "").join(between(i)));
    const next = rows[r + 1];
    // The management team alone leads on to the groups; the directors stand beside it.
    const above = middles(here.length).slice(0, r === 0 ? 1 : undefined);
    return next ? [...text, joint(above, middles(next.length))] : text;
  });
  return `${[title, "", ...out].join("\n")}\n`;
}

/** The same as indented lines, in an order that a screen reader can follow. */
export const outlined = (parts: readonly Part[], title: string): string =>
  `${[
    title,
    ...parts.flatMap((p) => [
      "",
      p.heading,
      `  ${p.about}.`.replace(/\.\.$/, "."),
      ...[...p.names, ...p.figures.map(figureInWords)].map((line) => `  ${line}`),
    ]),
  ].join("\n")}\n`;
