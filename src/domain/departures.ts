import { privateTextProblems } from "./private-text.ts";
import type { Answer } from "./proposal.ts";
import type { Problem } from "./result.ts";
import type { Decision, Entrant } from "./selection.ts";

/** A proposal as people decide on it. */
export interface Proposed {
  readonly roundKey: string;
  readonly places: number;
  /** How long the reserve list is meant to be. */
  readonly reserves: number;
  readonly answer: Pick<Answer, "chosen" | "reserves">;
}

/** Departures from a proposal, by code, and the reasons people gave. */
export interface Departures {
  readonly with: readonly string[];
  readonly without: readonly string[];
  /** Why the decision as a whole is as it is. */
  readonly reason: string | undefined;
  /** `A-017: why`, one for each departure; several codes may share one. */
  readonly because: readonly string[];
}

/** The reasons of departures by code, as they were given: `A-017, A-003: why`. */
export function reasonsByCode(
  because: readonly string[],
  codeOf: (text: string) => string,
): Map<string, string> {
  return new Map(
    because.flatMap((text) => {
      const [, codes, why] = /^([^:]+):\s*(\S.*)$/s.exec(text.trim()) ?? [];
      if (codes === undefined || why === undefined) return [];
      return codes.split(/[,\s]+/).flatMap((c) => (c === "" ? [] : [[codeOf(c), why.trim()] as const]));
    }),
  );
}

/** The codes that are decided differently. */
export const departuresOf = (departures: Pick<Departures, "with" | "without">): string[] => [
  ...new Set([...departures.with, ...departures.without]),
];

/** What the proposal says for a code: choose, reserve, or neither. */
export const proposedFor = ({ answer }: Pick<Proposed, "answer">, code: string): Decision => {
  if (answer.chosen.includes(code)) return "select";
  return answer.reserves.some((r) => r.code === code) ? "reserve" : "decline";
};

/** Departures that make no sense: an unknown code, one both ways, one that is as proposed already. */
export function departureProblems(
  proposal: Proposed,
  entrants: readonly Entrant[],
  departures: Pick<Departures, "with" | "without">,
): Problem[] {
  const known = (code: string): boolean => entrants.some((e) => e.code === code);
  const both = departures.with.filter((c) => departures.without.includes(c));
  return [
    ...[...departures.with, ...departures.without]
      .filter((c) => !known(c))
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
      .filter((c) => proposedFor(proposal, c) === "select")
      .map((c) => ({
        code: "chosen-already",
        message: `${c} is among those proposed already.`,
        remedy: "Leave it out of --with.",
      })),
    ...departures.without
      .filter((c) => known(c) && proposedFor(proposal, c) === "decline")
      .map((c) => ({
        code: "not-proposed",
        message: `${c} is neither proposed nor on the reserve list.`,
        remedy: "Leave it out of --without.",
      })),
  ];
}

/** Departures without a reason, reasons for what is no departure, reasons that cannot be read. */
export function reasonProblems(departures: Departures, reasons: ReadonlyMap<string, string>): Problem[] {
  const away = departuresOf(departures);
  const missing = away.filter((code) => !reasons.has(code));
  return [
    ...departures.because
      .filter((text) => reasonsByCode([text], (c) => c).size === 0)
      .map((text) => ({
        code: "because-unclear",
        message: `--because: "${text}" does not say which application it is about.`,
        remedy: 'Write the code, a colon and the reason: --because "A-017: why".',
      })),
    ...(missing.length > 0
      ? [
          {
            code: "departure-without-reason",
            message: `Every departure from the proposal needs its reason: ${missing.join(", ")}.`,
            remedy: `Add --because "${missing.join(", ")}: why", as you would say it to an applicant; or one for each code.`,
          },
        ]
      : []),
    ...[...reasons.keys()]
      .filter((code) => !away.includes(code))
      .map((code) => ({
        code: "not-a-departure",
        message: `${code} has a reason, and is in neither --with nor --without.`,
        remedy: "Leave the reason out, or say what is decided differently.",
      })),
    ...privateTextProblems({ "--because": departures.because.join(" ") || undefined }),
  ];
}
