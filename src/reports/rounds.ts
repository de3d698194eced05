import { aimInWords } from "../domain/aim.ts";
import type { Day } from "../domain/day.ts";
import { datesInWords, nextDue, nextInWords, type Progress } from "../domain/key-dates.ts";
import { gapsInWords, type PanelGap } from "../domain/panel-check.ts";
import { type NewAim, type Round, roundStanding, type Stage, stages } from "../domain/round.ts";
import type { SeenTally } from "../domain/score-view.ts";
import { type Criterion, mostPossible, type PanelMember } from "../domain/scoring.ts";
import { count, listed } from "../domain/text.ts";
import { type Column, list, type Report } from "./report.ts";

const roundColumns: readonly Column[] = [
  { key: "round", heading: "Round" },
  { key: "title", heading: "Title", detail: true },
  { key: "group", heading: "Group" },
  { key: "places", heading: "Places", kind: "integer" },
  { key: "opens_on", heading: "Opens", kind: "day" },
  { key: "closes_on", heading: "Closes", kind: "day" },
  { key: "shortlist_by", heading: "Shortlisting by", kind: "day", detail: true },
  { key: "interview_on", heading: "Interviews", kind: "day", detail: true },
  { key: "interview_until", heading: "Interviews to", kind: "day", detail: true },
  { key: "decision_by", heading: "Decision by", kind: "day", detail: true },
  { key: "letters_by", heading: "Letters by", kind: "day", detail: true },
  { key: "status", heading: "Status" },
  { key: "applications", heading: "Applications", kind: "integer" },
  { key: "appointed", heading: "Appointed", kind: "integer" },
  { key: "next", heading: "Next due" },
  { key: "next_on", heading: "Due on", kind: "day", data: true },
  { key: "overdue", heading: "Overdue", kind: "yes-no", data: true },
  { key: "retention_on", heading: "Data kept to", kind: "day", detail: true },
];

/** Recruitment rounds with how they stand on a day and how many applications came. */
export function roundsReport(
  rounds: readonly Round[],
  counts: readonly { readonly roundId: number; readonly status: string; readonly n: number }[],
  progress: (roundId: number) => Progress,
  today: Day,
): Report {
  const number = (id: number, status?: string): number =>
    counts
      .filter((c) => c.roundId === id && (status === undefined || c.status === status))
      .reduce((sum, c) => sum + c.n, 0);
  return list(
    "Recruitment rounds",
    roundColumns,
    rounds
      .map((r) => ({ r, next: nextDue(r, progress(r.id), today) }))
      .map(({ r, next }) => ({
        round: r.key,
        title: r.title,
        group: r.group,
        places: r.places,
        opens_on: r.opensOn,
        closes_on: r.closesOn,
        shortlist_by: r.shortlistBy,
        interview_on: r.interviewOn,
        interview_until: r.interviewUntil,
        decision_by: r.decisionBy,
        letters_by: r.lettersBy,
        status: roundStanding(r, today),
        applications: number(r.id),
        appointed: number(r.id, "appointed"),
        next: next ? nextInWords(next, today) : null,
        next_on: next?.on ?? null,
        overdue: next?.overdue ?? null,
        retention_on: r.retentionOn,
      })),
    "No rounds yet. Open one with: involve round open autumn-2025 --places 14 --closes 2025-09-05 --criteria criteria.csv",
  );
}

/** The aims of a round for the group as a whole. */
export const aimsReport = (
  round: Round,
  aims: readonly (NewAim & { readonly relaxedOn: Day | null; readonly relaxedReason: string | null })[],
): Report =>
  list(
    `Aims of ${round.title}`,
    [
      { key: "category", heading: "Category" },
      { key: "value", heading: "Value" },
      { key: "minimum", heading: "At least", kind: "integer" },
      { key: "maximum", heading: "At most", kind: "integer" },
      { key: "basis", heading: "Basis" },
      { key: "relaxed_on", heading: "Relaxed", kind: "day", detail: true },
      { key: "relaxed_reason", heading: "Because", detail: true },
    ],
    aims.map((a) => ({
      category: a.category,
      value: a.value,
      minimum: a.minimum ?? null,
      maximum: a.maximum ?? null,
      basis: a.basis,
      relaxed_on: a.relaxedOn,
      relaxed_reason: a.relaxedReason,
    })),
    `No aims yet. Set one with: involve round aim ${round.key} perspective carer --min 4`,
  );

/** What applicants of a round are scored against. */
export const criteriaReport = (round: Round, criteria: readonly Criterion[]): Report =>
  list(
    `Criteria of ${round.title}`,
    [
      { key: "key", heading: "Key" },
      { key: "label", heading: "Label" },
      { key: "kind", heading: "Kind" },
      { key: "weight", heading: "Weight", kind: "integer" },
      { key: "scale", heading: "Highest score", kind: "integer" },
      { key: "stage", heading: "Stage" },
    ],
    criteria.map((c) => ({
      key: c.key,
      label: c.label,
      kind: c.kind,
      weight: c.weight,
      scale: c.scaleMax,
      stage: c.stage,
    })),
    `No criteria yet. Add one with: involve round criterion ${round.key} --help`,
  );

/** What a round goes by, as far as it is said in sentences. */
interface RoundFacts {
  readonly criteria: readonly Criterion[];
  readonly panel: readonly PanelMember[];
  readonly aims: readonly NewAim[];
  readonly gaps: readonly PanelGap[];
  readonly progress: Progress;
}

function panelInWords(round: Round, { panel, gaps }: RoundFacts): string[] {
  const who = (role: string): string => listed(panel.filter((p) => p.role === role).map((p) => p.name));
  const moderators = who("moderator");
  const seats = `Shortlisters: ${who("shortlister") || "nobody"}. Interviewers: ${who("interviewer") || "nobody"}.${moderators ? ` Moderators: ${moderators}.` : ""}`;
  const atWork = round.status === "open" || round.status === "closed";
  return [...(panel.length > 0 ? [seats] : []), ...(atWork ? gapsInWords(gaps) : [])];
}

function keptBackInWords(round: Round, standings: readonly { readonly seen: SeenTally }[]): string[] {
  const kept = standings.filter((s) => s.seen.hidden.length > 0).length;
  return kept === 0
    ? []
    : [
        `The scores of ${count(kept, "application")} are kept back until all of a stage are in: involve round missing ${round.key}`,
      ];
}

/** What a round is, in sentences: its days, its criteria and what they are worth, its aims, its panel and what that lacks. */
export function roundInWords(
  round: Round,
  facts: RoundFacts,
  standings: readonly { readonly seen: SeenTally }[],
  today: Day,
): string[] {
  const { criteria, aims } = facts;
  const next = nextDue(round, facts.progress, today);
  const worth = (stage: Stage): string[] => {
    const own = criteria.filter((c) => c.stage === stage).map((c) => `${c.key} × ${c.weight}`);
    return own.length === 0 ? [] : [`${stage} at most ${mostPossible(criteria, stage)} (${own.join(", ")})`];
  };
  return [
    `${round.title} (${round.key}): ${count(round.places, "place")} in ${round.group}; ${roundStanding(round, today)}.`,
    datesInWords(round),
    ...(next ? [`Next: ${nextInWords(next, today)}.`] : []),
    `Scores: ${stages.flatMap(worth).join("; ") || "there are no criteria yet"}.`,
    ...(aims.length > 0 ? [`Aims: ${aims.map(aimInWords).join("; ")}.`] : []),
    ...panelInWords(round, facts),
    ...keptBackInWords(round, standings),
  ];
}
