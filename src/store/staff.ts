import type { Day } from "../domain/day.ts";
import type { OrcidOwner } from "../domain/orcid.ts";
import { idOf, ref } from "../domain/ref.ts";
import type { Result } from "../domain/result.ts";
import { type NewStaff, type Role, type StaffMember, theOneOnStaff } from "../domain/staff.ts";
import type { StaffEditPlan } from "../domain/staff-edit.ts";
import { folded } from "../domain/text.ts";
import { type Store, sql } from "./store.ts";

/** Everybody on the staff, or one of them, by id, with the roles they hold and held, oldest first. */
export function staffRows(store: Store, id?: number): StaffMember[] {
  const staff = sql
    .selectFrom("staff")
    .select(["id", "name", "email", "pronouns", "orcid", "institution", "left_on"])
    .orderBy("id");
  const held = store.all(
    sql
      .selectFrom("staff_role_held as h")
      .innerJoin("staff_role as r", "r.id", "h.role_id")
      .select(["h.staff_id", "r.key", "r.label", "r.in_management_team", "h.from_on", "h.to_on"])
      .orderBy("h.from_on")
      .orderBy("h.id"),
  );
  return store.all(id === undefined ? staff : staff.where("id", "=", id)).map((s) => ({
    id: s.id,
    name: s.name,
    email: s.email,
    pronouns: s.pronouns,
    orcid: s.orcid,
    institution: s.institution,
    leftOn: s.left_on as Day | null,
    roles: held
      .filter((h) => h.staff_id === s.id)
      .map((h) => ({
        key: h.key,
        label: h.label,
        inManagementTeam: h.in_management_team === 1,
        fromOn: h.from_on as Day,
        toOn: h.to_on as Day | null,
      })),
  }));
}

/** Who on the staff could be meant by a ref (S-001), an e-mail address or a name, in any case. */
export function staffCandidates(store: Store, text: string): StaffMember[] {
  const id = idOf("staff", text);
  if (id !== null) return staffRows(store, id);
  const wanted = folded(text);
  return staffRows(store).filter((s) => [s.name, s.email ?? ""].some((name) => folded(name) === wanted));
}

/** Who else on the staff has an ORCID iD, as a ref. */
export const staffOrcidOwner =
  (store: Store, self?: number): OrcidOwner =>
  (orcid) => {
    const other = staffRows(store).find((s) => s.orcid === orcid && s.id !== self);
    return other && ref("staff", other.id);
  };

/** The one member of staff meant by a ref (S-001), an e-mail address or a name; nobody, or more than one, is refused. */
export const findStaff = (store: Store, text: string): Result<StaffMember> =>
  theOneOnStaff(text, staffCandidates(store, text));

/** The roles a unit has, by id. */
export const roles = (store: Store): Role[] =>
  store.all(sql.selectFrom("staff_role").select(["id", "key", "label"]).orderBy("id"));

/** Adds a member of staff; answers their id. */
export const addStaff = (store: Store, staff: NewStaff): number =>
  store.insert("staff", {
    name: staff.name,
    email: staff.email ?? null,
    pronouns: staff.pronouns ?? null,
    orcid: staff.orcid ?? null,
    institution: staff.institution ?? null,
  });

/** Gives a member of staff a role from a day on. */
export const giveRole = (store: Store, staffId: number, roleId: number, fromOn: Day): number =>
  store.insert("staff_role_held", { staff_id: staffId, role_id: roleId, from_on: fromOn });

/** Writes what an edit changes of a member of staff; roles end on the day. */
export function editStaff(store: Store, staffId: number, plan: StaffEditPlan, on: Day): void {
  const left = plan.leftOn === undefined ? {} : { left_on: plan.leftOn };
  const changes = { ...plan.details, ...left } as { readonly name?: string };
  if (Object.keys(changes).length > 0) store.update("staff", staffId, changes);
  const held = store.all(
    sql
      .selectFrom("staff_role_held as h")
      .innerJoin("staff_role as r", "r.id", "h.role_id")
      .select(["h.id", "r.key"])
      .where("h.staff_id", "=", staffId)
      .where("h.to_on", "is", null)
      .orderBy("h.id"),
  );
  for (const { id } of held.filter((h) => plan.ended.some((r) => r.key === h.key)))
    store.update("staff_role_held", id, { to_on: on });
}

/** Whoever signs a letter, and the role they hold on the day. */
export function signerOf(store: Store, by: string, today: Day): { name: string; role: string | null } {
  const [staff] = staffCandidates(store, by);
  const role = staff?.roles.find((r) => r.fromOn <= today && (r.toOn === null || r.toOn >= today));
  return { name: staff?.name ?? by, role: role?.label ?? null };
}
