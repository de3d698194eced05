import { command } from "../../cli/command.ts";
import { must } from "../../cli/errors.ts";
import { asked, day, fallback, flag, many, required, text } from "../../cli/options.ts";
import { idOf } from "../../domain/ref.ts";
import { every, no, type Result, together } from "../../domain/result.ts";
import {
  checkNewStaff,
  type NewStaff,
  type Role,
  roleMeant,
  type StaffMember,
  staffName,
} from "../../domain/staff.ts";
import { listed } from "../../domain/text.ts";
import { staffReport } from "../../reports/staff.ts";
import {
  addStaff,
  findStaff,
  giveRole,
  roles,
  staffCandidates,
  staffOrcidOwner,
  staffRows,
} from "../../store/staff.ts";
import type { Store } from "../../store/store.ts";

/** Who is meant: somebody new who may be added, or somebody here already by their ref. */
function who(store: Store, words: NewStaff & { readonly sameName: boolean }): Result<NewStaff | StaffMember> {
  if (idOf("staff", words.name) === null)
    return checkNewStaff(words, {
      sameName: staffCandidates(store, words.name),
      againWithSameName: words.sameName,
      emailOwner: words.email ? staffCandidates(store, words.email)[0] : undefined,
      orcidOwner: staffOrcidOwner(store),
    });
  if (
    words.email === undefined &&
    words.pronouns === undefined &&
    words.orcid === undefined &&
    words.institution === undefined
  )
    return findStaff(store, words.name);
  return no({
    code: "only-a-role",
    message: "With a ref, only --role and --from can be given.",
    remedy: "Leave out the other options.",
  });
}

function sentence(staff: StaffMember, isNew: boolean, given: readonly Role[]): string {
  const roles = listed(given.map((r) => r.label));
  if (isNew) return `Added ${staffName(staff)}${roles ? ` as ${roles}` : "; they have no role yet"}.`;
  return roles
    ? `${staffName(staff)} is now also ${roles}.`
    : `${staffName(staff)} holds that role already; nothing changed.`;
}

export default command({
  about: "Add a member of staff with a role",
  details: [
    "A role is named by its key or its last words. With a ref in place of a name, somebody who is here already takes on another role.",
  ],
  examples: [
    'involve staff add "Harriet Osei" --role co-ordinator',
    'involve staff add "Dr Sanjay Rao" --role deputy-director --email s.rao@unit.example --from 2025-08-01',
    "involve staff add S-002 --role researcher",
  ],
  writes: true,
  asksOnlyWhenBare: true,
  args: { name: required(text("their name, or the ref of somebody who is here", "NAME")) },
  options: {
    role: asked(many(text("a role they hold", "ROLE", "role"))),
    from: fallback(day("the day they took on the role"), "today"),
    email: asked(text("their e-mail address", "EMAIL")),
    pronouns: asked(text("their pronouns, such as she/her", "PRONOUNS")),
    orcid: text("their ORCID iD", "ORCID"),
    institution: text("their institution as papers print it; the unit where left out", "INSTITUTION"),
    sameName: flag("there is somebody of the same name, and this is another person"),
  },
  run(context, words) {
    return context.write((store) => {
      const known = roles(store);
      const { wanted, staff } = must(
        every({ wanted: together(words.role.map((r) => roleMeant(r, known))), staff: who(store, words) }),
      );
      const isNew = !("id" in staff);
      const id = isNew ? addStaff(store, staff) : staff.id;
      const held = isNew ? [] : staff.roles.filter((r) => r.toOn === null).map((r) => r.key);
      const given = [...new Set(wanted)].filter((r) => !held.includes(r.key));
      for (const role of given) giveRole(store, id, role.id, words.from);
      const rows = staffRows(store, id);
      return {
        report: staffReport(rows, true, context.today),
        said: rows.map((row) => sentence(row, isNew, given)),
      };
    });
  },
});
