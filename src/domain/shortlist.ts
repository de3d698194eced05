import { compare, type Fraction, rounded, sumOf } from "./fraction.ts";
import type { Tally } from "./scoring.ts";
import { decimals, listed } from "./text.ts";

/** An application that could go to interview. */
export interface Shortlistable {
  readonly id: number;
  readonly code: string;
  readonly tally: Tally;
}

/** An application with its place by the scores of shortlisting (null where it is not scored in full), and what is proposed. */
export interface ShortlistPlace<T extends Shortlistable = Shortlistable> {
  readonly rank: number | null;
  readonly entrant: T;
  readonly proposed: boolean;
}

/** Who is proposed for interview, best first, then those who are not scored in full; and what there is to say about equals. */
export interface ShortlistProposal<T extends Shortlistable = Shortlistable> {
  readonly places: readonly ShortlistPlace<T>[];
  readonly ties: readonly string[];
}

/** The part of the shortlisting score that comes from essential criteria. */
export const essentialOf = (tally: Tally): Fraction =>
  sumOf(
    tally.criteria.flatMap(({ criterion: c, counts }) =>
      counts && c.stage === "shortlisting" && c.kind === "essential"
        ? [{ over: counts.over * BigInt(c.weight), under: counts.under }]
        : [],
    ),
  );

const total = (e: Shortlistable): Fraction => e.tally.shortlisting ?? { over: 0n, under: 1n };
const byScore = (a: Shortlistable, b: Shortlistable): number =>
  compare(total(b), total(a)) || compare(essentialOf(b.tally), essentialOf(a.tally));

const inFull = ({ tally }: Shortlistable): boolean =>
  tally.shortlisting !== null && tally.criteria.every((c) => c.criterion.stage !== "shortlisting" || c.n > 0);

function tiesIn(order: readonly Shortlistable[], proposed: number, wanted: number): string[] {
  const [last, next] = [order[proposed - 1], order[proposed]];
  if (!last) return [];
  const equals = order.slice(0, proposed).filter((e) => byScore(e, last) === 0);
  const score = decimals(rounded(total(last)));
  if (proposed > wanted)
    return [
      `${listed(equals.map((e) => e.code))} are equal at the last place (${score}, and equal on the essential criteria), so all of them are proposed: ${proposed} and not ${wanted}.`,
    ];
  if (!next || compare(total(last), total(next)) !== 0) return [];
  const same = order.filter((e) => compare(total(e), total(last)) === 0);
  return [
    `${listed(same.map((e) => e.code))} have the same score, ${score}, at the last place. The greater score on essential criteria decided.`,
  ];
}

/**
 * Who is proposed for interview: the best by the scores of shortlisting, between equal scores the greater on essential criteria.
 * Whoever is equal on both at the last place is proposed too, since nothing that was scored tells them apart.
 */
export function proposeShortlist<T extends Shortlistable>(
  entrants: readonly T[],
  wanted: number,
): ShortlistProposal<T> {
  const order = entrants.filter(inFull).sort((a, b) => byScore(a, b) || (a.code < b.code ? -1 : 1));
  const last = order[Math.min(wanted, order.length) - 1];
  const proposed = order.filter((e) => last !== undefined && byScore(e, last) <= 0).length;
  const rank = (e: T): number => order.findIndex((other) => byScore(other, e) === 0) + 1;
  return {
    places: [
      ...order.map((entrant, i) => ({ rank: rank(entrant), entrant, proposed: i < proposed })),
      ...entrants.filter((e) => !inFull(e)).map((entrant) => ({ rank: null, entrant, proposed: false })),
    ],
    ties: tiesIn(order, proposed, wanted),
  };
}
