import { type Day, dayInWords } from "../domain/day.ts";
import { type FairnessLine, longestWaiting, spreadOf } from "../domain/fairness.ts";
import { ref } from "../domain/ref.ts";
import type { Report, Row, Section } from "./report.ts";

const spreadRow = (what: string, figures: readonly number[]): Row[] => {
  const spread = spreadOf(figures);
  return spread ? [{ what, minimum: spread.least, median: spread.median, maximum: spread.most }] : [];
};

/** How work was shared in a period, for the management team: each person, and the least, the middle and the most. */
export function fairnessReport(
  lines: readonly FairnessLine[],
  days: { readonly from: Day; readonly to: Day },
): Report {
  const spreadColumns = (kind: "decimal" | "pence") =>
    [
      { key: "what", heading: "" },
      { key: "minimum", heading: "Minimum", kind },
      { key: "median", heading: "Median", kind },
      { key: "maximum", heading: "Maximum", kind },
    ] as const;
  const fees = spreadRow(
    "fees",
    lines.map((l) => l.fees),
  ).map((r) => ({ ...r, median: Math.round(Number(r["median"])) }));
  const spreads: Section[] = [
    {
      key: "spread",
      heading: "How it was spread, those with none included",
      columns: spreadColumns("decimal"),
      rows: [
        ...spreadRow(
          "offers",
          lines.map((l) => l.offers),
        ),
        ...spreadRow(
          "accepted",
          lines.map((l) => l.accepted),
        ),
        ...spreadRow(
          "on projects at the end",
          lines.map((l) => l.activeProjects),
        ),
      ],
    },
    { key: "spread-of-fees", columns: spreadColumns("pence"), rows: fees },
  ];
  return {
    title: `How work was shared, ${dayInWords(days.from)} to ${dayInWords(days.to)}`,
    sections: [
      {
        key: "people",
        columns: [
          { key: "ref", heading: "Ref" },
          { key: "known_as", heading: "Known as" },
          { key: "offers", heading: "Offers", kind: "integer" },
          { key: "accepted", heading: "Accepted", kind: "integer" },
          { key: "active_projects", heading: "On projects at the end", kind: "integer" },
          { key: "fees", heading: "Fees", kind: "pence" },
          { key: "last_asked_on", heading: "Last asked", kind: "day" },
          { key: "days_waited", heading: "Days since", kind: "integer" },
        ],
        rows: lines.map((l) => ({
          ref: ref("member", l.id),
          known_as: l.knownAs,
          offers: l.offers,
          accepted: l.accepted,
          active_projects: l.activeProjects,
          fees: l.fees,
          last_asked_on: l.lastAskedOn,
          days_waited: l.waited,
        })),
        empty: "Nobody is in the group.",
      },
      ...(lines.length > 0 ? spreads : []),
    ],
    notes: longestWaiting(lines),
  };
}
