import { rounded } from "../domain/fraction.ts";
import { ref } from "../domain/ref.ts";
import type { Round, Stage } from "../domain/round.ts";
import type { SeenTally } from "../domain/score-view.ts";
import type { Criterion } from "../domain/scoring.ts";
import { decimals, listed } from "../domain/text.ts";
import type { ApplicationRecord } from "../store/round-applications.ts";
import type { SeenStanding } from "../store/round-standings.ts";
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
  { key: "kept_back", heading: "Kept back", detail: true },
];

const nameColumns: readonly Column[] = [
  { key: "known_as", heading: "Known as" },
  { key: "full_name", heading: "Full name", detail: true },
  { key: "member", heading: "Person" },
];

/** The applications of a round by code, with how each stands; names only where they were asked for. */
export function applicationsReport(
  round: Round,
  standings: readonly SeenStanding[],
  paragraphs: readonly string[],
  names: boolean,
): Report {
  const report = list(
    round.title,
    names
      ? [...applicationColumns.slice(0, 1), ...nameColumns, ...applicationColumns.slice(1)]
      : applicationColumns,
    standings.map(({ application, seen: tally }) => ({
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
      total: tally.total ? rounded(tally.total) : null,
      lowest: tally.lowest,
      highest: tally.highest,
      range: tally.lowest === null ? null : `${tally.lowest}–${tally.highest}`,
      far_apart: tally.flagged,
      kept_back: tally.hidden,
    })),
    `No applications yet. Bring them in with: involve round import ${round.key} applications.csv`,
  );
  return { ...report, sections: report.sections.map((s) => ({ ...s, paragraphs })) };
}

const tallyColumns = (moderated: boolean): readonly Column[] => [
  { key: "criterion", heading: "Criterion" },
  { key: "stage", heading: "Stage" },
  { key: "kind", heading: "Kind" },
  { key: "weight", heading: "Weight", kind: "integer" },
  { key: "n", heading: "Scores", kind: "integer" },
  { key: "mean", heading: "Mean", kind: "decimal" },
  { key: "range", heading: "Range" },
  { key: "far_apart", heading: "Far apart", kind: "yes-no" },
  { key: "agreed", heading: "Agreed", kind: "integer", detail: !moderated },
  { key: "moderation", heading: "Moderation", detail: true },
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

/** Whether a stage is to be scored at all: nobody is scored at interview who was not shortlisted. */
const isDue = ({ status }: ApplicationRecord, stage: Stage): boolean =>
  status !== "withdrawn" && (stage === "shortlisting" || status !== "received");

/** The total, or why there is none to be seen. */
function totalInWords({ n, total, hidden }: SeenTally): string {
  if (n === 0) return "no scores yet";
  if (total) return `total ${decimals(rounded(total))}`;
  return `scores of ${listed(hidden)} are kept back until all are in`;
}

/** One application, criterion by criterion, with whose scores are still missing. */
export const applicationReport = ({ application, seen: tally }: SeenStanding, names: boolean): Report => ({
  title: application.code,
  sections: [
    {
      key: "criteria",
      heading: `${application.code}: ${totalInWords(tally)}`,
      paragraphs: [
        ...applicationInWords(application, names),
        ...tally.criteria.flatMap((c) =>
          c.moderation ? [`Moderation of ${c.criterion.key}: ${c.moderation.note}`] : [],
        ),
      ],
      columns: tallyColumns(tally.criteria.some((c) => c.moderation !== null)),
      rows: tally.criteria.map((c) => ({
        criterion: c.criterion.key,
        stage: c.criterion.stage,
        kind: c.criterion.kind,
        weight: c.criterion.weight,
        n: c.n,
        mean: c.mean ? rounded(c.mean) : null,
        range: c.lowest === null ? null : `${c.lowest}–${c.highest}`,
        far_apart: c.lowest === null ? null : c.flagged,
        agreed: c.moderation?.agreed ?? null,
        moderation: c.moderation?.note ?? null,
        waiting_for: isDue(application, c.criterion.stage) ? c.waitingFor.map((p) => p.name) : [],
      })),
    },
  ],
});

/**
 * The applications as those who score may see them: a code, what they bring, their words, and an empty column for each criterion
 * of the stage. A sheet for one scorer says whose it is by ref, so that it comes back by itself.
 */
export const sheetReport = (
  round: Round,
  applications: readonly ApplicationRecord[],
  criteria: readonly Criterion[],
  { stage, scorer }: { readonly stage: Stage; readonly scorer: string | undefined },
): Report =>
  list(
    `${stage === "interview" ? "Interview" : "Shortlisting"} sheet of ${round.title}`,
    [
      { key: "code", heading: "Code" },
      ...(scorer === undefined ? [] : [{ key: "scorer", heading: "Scorer" }]),
      { key: "perspective", heading: "Perspective" },
      { key: "experiences", heading: "Experiences" },
      { key: "skills", heading: "Skills" },
      { key: "interests", heading: "Interests" },
      { key: "statement", heading: "Statement" },
      ...criteria.map((c) => ({ key: c.key, heading: c.key })),
    ],
    applications.map(({ code, fields }) => ({
      code,
      ...(scorer === undefined ? {} : { scorer }),
      perspective: fields.perspective ?? null,
      experiences: fields.experience ?? [],
      skills: fields.skill ?? [],
      interests: fields.interest ?? [],
      statement: fields.statement ?? null,
    })),
    stage === "interview"
      ? `Nobody to interview yet. Record who goes to interview with: involve round shortlist ${round.key} --record`
      : `No applications yet. Bring them in with: involve round import ${round.key} applications.csv`,
  );
