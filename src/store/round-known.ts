import type { ApplicationFields } from "../domain/applicant.ts";
import { type KnownBefore, knownBefore } from "../domain/known-before.ts";
import type { Round } from "../domain/round.ts";
import { peopleRows } from "./people.ts";
import { applicationsOf } from "./round-applications.ts";
import { rounds } from "./rounds.ts";
import type { Store } from "./store.ts";

/** Looks applicants of a round up among the people here and the applications of other rounds, which are read once. */
export function applicantsKnown(
  store: Store,
  round: Round,
): (code: string, fields: ApplicationFields) => KnownBefore {
  const people = peopleRows(store).map((p) => ({
    id: p.id,
    knownAs: p.known_as,
    fullName: p.full_name,
    emails: p.emails,
    phone: p.phone,
  }));
  const others = rounds(store)
    .filter((r) => r.id !== round.id)
    .flatMap((r) =>
      applicationsOf(store, r.id)
        .filter((a) => !a.blanked)
        .map((a) => ({ round: r.key, code: a.code, fields: a.fields })),
    );
  return (code, fields) => knownBefore(code, fields, people, others);
}
