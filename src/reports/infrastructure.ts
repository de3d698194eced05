import { type Day, longDay } from "../domain/day.ts";
import { figureInWords, type StructureFacts, structure } from "../domain/structure.ts";
import type { Report } from "./report.ts";
import { structureSvg } from "./structure-svg.ts";
import { drawingWidth, drawn, outlined } from "./structure-text.ts";

/** The unit's involvement structure with live numbers: as rows, as a drawing in text, and as a picture. */
export function infrastructureReport(facts: StructureFacts, today: Day, threshold: number | null): Report {
  const parts = structure(facts, threshold);
  const title = `Involvement in the ${facts.shortName}, ${longDay(today)}`;
  const outline = outlined(parts, title);
  return {
    title,
    sections: [
      {
        key: "rows",
        columns: [
          { key: "part", heading: "Part", data: true },
          { key: "heading", heading: "Part" },
          { key: "measure", heading: "Measure", data: true },
          { key: "what", heading: "What" },
          { key: "count", heading: "Count", kind: "integer" },
          { key: "out_of", heading: "Out of", kind: "integer" },
        ],
        rows: parts.flatMap((p) => [
          ...p.names.map((name) => ({
            part: p.key,
            heading: p.heading,
            measure: "name",
            what: name,
            count: null,
            out_of: null,
          })),
          ...p.figures.map((f) => ({
            part: p.key,
            heading: p.heading,
            measure: f.key,
            what: f.n === null ? figureInWords(f) : f.label,
            count: f.n,
            out_of: f.of,
          })),
        ]),
      },
    ],
    drawing: { text: drawn(parts, title), width: drawingWidth, outline },
    svg: structureSvg(parts, title, outline),
  };
}
