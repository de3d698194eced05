import { type Candidate, emailProblems } from "./person.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** The most e-mail addresses a person has here. One person may well have two. */
const mostEmails = 2;

/** An e-mail address of a person. */
export interface Email {
  readonly id: number;
  readonly email: string;
  readonly primary: boolean;
}

/** What is asked of somebody's addresses. */
export interface EmailRequest {
  readonly add: readonly string[];
  readonly remove: readonly string[];
  /** The address to write to first; it is added where it is not there. */
  readonly primary: string | undefined;
}

/** What is to be written of somebody's addresses. */
export interface EmailPlan {
  readonly add: readonly string[];
  readonly remove: readonly Email[];
  /** The address to write to first, from now on; null where there is none. */
  readonly primary: string | null;
  /** Whether that is another one than before. */
  readonly newPrimary: boolean;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function ownerProblems(personId: number, email: string, owner: Candidate | undefined): Problem[] {
  if (!owner || owner.id === personId) return [];
  return [
    {
      code: "email-taken",
      message: `${email} belongs to ${ref("member", owner.id)} ${owner.knownAs}.`,
      remedy: "An address belongs to one person. Check it, or take it from them first.",
    },
  ];
}

/**
 * Plans somebody's addresses: each well formed and nobody else's, two at most, letter case apart; one of them is the first
 * to write to.
 */
export function planEmails(
  personId: number,
  has: readonly Email[],
  request: EmailRequest,
  ownerOf: (email: string) => Candidate | undefined,
): Result<EmailPlan> {
  const wanted = [...request.add, ...(request.primary === undefined ? [] : [request.primary])];
  const add = wanted.filter(
    (email, i) => !has.some((h) => same(h.email, email)) && wanted.findIndex((w) => same(w, email)) === i,
  );
  const problems: Problem[] = add.flatMap((email) => [
    ...emailProblems(email),
    ...ownerProblems(personId, email, ownerOf(email)),
  ]);
  const remove = has.filter((h) => request.remove.some((r) => same(r, h.email)));
  for (const email of request.remove)
    if (!has.some((h) => same(h.email, email)))
      problems.push({
        code: "no-such-email",
        message: `${email} is not one of their addresses.`,
        remedy: has.length > 0 ? `They have: ${has.map((h) => h.email).join(", ")}.` : "They have none.",
      });
  const left = has.filter((h) => !remove.includes(h));
  if (left.length + add.length > mostEmails)
    problems.push({
      code: "too-many-emails",
      message: `That would be ${left.length + add.length} addresses; there is room for ${mostEmails}.`,
      remedy: `Take one out with --remove-email. They have: ${has.map((h) => h.email).join(", ")}.`,
    });
  const first = left.find((h) => h.primary) ?? left[0];
  const primary = request.primary ?? first?.email ?? add[0] ?? null;
  const before = has.find((h) => h.primary)?.email ?? "";
  const newPrimary = has.length > 0 && primary !== null && !same(primary, before);
  return unless(problems, () => ({ add, remove, primary, newPrimary }));
}
