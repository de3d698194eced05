import { aimInWords } from "../domain/aim.ts";
import type { Day } from "../domain/day.ts";
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
  { key: "interview_on", heading: "Interviews", kind: "day", detail: true },
  { key: "status", heading: "Status" },
  { key: "applications", heading: "Applications", kind: "integer" },
  { key: "appointed", heading: "Appointed", kind: "integer" },
  { key: "retention_on", heading: "Data kept to", kind: "day", detail: true },
];

/** Recruitment rounds with how they stand on a day and how many applications came. */
export function roundsReport(
  rounds: readonly Round[],
  counts: readonly { readonly roundId: number; readonly status: string; readonly n: number }[],
  today: Day,
): Report {
  const number = (id: number, status?: string): number =>
    counts
      .filter((c) => c.roundId === id && (status === undefined || c.status === status))
      .reduce((sum, c) => sum + c.n, 0);
  return list(
    "Recruitment rounds",
    roundColumns,
    rounds.map((r) => ({
      round: r.key,
      title: r.title,
      group: r.group,
      places: r.places,
      opens_on: r.opensOn,
      closes_on: r.closesOn,
      interview_on: r.interviewOn,
      status: roundStanding(r, today),
      applications: number(r.id),
      appointed: number(r.id, "appointed"),
      retention_on: r.retentionOn,
    })),
    "No rounds yet. Open one with: involve round open autumn-2025 --places 14 --closes 2025-09-05 --criteria criteria.csv",
  );
}

/** What a round goes by, as far as it is said in sentences. */
interface RoundFacts {
  readonly criteria: readonly Criterion[];
  readonly panel: readonly PanelMember[];
  readonly aims: readonly NewAim[];
  readonly gaps: readonly PanelGap[];
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
  const worth = (stage: Stage): string[] => {
    const own = criteria.filter((c) => c.stage === stage).map((c) => `${c.key} × ${c.weight}`);
    return own.length === 0 ? [] : [`${stage} at most ${mostPossible(criteria, stage)} (${own.join(", ")})`];
  };
  return [
    `${round.title} (${round.key}): ${count(round.places, "place")} in ${round.group}; ${roundStanding(round, today)}.`,
    `Open from ${round.opensOn ?? "?"} to ${round.closesOn ?? "?"}${round.interviewOn ? `, interviews from ${round.interviewOn}` : ""}${round.retentionOn ? `; data of those not chosen is kept to ${round.retentionOn}` : ""}.`,
    `Scores: ${stages.flatMap(worth).join("; ") || "there are no criteria yet"}.`,
    ...(aims.length > 0 ? [`Aims: ${aims.map(aimInWords).join("; ")}.`] : []),
    ...panelInWords(round, facts),
    ...keptBackInWords(round, standings),
  ];
}
