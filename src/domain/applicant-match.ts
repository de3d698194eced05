import {
  type ApplicantIndex,
  type ApplicationFields,
  type ApplicationRow,
  applicantIndex,
  changesTo,
  codeOf,
  type KnownApplication,
} from "./applicant.ts";
import { no, type Problem, type Result, yes } from "./result.ts";

/** Whether two rows say the same of the same applicant. */
export const sameRow = (a: ApplicationFields, b: ApplicationFields): boolean =>
  changesTo(a, b).length === 0 && changesTo(b, a).length === 0;

const column = (fields: ApplicationFields): string => (fields.email === undefined ? "known_as" : "email");
const who = (fields: ApplicationFields): string => fields.email ?? fields.knownAs ?? fields.fullName ?? "";

/** A problem of a row whose applicant an earlier row told of otherwise. */
export const twice = ({ line, value }: ApplicationRow, first: number): Problem => ({
  code: "same-applicant-twice",
  line,
  column: column(value),
  message: `${who(value)} is on line ${first} already, with other details.`,
  remedy: "Keep one row for each applicant.",
});

const ambiguous = ({ value }: ApplicationRow, known: readonly KnownApplication[]): Problem => ({
  code: "ambiguous-applicant",
  column: column(value),
  message: `${who(value)} could be ${known.map((k) => k.code).join(" or ")}.`,
  remedy:
    'Say which with --match LINE=CODE (LINE=new for another applicant) or a column "code", or add the e-mail address or telephone number that tells them apart.',
});

const unknownCode = (code: string): Problem => ({
  code: "unknown-application",
  column: "code",
  message: `There is no application "${code}" in this round.`,
  remedy: 'Correct it, or write "new" for an applicant who is not here.',
});

/** A problem of a row that gives one applicant the address of another. */
export const emailTaken = ({ value, line }: ApplicationRow, owner: KnownApplication): Problem => ({
  code: "email-of-another",
  line,
  column: "email",
  message: `${value.email} is the address of ${owner.code}.`,
  remedy: `If it is the same applicant, say so with --match ${line}=${owner.code}; if not, give another address.`,
});

/** The applications of a round, as they are looked up. */
interface Here {
  readonly byCode: ReadonlyMap<string, KnownApplication>;
  readonly byApplicant: ApplicantIndex<KnownApplication>;
}

/** The applications of a round by code and by applicant; those whose words are gone are not looked for. */
export function applicationsHere(known: readonly KnownApplication[]): Here {
  const there = known.filter((k) => k.blanked !== true);
  const byApplicant = applicantIndex<KnownApplication>();
  for (const k of there) byApplicant.add(k, k.fields);
  return { byCode: new Map(there.map((k) => [k.code, k])), byApplicant };
}

/** The application that a row is about: by its code, else by e-mail, else by name and telephone; null is a new one. */
export function meantBy(row: ApplicationRow, here: Here): Result<KnownApplication | null> {
  if (row.code?.trim().toLowerCase() === "new") return yes(null);
  if (row.code !== undefined) {
    const found = here.byCode.get(codeOf(row.code));
    return found ? yes(found) : no(unknownCode(row.code));
  }
  const [known, ...others] = here.byApplicant.find(row.value);
  return known && others.length > 0 ? no(ambiguous(row, [known, ...others])) : yes(known ?? null);
}

/** The rows of a sheet so far, by whose they are. */
export class Seen {
  readonly #rows = applicantIndex<ApplicationRow>();
  readonly #known = new Map<number, ApplicationRow>();

  /** The earlier row about the same applicant. */
  earlier(row: ApplicationRow, known: KnownApplication | null): ApplicationRow | undefined {
    const same = row.code === undefined ? this.#rows.find(row.value)[0] : undefined;
    return same ?? (known ? this.#known.get(known.id) : undefined) ?? this.#rows.withEmail(row.value.email);
  }

  /** Keeps a row for those after it. */
  add(row: ApplicationRow, known: KnownApplication | null): void {
    this.#rows.add(row, row.value);
    if (known) this.#known.set(known.id, row);
  }
}

/** What becomes of a row that stands in the sheet a second time. */
export const countedOnce = (line: number) =>
  ({ outcome: "unchanged", changes: [], notes: [`The same as line ${line}; it counts once.`] }) as const;
