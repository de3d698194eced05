import { evaluateClearance } from "../domain/clearance.ts";
import type { Day } from "../domain/day.ts";
import type { Deed } from "../domain/involvement.ts";
import type { RecordNaming } from "../domain/member-record.ts";
import { outputKey } from "../domain/naming.ts";
import { type OutwardName, payeeName } from "../domain/person-name.ts";
import { emptyRecord } from "../domain/training.ts";
import { clearanceRules, trainingRecords } from "./clearances.ts";
import { type CommentaryRow, commentaryRows } from "./commentaries.ts";
import { courses } from "./courses.ts";
import { deeds } from "./involvement.ts";
import { namingFacts } from "./naming.ts";
import { type PaperRow, paperRows } from "./papers.ts";
import { candidates } from "./people.ts";
import { unitName } from "./settings.ts";
import { type Store, sql } from "./store.ts";
import { trainingSessions } from "./training.ts";

/** Everything somebody contributed to, for a record of it. Of their experience and their payments nothing is in it. */
export interface MemberRecord extends RecordNaming {
  readonly personId: number;
  /** The record is about them and they hand it over themselves: it bears their full name. */
  readonly name: OutwardName;
  readonly unit: string;
  readonly deeds: readonly Deed[];
  /** Keys of meetings that are for support: who sought it is for nobody else. */
  readonly forSupport: ReadonlySet<string>;
  readonly terms: readonly { readonly group: string; readonly from: Day; readonly to: Day | null }[];
  /** The work they are cleared for. */
  readonly cleared: readonly string[];
  readonly taught: readonly { readonly on: Day; readonly title: string }[];
  readonly panels: readonly { readonly round: string; readonly opened: Day | null; readonly role: string }[];
  readonly papers: readonly PaperRow[];
  readonly commentaries: readonly CommentaryRow[];
  /** What was concluded about them as a contributor, by paper. */
  readonly concluded: ReadonlyMap<number, string>;
}

const terms = (store: Store, personId: number): MemberRecord["terms"] =>
  store
    .all(
      sql
        .selectFrom("membership as m")
        .innerJoin("involvement_group as g", "g.id", "m.group_id")
        .select(["g.label", "m.joined_on", "m.left_on"])
        .where("m.person_id", "=", personId)
        .orderBy("m.joined_on")
        .orderBy("m.id"),
    )
    .map((m) => ({ group: m.label, from: m.joined_on as Day, to: m.left_on as Day | null }));

const forSupport = (store: Store): ReadonlySet<string> =>
  new Set(
    store
      .all(
        sql
          .selectFrom("meeting as m")
          .innerJoin("meeting_series as s", "s.id", "m.series_id")
          .select("m.key")
          .where("s.kind", "=", "reflective-space")
          .orderBy("m.id"),
      )
      .map((m) => m.key),
  );

const panels = (store: Store, personId: number): MemberRecord["panels"] =>
  store
    .all(
      sql
        .selectFrom("round_panel as p")
        .innerJoin("recruitment_round as r", "r.id", "p.round_id")
        .select(["r.title", "r.opens_on", "p.role"])
        .where("p.person_id", "=", personId)
        .where("r.status", "<>", "cancelled")
        .orderBy("r.opens_on")
        .orderBy("p.id"),
    )
    .map((p) => ({ round: p.title, opened: p.opens_on as Day | null, role: p.role }));

const concluded = (store: Store, personId: number): Map<number, string> =>
  new Map(
    store
      .all(
        sql
          .selectFrom("authorship")
          .select(["paper_id", "concluded"])
          .where("person_id", "=", personId)
          .orderBy("id"),
      )
      .flatMap((a) => (a.concluded === null ? [] : [[a.paper_id, a.concluded] as const])),
  );

/** Sessions somebody gave: those whose trainer can be nobody but them. */
function taught(store: Store, personId: number, today: Day): MemberRecord["taught"] {
  const titles = new Map(courses(store).map((c) => [c.id, c]));
  return trainingSessions(store)
    .filter((s) => s.status !== "cancelled" && s.heldOn <= today && s.trainer !== null)
    .filter((s) => {
      const meant = candidates(store, s.trainer ?? "");
      return meant.length === 1 && meant[0]?.id === personId;
    })
    .map((s) => {
      const course = titles.get(s.courseId);
      const part = course?.parts.find((p) => p.id === s.partId);
      return { on: s.heldOn, title: [course?.title, part?.title].filter(Boolean).join(": ") };
    });
}

/** What is out: published papers and commentaries, and every event that was held. */
function out(papers: readonly PaperRow[], commentaries: readonly CommentaryRow[], theirs: readonly Deed[]) {
  return new Set([
    ...papers.filter((p) => p.status === "published").map(({ id }) => outputKey({ kind: "paper", id })),
    ...commentaries
      .filter((c) => c.state === "published")
      .map(({ id }) => outputKey({ kind: "commentary", id })),
    ...theirs.flatMap((d) => (d.output?.kind === "event" ? [outputKey(d.output)] : [])),
  ]);
}

/** Everything somebody contributed to, up to a day. */
export function memberRecord(store: Store, personId: number, today: Day): MemberRecord {
  const naming = namingFacts(store, [personId]);
  const person = naming.people.get(personId);
  if (!person) throw new Error(`no person ${personId}`);
  const whole = { name: "so far", from: "0001-01-01" as Day, to: today };
  const theirs = deeds(store, whole).filter((d) => d.personId === personId);
  const [papers, commentaries] = [paperRows(store), commentaryRows(store)];
  const training = trainingRecords(store, personId).get(personId) ?? emptyRecord(personId);
  return {
    personId,
    name: payeeName(person),
    unit: unitName(store),
    naming,
    out: out(papers, commentaries, theirs),
    deeds: theirs,
    forSupport: forSupport(store),
    terms: terms(store, personId),
    cleared: clearanceRules(store)
      .filter((c) => evaluateClearance(c, training, today).cleared)
      .map((c) => c.label),
    taught: taught(store, personId, today),
    panels: panels(store, personId),
    papers,
    commentaries,
    concluded: concluded(store, personId),
  };
}
