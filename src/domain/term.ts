import type { Day } from "./day.ts";
import { type Member, memberName } from "./membership.ts";
import type { Membership } from "./person.ts";
import { problem, type Result, unless } from "./result.ts";
import { listed } from "./text.ts";

/** What `member term` says: the last day of a term, or that it has none, in which group. */
export interface TermWords {
  readonly ends: Day | undefined;
  readonly open: boolean;
  readonly group: string | undefined;
}

/** A membership with the end that its term gets; null for none. */
export interface TermPlan {
  readonly membership: Membership;
  readonly endsOn: Day | null;
}

/** Plans another end of somebody's term: in the one group they are in, or the one that is named, not before they joined. */
export function planTerm(member: Member, { ends, open, group }: TermWords): Result<TermPlan> {
  const all = member.memberships.filter((m) => m.leftOn === null);
  const own = all.filter((m) => group === undefined || m.group === group);
  const [membership, ...others] = own;
  const problems = [
    ...((ends === undefined) === open
      ? []
      : [problem("one-of-two", "A term ends on a day, or it has no end.", "Give --ends DATE or --open.")]),
    ...(membership === undefined
      ? [
          problem(
            "not-in-group",
            `${memberName(member)} is not in ${group ?? "any group"}.`,
            "See: involve member list --all",
          ),
        ]
      : []),
    ...(others.length > 0
      ? [
          problem(
            "which-group",
            `${memberName(member)} is in ${listed(own.map((m) => m.group))}.`,
            "Say which one with --group.",
          ),
        ]
      : []),
    ...(membership !== undefined && ends !== undefined && ends < membership.joinedOn
      ? [
          problem(
            "before-joining",
            `${memberName(member)} joined ${membership.group} on ${membership.joinedOn}, after ${ends}.`,
            "Give a later day.",
          ),
        ]
      : []),
  ];
  return unless(problems, () => ({ membership: membership as Membership, endsOn: ends ?? null }));
}
