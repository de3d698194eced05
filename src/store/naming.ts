import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import {
  choiceFor,
  type NamedOutput,
  type NamingChoice,
  type NamingFacts,
  outputKey,
} from "../domain/naming.ts";
import type { NamingRequest } from "../domain/naming-choice.ts";
import { namedPerson, type OutwardName, payeeName } from "../domain/person-name.ts";
import { outputRows } from "./named-outputs.ts";
import { type Store, sql } from "./store.ts";

const people = sql.selectFrom("person").select(["id", "known_as", "full_name", "orcid"]).orderBy("id");

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

/** The day each person's consent to be named was last taken back, of those who have none in force. */
function consentsEnded(store: Store): Map<number, Day> {
  const rows = store.all(
    sql
      .selectFrom("consent as c")
      .innerJoin("consent_wording as w", "w.id", "c.wording_id")
      .where("w.purpose", "=", "naming")
      .groupBy("c.person_id")
      .having((q) => q(q.fn.count("c.withdrawn_on"), "=", q.fn.countAll()))
      .select((q) => ["c.person_id", q.fn.max("c.withdrawn_on").as("ended_on")])
      .orderBy("c.person_id"),
  );
  return new Map(rows.map((r) => [r.person_id, r.ended_on as Day]));
}

/** From which day papers and commentaries are in print. */
function inPrint(store: Store): Map<string, Day> {
  const commentaries = store
    .all(
      sql
        .selectFrom("commentary")
        .where("published_on", "is not", null)
        .select(["id", "published_on as on_day"])
        .orderBy("id"),
    )
    .map((c) => [outputKey({ kind: "commentary", id: c.id }), c.on_day as Day] as const);
  const papers = store
    .all(
      sql
        .selectFrom("paper")
        .where("status", "=", "published")
        .where("status_on", "is not", null)
        .select(["id", "status_on as on_day"])
        .orderBy("id"),
    )
    .map((p) => [outputKey({ kind: "paper", id: p.id }), p.on_day as Day] as const);
  return new Map([...commentaries, ...papers]);
}

const asChoice = (row: {
  readonly id: number;
  readonly person_id: number;
  readonly output_kind: string;
  readonly output_id: number | null;
  readonly form: string;
  readonly wording: string | null;
}): NamingChoice =>
  ({
    id: row.id,
    personId: row.person_id,
    outputKind: row.output_kind,
    outputId: row.output_id,
    form: row.form,
    wording: row.wording,
  }) as NamingChoice;

/**
 * Names and every naming choice of these people (or everybody): a few queries, however many they are. A group choice comes
 * with the unit's group name. For the gate in `domain/naming.ts` and nothing else.
 */
export function namingFacts(store: Store, personIds?: readonly number[]): NamingFacts {
  const persons = store.all(personIds ? people.where("id", "in", personIds) : people);
  const rows = store.all(personIds ? choices.where("n.person_id", "in", personIds) : choices);
  const byPerson = grouped(rows.map(asChoice), (c) => c.personId);
  const ended = consentsEnded(store);
  const named = persons.map(({ id, known_as: knownAs, full_name: fullName, orcid }) =>
    namedPerson({ id, knownAs, fullName, orcid, consentEndedOn: ended.get(id) }),
  );
  return { people: new Map(named.map((p) => [p.id, p])), choices: byPerson, inPrint: inPrint(store) };
}

/** Who is to be paid, by person, for the payer's finance office. */
export const payees = (store: Store, personIds: readonly number[]): Map<number, OutwardName> =>
  new Map([...namingFacts(store, personIds).people.values()].map((p) => [p.id, payeeName(p)]));

/** Writes one choice down. */
const append = (
  store: Store,
  personId: number,
  output: NamedOutput | "default",
  { form, wording, on, how }: NamingRequest,
  from: { readonly recordedBy: string; readonly correctionId?: number },
): number =>
  store.insert("naming_choice", {
    person_id: personId,
    output_kind: output === "default" ? "default" : output.kind,
    output_id: output === "default" ? null : output.id,
    form,
    wording: wording ?? null,
    chosen_on: on,
    how,
    recorded_by: from.recordedBy,
    correction_id: from.correctionId ?? null,
  });

/** The first of some days that are known. */
const earliest = ([first, ...others]: readonly [Day, ...(Day | null | undefined)[]]): Day =>
  others.reduce<Day>((before, d) => (d && d < before ? d : before), first);

/** How a choice came about that nobody made: it rests on a default, or on there being none, when the output was printed. */
export const settledInPrint = "their default when it was printed";

/**
 * What is in print keeps the name it was printed with: before a default changes, each output in print that rests on it gets
 * a choice of its own. Somebody who had not said is withheld in it for good.
 */
function settleInPrint(store: Store, personId: number, said: Day, recordedBy: string): void {
  const theirs = store.all(choices.where("n.person_id", "=", personId)).map(asChoice);
  const before = choiceFor(personId, theirs, { kind: "report", id: -1 });
  const day = store.first(
    sql
      .selectFrom("naming_choice")
      .select("chosen_on")
      .where("id", "=", before?.id ?? 0),
  );
  for (const { output, inPrint: printed, inPrintOn, people: named } of outputRows(store)) {
    if (!printed || !named.includes(personId)) continue;
    if (theirs.some((c) => c.outputKind === output.kind && c.outputId === output.id)) continue;
    const on = earliest([said, day?.chosen_on as Day | undefined, inPrintOn]);
    const wording = before?.form === "group" ? undefined : (before?.wording ?? undefined);
    const wish = { form: before?.form ?? "undecided", wording, on, how: settledInPrint };
    append(store, personId, output, wish, { recordedBy });
  }
}

/**
 * Appends a choice of how a person is named in an output, or by default; earlier choices stay as they were, and so does what
 * is in print. `correctionId` is the wish it came of, after publication. Answers its id.
 */
export function addNaming(
  store: Store,
  personId: number,
  output: NamedOutput | "default",
  request: NamingRequest,
  recordedBy: string,
  correctionId?: number,
): number {
  if (output === "default") settleInPrint(store, personId, request.on, recordedBy);
  const from = correctionId === undefined ? { recordedBy } : { recordedBy, correctionId };
  return append(store, personId, output, request, from);
}
