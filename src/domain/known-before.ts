import { type ApplicationFields, sameApplicant } from "./applicant.ts";
import type { TeamName } from "./person-name.ts";
import { ref } from "./ref.ts";
import { dialled } from "./same-person.ts";
import { folded } from "./text.ts";

/** Somebody here, as far as an applicant is looked up among them. */
export interface KnownHere {
  readonly id: number;
  readonly knownAs: TeamName;
  readonly fullName: TeamName | null;
  readonly emails: readonly string[];
  readonly phone: TeamName | null;
}

/** An application in another round. */
export interface OtherApplication {
  readonly round: string;
  readonly code: string;
  readonly fields: ApplicationFields;
}

/** Where an applicant is known from: the person with their e-mail, and what there is to say. */
export interface KnownBefore {
  /** The person with the same e-mail address; null where nobody has it. */
  readonly personId: number | null;
  readonly said: readonly string[];
}

const namesOf = (names: readonly (string | null | undefined)[]): Set<string> =>
  new Set(names.flatMap((n) => (n ? [folded(n)] : [])));

const sameNameAndPhone = (fields: ApplicationFields, person: KnownHere): boolean => {
  if (fields.phone === undefined || person.phone === null || dialled(fields.phone) !== dialled(person.phone))
    return false;
  const own = namesOf([fields.knownAs, fields.fullName]);
  return [...namesOf([person.knownAs, person.fullName])].some((n) => own.has(n));
};

/**
 * Whether an applicant is somebody here already, or applied in another round: by e-mail; else by name and telephone, which is only
 * pointed out and never acted on.
 */
export function knownBefore(
  code: string,
  fields: ApplicationFields,
  people: readonly KnownHere[],
  others: readonly OtherApplication[],
): KnownBefore {
  const email = fields.email === undefined ? null : folded(fields.email);
  const owner = people.find((p) => email !== null && p.emails.some((e) => folded(e) === email));
  const alike = owner ? [] : people.filter((p) => sameNameAndPhone(fields, p));
  const told = (f: ApplicationFields): boolean => f.email !== undefined || f.phone !== undefined;
  const before = others.filter((o) => told(fields) && told(o.fields) && sameApplicant(o.fields, fields));
  return {
    personId: owner?.id ?? null,
    said: [
      ...(owner ? [`${code} is known here already, as ${ref("member", owner.id)}.`] : []),
      ...alike.map(
        (p) =>
          `Please check: ${code} may be ${ref("member", p.id)}, who has the same name and telephone number; nothing was joined.`,
      ),
      ...before.map((o) => `${code} applied before: ${o.code} in ${o.round}.`),
    ],
  };
}
