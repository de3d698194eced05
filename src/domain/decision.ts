import type { Day } from "./day.ts";
import { privateTextProblems } from "./private-text.ts";
import { type Problem, type Result, unless } from "./result.ts";
import type { Round } from "./round.ts";
import type { Decision, Entrant, Proposal, Tie } from "./selection.ts";
import { count } from "./text.ts";

/** What people decide for one application. */
export interface Decided {
  readonly id: number;
  readonly code: string;
  readonly decision: Decision;
  /** What the proposal said; null where the application was not in it. */
  readonly proposed: Decision | null;
  /** Place on the reserve list, from 1. */
  readonly reserveRank: number | null;
}

/** Departures from a proposal, by code. */
export interface Departures {
  readonly with: readonly string[];
  readonly without: readonly string[];
}

function departureProblems(
  proposal: Proposal,
  entrants: readonly Entrant[],
  departures: Departures,
): Problem[] {
  const proposed = new Map(proposal.ranked.map((r) => [r.entrant.code, r.proposed]));
  const both = departures.with.filter((c) => departures.without.includes(c));
  return [
    ...[...departures.with, ...departures.without]
      .filter((c) => !entrants.some((e) => e.code === c))
      .map((c) => ({
        code: "unknown-application",
        message: `${c} is not an application that can be decided on in this round.`,
        remedy: `It may have been withdrawn; see: involve round show ${proposal.roundKey}`,
      })),
    ...both.map((c) => ({
      code: "both-ways",
      message: `${c} is in both --with and --without.`,
      remedy: "Keep one.",
    })),
    ...departures.with
      .filter((c) => proposed.get(c) === "select")
      .map((c) => ({
        code: "chosen-already",
        message: `${c} is among those proposed already.`,
        remedy: "Leave it out of --with.",
      })),
    ...departures.without
      .filter((c) => entrants.some((e) => e.code === c) && (proposed.get(c) ?? "decline") === "decline")
      .map((c) => ({
        code: "not-proposed",
        message: `${c} is neither proposed nor on the reserve list.`,
        remedy: "Leave it out of --without.",
      })),
  ];
}

/**
 * What would be decided for every application: the proposal, with `with` chosen and `without` left out. Somebody left out of
 * the chosen goes to the reserve list by rank; somebody left out of the reserve list leaves it. The chosen stay exactly as
 * many as there are places.
 */
export function decide(
  proposal: Proposal,
  entrants: readonly Entrant[],
  departures: Departures,
): Result<Decided[]> {
  const proposed = new Map(proposal.ranked.map((r) => [r.entrant.code, r.proposed]));
  const problems = departureProblems(proposal, entrants, departures);
  const isOut = (code: string): boolean => departures.without.includes(code);
  const chosen = new Set([
    ...proposal.ranked.filter((r) => r.proposed === "select").map((r) => r.entrant.code),
    ...departures.with,
  ]);
  for (const code of departures.without) chosen.delete(code);
  if (problems.length === 0 && chosen.size !== proposal.places)
    problems.push({
      code: "not-as-many-as-places",
      message: `That makes ${count(chosen.size, "person", "people")} for ${count(proposal.places, "place")}.`,
      remedy:
        chosen.size < proposal.places
          ? "Say who takes the place with --with, or fill fewer places with --places."
          : "Say who makes room with --without, or fill more places with --places.",
    });
  const waiting = proposal.ranked
    .map((r) => r.entrant.code)
    .filter((c) => !chosen.has(c) && !(isOut(c) && proposed.get(c) === "reserve"))
    .slice(0, proposal.reserves);
  return unless(problems, () =>
    entrants.map(({ id, code }) => {
      const place = waiting.indexOf(code) + 1;
      return {
        id,
        code,
        decision: chosen.has(code) ? "select" : place > 0 ? "reserve" : "decline",
        proposed: proposed.get(code) ?? (proposal.ranked.length > 0 ? "decline" : null),
        reserveRank: !chosen.has(code) && place > 0 ? place : null,
      };
    }),
  );
}

/**
 * Whether a decision may be recorded: the round has closed, nobody has been appointed, and there is a reason. Recording again
 * replaces what was recorded; the earlier decision stays in the change record. Answers the reason.
 */
export function checkRecording(
  round: Round,
  facts: { readonly today: Day; readonly reason: string | undefined },
): Result<string> {
  const problems: Problem[] = [...privateTextProblems({ "--reason": facts.reason })];
  if (facts.reason === undefined)
    problems.push({
      code: "reason-missing",
      message: "A decision is recorded with its reason.",
      remedy: 'Add --reason "why", as you would say it to an applicant.',
    });
  if (round.status === "appointed" || round.status === "cancelled")
    problems.push({
      code: "round-over",
      message: `${round.key} is ${round.status}, so its decision can no longer be changed.`,
      remedy: "If that was a mistake, take it back with: involve undo; see: involve history list",
    });
  if (round.closesOn !== null && facts.today <= round.closesOn)
    problems.push({
      code: "still-open",
      message: `${round.key} takes applications until ${round.closesOn}.`,
      remedy: "Record the decision after that day.",
    });
  return unless(problems, () => facts.reason ?? "");
}

/** What can be done after looking at a proposal, in a sentence. */
export function afterLooking(round: Round): string {
  if (round.status === "appointed") return "People have been appointed in this round; this changes nothing.";
  return round.status === "decided"
    ? 'A decision is on record; --record --reason "why" would replace it.'
    : 'Nothing is recorded yet. To record it, add: --record --reason "why"';
}

/** What was recorded, in sentences: the counts, each departure, what decided between equals, what comes next. */
export function decisionInWords(round: Round, decided: readonly Decided[], ties: readonly Tie[]): string[] {
  const n = (decision: Decision): number => decided.filter((d) => d.decision === decision).length;
  const away = decided.filter(
    (d) => d.decision !== d.proposed && (d.decision === "select" || d.proposed === "select"),
  );
  const words = { select: "chosen", reserve: "reserve", decline: "not placed" } as const;
  return [
    `Recorded for ${round.key}: ${n("select")} chosen, ${count(n("reserve"), "reserve")}, ${n("decline")} not placed.`,
    ...away.map(
      (d) => `  ${d.code}: ${words[d.decision]}, where the proposal said ${words[d.proposed ?? "decline"]}.`,
    ),
    ...ties.map((t) => t.said),
    `Next: involve round appoint ${round.key} --on DATE`,
  ];
}
