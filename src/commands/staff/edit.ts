import { command } from "../../cli/command.ts";
import { must, somethingToChange } from "../../cli/errors.ts";
import { choice, day, fallback, flag, many, required, text } from "../../cli/options.ts";
import { every, together } from "../../domain/result.ts";
import { roleMeant, staffName } from "../../domain/staff.ts";
import { clearableStaff, planStaffEdit, staffEditInWords } from "../../domain/staff-edit.ts";
import { listed } from "../../domain/text.ts";
import { staffReport } from "../../reports/staff.ts";
import {
  editStaff,
  findStaff,
  roles,
  staffCandidates,
  staffOrcidOwner,
  staffRows,
} from "../../store/staff.ts";

const details = {
  name: text("their name", "NAME"),
  email: text("their e-mail address", "EMAIL"),
  pronouns: text("their pronouns, such as she/her", "PRONOUNS"),
  orcid: text("their ORCID iD", "ORCID"),
  institution: text("their institution, as it is printed in papers", "INSTITUTION"),
  clear: many(choice("a detail to empty; without an institution, the unit is printed", clearableStaff)),
  roleEnded: many(text("a role they no longer hold", "ROLE", "role")),
  leaves: flag("they leave the unit, with every role they hold"),
};

export default command({
  about: "Change the details of a member of staff, or record that a role ended",
  details: [
    "What is left out stays as it is; --clear empties a detail. What they did stays on record when they leave; another role is taken on with: involve staff add S-002 --role ROLE",
  ],
  examples: [
    'involve staff edit S-005 --institution "King\'s College London" --orcid 0000-0002-1825-0097',
    "involve staff edit S-002 --role-ended involvement-lead --on 2026-07-31",
    "involve staff edit S-004 --leaves --on 2026-09-30",
  ],
  writes: true,
  args: { staff: required(text("their ref or name", "STAFF", "staff")) },
  options: { ...details, on: fallback(day("the day a role ended, or they left"), "today") },
  run(context, { staff: who, on, ...words }) {
    somethingToChange("staff edit", words);
    return context.write((store) => {
      const { now, meant } = must(
        every({
          now: findStaff(store, who),
          meant: together(words.roleEnded.map((r) => roleMeant(r, roles(store)))),
        }),
      );
      const emailOwner = words.email ? staffCandidates(store, words.email)[0] : undefined;
      const edit = { ...words, on, ended: meant.map((r) => r.key) };
      const orcidOwner = staffOrcidOwner(store, now.id);
      const plan = must(planStaffEdit(now, edit, { today: context.today, emailOwner, orcidOwner }));
      editStaff(store, now.id, plan, on);
      const rows = staffRows(store, now.id);
      const changed = staffEditInWords(plan);
      const name = rows.map(staffName).join();
      return {
        report: staffReport(rows, true, context.today),
        said: [changed.length > 0 ? `Changed ${name}: ${listed(changed)}.` : `Nothing changed for ${name}.`],
      };
    });
  },
});
