import { type ContributionFacts, type CreditRole, rolesMeant } from "./contribution.ts";
import type { Day } from "./day.ts";
import { type Result, unless } from "./result.ts";

/**
 * Which records of what somebody did are taken back: those of these roles, on one day where one is given. The last one stays while
 * a conclusion about their authorship rests on it.
 */
export function planTakingBack(
  request: { readonly roles: readonly string[]; readonly on: Day | undefined },
  facts: ContributionFacts,
): Result<{ readonly ids: readonly number[]; readonly roles: readonly CreditRole[] }> {
  const roles = rolesMeant(request.roles, facts.roles);
  if (!roles.ok) return roles;
  const theirs = (role: CreditRole) =>
    facts.recorded.filter((c) => c.roleId === role.id && (request.on === undefined || c.on === request.on));
  const missing = roles.value.filter((role) => theirs(role).length === 0);
  const ids = roles.value.flatMap(theirs).map((c) => c.id);
  const problems = missing.map((role) => ({
    code: "not-recorded",
    message: `${role.label}${request.on ? ` on ${request.on}` : ""} is not recorded for them.`,
    remedy: `See: involve paper show ${facts.paper}`,
  }));
  if (facts.concluded && ids.length > 0 && ids.length === facts.recorded.length)
    problems.push({
      code: "concluded",
      message: "What was concluded about their authorship rests on this.",
      remedy: `First: involve paper authorship ${facts.paper} WHO --substantial no`,
    });
  return unless(problems, () => ({ ids, roles: roles.value }));
}
