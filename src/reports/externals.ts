import { type Day, dayInWords } from "../domain/day.ts";
import { type HeldEntry, heldState, type RequirementPlan } from "../domain/external.ts";
import { ref } from "../domain/ref.ts";
import { count } from "../domain/text.ts";
import type { ExternalRequirement, TrainingRecord } from "../domain/training.ts";
import { type Column, list, type Report, type Row, type Section } from "./report.ts";
import type { Trainee } from "./training.ts";

const requirementColumns: readonly Column[] = [
  { key: "requirement", heading: "Requirement" },
  { key: "label", heading: "In full" },
  { key: "valid_months", heading: "Months it lasts", kind: "integer" },
  { key: "retired_on", heading: "Retired", kind: "day", detail: true },
];

const requirementRow = (r: ExternalRequirement): Row => ({
  requirement: r.key,
  label: r.label,
  valid_months: r.validMonths,
  retired_on: r.retiredOn ?? null,
});

/** The requirements that others set. */
export const requirementsReport = (all: readonly ExternalRequirement[]): Report =>
  list("External requirements", requirementColumns, all.map(requirementRow), "None.");

const heldColumns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "requirement", heading: "Requirement" },
  { key: "issued_on", heading: "Issued", kind: "day" },
  { key: "expires_on", heading: "Last day", kind: "day" },
  { key: "state", heading: "State" },
];

/** What some people hold of the requirements that others set, as a section; what runs out first stands first. */
export function heldSection(
  people: readonly Trainee[],
  records: ReadonlyMap<number, TrainingRecord>,
  all: readonly ExternalRequirement[],
  warningDays: number,
  day: Day,
): Section {
  const byId = new Map(all.map((r) => [r.id, r]));
  const rows = people
    .flatMap((p) => (records.get(p.id)?.held ?? []).map((held) => ({ p, held })))
    .filter(({ held }) => byId.has(held.requirementId))
    .sort((a, b) => (a.held.expiresOn ?? "9999").localeCompare(b.held.expiresOn ?? "9999", "en"))
    .map(({ p, held }) => ({
      ref: ref("member", p.id),
      known_as: p.knownAs,
      requirement: byId.get(held.requirementId)?.key ?? null,
      issued_on: held.issuedOn,
      expires_on: held.expiresOn,
      state: heldState(held, warningDays, day),
    }));
  return {
    key: "held",
    heading: `Held, as at ${dayInWords(day)}`,
    columns: heldColumns,
    rows,
    empty: "Nobody's is on record. Record one with: involve training external record M-001 gcp --issued DATE",
  };
}

/** The requirements that others set, and who holds them as at a day. */
export const externalsReport = (
  all: readonly ExternalRequirement[],
  retiredToo: boolean,
  day: Day,
  held: Section,
): Report => ({
  title: "External requirements",
  sections: [
    {
      key: "requirements",
      heading: "Requirements",
      columns: requirementColumns,
      rows: all.filter((r) => retiredToo || (r.retiredOn ?? "9999") > day).map(requirementRow),
      empty: 'None. Add one with: involve training external add gcp --label "Good Clinical Practice"',
    },
    held,
  ],
});

/** The requirements of people that were recorded. */
export const heldReport = (entries: readonly HeldEntry[]): Report =>
  list(
    "Recorded",
    heldColumns.filter((c) => c.key !== "state"),
    entries.map((e) => ({
      ref: ref("member", e.person.id),
      known_as: e.person.knownAs,
      requirement: e.requirement.key,
      issued_on: e.issuedOn,
      expires_on: e.expiresOn,
    })),
    "Nothing new.",
  );

/** How long a requirement counts; that its last day is over, or is today, is said. */
function lastDayInWords({ expiresOn }: HeldEntry, today: Day): string {
  if (expiresOn === null) return "which does not run out";
  const until = `until ${dayInWords(expiresOn)}`;
  return expiresOn < today
    ? `${until}, which is over`
    : expiresOn === today
      ? `${until}, which is today`
      : until;
}

/** What was recorded, in sentences; what is on record already is left as it is. */
export const heldSentences = (
  entries: readonly HeldEntry[],
  known: readonly HeldEntry[],
  today: Day,
): string[] => [
  ...entries.map(
    (e) =>
      `${ref("member", e.person.id)} ${e.person.knownAs}: ${e.requirement.label}, issued ${dayInWords(e.issuedOn)}, ${lastDayInWords(e, today)}.`,
  ),
  ...known.map(
    (e) =>
      `${ref("member", e.person.id)} ${e.person.knownAs}: ${e.requirement.label} of ${dayInWords(e.issuedOn)} is on record already and left as it is.`,
  ),
];

/** What became of a requirement, in sentences. */
export function requirementSentences(plan: RequirementPlan): string[] {
  const lasts = plan.validMonths === null ? "does not run out" : `lasts ${count(plan.validMonths, "month")}`;
  const { known } = plan;
  if (!known) return [`Added ${plan.key}, ${plan.label}; it ${lasts}.`];
  const said = [
    ...(plan.label === known.label ? [] : [`${plan.key} is called ${plan.label} now.`]),
    ...(plan.validMonths === known.validMonths
      ? []
      : [`${plan.key} ${lasts}, for those recorded from now on; what is on record keeps its last day.`]),
    ...(plan.retiredOn === (known.retiredOn ?? null)
      ? []
      : [
          plan.retiredOn === null
            ? `${plan.key} is in use again.`
            : `${plan.key} is retired: it is no longer recorded. Clearances that ask for it still do: involve clearance list`,
        ]),
  ];
  return said.length > 0 ? said : [`${plan.key} is as it was: nothing new.`];
}
