import type { Day } from "./day.ts";
import type { NamingForm } from "./naming.ts";
import { checkNaming, type NamingRequest } from "./naming-choice.ts";
import { suggestion } from "./nearest.ts";
import { privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import { no, type Problem, problemsOf, type Result, together, yes } from "./result.ts";
import { keyOf, listed } from "./text.ts";

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
  const keys = roles.map((r) => r.key);
  const parts = keys.filter((k) =>
    k.split("-").some((part) => part === wanted || wanted.startsWith(`${part}-`)),
  );
  const near = parts.length > 0 ? `Did you mean ${listed(quoted(parts), "or")}?` : suggestion(wanted, keys);
  return no({ code: "unknown-role", message: `"${text}" is not a CRediT role.`, remedy: near });
}

const quoted = (keys: readonly string[]): string[] => keys.map((k) => `"${k}"`);

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
  readonly roles: readonly string[];
  readonly on: Day;
  readonly evidence: string | undefined;
  /** How they wish to be named in the paper, where they said so. */
  readonly naming: NamingForm | undefined;
  readonly as: string | undefined;
  readonly how: string;
}

/** Contributions that may be recorded, and the naming choice that goes with them. */
export interface GoodContribution {
  readonly roles: readonly CreditRole[];
  readonly naming: NamingRequest | null;
}

/** What has to be known to record a contribution, or to take one back. */
export interface ContributionFacts {
  readonly roles: readonly CreditRole[];
  readonly today: Day;
  /** What is recorded for them and this paper already. */
  readonly recorded: readonly { readonly id: number; readonly roleId: number; readonly on: string }[];
  readonly kind: Contributor["kind"];
  /** The ref of the paper, and how it stands. */
  readonly paper: string;
  readonly status: string;
  /** The day of their last wish for the paper; null where there is none. */
  readonly saidOn: Day | null;
  /** The paper is published, and how they are named in it is on record. */
  readonly inPrint: boolean;
  /** The day they withdrew from involvement; null where they did not. */
  readonly withdrewOn: Day | null;
  /** Whether a conclusion rests on there being something they did. */
  readonly concluded: boolean;
}

/** The wish that comes with a contribution: they say it today, whenever the work was done. */
const wishOf = (
  { as, how }: NewContribution,
  form: NamingForm,
  { today }: ContributionFacts,
): NamingRequest => ({
  ...{ form, wording: as, how, on: today },
});

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
  return problemsOf(checkNaming(wishOf(request, request.naming, facts), { ...facts, output: facts.paper }));
}

function dayProblems({ on }: NewContribution, { today, withdrewOn }: ContributionFacts): Problem[] {
  if (on > today)
    return [
      {
        code: "in-the-future",
        message: `${on} is in the future.`,
        remedy: "Give the day it was done, today or earlier.",
      },
    ];
  if (withdrewOn === null || on <= withdrewOn) return [];
  return [
    {
      code: "after-withdrawal",
      message: `They withdrew from involvement on ${withdrewOn}, and this is said to be done on ${on}.`,
      remedy: "Give the day it was done with --on.",
    },
  ];
}

const paperProblems = ({ status, paper }: ContributionFacts): Problem[] =>
  status === "withdrawn"
    ? [
        {
          code: "paper-withdrawn",
          message: `${paper} is withdrawn, so nothing is contributed to it any more.`,
          remedy: `If it was taken up again: involve paper status ${paper} drafting --reason WHY`,
        },
      ]
    : [];

/** The roles meant by some texts, each once. */
export const rolesMeant = (texts: readonly string[], known: readonly CreditRole[]): Result<CreditRole[]> => {
  const found = together([...new Set(texts)].map((text) => creditRole(text, known)));
  return found.ok ? yes([...new Set(found.value)]) : found;
};

/** Whether contributions may be recorded: the roles are known, the day is past, they are not there already. */
export function checkContribution(
  request: NewContribution,
  facts: ContributionFacts,
): Result<GoodContribution> {
  const roles = rolesMeant(request.roles, facts.roles);
  const naming = namingProblems(request, facts);
  const again = (roles.ok ? roles.value : []).filter((role) =>
    facts.recorded.some((c) => c.roleId === role.id && c.on === request.on),
  );
  const problems: Problem[] = [
    ...problemsOf(roles),
    ...paperProblems(facts),
    ...privateTextProblems({ "--evidence": request.evidence }),
    ...naming,
    ...dayProblems(request, facts),
    ...again.map((role) => ({
      code: "already-recorded",
      message: `${role.label} on ${request.on} is recorded for them already.`,
      remedy: "Give another day or role.",
    })),
  ];
  if (!roles.ok || problems.length > 0) return { ok: false, problems };
  const { naming: form } = request;
  return yes({ roles: roles.value, naming: form === undefined ? null : wishOf(request, form, facts) });
}
