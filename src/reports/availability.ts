import type { Stretch } from "../domain/availability.ts";
import type { PersonWord } from "../domain/person-words.ts";
import type { Report, Section } from "./report.ts";

/** The hours a month that somebody can give, from when to when. */
export const hoursSection = (stretches: readonly Stretch[], empty: string): Section => ({
  key: "hours",
  heading: "Hours they can give",
  columns: [
    { key: "hours_per_month", heading: "Hours a month", kind: "integer" },
    { key: "from_on", heading: "From", kind: "day" },
    { key: "until_on", heading: "Until", kind: "day" },
  ],
  rows: stretches.map((s) => ({
    hours_per_month: s.hoursPerMonth,
    from_on: s.fromOn,
    until_on: s.untilOn,
  })),
  empty,
});

/** When somebody (`M-003 Bex Thornton`) can take part: times of the week, and hours a month. */
export const availabilityReport = (
  name: string,
  words: readonly PersonWord[],
  stretches: readonly Stretch[],
): Report => ({
  title: `When ${name} can take part`,
  sections: [
    {
      key: "times",
      heading: "Times of the week",
      columns: [
        { key: "key", heading: "Key" },
        { key: "label", heading: "Label" },
      ],
      rows: words.map((w) => ({ key: w.key, label: w.label })),
      empty: "None recorded.",
    },
    hoursSection(stretches, "None recorded."),
  ],
});
