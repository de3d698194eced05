import type { ConflictPlan } from "../domain/conflict.ts";
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
