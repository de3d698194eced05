import type { ConflictPlan } from "../domain/conflict.ts";
import type { PanelSeat } from "../domain/panel-change.ts";
import type { Round } from "../domain/round.ts";
import type { Conflict, PanelMember } from "../domain/scoring.ts";
import { list, type Report } from "./report.ts";

/** A declaration that was put on record: for each role of that person on the panel, what it is about. */
export const conflictReport = (plan: ConflictPlan, taken: number): Report =>
  list(
    "Conflict of interest",
    [
      { key: "scorer", heading: "Scorer" },
      { key: "role", heading: "Role" },
      { key: "applications", heading: "Applications" },
      { key: "declared", heading: "Declared" },
      { key: "scores_taken_out", heading: "Scores taken out", kind: "integer" },
    ],
    plan.roles.map((r) => ({
      scorer: r.ref,
      role: r.role,
      applications: plan.codes,
      declared: plan.none ? "none" : plan.end.length > 0 ? "over" : (plan.reason ?? "conflict"),
      scores_taken_out: taken,
    })),
    "Nobody.",
  );

/** What the panel is shown with. */
interface PanelShown {
  readonly seats: readonly { readonly id: number; readonly inGroup: boolean }[];
  readonly conflicts: readonly (Conflict & { readonly reason: string | null })[];
  /** The codes of the applications by id. */
  readonly codes: ReadonlyMap<number, string>;
  /** Key of the group of which somebody should be on the panel. */
  readonly group: string;
}

/** Who is on the panel of a round, a row for each role: whether they are in the working group, what they declared, what they gave. */
export const panelReport = (
  round: Round,
  panel: readonly (PanelSeat & PanelMember)[],
  { seats, conflicts, codes, group }: PanelShown,
): Report =>
  list(
    `Panel of ${round.title}`,
    [
      { key: "role", heading: "Role" },
      { key: "ref", heading: "Ref" },
      { key: "name", heading: "Name" },
      { key: "in_group", heading: `In ${group}`, kind: "yes-no" },
      { key: "scores", heading: "Scores", kind: "integer" },
      { key: "conflicts", heading: "Does not score" },
      { key: "declared", heading: "Declared" },
      { key: "none_declared_on", heading: "Declared none", kind: "day", detail: true },
    ],
    panel.map((p) => {
      const own = conflicts.filter((c) => c.panelId === p.id);
      const noted = own.flatMap((c) => (c.applicationId === null && c.reason ? [c.reason] : []));
      return {
        role: p.role,
        ref: p.ref,
        name: p.name,
        in_group: seats.some((s) => s.id === p.id && s.inGroup),
        scores: p.given,
        conflicts: own.flatMap((c) => (c.applicationId === null ? [] : (codes.get(c.applicationId) ?? []))),
        declared:
          own.length === 0 ? (p.noneDeclaredOn === null ? null : "none") : noted.join("; ") || "conflict",
        none_declared_on: p.noneDeclaredOn,
      };
    }),
    `Nobody yet. Put somebody on it with: involve round panel ${round.key} NAME --role shortlister`,
  );
