import type { Ask, ClearanceRules } from "../domain/clearance-rules.ts";
import { isThere } from "../domain/completion.ts";
import type { Day } from "../domain/day.ts";
import { grouped } from "../domain/grouped.ts";
import type {
  Completion,
  ExternalRequirement,
  HeldRequirement,
  TrainingRecord,
  Waiver,
} from "../domain/training.ts";
import { attendees } from "./attendance.ts";
import { courses } from "./courses.ts";
import { numberSetting } from "./settings.ts";
import { type Store, sql } from "./store.ts";

/** A row of clearance_rule, as far as a rule is made of it. */
interface RuleRow {
  readonly id: number;
  readonly set_no: number;
  readonly course_id: number | null;
  readonly requirement_id: number | null;
  readonly grace_days: number;
  readonly asked_from: string | null;
  readonly retired_on: string | null;
}

/** Every requirement that others set, by key, retired ones too. */
export const externalRequirements = (store: Store): ExternalRequirement[] =>
  store
    .all(
      sql
        .selectFrom("external_requirement")
        .select(["id", "key", "label", "valid_months", "retired_on"])
        .orderBy("key"),
    )
    .map((r) => ({
      id: r.id,
      key: r.key,
      label: r.label,
      validMonths: r.valid_months,
      retiredOn: r.retired_on as Day | null,
    }));

/** How many days ahead it is pointed out that something runs out. */
export const warningDays = (store: Store): number => numberSetting(store, "clearance-warning-days");

/** Every clearance by key, retired ones too, with what it asks for set by set. */
export function clearanceRules(store: Store): ClearanceRules[] {
  const byCourse = new Map(courses(store).map((c) => [c.id, c]));
  const requirements = new Map(externalRequirements(store).map((r) => [r.id, r]));
  const rules = grouped(
    store.all(
      sql
        .selectFrom("clearance_rule")
        .select(["clearance_id", "set_no", "course_id", "requirement_id", "grace_days"])
        .select(["id", "asked_from", "retired_on"])
        .orderBy("clearance_id")
        .orderBy("set_no")
        .orderBy("id"),
    ),
    (r) => r.clearance_id,
  );
  const asks = (rows: readonly RuleRow[]) =>
    rows.flatMap((r): Ask[] => {
      const since = {
        id: r.id,
        set: r.set_no,
        graceDays: r.grace_days,
        askedFrom: r.asked_from as Day | null,
        retiredOn: r.retired_on as Day | null,
      };
      const course = r.course_id === null ? undefined : byCourse.get(r.course_id);
      if (course) return [{ ...since, course }];
      const requirement = r.requirement_id === null ? undefined : requirements.get(r.requirement_id);
      return requirement ? [{ ...since, requirement }] : [];
    });
  const warning = warningDays(store);
  return store
    .all(sql.selectFrom("clearance").select(["id", "key", "label", "work", "retired_on"]).orderBy("id"))
    .map((c) => ({
      id: c.id,
      key: c.key,
      label: c.label,
      work: c.work,
      retiredOn: c.retired_on as Day | null,
      warningDays: warning,
      sets: [...grouped(rules.get(c.id) ?? [], (r) => r.set_no).values()].map(asks),
    }));
}

function completions(store: Store, personId?: number): (Completion & { personId: number })[] {
  let query = sql
    .selectFrom("completion as c")
    .leftJoin("completion_revocation as r", "r.completion_id", "c.id")
    .select(["c.id", "c.session_id", "c.person_id", "c.part_id", "c.completed_on", "r.revoked_on"])
    .orderBy("c.completed_on")
    .orderBy("c.id");
  if (personId !== undefined) query = query.where("c.person_id", "=", personId);
  return store.all(query).map((c) => ({
    id: c.id,
    sessionId: c.session_id,
    personId: c.person_id,
    partId: c.part_id,
    on: c.completed_on as Day,
    revokedOn: c.revoked_on as Day | null,
  }));
}

function waivers(store: Store, personId?: number): (Waiver & { personId: number })[] {
  let query = sql
    .selectFrom("waiver")
    .select([
      "id",
      "person_id",
      "course_id",
      "part_id",
      "reason",
      "granted_by",
      "granted_on",
      "expires_on",
      "revoked_on",
    ])
    .orderBy("granted_on")
    .orderBy("id");
  if (personId !== undefined) query = query.where("person_id", "=", personId);
  return store.all(query).map((w) => ({
    id: w.id,
    personId: w.person_id,
    courseId: w.course_id,
    partId: w.part_id,
    reason: w.reason,
    grantedBy: w.granted_by,
    grantedOn: w.granted_on as Day,
    expiresOn: w.expires_on as Day | null,
    revokedOn: w.revoked_on as Day | null,
  }));
}

function held(store: Store, personId?: number): (HeldRequirement & { personId: number })[] {
  let query = sql
    .selectFrom("person_external")
    .select(["id", "person_id", "requirement_id", "issued_on", "expires_on", "revoked_on"])
    .orderBy("issued_on")
    .orderBy("id");
  if (personId !== undefined) query = query.where("person_id", "=", personId);
  return store.all(query).map((h) => ({
    id: h.id,
    personId: h.person_id,
    requirementId: h.requirement_id,
    issuedOn: h.issued_on as Day,
    expiresOn: h.expires_on as Day | null,
    revokedOn: h.revoked_on as Day | null,
  }));
}

/** The training record of everybody, or of one person, by person id; also of people who have done nothing yet. */
export function trainingRecords(store: Store, personId?: number): Map<number, TrainingRecord> {
  const done = grouped(completions(store, personId), (c) => c.personId);
  const waived = grouped(waivers(store, personId), (w) => w.personId);
  const external = grouped(held(store, personId), (h) => h.personId);
  const people = sql.selectFrom("person").select("id").orderBy("id");
  const ids = store.all(personId === undefined ? people : people.where("id", "=", personId));
  return new Map(
    ids.map(({ id }) => [
      id,
      {
        personId: id,
        completions: done.get(id) ?? [],
        waivers: waived.get(id) ?? [],
        held: external.get(id) ?? [],
      },
    ]),
  );
}

/** The clearances and everybody's record, as they are now. */
export const clearanceFacts = (store: Store) => ({
  rules: clearanceRules(store),
  records: trainingRecords(store),
});

/** The same, and who is in a group on a day: what a change of a course is held against. */
export const courseFacts = (store: Store) => {
  const people = attendees(store);
  const there = (on: Day) => people.filter((p) => isThere(p, on)).map((p) => p.id);
  return { ...clearanceFacts(store), there };
};
