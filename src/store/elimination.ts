import type { Day } from "../domain/day.ts";
import {
  acknowledgedInWords,
  type Beside,
  checkElimination,
  type EliminationFacts,
  eliminationWarnings,
  type TeamMate,
} from "../domain/elimination.ts";
import { formFor, type NamingFacts, nameOf } from "../domain/naming.ts";
import { namedIn } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { type Result, yes } from "../domain/result.ts";
import { type OutputRow, outputRows } from "./named-outputs.ts";
import { affiliatedPenName, namedTexts } from "./named-texts.ts";
import { namingFacts } from "./naming.ts";
import { paymentLines } from "./payments.ts";
import { lookedAmong, teamSince } from "./readers-look.ts";
import { numberSetting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** Whether the public reads in an output who somebody is. */
function namedTo(naming: NamingFacts, { output }: OutputRow, personId: number): boolean {
  const open = nameOf(naming, personId, output, "public");
  return open.shown && ["full", "other", "initials"].includes(open.form);
}

/** Who came to each meeting held from a day on. */
function meetingsSince(store: Store, since: Day | null, today: Day): { held: number; came: Set<number> } {
  if (since === null) return { held: 0, came: new Set() };
  const rows = store.all(
    sql
      .selectFrom("attendance as a")
      .innerJoin("meeting as m", "m.id", "a.meeting_id")
      .select(["a.meeting_id", "a.person_id"])
      .where("m.held_on", ">=", since)
      .where("m.held_on", "<=", today)
      .where("a.state", "in", ["present", "part"])
      .orderBy("a.id"),
  );
  return { held: new Set(rows.map((r) => r.meeting_id)).size, came: new Set(rows.map((r) => r.person_id)) };
}

/** How many people have a line whose work lists withhold, where one of them is for this output. */
function paidWithheld(store: Store, { ref: name }: OutputRow): number | null {
  const lines = [...paymentLines(store, { kind: "commentary" }), ...paymentLines(store, { kind: "event" })];
  const withheld = lines.filter((l) => l.activityWithheld);
  if (!withheld.some((l) => l.activity.key === name)) return null;
  return new Set(withheld.map((l) => l.personId)).size;
}

/** Other outputs on the same paper, or of the same project, with how many they name who are not named here. */
function besides(store: Store, row: OutputRow, naming: NamingFacts): Beside[] {
  const here = new Set(row.people.filter((id) => namedTo(naming, row, id)));
  return outputRows(store)
    .filter((o) => o.ref !== row.ref)
    .filter(
      (o) =>
        (o.paperId !== null && o.paperId === row.paperId) ||
        (o.output.kind === "event" && o.projectId !== null && o.projectId === row.projectId),
    )
    .map((o) => ({
      ref: o.ref,
      named: o.people.filter((id) => !here.has(id) && namedTo(naming, o, id)).length,
    }));
}

/** What readers may put together about an output. */
export function eliminationFacts(store: Store, row: OutputRow, today: Day): EliminationFacts {
  const naming = namingFacts(store);
  const { held, came } = meetingsSince(store, row.since, today);
  const here = new Set(row.people.filter((id) => namedTo(naming, row, id)));
  const { among, people: team } = lookedAmong(store, row);
  return {
    output: row.ref,
    among,
    minimum: numberSetting(store, "elimination-minimum"),
    forms: row.people.map((id) => formFor(id, naming.choices.get(id) ?? [], row.output)),
    team: team.map((t) => ({
      named: here.has(t.id),
      perspective: t.perspective as TeamMate["perspective"],
      came: came.has(t.id),
    })),
    meetings: held,
    paid: paidWithheld(store, row),
    beside: besides(store, row, naming),
    namedTexts: namedTexts(store, row, naming),
    affiliatedPenName: affiliatedPenName(store, row, naming),
  };
}

/** How everybody in an output is to be named, as a text to compare: who agreed to a warning agreed to it as things stood. */
const choicesNow = ({ output, people }: OutputRow, { choices }: NamingFacts): string =>
  people
    .map((id) => `${ref("member", id)} ${formFor(id, choices.get(id) ?? [], output)}`)
    .toSorted()
    .join(", ");

/** A warning that was acknowledged, with the reason given for going on. */
export interface KeptWarning {
  readonly warning: string;
  readonly reason: string;
  readonly on: Day;
  readonly by: string;
}

/** The warnings of an output that were acknowledged since somebody in it last chose otherwise, joined or left; oldest first. */
export const keptWarnings = (store: Store, row: OutputRow): KeptWarning[] =>
  store
    .all(
      sql
        .selectFrom("naming_warning")
        .select(["warning", "reason", "acknowledged_on", "acknowledged_by"])
        .where("output_kind", "=", row.output.kind)
        .where("output_id", "=", row.output.id)
        .where("choices", "=", choicesNow(row, namingFacts(store, row.people)))
        .orderBy("id"),
    )
    .map((w) => ({
      warning: w.warning,
      reason: w.reason,
      on: w.acknowledged_on as Day,
      by: w.acknowledged_by,
    }));

/** Whether a text names somebody who could be meant: on the team, or in the output. */
function namesAnybody(store: Store, row: OutputRow, text: string): boolean {
  const team = row.projectId === null ? [] : teamSince(store, row.projectId, null).map((t) => t.id);
  const ids = [...new Set([...team, ...row.people])];
  const { people } = namingFacts(store, ids);
  return namedIn(text, [...people.values()]) || ids.some((id) => text.includes(ref("member", id)));
}

/** Sentences about how somebody in an output could be worked out, of what was not acknowledged; for verbs that write it out. */
export function eliminationSaid(store: Store, output: OutputRow["output"], today: Day): string[] {
  const row = outputRows(store).find((o) => o.output.kind === output.kind && o.output.id === output.id);
  if (!row) return [];
  const kept = new Set(keptWarnings(store, row).map((w) => w.warning));
  const fresh = eliminationWarnings(eliminationFacts(store, row, today)).filter((w) => !kept.has(w.warning));
  return fresh.length === 0
    ? []
    : [
        `Before it goes out: somebody in ${row.ref} could be worked out. What would mend it: involve naming check ${row.ref}`,
        ...fresh.map((w) => `  ${w.warning}`),
      ];
}

/**
 * Before an output in which somebody hides goes to the journal, into print or out of the unit: a refusal for each way in which
 * they could be worked out that was not acknowledged (the verb stops, and nothing is written), else the warnings are kept
 * with the reason. Answers sentences about them. For `commentary submit`, `commentary publish` and the like.
 */
export function watchElimination(
  store: Store,
  output: OutputRow["output"],
  made: { readonly acknowledge: string | undefined; readonly today: Day; readonly by: string },
): Result<string[]> {
  const row = outputRows(store).find((o) => o.output.kind === output.kind && o.output.id === output.id);
  if (!row) return yes([]);
  const facts = eliminationFacts(store, row, made.today);
  const reason = made.acknowledge;
  const kept = checkElimination(facts, {
    before: keptWarnings(store, row).map((w) => w.warning),
    reason,
    reasonNames: reason !== undefined && namesAnybody(store, row, reason),
  });
  if (!kept.ok) return kept;
  const choices = choicesNow(row, namingFacts(store, row.people));
  for (const { warning } of kept.value)
    store.insert("naming_warning", {
      output_kind: output.kind,
      output_id: output.id,
      warning,
      reason: reason ?? "",
      choices,
      acknowledged_on: made.today,
      acknowledged_by: made.by,
    });
  return yes(acknowledgedInWords(row.ref, kept.value));
}
