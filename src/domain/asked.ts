import type { Day } from "./day.ts";
import type { MatchPerson } from "./gate.ts";
import { type Membership, type Standing, standingOn } from "./person.ts";

/** The groups a match may ask, first to last; widening goes one group further. */
export const askedGroups = (widen: "lean" | "external" | undefined, lewgFirst: boolean): string[] =>
  widen === "external"
    ? ["lewg", "lean", "external"]
    : widen === "lean" || !lewgFirst
      ? ["lewg", "lean"]
      : ["lewg"];

/** The groups a match has to ask so that certain people are among them: naming somebody beyond the working group widens it. */
export function askedOf(
  named: readonly { readonly id: number }[],
  people: readonly MatchPerson[],
  lewgFirst: boolean,
): string[] {
  const groups = named.map(({ id }) => people.find((p) => p.id === id)?.group);
  const widen = groups.includes("external") ? "external" : groups.includes("lean") ? "lean" : undefined;
  return askedGroups(widen, lewgFirst);
}

const precedence = ["lewg", "lean", "external"];

/**
 * Through which group somebody would be asked, and how they stand in it on a day: the first group they are in now, else
 * one they will join, else the one they left last.
 */
export function askedThrough(
  memberships: readonly Membership[],
  day: Day,
): { readonly group: string; readonly standing: Standing; readonly termEndsOn: Day | null } | null {
  const order = (standing: Standing): number =>
    standing === "active" || standing === "paused" ? 0 : standing === "not yet joined" ? 1 : 2;
  const [first] = memberships
    .map((m) => ({ m, standing: standingOn(m, day) }))
    .sort(
      (a, b) =>
        order(a.standing) - order(b.standing) ||
        (order(a.standing) === 2 ? (b.m.leftOn ?? "").localeCompare(a.m.leftOn ?? "", "en") : 0) ||
        precedence.indexOf(a.m.group) - precedence.indexOf(b.m.group) ||
        a.m.id - b.m.id,
    );
  if (!first) return null;
  return { group: first.m.group, standing: first.standing, termEndsOn: first.m.termEndsOn ?? null };
}

const still: readonly Standing[] = ["active", "paused", "not yet joined"];

/** Whether somebody is in a group, paused or about to join, and has not left. */
export const stillThere = (through: { readonly standing: Standing } | null): boolean =>
  through !== null && still.includes(through.standing);
