import type { ConsentHeld } from "../domain/consent.ts";
import type { TeamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { type Column, list, type Report } from "./report.ts";

const columns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "purpose", heading: "Purpose" },
  { key: "wording", heading: "Wording", kind: "integer" },
  { key: "given_on", heading: "Given", kind: "day" },
  { key: "how", heading: "How" },
  { key: "withdrawn_on", heading: "Withdrawn", kind: "day" },
];

/** Consents of some people, each with the version of the wording it was given to. */
export const consentsReport = (
  people: readonly { readonly id: number; readonly knownAs: TeamName }[],
  consents: readonly ConsentHeld[],
): Report =>
  list(
    "Consents",
    columns,
    people.flatMap((p) =>
      consents
        .filter((c) => c.personId === p.id)
        .map((c) => ({
          ref: ref("member", p.id),
          known_as: p.knownAs,
          purpose: c.purpose,
          wording: c.version,
          given_on: c.givenOn,
          how: c.how,
          withdrawn_on: c.withdrawnOn,
        })),
    ),
    'Nothing recorded. Record a consent with: involve member consent M-001 --purpose matching --how "signed form"',
  );
