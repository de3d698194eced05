import type { Day } from "./day.ts";
import { ref } from "./ref.ts";
import { no, type Result, yes } from "./result.ts";

/** A role somebody on the staff holds or held. */
export interface RoleHeld {
  readonly key: string;
  readonly label: string;
  /** Whether the role belongs to the Involvement Management team. */
  readonly inManagementTeam: boolean;
  readonly fromOn: Day;
  readonly toOn: Day | null;
}

/** A member of staff: the management team, directors, researchers, finance. */
export interface StaffMember {
  readonly id: number;
  readonly name: string;
  readonly email: string | null;
  readonly pronouns: string | null;
  readonly leftOn: Day | null;
  readonly roles: readonly RoleHeld[];
}

/** `S-001 Harriet Osei`: a member of staff in a sentence. */
export const staffName = (s: Pick<StaffMember, "id" | "name">): string => `${ref("staff", s.id)} ${s.name}`;

/** The one member of staff meant by a ref or a name; nobody, and more than one, are refused with the remedy. */
export function theOneOnStaff(text: string, candidates: readonly StaffMember[]): Result<StaffMember> {
  const [only, ...others] = candidates;
  if (!only)
    return no({
      code: "unknown-staff",
      message: `Nobody on the staff is "${text}".`,
      remedy:
        'Give a ref such as S-001 or a name; see: involve staff list. To add somebody: involve staff add "Name"',
    });
  if (others.length === 0) return yes(only);
  return no({
    code: "ambiguous-staff",
    message: `"${text}" could be: ${candidates.map(staffName).join("; ")}.`,
    remedy: "Give the ref of the one you mean.",
  });
}
