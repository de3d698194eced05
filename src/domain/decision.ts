import type { Day } from "./day.ts";
import {
  type Departures,
  departureProblems,
  departuresOf,
  type Proposed,
  proposedFor,
  reasonProblems,
  reasonsByCode,
} from "./departures.ts";
import { privateTextProblems } from "./private-text.ts";
import { type Problem, type Result, unless } from "./result.ts";
import type { Round } from "./round.ts";
import { type Decision, type Entrant, rank } from "./selection.ts";
import { count } from "./text.ts";

/** What people decide for one application. */
export interface Decided {
  readonly id: number;
  readonly code: string;
  readonly decision: Decision;
  /** What the proposal said; null where the application could not be in it. */
  readonly proposed: Decision | null;
  /** Place on the reserve list, from 1. */
  readonly reserveRank: number | null;
  /** Whether people said that this is to be as it is, other than proposed. */
  readonly departs: boolean;
  readonly reason: string;
}

/** Who waits, first to last: those left out of the chosen, then the proposal's reserves, then the others by merit. */
function waiting(
  proposal: Proposed,
  entrants: readonly Entrant[],
  chosen: ReadonlySet<string>,
  without: readonly string[],
): string[] {
  const order = rank(entrants).map((e) => e.code);
  const { answer, reserves } = proposal;
  const leftOut = order.filter((c) => answer.chosen.includes(c));
  const listed = answer.reserves.map((r) => r.code).filter((c) => !without.includes(c));
  const rest = order.filter((c) => proposedFor(proposal, c) === "decline");
  return [...leftOut, ...listed, ...rest].filter((c) => !chosen.has(c)).slice(0, reserves);
}

/**
 * What is decided for every application: the proposal, with `with` chosen and `without` left out, each departure with its own
 * reason. Somebody left out of the chosen goes to the head of the reserve list; somebody left out of the reserve list leaves
 * it. The chosen stay exactly as many as there are places.
 */
export function decide(
  proposal: Proposed,
  entrants: readonly Entrant[],
  departures: Departures,
  codeOf: (text: string) => string,
): Result<Decided[]> {
  const reasons = reasonsByCode(departures.because, codeOf);
  const nonsense = departureProblems(proposal, entrants, departures);
  const problems = nonsense.length > 0 ? nonsense : reasonProblems(departures, reasons);
  const chosen = new Set([...proposal.answer.chosen, ...departures.with]);
  for (const code of departures.without) chosen.delete(code);
  if (nonsense.length === 0 && chosen.size !== proposal.places)
    problems.push({
      code: "not-as-many-as-places",
      message: `That makes ${count(chosen.size, "person", "people")} for ${count(proposal.places, "place")}.`,
      remedy:
        chosen.size < proposal.places
          ? "Say who takes the place with --with, or propose fewer places with: involve round select --places."
          : "Say who makes room with --without, or propose more places with: involve round select --places.",
    });
  const list = waiting(proposal, entrants, chosen, departures.without);
  return unless(problems, () =>
    entrants.map(({ id, code, tally }) => {
      const place = list.indexOf(code) + 1;
      return {
        id,
        code,
        decision: chosen.has(code) ? "select" : place > 0 ? "reserve" : "decline",
        proposed:
          tally.complete || proposal.answer.chosen.includes(code) ? proposedFor(proposal, code) : null,
        reserveRank: place > 0 ? place : null,
        departs: departuresOf(departures).includes(code),
        reason: reasons.get(code) ?? departures.reason ?? "",
      };
    }),
  );
}

/**
 * Whether a decision may be recorded: the round has closed, nobody has been appointed, and there is a reason. Recording again
 * replaces what was recorded; the earlier decision stays in the change record.
 */
export function recordingProblems(
  round: Round,
  facts: { readonly today: Day; readonly reason: string | undefined },
): Problem[] {
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
  return problems;
}

/** What was recorded, in sentences: the counts, each departure, what comes next. */
export function decisionInWords(round: Round, decided: readonly Decided[]): string[] {
  const n = (decision: Decision): number => decided.filter((d) => d.decision === decision).length;
  const away = decided.filter((d) => d.departs);
  const words = { select: "chosen", reserve: "reserve", decline: "not placed" } as const;
  return [
    `Recorded for ${round.key}: ${n("select")} chosen, ${count(n("reserve"), "reserve")}, ${n("decline")} not placed.`,
    ...away.map(
      (d) =>
        `  ${d.code}: ${words[d.decision]}, where the proposal said ${words[d.proposed ?? "decline"]}: ${d.reason}`,
    ),
    `Next: involve round appoint ${round.key} --on DATE`,
  ];
}
