import type { Day } from "../domain/day.ts";
import type { PanelPlan, PanelSeat } from "../domain/panel-change.ts";
import { type PanelGap, type PanelRule, panelGaps, type Seat } from "../domain/panel-check.ts";
import { standingOn } from "../domain/person.ts";
import { ref } from "../domain/ref.ts";
import { type Problem, problemsOf } from "../domain/result.ts";
import type { NewPanelMember, PanelRole, Round } from "../domain/round.ts";
import type { PanelMember } from "../domain/scoring.ts";
import { findPerson, memberships } from "./people.ts";
import { numberSetting, setting } from "./settings.ts";
import { findStaff, staffCandidates } from "./staff.ts";
import { type Store, sql } from "./store.ts";

/** Somebody named for a panel, with the line they stand on. */
export interface NamedForPanel {
  readonly line: number;
  readonly value: {
    readonly role: PanelRole;
    readonly name: string;
    /** Where this is left out, staff are looked through first. */
    readonly kind: "staff" | "member" | undefined;
  };
}

/** Finds the people named for a panel among staff and members; everybody who cannot be found is a problem. */
export function findPanel(
  store: Store,
  named: readonly NamedForPanel[],
): { readonly panel: NewPanelMember[]; readonly problems: Problem[] } {
  const panel: NewPanelMember[] = [];
  const problems: Problem[] = [];
  for (const { line, value } of named) {
    const asStaff =
      value.kind === "staff" || (value.kind === undefined && staffCandidates(store, value.name).length > 0);
    const staff = asStaff ? findStaff(store, value.name) : null;
    const person = asStaff ? null : findPerson(store, value.name);
    for (const found of [staff, person])
      if (found) problems.push(...problemsOf(found).map((p) => ({ ...p, line, column: "name" })));
    const staffId = staff?.ok ? staff.value.id : null;
    const personId = person?.ok ? person.value.id : null;
    if (staffId === null && personId === null) continue;
    const name = staff?.ok ? staff.value.name : person?.ok ? person.value.knownAs : value.name;
    panel.push({ name, role: value.role, staffId, personId });
  }
  return { panel, problems };
}

/** What is asked of a panel. */
export const panelRule = (store: Store): PanelRule => ({
  shortlisters: numberSetting(store, "shortlisters-minimum"),
  group: setting(store, "panel-group"),
});

const isIn = (store: Store, personId: number, group: string, day: Day): boolean =>
  memberships(store, personId).some(
    (m) => m.group === group && ["active", "paused"].includes(standingOn(m, day)),
  );

/**
 * The panel of a round as it is checked: whether somebody is in the group is looked up on the day they score (shortlisters on the
 * day the round closes, interviewers on the first day of interviews), or today where that is still to come.
 */
export function seatsOf(store: Store, round: Round, today: Day): (Seat & { readonly id: number })[] {
  const { group } = panelRule(store);
  const rows = store.all(
    sql
      .selectFrom("round_panel")
      .select(["id", "role", "person_id"])
      .where("round_id", "=", round.id)
      .orderBy("id"),
  );
  return rows.map((r) => {
    const planned = r.role === "interviewer" ? round.interviewOn : round.closesOn;
    const day = planned !== null && planned < today ? planned : today;
    return {
      id: r.id,
      role: r.role as PanelRole,
      inGroup: r.person_id !== null && isIn(store, r.person_id, group, day),
    };
  });
}

/** What the panel of a round lacks, as at a day. */
export const panelGapsOf = (
  store: Store,
  round: Round,
  criteria: Parameters<typeof panelGaps>[1],
  today: Day,
): PanelGap[] => panelGaps(seatsOf(store, round, today), criteria, panelRule(store));

/** Who is on the panel of a round, a row for each role, in the order they were named. */
export function panelOf(store: Store, roundId: number): PanelMember[] {
  const query = sql
    .selectFrom("round_panel as r")
    .leftJoin("staff as s", "s.id", "r.staff_id")
    .leftJoin("person as p", "p.id", "r.person_id")
    .select(["r.id", "r.role", "r.staff_id", "r.person_id", "s.name", "p.known_as"])
    .where("r.round_id", "=", roundId)
    .orderBy("r.id");
  return store.all(query).map((r) => ({
    id: r.id,
    name: r.name ?? r.known_as ?? "",
    ref: r.staff_id === null ? ref("member", r.person_id ?? 0) : ref("staff", r.staff_id),
    role: r.role as PanelRole,
  }));
}

/** Everybody on the panel of a round, a row for each role, with what they have given in it. */
export function panelSeats(store: Store, roundId: number): (PanelSeat & PanelMember)[] {
  const names = panelOf(store, roundId);
  const rows = store.raw<{
    id: number;
    staff_id: number | null;
    person_id: number | null;
    none_declared_on: string | null;
    given: number;
  }>(
    `select p.id, p.staff_id, p.person_id, p.none_declared_on,
      (select count(*) from round_score s where s.panel_id = p.id)
        + (select count(*) from round_moderation m where m.panel_id = p.id) as given
     from round_panel p where p.round_id = ? order by p.id`,
    roundId,
  );
  return rows.flatMap((r, i) => {
    const named = names[i];
    return named
      ? [
          {
            ...named,
            staffId: r.staff_id,
            personId: r.person_id,
            noneDeclaredOn: r.none_declared_on,
            given: r.given,
          },
        ]
      : [];
  });
}

/** Writes what changes on a panel; what somebody has declared goes with them into a new role, and goes with a role they leave. */
export function savePanel(store: Store, roundId: number, plan: PanelPlan, today: Day): void {
  for (const role of plan.add) {
    const id = store.insert("round_panel", {
      round_id: roundId,
      staff_id: plan.person.staffId,
      person_id: plan.person.personId,
      role,
      none_declared_on: plan.noneDeclaredOn,
    });
    for (const { applicationId, reason } of plan.declared)
      store.insert("round_conflict", {
        panel_id: id,
        application_id: applicationId,
        reason,
        declared_on: today,
      });
  }
  for (const id of plan.conflictsOut) store.remove("round_conflict", id);
  for (const { id } of plan.out) store.remove("round_panel", id);
}
