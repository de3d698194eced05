import { inOrder } from "./author-order.ts";
import type { Answer, Concluded } from "./authorship.ts";
import type { CreditRole } from "./contribution.ts";
import { type Naming, withheldName } from "./naming.ts";
import type { OutwardName, OutwardText } from "./person-name.ts";

/** Somebody who did something for a paper, as the naming gate lets the public see them. */
export interface CreditedContributor {
  readonly id: number;
  readonly naming:
    | Naming<OutwardName>
    | { readonly shown: true; readonly name: OutwardText; readonly form: "staff" };
  readonly orcid: OutwardText | null;
  readonly affiliations: readonly OutwardText[];
  /** Which part of the printed name is the family name, where they said so. */
  readonly surname: string | null;
  readonly concluded: Concluded | null;
  readonly agreed: Answer | null;
  readonly position: number | null;
  readonly roles: readonly CreditRole[];
}

/** An author as printed: a person under the name they chose, or a group that several stand behind. */
export interface CreditedAuthor {
  readonly kind: "person" | "group";
  readonly name: OutwardText;
  readonly surname: string | null;
  readonly orcid: OutwardText | null;
  /** Numbers of affiliations, from 1. */
  readonly affiliations: readonly number[];
  readonly roles: readonly CreditRole[];
}

/** How many were left out, by what is missing: never who. */
export interface LeftOut {
  /** What comes of their contribution is not concluded. */
  readonly open: number;
  /** They were not asked, or do not agree to be listed. */
  readonly notAgreed: number;
  /** How they are to be named is not decided, or may not be printed any more. */
  readonly unnamed: number;
}

/** Who is credited in a paper, as it may be printed. */
export interface Credits {
  readonly authors: readonly CreditedAuthor[];
  /** Whether somebody is an author who chose to stay anonymous: one or several, which is not told. */
  readonly anonymousAuthors: boolean;
  readonly acknowledged: readonly OutwardText[];
  /** Whether somebody is thanked who chose to stay anonymous. */
  readonly anonymousThanks: boolean;
  readonly affiliations: readonly OutwardText[];
  readonly leftOut: LeftOut;
  /** Names that more than one author is printed under, so that their contributions cannot be told apart. */
  readonly sameName: readonly OutwardText[];
}

const isListed = (c: CreditedContributor): boolean =>
  c.agreed === "yes" && (c.concluded === "author" || c.concluded === "acknowledged");
const placeholderOf = ({ naming }: CreditedContributor): string | null =>
  naming.shown ? null : naming.placeholder;
const isUndecided = (c: CreditedContributor): boolean => placeholderOf(c) === withheldName;
const isAnonymous = (c: CreditedContributor): boolean => placeholderOf(c) === "Anonymous";

function leftOut(all: readonly CreditedContributor[]): LeftOut {
  return {
    open: all.filter((c) => c.concluded === null).length,
    notAgreed: all.filter((c) => c.concluded !== null && c.concluded !== "neither" && c.agreed !== "yes")
      .length,
    unnamed: all.filter((c) => isListed(c) && isUndecided(c)).length,
  };
}

/** Each of some values once, as they first come. */
const once = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** A group's members as one author: at the place of the first of them, with what any of them did, in the order of the roles. */
function groupTogether(authors: readonly CreditedAuthor[]): CreditedAuthor[] {
  const groups = new Map<string, CreditedAuthor>();
  for (const author of authors) {
    if (author.kind !== "group") continue;
    const roles = [...(groups.get(author.name)?.roles ?? []), ...author.roles];
    const each = [...new Map(roles.map((r) => [r.id, r])).values()].toSorted((a, b) => a.id - b.id);
    groups.set(author.name, { ...author, roles: each });
  }
  const done = new Set<string>();
  return authors.flatMap((author) => {
    if (author.kind !== "group") return [author];
    if (done.has(author.name)) return [];
    done.add(author.name);
    return [groups.get(author.name) ?? author];
  });
}

/**
 * Who is credited in a paper: those whose authorship or thanks is concluded, who agreed to it, and whose name the gate gives out. Of
 * anonymous people nothing is told but that there are some: neither how many, nor their place, roles, affiliation or iD. A group
 * stands once, with no affiliation or iD of a member.
 */
export function creditsOf(all: readonly CreditedContributor[]): Credits {
  const listed = all.filter((c) => isListed(c) && !isUndecided(c));
  const authors = inOrder(listed.filter((c) => c.concluded === "author"));
  const thanked = listed.filter((c) => c.concluded === "acknowledged");
  const named = authors.filter((a) => a.naming.shown && a.naming.form !== "group");
  const affiliations = once(named.flatMap((a) => a.affiliations));
  const printed = authors.flatMap((a): CreditedAuthor[] => {
    if (!a.naming.shown) return [];
    const isGroup = a.naming.form === "group";
    return [
      {
        kind: isGroup ? "group" : "person",
        name: a.naming.name,
        surname: isGroup ? null : a.surname,
        orcid: isGroup ? null : a.orcid,
        affiliations: isGroup
          ? []
          : a.affiliations.map((t) => affiliations.indexOf(t) + 1).toSorted((m, n) => m - n),
        roles: a.roles,
      },
    ];
  });
  const together = groupTogether(printed);
  const names = together.map((a) => a.name);
  return {
    authors: together,
    anonymousAuthors: authors.some(isAnonymous),
    acknowledged: once(thanked.flatMap((t) => (t.naming.shown ? [t.naming.name] : []))),
    anonymousThanks: thanked.some(isAnonymous),
    affiliations,
    leftOut: leftOut(all),
    sameName: once(names.filter((name, i) => names.indexOf(name) !== i)),
  };
}

/** Affiliations as they were typed: several with a semicolon between. */
export const affiliationsIn = (text: string | null): string[] =>
  (text ?? "")
    .split(";")
    .map((t) => t.trim())
    .filter(Boolean);
