import type { Appointed, Term } from "../domain/appointment.ts";
import type { Share } from "../domain/composition.ts";
import type { Decided } from "../domain/decision.ts";
import { rounded } from "../domain/fraction.ts";
import { ref } from "../domain/ref.ts";
import type { Round } from "../domain/round.ts";
import type { Entrant, Proposal, Tie } from "../domain/selection.ts";
import { count, listed } from "../domain/text.ts";
import { list, type Report, type Section } from "./report.ts";

const inWords = { select: "choose", reserve: "reserve", decline: "not placed" } as const;

function ranking(proposal: Proposal, decided: readonly Decided[]): Section {
  const decisions = new Map(decided.map((d) => [d.code, d]));
  const departs = decided.some((d) => d.proposed !== null && d.proposed !== d.decision);
  return {
    key: "ranking",
    columns: [
      { key: "rank", heading: "Rank", kind: "integer" },
      { key: "code", heading: "Code" },
      { key: "total", heading: "Total", kind: "decimal" },
      { key: "shortlisting", heading: "Shortlisting", kind: "decimal" },
      { key: "interview", heading: "Interview", kind: "decimal" },
      { key: "essential", heading: "Essential", kind: "decimal", detail: true },
      { key: "perspective", heading: "Perspective" },
      { key: "region", heading: "Region" },
      { key: "proposed", heading: "Proposed" },
      { key: "decision", heading: "Decision", detail: !departs },
    ],
    rows: proposal.ranked.map(({ rank, entrant, proposed }) => ({
      rank,
      code: entrant.code,
      total: rounded(entrant.tally.total),
      shortlisting: entrant.tally.shortlisting ? rounded(entrant.tally.shortlisting) : null,
      interview: entrant.tally.interview ? rounded(entrant.tally.interview) : null,
      essential: rounded(entrant.tally.essential),
      perspective: entrant.perspective,
      region: entrant.region,
      proposed: inWords[proposed],
      decision: inWords[decisions.get(entrant.code)?.decision ?? "decline"],
    })),
  };
}

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

const shares = (composition: readonly Share[]): Section => ({
  key: "composition",
  heading: "The group that would be chosen",
  columns: [
    { key: "category", heading: "Category" },
    { key: "value", heading: "Value" },
    { key: "aim", heading: "Aim" },
    { key: "minimum", heading: "Minimum", kind: "integer", detail: true },
    { key: "maximum", heading: "Maximum", kind: "integer", detail: true },
    { key: "basis", heading: "Basis", detail: true },
    { key: "chosen", heading: "Chosen", kind: "integer" },
    { key: "ranked", heading: "Of those ranked", kind: "integer" },
    { key: "standing", heading: "Standing" },
  ],
  rows: composition.map((s) => ({
    category: s.category,
    value: s.value,
    aim: aimInWords(s),
    minimum: s.minimum,
    maximum: s.maximum,
    basis: s.basis,
    chosen: s.chosen,
    ranked: s.pool,
    standing: standing(s),
  })),
});

/** Scores that are missing of applications somebody has begun to score at that stage. */
function missing(entrants: readonly Entrant[]): Section {
  const rows = entrants.flatMap((e) =>
    e.tally.criteria
      .filter((c) => c.waitingFor.length > 0 && e.tally[c.criterion.stage] !== null)
      .map((c) => ({
        code: e.code,
        criterion: c.criterion.key,
        stage: c.criterion.stage,
        waiting_for: c.waitingFor.map((p) => p.name),
      })),
  );
  return {
    key: "missing",
    heading: "Missing scores",
    columns: [
      { key: "code", heading: "Code" },
      { key: "criterion", heading: "Criterion" },
      { key: "stage", heading: "Stage" },
      { key: "waiting_for", heading: "Waiting for" },
    ],
    rows,
    empty: "None: whoever should score has scored, in every stage an application has reached.",
  };
}

const tiesSection = (ties: readonly Tie[]): Section => ({
  key: "ties",
  heading: "Equal totals where it matters",
  columns: [
    { key: "border", heading: "At" },
    { key: "applications", heading: "Applications" },
    { key: "tied_at", heading: "Total", kind: "decimal" },
    { key: "broken_by", heading: "Decided by" },
  ],
  rows: ties.map((t) => ({
    border: t.border,
    applications: t.codes,
    tied_at: rounded(t.total),
    broken_by: t.brokenBy,
  })),
  empty: "None at the last place, none at the end of the reserve list.",
});

/** Those who are not scored on every criterion, in one paragraph. */
const unrankedSection = (codes: readonly string[]): Section => ({
  key: "not-ranked",
  heading: "Not scored on every criterion, so not ranked",
  paragraphs: [codes.length === 0 ? "None." : codes.join(", ")],
  columns: [],
  rows: [],
});

/** Who is proposed, the composition of the group they make, what told equals apart, what is missing. */
export const selectionReport = (
  round: Round,
  proposal: Proposal,
  decided: readonly Decided[],
  entrants: readonly Entrant[],
  composition: readonly Share[],
  ties: readonly Tie[],
): Report => ({
  title: `${round.title}: ${count(proposal.places, "place")} and ${count(proposal.reserves, "reserve")}, proposed by total score`,
  sections: [
    ranking(proposal, decided),
    shares(composition),
    tiesSection(ties),
    missing(entrants),
    unrankedSection(entrants.filter((e) => !e.tally.complete).map((e) => e.code)),
  ],
  notes: ties.map((t) => t.said),
});

/** Who was appointed: the code of the application and the ref of the person. */
export const appointedReport = (round: Round, appointed: readonly Appointed[], term: Term): Report =>
  list(
    "Appointed",
    [
      { key: "ref", heading: "Ref" },
      { key: "code", heading: "Application" },
      { key: "round", heading: "Round" },
      { key: "group", heading: "Group" },
      { key: "inducted_on", heading: "Induction", kind: "day" },
      { key: "term_ends_on", heading: "Term ends", kind: "day" },
      { key: "known_before", heading: "Known before", kind: "yes-no" },
      { key: "consents_to_ask", heading: "Consents to ask for" },
    ],
    appointed.map((a) => ({
      ref: ref("member", a.personId),
      code: a.code,
      round: round.key,
      group: round.group,
      inducted_on: term.inductedOn,
      term_ends_on: term.endsOn,
      known_before: a.wasKnown,
      consents_to_ask: a.toAsk,
    })),
    "Nobody was chosen in this round.",
  );
