import type { NamedOutput, NamedPerson, NamingChoice, NamingFacts } from "../domain/naming.ts";
import type { NamingRequest } from "../domain/naming-choice.ts";
import { type Store, sql } from "./store.ts";

const people = sql.selectFrom("person").select(["id", "known_as", "full_name"]).orderBy("id");

const choices = sql
  .selectFrom("naming_choice as n")
  .leftJoin("unit as u", (join) => join.on("u.id", "=", 1).on("n.form", "=", "group"))
  .select([
    "n.id",
    "n.person_id",
    "n.output_kind",
    "n.output_id",
    "n.form",
    (q) => q.fn.coalesce("n.wording", "u.group_name").as("wording"),
  ])
  .orderBy("n.id");

/**
 * Names and every naming choice of these people (or everybody): two queries, however many they are. A group choice comes
 * with the unit's group name. For the gate in `domain/naming.ts` and nothing else.
 */
export function namingFacts(store: Store, personIds?: readonly number[]): NamingFacts {
  const persons = store.all(personIds ? people.where("id", "in", personIds) : people);
  const rows = store.all(personIds ? choices.where("n.person_id", "in", personIds) : choices);
  const byPerson = new Map<number, NamingChoice[]>();
  for (const row of rows) {
    const choice = {
      id: row.id,
      personId: row.person_id,
      outputKind: row.output_kind,
      outputId: row.output_id,
      form: row.form,
      wording: row.wording,
    } as NamingChoice;
    byPerson.set(row.person_id, [...(byPerson.get(row.person_id) ?? []), choice]);
  }
  const named = persons.map((p): NamedPerson => ({ id: p.id, knownAs: p.known_as, fullName: p.full_name }));
  return { people: new Map(named.map((p) => [p.id, p])), choices: byPerson };
}

/** Appends a choice of how a person is named in an output; earlier choices stay as they were. Answers its id. */
export const addNaming = (
  store: Store,
  personId: number,
  output: NamedOutput | "default",
  request: NamingRequest,
  recordedBy: string,
): number =>
  store.insert("naming_choice", {
    person_id: personId,
    output_kind: output === "default" ? "default" : output.kind,
    output_id: output === "default" ? null : output.id,
    form: request.form,
    wording: request.wording ?? null,
    chosen_on: request.on,
    how: request.how,
    recorded_by: recordedBy,
  });
