import type { PlannedApplication } from "../domain/application.ts";
import { rounded } from "../domain/fraction.ts";
import { ref } from "../domain/ref.ts";
import type { Round } from "../domain/round.ts";
import type { Criterion } from "../domain/scoring.ts";
import { decimals } from "../domain/text.ts";
import type { ApplicationRecord } from "../store/round-applications.ts";
import type { Standing } from "../store/round-decisions.ts";
import { type Column, list, type Report } from "./report.ts";

const applicationColumns: readonly Column[] = [
  { key: "code", heading: "Code" },
  { key: "status", heading: "Status" },
  { key: "perspective", heading: "Perspective" },
  { key: "received_on", heading: "Received", kind: "day", detail: true },
  { key: "scores", heading: "Scores", kind: "integer" },
  { key: "shortlisting", heading: "Shortlisting", kind: "decimal" },
  { key: "interview", heading: "Interview", kind: "decimal" },
  { key: "total", heading: "Total", kind: "decimal" },
  { key: "lowest", heading: "Lowest", kind: "integer", detail: true },
  { key: "highest", heading: "Highest", kind: "integer", detail: true },
  { key: "range", heading: "Range" },
  { key: "far_apart", heading: "Scorers far apart on" },
];

const nameColumns: readonly Column[] = [
  { key: "known_as", heading: "Known as" },
  { key: "full_name", heading: "Full name", detail: true },
  { key: "member", heading: "Person" },
];

/** The applications of a round by code, with how each stands; names only where they were asked for. */
export function applicationsReport(
  round: Round,
  standings: readonly Standing[],
  paragraphs: readonly string[],
  names: boolean,
): Report {
  const report = list(
    round.title,
    names
      ? [...applicationColumns.slice(0, 1), ...nameColumns, ...applicationColumns.slice(1)]
      : applicationColumns,
    standings.map(({ application, tally }) => ({
      code: application.code,
      known_as: application.fields.knownAs ?? null,
      full_name: application.fields.fullName ?? null,
      member: application.personId === null ? null : ref("member", application.personId),
      status: application.status,
      perspective: application.fields.perspective ?? null,
      received_on: application.fields.receivedOn ?? null,
      scores: tally.n,
      shortlisting: tally.shortlisting ? rounded(tally.shortlisting) : null,
      interview: tally.interview ? rounded(tally.interview) : null,
      total: tally.n > 0 ? rounded(tally.total) : null,
      lowest: tally.lowest,
      highest: tally.highest,
      range: tally.n > 0 ? `${tally.lowest}–${tally.highest}` : null,
      far_apart: tally.flagged,
    })),
    `No applications yet. Bring them in with: involve round import ${round.key} applications.csv`,
  );
  return { ...report, sections: report.sections.map((s) => ({ ...s, paragraphs })) };
}

const tallyColumns: readonly Column[] = [
  { key: "criterion", heading: "Criterion" },
  { key: "stage", heading: "Stage" },
  { key: "kind", heading: "Kind" },
  { key: "weight", heading: "Weight", kind: "integer" },
  { key: "n", heading: "Scores", kind: "integer" },
  { key: "mean", heading: "Mean", kind: "decimal" },
  { key: "range", heading: "Range" },
  { key: "far_apart", heading: "Far apart", kind: "yes-no" },
  { key: "waiting_for", heading: "Waiting for" },
];

/** What an application says, in paragraphs; the name only where it was asked for. */
function applicationInWords({ fields, status }: ApplicationRecord, names: boolean): string[] {
  const brought = [fields.perspective, ...(fields.experience ?? []), ...(fields.skill ?? [])].filter(Boolean);
  const fullName = fields.fullName === fields.knownAs ? undefined : fields.fullName;
  return [
    ...(names ? [`${fields.knownAs ?? "(blanked)"}${fullName ? ` (${fullName})` : ""}`] : []),
    `${status}; received ${fields.receivedOn}; ${brought.join(", ")}.`,
    ...(fields.statement ? [fields.statement] : []),
  ];
}

/** One application, criterion by criterion, with whose scores are still missing. */
export const applicationReport = ({ application, tally }: Standing, names: boolean): Report => ({
  title: application.code,
  sections: [
    {
      key: "criteria",
      heading: `${application.code}: ${tally.n === 0 ? "no scores yet" : `total ${decimals(rounded(tally.total))}`}`,
      paragraphs: applicationInWords(application, names),
      columns: tallyColumns,
      rows: tally.criteria.map((c) => ({
        criterion: c.criterion.key,
        stage: c.criterion.stage,
        kind: c.criterion.kind,
        weight: c.criterion.weight,
        n: c.n,
        mean: c.mean ? rounded(c.mean) : null,
        range: c.n > 0 ? `${c.lowest}–${c.highest}` : null,
        far_apart: c.flagged,
        waiting_for: c.waitingFor.map((p) => p.name),
      })),
    },
  ],
});

/** The applications as shortlisters may see them: a code, what they bring, their words, and a blank column for each criterion. */
export const sheetReport = (
  round: Round,
  applications: readonly ApplicationRecord[],
  criteria: readonly Criterion[],
): Report =>
  list(
    `Shortlisting sheet of ${round.title}`,
    [
      { key: "code", heading: "Code" },
      { key: "perspective", heading: "Perspective" },
      { key: "experiences", heading: "Experiences" },
      { key: "skills", heading: "Skills" },
      { key: "interests", heading: "Interests" },
      { key: "statement", heading: "Statement" },
      ...criteria.map((c) => ({ key: c.key, heading: c.key })),
    ],
    applications.map(({ code, fields }) => ({
      code,
      perspective: fields.perspective ?? null,
      experiences: fields.experience ?? [],
      skills: fields.skill ?? [],
      interests: fields.interest ?? [],
      statement: fields.statement ?? null,
    })),
    `No applications yet. Bring them in with: involve round import ${round.key} applications.csv`,
  );

/** What became of each row of a sheet of applications: by line and code, never by name. */
export const importReport = (planned: readonly PlannedApplication[]): Report =>
  list(
    "Applications",
    [
      { key: "line", heading: "Line", kind: "integer" },
      { key: "code", heading: "Code" },
      { key: "outcome", heading: "Outcome" },
      { key: "changed", heading: "Changed" },
    ],
    planned.map((p) => ({ line: p.line, code: p.code, outcome: p.outcome, changed: p.changed })),
    "There was nothing to bring in.",
  );
