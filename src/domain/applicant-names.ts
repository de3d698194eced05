import type { Day } from "./day.ts";
import { no, type Result, yes } from "./result.ts";
import type { StaffMember } from "./staff.ts";

/**
 * Whether whoever runs a command may see applicants' names: somebody who holds a role of the Involvement Management team on
 * that day; `without` says what could be left out instead. Shortlisting is blind to names; source: usual recruitment practice.
 */
export function mayReadNames(
  by: string,
  staff: readonly StaffMember[],
  today: Day,
  without = "Leave out --names",
): Result<StaffMember> {
  const one = staff.find((s) =>
    s.roles.some((r) => r.inManagementTeam && r.fromOn <= today && (r.toOn === null || r.toOn >= today)),
  );
  return one
    ? yes(one)
    : no({
        code: "names-withheld",
        message: `Applicants' names are for the Involvement Management team, and "${by}" has no role in it today.`,
        remedy: `${without}; or say who you are with --by "Your Name" (see: involve staff list).`,
      });
}
