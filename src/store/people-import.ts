import type { KnownWords } from "../csv/columns.ts";
import type { Day } from "../domain/day.ts";
import type { KnownPerson, PeopleImportFacts, PersonPlan } from "../domain/people-row.ts";
import type { Word } from "../domain/vocabulary.ts";
import { consentsHeld, giveConsent, wordings } from "./consents.ts";
import { joinGroup } from "./memberships.ts";
import { peopleRows } from "./people.ts";
import { changeEmails, detailsOf, emailsOf } from "./person-details.ts";
import { recordWords, wordsOf } from "./person-words.ts";
import type { Store } from "./store.ts";
import { keysOf, terms } from "./vocabulary.ts";

function knownPeople(store: Store): KnownPerson[] {
  const consents = consentsHeld(store);
  return peopleRows(store).map((p) => ({
    id: p.id,
    line: null,
    knownAs: p.known_as,
    fullName: p.full_name,
    emails: p.emails,
    phone: p.phone,
    details: detailsOf(store, p.id),
    addresses: emailsOf(store, p.id),
    memberships: p.memberships,
    words: wordsOf(store, p.id),
    consents: consents.filter((c) => c.personId === p.id),
  }));
}

/** What has to be known to plan an import of people into a group. */
export const peopleImportFacts = (store: Store, group: string, today: Day): PeopleImportFacts => ({
  group,
  today,
  people: knownPeople(store),
  regions: keysOf(store, "region"),
  words: terms(store),
  wordings: wordings(store),
});

/** The words that cells of a file of people may hold. */
export function peopleWords(store: Store): KnownWords {
  const known = terms(store);
  const of = (kind: string): Word[] => known.filter((w) => w.kind === kind);
  const regions = keysOf(store, "region");
  return {
    region: of("region").filter((w) => regions.includes(w.key)),
    experience: of("experience"),
    skill: of("skill"),
    interest: of("interest"),
  };
}

/** Where an import comes from, for the rows it writes. */
export interface ImportSource {
  readonly group: string;
  readonly fileName: string;
  readonly today: Day;
  readonly by: string;
}

/** Writes the plan of one row; answers the person's id. */
export function applyPersonPlan(store: Store, plan: PersonPlan, from: ImportSource): number {
  const id =
    plan.id ?? store.insert("person", { ...plan.details, known_as: plan.knownAs, created_on: from.today });
  if (plan.id !== null) store.update("person", id, plan.details);
  changeEmails(store, id, plan.emails, from.today);
  if (plan.joins !== null) joinGroup(store, id, from.group, plan.joins);
  recordWords(
    store,
    id,
    { add: plan.words, change: [], remove: plan.wordsTaken, unchanged: [] },
    { on: from.today },
  );
  for (const wording of plan.consents)
    giveConsent(
      store,
      { personId: id, wording },
      { on: plan.consentsOn, how: `listed in ${from.fileName}`, by: from.by },
    );
  return id;
}
