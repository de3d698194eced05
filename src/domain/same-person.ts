import type { PeopleIndex } from "./people-index.ts";
import type { TeamName } from "./person-name.ts";
import { idOf, ref } from "./ref.ts";
import { no, type Problem, type Result, yes } from "./result.ts";
import { folded } from "./text.ts";

/** What tells people apart. */
export interface Identity {
  /** The person's id; null for somebody an earlier row of the same file brings. */
  readonly id: number | null;
  /** The line of the file they come from, where they do. */
  readonly line: number | null;
  readonly knownAs: TeamName;
  readonly fullName: TeamName | null;
  readonly emails: readonly string[];
  readonly phone: TeamName | null;
}

/** What a row says of who somebody is. */
export interface Claim {
  readonly ref: string | undefined;
  readonly knownAs: TeamName | undefined;
  readonly fullName: TeamName | undefined;
  readonly email: string | undefined;
  readonly phone: TeamName | undefined;
}

/** The digits of a telephone number, with 0 for +44, to compare two of them. */
export const dialled = (phone: string): string =>
  phone
    .trim()
    .replace(/^(?:\+|00)44\s*(?:\(0\))?/, "0")
    .replace(/\D/g, "");

/** Whether two telephone numbers are the same one, however they are written. */
export const sameNumber = (a: string, b: string | null): boolean => b !== null && dialled(a) === dialled(b);

const named = (who: Identity): string =>
  who.id === null ? `${who.knownAs} on line ${who.line}` : `${ref("member", who.id)} ${who.knownAs}`;

/** Whether a row and somebody have a name in common; a full name counts before a known-as name. */
function sameName(claim: Claim, who: Identity): boolean {
  const own = [claim.fullName ?? claim.knownAs ?? ""].map(folded);
  return [who.fullName ?? "", who.knownAs].map(folded).some((name) => name !== "" && own.includes(name));
}

const anyName = (claim: Claim, who: Identity): boolean =>
  sameName(claim, who) || sameName({ ...claim, fullName: undefined }, who);

const refProblem = (text: string): Problem => ({
  code: "unknown-member",
  column: "ref",
  message: `Nobody here has the ref "${text}".`,
  remedy: 'Correct it, or write "new" for somebody new.',
});

const byRef = <T extends Identity>(text: string, known: PeopleIndex<T>): Result<T | null> => {
  if (text.trim().toLowerCase() === "new") return yes(null);
  const id = idOf("member", text);
  const found = id === null ? undefined : known.withId(id);
  return found ? yes(found) : no(refProblem(text));
};

function byEmail<T extends Identity>(claim: Claim, email: string, known: PeopleIndex<T>): Result<T | null> {
  const [found] = known.withEmail(email);
  if (!found) return yes(null);
  if (anyName(claim, found)) return yes(found);
  return no({
    code: "email-of-another",
    column: "email",
    message: `${email} belongs to ${named(found)}, and the row has another name.`,
    remedy: `If it is the same person, add a column "ref"${found.id === null ? "" : ` with ${ref("member", found.id)}`}; if not, give another address.`,
  });
}

/** Whether an e-mail address or a telephone number, known of both, tells a row and somebody of the same name apart. */
const toldApart = (claim: Claim, who: Identity): boolean =>
  (claim.email !== undefined && who.emails.length > 0) || (claim.phone !== undefined && who.phone !== null);

/** Whether nothing but a name is known of somebody. */
const onlyNamed = (who: Identity): boolean => who.emails.length === 0 && who.phone === null;

function byName<T extends Identity>(claim: Claim, known: PeopleIndex<T>): Result<T | null> {
  const namesakes = known.withName(claim.fullName ?? claim.knownAs ?? "");
  const phone = claim.phone === undefined ? null : dialled(claim.phone);
  const same = namesakes.filter((k) => phone !== null && k.phone !== null && dialled(k.phone) === phone);
  if (same.length === 1) return yes(same[0] ?? null);
  const [only, ...others] = namesakes;
  if (only && others.length === 0 && onlyNamed(only) && claim.email === undefined && phone === null)
    return yes(only);
  const open = same.length > 1 ? same : namesakes.filter((k) => !toldApart(claim, k));
  if (open.length === 0) return yes(null);
  return no({
    code: "ambiguous-member",
    column: claim.fullName === undefined ? "known_as" : "full_name",
    message: `This could be ${open.map(named).join(" or ")}: neither e-mail nor telephone tells.`,
    remedy:
      'Say which with --match LINE=REF (LINE=new for somebody new) or a column "ref", or add an e-mail or telephone that tells them apart.',
  });
}

/** By what a row was found to be about somebody. */
export function foundBy(claim: Claim, who: Identity): string {
  if (claim.ref !== undefined) return "ref";
  const email = folded(claim.email ?? "");
  if (email !== "" && who.emails.some((e) => folded(e) === email)) return "e-mail";
  const phone = claim.phone === undefined ? "" : dialled(claim.phone);
  return phone !== "" && who.phone !== null && dialled(who.phone) === phone ? "name and telephone" : "name";
}

/**
 * Who a row is about: by ref (`new` is somebody new), else by e-mail address in any letter case, else by full name and telephone number (by
 * name alone where a name is all that is known of either); null is somebody new. What cannot be told is refused, so that two
 * people of one name stay two and one person stays one.
 */
export function samePerson<T extends Identity>(claim: Claim, known: PeopleIndex<T>): Result<T | null> {
  if (claim.ref !== undefined) return byRef(claim.ref, known);
  const owner = claim.email === undefined ? yes(null) : byEmail(claim, claim.email, known);
  if (!owner.ok || owner.value) return owner;
  return byName(claim, known);
}
