import type { Day } from "./day.ts";
import type { NamingForm } from "./naming.ts";
import { checkNaming, type NamingRequest } from "./naming-choice.ts";
import { suggestion } from "./nearest.ts";
import { privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import { no, type Problem, problemsOf, type Result, yes } from "./result.ts";
import { keyOf } from "./text.ts";

/** One of the fourteen CRediT roles. */
export interface CreditRole {
  readonly id: number;
  readonly key: string;
  readonly label: string;
}

/**
 * The role meant by a key or a label, in any case, with a hyphen or a dash, "and" or &, s or z. Source: ANSI/NISO
 * Z39.104-2022.
 */
export function creditRole(text: string, roles: readonly CreditRole[]): Result<CreditRole> {
  const wanted = keyOf(text).replace("-and-", "-").replace("isation", "ization");
  const found = roles.find((r) => r.key === wanted);
  if (found) return yes(found);
  const near = suggestion(
    wanted,
    roles.map((r) => r.key),
  );
  return no({ code: "unknown-role", message: `"${text}" is not a CRediT role.`, remedy: near });
}

/** Somebody who did something for a paper: a person with lived experience or a member of staff. */
export type Contributor =
  | { readonly kind: "member"; readonly id: number }
  | { readonly kind: "staff"; readonly id: number };

/** The one meant among people and staff; a ref says which, and a name that both have is refused. */
export function theContributor(
  text: string,
  people: Result<{ readonly id: number }>,
  staff: Result<{ readonly id: number }>,
): Result<Contributor> {
  if (people.ok && staff.ok)
    return no({
      code: "ambiguous-contributor",
      message: `"${text}" is ${ref("member", people.value.id)} and also ${ref("staff", staff.value.id)}.`,
      remedy: "Give the ref of the one you mean.",
    });
  if (staff.ok) return yes({ kind: "staff", id: staff.value.id });
  return people.ok ? yes({ kind: "member", id: people.value.id }) : people;
}

/** What `paper contribute` is asked to record. */
export interface NewContribution {
  readonly role: string;
  readonly on: Day;
  readonly evidence: string | undefined;
  /** How they wish to be named in the paper, where they said so. */
  readonly naming: NamingForm | undefined;
  readonly as: string | undefined;
  readonly how: string;
}

/** A contribution that may be recorded, and the naming choice that goes with it. */
export interface GoodContribution {
  readonly role: CreditRole;
  readonly naming: NamingRequest | null;
}

/** What has to be known to record a contribution. */
export interface ContributionFacts {
  readonly roles: readonly CreditRole[];
  readonly today: Day;
  /** What is recorded for them and this paper already. */
  readonly recorded: readonly { readonly roleId: number; readonly on: string }[];
  readonly kind: Contributor["kind"];
  /** The ref of the paper. */
  readonly paper: string;
  /** The paper is published, and how they are named in it is on record. */
  readonly inPrint: boolean;
}

function namingProblems(request: NewContribution, facts: ContributionFacts): readonly Problem[] {
  if (request.naming === undefined)
    return request.as === undefined
      ? []
      : [
          {
            code: "naming-missing",
            message: `"${request.as}" needs to be said of which form it is.`,
            remedy: "Add --naming other, initials or pen-name.",
          },
        ];
  if (facts.kind === "staff")
    return [
      {
        code: "staff-are-named",
        message: "Staff are named as they are, so --naming has no place.",
        remedy: "Leave it out.",
      },
    ];
  const naming = { ...request, form: request.naming, wording: request.as };
  return problemsOf(checkNaming(naming, { ...facts, output: facts.paper }));
}

/** Whether a contribution may be recorded: the role is known, the day is past, it is not there already. */
export function checkContribution(
  request: NewContribution,
  facts: ContributionFacts,
): Result<GoodContribution> {
  const role = creditRole(request.role, facts.roles);
  const naming = namingProblems(request, facts);
  const problems: Problem[] = [
    ...problemsOf(role),
    ...privateTextProblems({ "--evidence": request.evidence }),
    ...naming,
  ];
  if (request.on > facts.today && !naming.some((p) => p.code === "in-the-future"))
    problems.push({
      code: "in-the-future",
      message: `${request.on} is in the future.`,
      remedy: "Give the day it was done, today or earlier.",
    });
  if (role.ok && facts.recorded.some((c) => c.roleId === role.value.id && c.on === request.on))
    problems.push({
      code: "already-recorded",
      message: `${role.value.label} on ${request.on} is recorded for them already.`,
      remedy: "Give another day or role.",
    });
  if (!role.ok || problems.length > 0) return { ok: false, problems };
  const { naming: form, as } = request;
  return yes({ role: role.value, naming: form === undefined ? null : { ...request, form, wording: as } });
}
