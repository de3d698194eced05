import { type Figure, figureInWords, type Part } from "../domain/structure.ts";
import { wrapped } from "./structure-text.ts";

const width = 1000;
const margin = 28;
const gap = 24;
const pad = 16;
/** Line heights in pixels, and how wide a character of that size is at most on average. */
const sizes = {
  heading: { size: 16, line: 21, per: 9.2 },
  text: { size: 14, line: 19, per: 7.1 },
  big: { size: 30, line: 38, per: 17 },
} as const;

/** Rows of the picture: parts and their share of the width; the tints all carry near-black text at 14:1 or better. */
const rows: readonly (readonly (readonly [key: string, share: number, tint: string, edge: string])[])[] = [
  [
    ["management", 3, "#e3eef9", "#1d5a96"],
    ["directors", 2, "#eeeeee", "#5c5c5c"],
  ],
  [
    ["lewg", 3, "#e2f3e8", "#1c6b3c"],
    ["lean", 2, "#e2f3e8", "#1c6b3c"],
  ],
  [
    ["teams", 1, "#fdf1dc", "#8a5300"],
    ["commentaries", 1, "#fdf1dc", "#8a5300"],
    ["training", 1, "#fdf1dc", "#8a5300"],
    ["engagement", 1, "#fdf1dc", "#8a5300"],
  ],
  [["evaluation", 1, "#f1e8f7", "#6a3190"]],
];

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text: string): string => text.replace(/[&<>"]/g, (c) => entities[c] ?? c);

interface Line {
  readonly text: string;
  readonly kind: keyof typeof sizes;
  /** What follows the big number in smaller letters. */
  readonly rest?: string;
}

const wrap = (text: string, kind: keyof typeof sizes, inner: number): Line[] =>
  wrapped(text, Math.floor(inner / sizes[kind].per)).map((line) => ({ text: line, kind }));

/** The first number large with its words beside it, the others as lines. */
function figureLines(figures: readonly Figure[], inner: number): Line[] {
  const [first, ...others] = figures;
  if (!first) return [];
  const small = others.flatMap((f) => wrap(figureInWords(f), "text", inner));
  if (first.n === null) return [...wrap(figureInWords(first), "text", inner), ...small];
  const number = first.n.toLocaleString("en-GB");
  const words = figureInWords(first).slice(number.length + 1);
  const beside = inner - number.length * sizes.big.per - 8;
  const [rest, ...more] = wrapped(words, Math.floor(beside / sizes.text.per));
  return [
    { text: number, kind: "big", rest: rest ?? "" },
    ...more.flatMap((m) => wrap(m, "text", inner)),
    ...small,
  ];
}

const linesOf = (part: Part, inner: number): Line[] => [
  ...wrap(part.heading, "heading", inner),
  ...wrap(part.about, "text", inner),
  ...part.names.flatMap((name) => wrap(name, "text", inner)),
  ...figureLines(part.figures, inner),
];

const heightOf = (lines: readonly Line[]): number => lines.reduce((h, l) => h + sizes[l.kind].line, 2 * pad);

function lineSvg(line: Line, x: number, y: number): string {
  const { size } = sizes[line.kind];
  const weight = line.kind === "text" ? "" : ' font-weight="700"';
  const rest = line.rest
    ? `<tspan dx="7" font-size="${sizes.text.size}" font-weight="400">${safe(line.rest)}</tspan>`
    : "";
  return `<text x="${x}" y="${y}" font-size="${size}"${weight}>${safe(line.text)}${rest}</text>`;
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

function boxSvg(part: Part, at: Placed, tint: string, edge: string): string {
  let y = at.y + pad;
  const lines = linesOf(part, at.w - 2 * pad).map((line) => {
    y += sizes[line.kind].line;
    return lineSvg(line, at.x + pad, y - 5);
  });
  return `<g role="group" aria-label="${safe(part.heading)}">
<rect x="${at.x}" y="${at.y}" width="${at.w}" height="${at.h}" rx="8" fill="${tint}" stroke="${edge}" stroke-width="2"/>
${lines.join("\n")}
</g>`;
}

/** Where the boxes of a row stand: shares of the width, all as tall as the tallest. */
function placed(row: (typeof rows)[number], parts: ReadonlyMap<string, Part>, y: number): Placed[] {
  const shares = row.reduce((sum, [, share]) => sum + share, 0);
  const free = width - 2 * margin - gap * (row.length - 1);
  const widths = row.map(([, share]) => Math.round((free * share) / shares));
  const heights = row.map(([key], i) => {
    const part = parts.get(key);
    return part ? heightOf(linesOf(part, (widths[i] ?? 0) - 2 * pad)) : 0;
  });
  const h = Math.max(...heights);
  return widths.map((w, i) => ({
    x: margin + widths.slice(0, i).reduce((sum, n) => sum + n + gap, 0),
    y,
    w,
    h,
  }));
}

/** Lines from each box of a row down to a bar, and from the bar down to each box of the next. */
function connected(above: readonly Placed[], below: readonly Placed[]): string {
  const bottom = Math.max(...above.map((p) => p.y + p.h));
  const top = Math.min(...below.map((p) => p.y));
  const bar = Math.round((bottom + top) / 2);
  const middles = (row: readonly Placed[]): number[] => row.map((p) => Math.round(p.x + p.w / 2));
  const all = [...middles(above), ...middles(below)];
  const down = middles(above).map((x) => `M${x} ${bottom}V${bar}`);
  const on = middles(below).map((x) => `M${x} ${bar}V${top}`);
  return `<path d="${[...down, `M${Math.min(...all)} ${bar}H${Math.max(...all)}`, ...on].join("")}" fill="none" stroke="#5c5c5c" stroke-width="2"/>`;
}

/** The management team and the directors beside it. */
function liaison([team, directors]: readonly Placed[]): string {
  if (!team || !directors) return "";
  const y = team.y + Math.round(team.h / 2);
  return `<path d="M${team.x + team.w} ${y}H${directors.x}" fill="none" stroke="#5c5c5c" stroke-width="2"/>`;
}

/**
 * The structure as an SVG picture that needs nothing else: laid out from the parts, with a title and the whole text as its
 * description for screen readers, and fonts that every system has.
 */
export function structureSvg(all: readonly Part[], title: string, description: string): string {
  const parts = new Map(all.map((p) => [p.key, p]));
  let y = margin + 46;
  const placedRows = rows.map((row) => {
    const here = placed(row, parts, y);
    y += Math.max(...here.map((p) => p.h)) + 34;
    return here;
  });
  const height = y - 34 + margin;
  const lines = placedRows
    .slice(1)
    .map((below, i) => connected((placedRows[i] ?? []).slice(0, i === 0 ? 1 : undefined), below));
  const boxes = rows.flatMap((row, r) =>
    row.flatMap(([key, , tint, edge], i) => {
      const part = parts.get(key);
      const at = placedRows[r]?.[i];
      return part && at ? [boxSvg(part, at, tint, edge)] : [];
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="structure-title structure-description" font-family="Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif" fill="#1a1a1a">
<title id="structure-title">${safe(title)}</title>
<desc id="structure-description">${safe(description)}</desc>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="${margin}" y="${margin + 22}" font-size="22" font-weight="700">${safe(title)}</text>
${liaison(placedRows[0] ?? [])}
${lines.join("\n")}
${boxes.join("\n")}
</svg>
`;
}
