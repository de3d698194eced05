import { compare, exact, type Fraction, rounded } from "./fraction.ts";
import { no, type Result, yes } from "./result.ts";
import { byMerit, type Tally } from "./scoring.ts";
import { count, decimals, listed } from "./text.ts";

/** An application as far as choosing needs it: by code, never by name. */
export interface Entrant {
  readonly id: number;
  readonly code: string;
  readonly perspective: string | null;
  readonly region: string | null;
  /** Keys of experience, skill and interest, by kind. */
  readonly terms: readonly { readonly kind: string; readonly key: string }[];
  readonly tally: Tally;
  /** The recorded lot: SHA-256 of `round key|code` as hex; anybody can work it out again. Lowest first. */
  readonly lot: string;
}

/** What is proposed or decided for an application. */
export type Decision = "select" | "reserve" | "decline";

/** An application with its place in the order and what follows from it. */
interface Ranked {
  readonly rank: number;
  readonly entrant: Entrant;
  readonly proposed: Decision;
}

/** Who is proposed, in order: the chosen, the reserve list, the others. */
export interface Proposal {
  readonly roundKey: string;
  readonly places: number;
  readonly reserves: number;
  readonly ranked: readonly Ranked[];
}

/**
 * The applications that are scored on every criterion, best first: by total, then by the part of it that comes from
 * essential criteria, then by lot. The order they are given in plays no part.
 */
export const rank = (entrants: readonly Entrant[]): Entrant[] =>
  entrants
    .filter((e) => e.tally.complete)
    .sort((a, b) => byMerit(a.tally, b.tally) || (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0));

/**
 * Who is proposed: exactly as many as there are places, and a reserve list after them. Refuses where fewer applications
 * than places are scored in full.
 */
export function propose(
  entrants: readonly Entrant[],
  places: number,
  reserves: number,
  roundKey: string,
): Result<Proposal> {
  const order = rank(entrants);
  if (order.length < places)
    return no({
      code: "too-few-scored",
      message: `${count(order.length, "application is", "applications are")} scored on every criterion, for ${count(places, "place")}.`,
      remedy:
        order.length === 0
          ? `Enter the scores first: involve round score ${roundKey} --from-file scores.csv`
          : `Enter the missing scores, or fill fewer places with --places ${order.length}.`,
    });
  return yes({
    roundKey,
    places,
    reserves,
    ranked: order.map((entrant, i) => ({
      rank: i + 1,
      entrant,
      proposed: i < places ? "select" : i < places + reserves ? "reserve" : "decline",
    })),
  });
}

/** Equal totals on both sides of a border, and what told them apart. */
export interface Tie {
  readonly border: "the last place" | "the end of the reserve list";
  readonly codes: readonly string[];
  readonly total: Fraction;
  readonly brokenBy: "essential criteria" | "lot";
  /** The tie as a sentence. */
  readonly said: string;
}

function tieAt({ ranked, roundKey }: Proposal, after: number, border: Tie["border"]): Tie[] {
  const [last, next] = [ranked[after - 1]?.entrant.tally, ranked[after]?.entrant.tally];
  if (!last || !next || compare(last.total, next.total) !== 0) return [];
  const { total } = last;
  const codes = ranked.filter((r) => compare(r.entrant.tally.total, total) === 0).map((r) => r.entrant.code);
  const brokenBy = byMerit(last, next) === 0 ? "lot" : "essential criteria";
  const how =
    brokenBy === "lot"
      ? `They are equal on the essential criteria too, so a lot decided, which anybody can work out again: the SHA-256 of "${roundKey}|CODE", lowest first.`
      : "The greater score on essential criteria decided.";
  const said = `${listed(codes)} have the same total, ${decimals(rounded(total))}, at ${border}. ${how}`;
  return [{ border, codes, total, brokenBy, said }];
}

/** Equal totals at the last place and at the end of the reserve list. */
export const tiesAtTheBorder = (proposal: Proposal): Tie[] => [
  ...tieAt(proposal, proposal.places, "the last place"),
  ...(proposal.reserves > 0
    ? tieAt(proposal, proposal.places + proposal.reserves, "the end of the reserve list")
    : []),
];

/** Where scorers are far apart on an application that is ranked, in a sentence; none where they are not. */
export function farApart({ ranked }: Proposal): string[] {
  const found = ranked
    .filter((r) => r.entrant.tally.flagged.length > 0)
    .map((r) => `${r.entrant.code} (${r.entrant.tally.flagged.join(", ")})`);
  return found.length > 0
    ? [`Please talk about these first, the scorers are far apart: ${found.join("; ")}.`]
    : [];
}

/** The proposal as it is kept: everything needed to see, and get, the same answer again. */
export const answerOf = (proposal: Proposal): string =>
  JSON.stringify({
    places: proposal.places,
    reserves: proposal.reserves,
    ranked: proposal.ranked.map((r) => ({
      rank: r.rank,
      code: r.entrant.code,
      total: exact(r.entrant.tally.total),
      essential: exact(r.entrant.tally.essential),
      proposed: r.proposed,
    })),
  });
