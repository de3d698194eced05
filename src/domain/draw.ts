import type { Candidate } from "./pool.ts";

/** How many tickets a lottery has: every chance is a whole number of them. */
export const ticketsInAll = 1_000_000_000;

/** A make-up of the group, by kinds of people, and how many of the tickets draw it. */
export interface MakeUp {
  /** How many of each kind; kinds in the order of the lottery. */
  readonly counts: readonly number[];
  readonly tickets: number;
}

/** A lottery over groups: the kinds of people, the make-ups and their tickets. */
export interface Lottery {
  readonly kinds: readonly (readonly Candidate[])[];
  readonly makeUps: readonly MakeUp[];
  /** The smallest chance of anybody who can be in a group at all, as a share of 1, and what was proved to be possible. */
  readonly least: number;
  readonly bound: number;
}

/** Somebody's chance as two whole numbers, in lowest terms only where it happens so: `over` of `under`. */
export interface Chance {
  readonly code: string;
  readonly over: number;
  readonly under: number;
}

/** Everybody's chance of being drawn, exactly: people of one kind have the same. */
export const chances = ({ kinds, makeUps }: Pick<Lottery, "kinds" | "makeUps">): Chance[] =>
  kinds.flatMap((members, k) => {
    const over = makeUps.reduce((sum, m) => sum + m.tickets * (m.counts[k] ?? 0), 0);
    return members.map(({ code }) => ({ code, over, under: ticketsInAll * members.length }));
  });

/**
 * The group that a ticket draws: the make-up that the ticket lies in, and of each kind as many as it says, those with the
 * highest lots. Everybody with the seed can draw it again.
 */
export function drawn({ kinds, makeUps }: Pick<Lottery, "kinds" | "makeUps">, ticket: number): Candidate[] {
  let passed = 0;
  const makeUp = makeUps.find((m) => {
    passed += m.tickets;
    return ticket < passed;
  });
  if (!makeUp) throw new Error("no such ticket");
  return kinds
    .flatMap((members, k) =>
      [...members]
        .sort((a, b) => b.lot - a.lot || (a.code < b.code ? -1 : 1))
        .slice(0, makeUp.counts[k] ?? 0),
    )
    .sort((a, b) => (a.code < b.code ? -1 : 1));
}
