import type { Share } from "../domain/composition.ts";
import { listed } from "../domain/text.ts";
import type { Section } from "./report.ts";

const standing = ({ minimum, maximum, off }: Share): string => {
  if (minimum === null && maximum === null) return "no aim";
  if (off === 0) return "met";
  return off < 0 ? `${-off} too few` : `${off} too many`;
};

const aimInWords = ({ minimum, maximum }: Share): string | null => {
  const parts = [
    ...(minimum === null ? [] : [`at least ${minimum}`]),
    ...(maximum === null ? [] : [`at most ${maximum}`]),
  ];
  return parts.length > 0 ? listed(parts) : null;
};

/** A composition against each aim, with the basis of the aim. */
export const compositionSection = (composition: readonly Share[]): Section => ({
  key: "composition",
  heading: "The group that would be chosen",
  columns: [
    { key: "category", heading: "Category" },
    { key: "value", heading: "Value" },
    { key: "aim", heading: "Aim" },
    { key: "minimum", heading: "Minimum", kind: "integer", detail: true },
    { key: "maximum", heading: "Maximum", kind: "integer", detail: true },
    { key: "basis", heading: "Basis" },
    { key: "chosen", heading: "Chosen", kind: "integer" },
    {
      key: "staying",
      heading: "Staying",
      kind: "integer",
      detail: composition.every((s) => s.staying === 0),
    },
    { key: "ranked", heading: "Of those ranked", kind: "integer" },
    { key: "standing", heading: "Standing" },
  ],
  rows: composition.map((s) => ({
    category: s.category,
    value: s.value,
    aim: aimInWords(s),
    minimum: s.minimum,
    maximum: s.maximum,
    basis: s.basis?.replace("-", " ") ?? null,
    chosen: s.chosen,
    staying: s.staying,
    ranked: s.pool,
    standing: standing(s),
  })),
});
