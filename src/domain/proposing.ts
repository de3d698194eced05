import type { Ask, Facts } from "./basis.ts";
import type { Day } from "./day.ts";
import type { Pool } from "./pool.ts";
import { privateTextProblems } from "./private-text.ts";
import type { Answer } from "./proposal.ts";
import { inWords, nameOf, type Relaxation } from "./relaxation.ts";
import { no, type Problem, problem, type Result, unless, yes } from "./result.ts";
import { type Round, stillOpen } from "./round.ts";
import { type Entrant, farApart } from "./selection.ts";
import { count, listed } from "./text.ts";

/** A change by hand: who should be in the group, and who should not. */
export interface Change {
  readonly with: readonly string[];
  readonly without: readonly string[];
}

/** What is asked of a proposal beyond looking at it. */
export interface Wish extends Change {
  readonly record: boolean;
  readonly relax: string | undefined;
  readonly reason: string | undefined;
}

/** Everything that is asked of a selection: the round, what the proposal rests on, and what is to be done with it. */
export type Wanted = Wish &
  Omit<Ask, "leaving"> & {
    readonly round: string;
    /** Members who leave, as they were typed. */
    readonly leaving: readonly string[];
    readonly today: Day;
  };

/**
 * Whether a wish makes sense: a change by hand is only asked about, never recorded here; an aim is relaxed with a reason, in a
 * round that is still going on.
 */
export function checkWish(wish: Wish, round: Round): Result<Wish> {
  const problems: Problem[] = [...privateTextProblems({ "--reason": wish.reason })];
  const byHand = wish.with.length + wish.without.length > 0;
  if (byHand && (wish.record || wish.relax !== undefined))
    problems.push({
      code: "change-not-recorded",
      message: "--with and --without ask what a change would cost; a proposal is recorded as it is.",
      remedy: `Record it without them, then decide differently with: involve round decide ${round.key}`,
    });
  if (wish.relax !== undefined && wish.reason === undefined)
    problems.push({
      code: "reason-missing",
      message: "An aim is relaxed with a reason.",
      remedy: 'Add --reason "why".',
    });
  if (wish.reason !== undefined && wish.relax === undefined)
    problems.push({
      code: "nothing-to-give-a-reason-for",
      message: "--reason says why an aim is relaxed, and none is.",
      remedy: `Leave it out; the reason of the decision goes with: involve round decide ${round.key}`,
    });
  if (wish.relax !== undefined) {
    const open = stillOpen(round);
    if (!open.ok) problems.push(...open.problems);
  }
  if (wish.record && (round.status === "appointed" || round.status === "cancelled"))
    problems.push({
      code: "round-over",
      message: `${round.key} is ${round.status}; nothing more is proposed in it.`,
      remedy: "Look at the proposal without --record.",
    });
  return unless(problems, () => wish);
}

/** What is wrong with a change by hand: somebody who cannot be chosen, is chosen already, or is not among the chosen. */
export function changeProblems(wish: Change, pool: Pool, answer: Pick<Answer, "chosen">): Problem[] {
  const known = (c: string): boolean => pool.candidates.some((e) => e.code === c);
  const codes = [...wish.with, ...wish.without];
  return [
    ...codes
      .filter((c) => !known(c))
      .map((c) =>
        problem(
          "cannot-be-chosen",
          `${c} is not an application that can be chosen in this round.`,
          "It may have been withdrawn, or is not scored on every criterion.",
        ),
      ),
    ...wish.with
      .filter((c) => answer.chosen.includes(c))
      .map((c) =>
        problem("chosen-already", `${c} is among those proposed already.`, "Leave it out of --with."),
      ),
    ...wish.without
      .filter((c) => known(c) && !answer.chosen.includes(c))
      .map((c) => problem("not-proposed", `${c} is not among those proposed.`, "Leave it out of --without.")),
  ];
}

/** The way of that name to make a group possible; refuses where a group is possible already, or where there is no such way. */
export function theWay(
  impossible: { readonly ways: readonly { readonly relaxation: Relaxation }[] } | null,
  name: string,
  pool: Pool,
  round: Round,
): Result<Relaxation> {
  if (!impossible)
    return no({
      code: "nothing-to-relax",
      message: `A group meets every aim of ${round.key} already.`,
      remedy: `Look at it with: involve round select ${round.key}`,
    });
  const names = impossible.ways.map((w) => nameOf(pool, w.relaxation));
  const found = impossible.ways[names.indexOf(name.trim().toLowerCase())];
  if (found) return yes(found.relaxation);
  return no({
    code: "unknown-relaxation",
    message: `"${name}" is not one of the ways to make a group possible.`,
    remedy: `There is: ${listed(names, "or")}.`,
  });
}

/** No group is possible, so none can be put on record. */
export const noGroup = (round: Round): Problem => ({
  code: "aims-clash",
  message: `No group meets every aim of ${round.key}, so there is no proposal to record.`,
  remedy: `See which aims clash and what could be relaxed: involve round select ${round.key}`,
});

/** Nobody who is asked for can be in an allowed group with the others. */
export const noSuchGroup = (wish: Change): Problem => ({
  code: "no-such-group",
  message: `No group that meets every aim has ${listed([...wish.with.map((c) => `${c} in it`), ...wish.without.map((c) => `${c} left out`)])}.`,
  remedy: "Name as many with --with as with --without to see which aims that would break.",
});

/** What was relaxed, in a sentence. */
export const relaxedInWords = (pool: Pool, way: Relaxation): string =>
  `Recorded, with the reason: ${inWords(pool, way)}.`;

/** A proposal, or why there is none, as far as what is said beside it goes. */
interface Found {
  readonly round: Round;
  readonly entrants: readonly Entrant[];
  readonly facts: Facts;
  readonly pool: Pool;
  readonly answer: Answer | null;
  readonly impossible: { readonly ways: readonly { readonly relaxation: Relaxation }[] } | null;
}

/** A hint where members of the group could count towards the aims and nobody asked that they do. */
const stayersHint = ({ round, facts }: Found, members: number): string[] =>
  facts.ask.staying !== null || members === 0 || facts.pool.aims.length === 0
    ? []
    : [
        `${round.group} has ${count(members, "member")} now. Those who stay count towards the aims with: --staying DATE`,
      ];

function nextStep({ round, pool, answer, impossible }: Found, recorded: boolean): string[] {
  if (answer && recorded)
    return [
      `Proposal for ${round.key} on record: ${count(answer.chosen.length, "person", "people")} and ${count(answer.reserves.length, "reserve")}, with scores, aims, policy and seed.`,
      `Next, when people have decided: involve round decide ${round.key} --reason "why"`,
    ];
  if (answer && round.status === "appointed")
    return ["People have been appointed in this round; this changes nothing."];
  if (answer) return ["This proposal is not on record. To record it, add: --record"];
  return (impossible?.ways ?? [])
    .slice(0, 1)
    .map(
      ({ relaxation }) =>
        `To accept a change: involve round select ${round.key} --relax ${nameOf(pool, relaxation)} --reason "why"`,
    );
}

/** What to talk about first, who does not count yet, and what can be done next, in sentences. */
export const afterSelecting = (found: Found, wish: Wish, members: number): string[] => [
  ...(wish.record ? [] : farApart(found.entrants)),
  ...stayersHint(found, members),
  ...nextStep(found, wish.record),
];
