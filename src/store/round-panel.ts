import type { Day } from "../domain/day.ts";
import { standingOn } from "../domain/person.ts";
import { ref } from "../domain/ref.ts";
import { type Problem, problemsOf } from "../domain/result.ts";
import type { NewPanelMember, PanelRole } from "../domain/round.ts";
import type { PanelMember } from "../domain/scoring.ts";
import { findPerson, memberships } from "./people.ts";
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
  facts: { readonly group: string; readonly today: Day },
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
    const inGroup =
      personId !== null &&
      memberships(store, personId).some(
        (m) => m.group === facts.group && ["active", "paused"].includes(standingOn(m, facts.today)),
      );
    panel.push({ name: value.name, role: value.role, staffId, personId, inGroup });
  }
  return { panel, problems };
}

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
