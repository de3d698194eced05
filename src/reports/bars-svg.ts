/** One bar: a label, its number (null = not shown), and the least and most that were aimed for. */
interface Bar {
  readonly label: string;
  readonly n: number | null;
  readonly minimum?: number | null;
  readonly maximum?: number | null;
}

/** Bars that are compared with each other, under a heading. */
export interface BarGroup {
  readonly heading: string;
  readonly bars: readonly Bar[];
}

const width = 900;
const margin = 28;
const labelWidth = 290;
const room = width - 2 * margin - labelWidth - 60;
const line = 26;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const safe = (text: string): string => text.replace(/[&<>"]/g, (c) => entities[c] ?? c);

const numberInWords = (n: number | null): string => (n === null ? "not shown" : n.toLocaleString("en-GB"));

/** A bar in words, for whoever cannot see it. */
const said = ({ label, n, minimum, maximum }: Bar): string => {
  const aim = [
    ...(minimum == null ? [] : [`at least ${minimum} aimed for`]),
    ...(maximum == null ? [] : [`at most ${maximum} aimed for`]),
  ];
  return `${label}: ${[numberInWords(n), ...aim].join(", ")}`;
};

function barSvg(bar: Bar, most: number, y: number): string {
  const x = margin + labelWidth;
  const scale = (n: number): number => Math.round((n / most) * room);
  const long = bar.n === null ? 0 : scale(bar.n);
  const aim = [bar.minimum, bar.maximum].flatMap((n) =>
    n == null
      ? []
      : [
          `<path d="M${x + scale(n)} ${y - 17}V${y + 5}" stroke="#1a1a1a" stroke-width="2" stroke-dasharray="3 2"/>`,
        ],
  );
  return [
    `<text x="${x - 10}" y="${y}" text-anchor="end" font-size="14">${safe(bar.label)}</text>`,
    `<rect x="${x}" y="${y - 14}" width="${long}" height="16" fill="#1d5a96"/>`,
    ...aim,
    `<text x="${x + long + 8}" y="${y}" font-size="14">${numberInWords(bar.n)}</text>`,
  ].join("\n");
}

/** Bars as an SVG picture that needs nothing else, with every number in words for screen readers; dashes mark what was aimed for. */
export function barsSvg(title: string, groups: readonly BarGroup[], notes: readonly string[]): string {
  const shown = groups.filter((g) => g.bars.length > 0);
  const parts: string[] = [];
  let y = margin + 30;
  for (const group of shown) {
    y += 34;
    parts.push(`<text x="${margin}" y="${y}" font-size="16" font-weight="700">${safe(group.heading)}</text>`);
    const most = Math.max(1, ...group.bars.flatMap((b) => [b.n ?? 0, b.minimum ?? 0, b.maximum ?? 0]));
    for (const bar of group.bars) {
      y += line;
      parts.push(barSvg(bar, most, y));
    }
  }
  for (const note of notes) {
    y += 30;
    parts.push(`<text x="${margin}" y="${y}" font-size="13" fill="#444444">${safe(note)}</text>`);
  }
  const words = shown.map((g) => `${g.heading}. ${g.bars.map(said).join("; ")}.`).join(" ");
  const height = y + margin;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="bars-title bars-description" font-family="Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif" fill="#1a1a1a">
<title id="bars-title">${safe(title)}</title>
<desc id="bars-description">${safe(words)}</desc>
<rect width="${width}" height="${height}" fill="#ffffff"/>
<text x="${margin}" y="${margin + 22}" font-size="22" font-weight="700">${safe(title)}</text>
${parts.join("\n")}
</svg>
`;
}
