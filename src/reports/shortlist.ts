import { rounded } from "../domain/fraction.ts";
import type { Round } from "../domain/round.ts";
import { essentialOf } from "../domain/shortlist.ts";
import type { Shortlisted } from "../domain/shortlist-plan.ts";
import { list, type Report } from "./report.ts";

/** Every application that could go to interview, best first, with what is proposed and what would be decided. */
export function shortlistReport(
  round: Round,
  decided: readonly Shortlisted[],
  ties: readonly string[],
): Report {
  const departs = decided.some((d) => d.invited !== d.proposed);
  return list(
    `Shortlist of ${round.title}`,
    [
      { key: "rank", heading: "Rank", kind: "integer" },
      { key: "code", heading: "Code" },
      { key: "shortlisting", heading: "Shortlisting", kind: "decimal" },
      { key: "essential", heading: "Essential", kind: "decimal" },
      { key: "far_apart", heading: "Scorers far apart on" },
      { key: "proposed", heading: "Proposed", kind: "yes-no" },
      { key: "invited", heading: "Invited", kind: "yes-no", detail: !departs },
      { key: "reason", heading: "Reason", detail: !departs },
    ],
    decided.map(({ rank, entrant: { code, tally }, proposed, invited, reason }) => ({
      rank,
      code,
      shortlisting: tally.shortlisting ? rounded(tally.shortlisting) : null,
      essential: tally.shortlisting ? rounded(essentialOf(tally)) : null,
      far_apart: tally.criteria
        .filter((c) => c.criterion.stage === "shortlisting" && tally.flagged.includes(c.criterion.key))
        .map((c) => c.criterion.key),
      proposed,
      invited,
      reason,
    })),
    `No applications yet. Bring them in with: involve round import ${round.key} applications.csv`,
    ties,
  );
}
