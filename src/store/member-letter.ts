import type { Certificate } from "../domain/certificate.ts";
import { type Day, longDay } from "../domain/day.ts";
import { payeeName, teamName } from "../domain/person-name.ts";
import type { Fillings } from "../domain/template.ts";
import { namingFacts } from "./naming.ts";
import { memberships } from "./people.ts";
import { unitName, unitShortName } from "./settings.ts";
import { signerOf } from "./staff.ts";
import type { Store } from "./store.ts";

/**
 * What the letter about a member's involvement is filled with. It bears the member's full name, since it is about them and
 * they hand it over themselves; of what they did, and what they were paid, it says nothing.
 */
export function memberLetter(
  store: Store,
  personId: number,
  made: { readonly by: string; readonly today: Day },
): Fillings {
  const person = namingFacts(store, [personId]).people.get(personId);
  const times = memberships(store, personId);
  const [first] = times;
  const left = times.every((m) => m.leftOn !== null && m.leftOn <= made.today);
  const last = times.map((m) => m.leftOn ?? "").sort((a, b) => a.localeCompare(b, "en"));
  const { name, role } = signerOf(store, made.by, made.today);
  return {
    unit: unitName(store),
    full_name: person && payeeName(person),
    known_as: person && teamName(person),
    since: first && longDay(first.joinedOn),
    until: left && times.length > 0 ? longDay(last.at(-1) as Day) : null,
    today: longDay(made.today),
    signed_by: name,
    signed_role: role,
  };
}

/** What the certificate of a course is filled with: the person's full name, since it is theirs to keep, and nothing of anybody else. */
export function certificateLetter(
  store: Store,
  personId: number,
  certificate: Certificate,
  made: { readonly by: string; readonly today: Day },
): Fillings {
  const person = namingFacts(store, [personId]).people.get(personId);
  const { name, role } = signerOf(store, made.by, made.today);
  return {
    unit: unitName(store),
    unit_short: unitShortName(store),
    full_name: person && payeeName(person),
    known_as: person && teamName(person),
    course: certificate.course.title,
    completed_on: longDay(certificate.on),
    parts: certificate.parts.map(({ part, on }) => `${part.title} (${longDay(on)})`),
    waived: certificate.waived.map((p) => p.title),
    today: longDay(made.today),
    signed_by: name,
    signed_role: role,
  };
}
