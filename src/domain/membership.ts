import { addDays, type Day, within } from "./day.ts";
import type { Membership, Pause } from "./person.ts";
import type { TeamName } from "./person-name.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";
import { listed } from "./text.ts";

/** How somebody can leave a group. */
export const waysToLeave = ["stepped-down", "term-ended", "withdrawn"] as const;
export type WayToLeave = (typeof waysToLeave)[number];

/** Somebody with their memberships, oldest first. */
export interface Member {
  readonly id: number;
  readonly knownAs: TeamName;
  readonly memberships: readonly Membership[];
}

/** The change of one pause: its last day, or null where it is taken out because it never held. */
export interface PauseEnd {
  readonly id: number;
  readonly until: Day | null;
}

/** `M-014 Sam`: somebody in a sentence. */
export const memberName = (m: Pick<Member, "id" | "knownAs">): string =>
  `${ref("member", m.id)} ${m.knownAs}`;

const open = (member: Member, group?: string): Membership[] =>
  member.memberships.filter((m) => m.leftOn === null && (group === undefined || m.group === group));

const notIn = (member: Member, group: string | undefined): Problem => ({
  code: "not-a-member",
  message: `${memberName(member)} is not in ${group ?? "any group"} now.`,
  remedy: `See: involve member show ${ref("member", member.id)}`,
});

const inFuture = (day: Day, today: Day): Problem[] =>
  day <= today
    ? []
    : [
        {
          code: "in-the-future",
          message: `${day} is in the future.`,
          remedy: "Record it on the day or after it.",
        },
      ];

const last = (pause: Pause): Day => pause.until ?? ("9999-12-31" as Day);

/** The memberships that a pause goes on: every group somebody is in, or one; never before they joined, nor twice at a time. */
export function planPause(
  member: Member,
  request: { readonly group: string | undefined; readonly from: Day; readonly until: Day | undefined },
): Result<Membership[]> {
  const { from, until } = request;
  const targets = open(member, request.group);
  const problems: Problem[] = targets.length === 0 ? [notIn(member, request.group)] : [];
  if (until !== undefined && until < from)
    problems.push({
      code: "ends-before-it-begins",
      message: `The pause would end on ${until}, before it begins on ${from}.`,
      remedy: "Give a later --until, or leave it out until they say.",
    });
  for (const m of targets) {
    if (from < m.joinedOn)
      problems.push({
        code: "before-joining",
        message: `${memberName(member)} joined ${m.group} on ${m.joinedOn}, after ${from}.`,
        remedy: "Give a later --from.",
      });
    const other = m.pauses.find((p) => p.from <= (until ?? last(p)) && from <= last(p));
    if (other)
      problems.push({
        code: "already-paused",
        message: `${memberName(member)} has a pause in ${m.group} from ${other.from}${other.until ? ` until ${other.until}` : ""} already.`,
        remedy: `To end it: involve member rejoin ${ref("member", member.id)} --group ${m.group}`,
      });
  }
  return unless(problems, () => targets);
}

/** What leaving a group writes: the membership that ends, and its pauses that end with it. */
export interface Leaving {
  readonly membership: Membership;
  readonly pauses: readonly PauseEnd[];
}

/** Somebody leaves a group they are in, not before they joined and not in the future; pauses still running end that day. */
export function planLeaving(
  member: Member,
  request: { readonly group: string | undefined; readonly on: Day; readonly today: Day },
): Result<Leaving> {
  const [membership, ...others] = open(member, request.group);
  if (!membership) return no(notIn(member, request.group));
  if (others.length > 0)
    return no({
      code: "which-group",
      message: `${memberName(member)} is in ${listed([membership, ...others].map((m) => m.group))}.`,
      remedy: "Say which one with --group.",
    });
  const problems = inFuture(request.on, request.today);
  if (request.on < membership.joinedOn)
    problems.push({
      code: "before-joining",
      message: `${memberName(member)} joined ${membership.group} on ${membership.joinedOn}, after ${request.on}.`,
      remedy: "Give a later --on.",
    });
  const pauses = membership.pauses
    .filter((p) => last(p) > request.on)
    .map((p) => ({ id: p.id, until: p.from > request.on ? null : request.on }));
  return unless(problems, () => ({ membership, pauses }));
}

/** What coming back writes: pauses that end, or a new membership of a group. */
export type Return =
  | { readonly pauses: readonly PauseEnd[]; readonly groups: readonly string[] }
  | { readonly joins: string };

const resting = (m: Membership, on: Day): Pause[] => m.pauses.filter((p) => last(p) >= on);

function joining(member: Member, group: string, on: Day): Result<Return> {
  const left = member.memberships.findLast((m) => m.group === group && m.leftOn !== null && m.leftOn > on);
  if (!left) return yes({ joins: group });
  return no({
    code: "before-leaving",
    message: `${memberName(member)} left ${group} on ${left.leftOn}, after ${on}.`,
    remedy: "Give a later --on.",
  });
}

/**
 * Somebody comes back on a day: pauses end the day before (one that had not begun is taken out); else, after leaving, a new
 * membership begins, of the group named or the one they left last.
 */
export function planReturn(
  member: Member,
  request: { readonly group: string | undefined; readonly on: Day; readonly today: Day },
): Result<Return> {
  const { group, on } = request;
  const future = inFuture(on, request.today);
  if (future.length > 0) return no(...future);
  const current = open(member, group);
  const paused = current.filter((m) => resting(m, on).length > 0);
  if (paused.length > 0) {
    const until = addDays(on, -1);
    const pauses = paused
      .flatMap((m) => resting(m, on))
      .map((p) => ({ id: p.id, until: until < p.from ? null : until }));
    return yes({ pauses, groups: paused.map((m) => m.group) });
  }
  const to = group ?? (current.length === 0 ? member.memberships.at(-1)?.group : undefined);
  if (current.length === 0 && to !== undefined) return joining(member, to, on);
  return no({
    code: "already-in",
    message: `${memberName(member)} is in ${listed(current.map((m) => m.group))} already, without a pause.`,
    remedy: "To bring them into another group, name it with --group.",
  });
}

/** A problem for work done on a day on which somebody was in no group; else none. On the day they left they may have worked still. */
export function membershipProblems(
  person: { readonly id: number; readonly knownAs: TeamName; readonly memberships: readonly Membership[] },
  on: Day,
): Problem[] {
  const { memberships } = person;
  if (memberships.some((m) => within(on, m.joinedOn, m.leftOn))) return [];
  const times = memberships.map(
    (m) => `${m.group} from ${m.joinedOn}${m.leftOn === null ? "" : `, left on ${m.leftOn}`}`,
  );
  return [
    {
      code: "not-a-member-then",
      message: `${memberName(person)} was in no group on ${on}${times.length > 0 ? ` (${times.join("; ")})` : ""}.`,
      remedy:
        "Check the day. Somebody from outside the groups can be added to the group external from the day they began.",
    },
  ];
}

/** What somebody who goes away still has open with projects, in sentences: people decide what becomes of it. */
export const placesStillHeld = ({
  offers,
  teams,
}: {
  readonly offers: readonly string[];
  readonly teams: readonly string[];
}): string[] => [
  ...(offers.length > 0 ? [`An offer to them is still open: ${listed(offers)}.`] : []),
  ...(teams.length > 0
    ? [`They are still on a project team: ${listed(teams)}. Ask whether they stay on.`]
    : []),
];
