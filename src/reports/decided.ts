import { composition } from "../domain/composition.ts";
import type { Decided } from "../domain/decision.ts";
import type { NewAim, Round } from "../domain/round.ts";
import type { Entrant, Profile } from "../domain/selection.ts";
import { compositionSection } from "./composition.ts";
import type { Report } from "./report.ts";

const words = { select: "chosen", reserve: "reserve", decline: "not placed" } as const;

/** What was decided for every application beside what was proposed, and the group as it was decided. */
export function decidedReport(
  round: Round,
  decided: readonly Decided[],
  entrants: readonly Entrant[],
  aims: readonly NewAim[],
  stayers: readonly Profile[],
): Report {
  const chosen = new Set(decided.filter((d) => d.decision === "select").map((d) => d.code));
  const pool = entrants.filter((e) => e.tally.complete);
  return {
    title: `${round.title}: what was decided`,
    sections: [
      {
        key: "decisions",
        columns: [
          { key: "code", heading: "Code" },
          { key: "decision", heading: "Decision" },
          { key: "reserve_rank", heading: "Reserve", kind: "integer" },
          { key: "proposed", heading: "Proposed" },
          { key: "reason", heading: "Reason" },
        ],
        rows: decided.map((d) => ({
          code: d.code,
          decision: words[d.decision],
          reserve_rank: d.reserveRank,
          proposed: d.proposed === null ? null : words[d.proposed],
          reason: d.reason,
        })),
      },
      compositionSection(
        composition(aims, { chosen: entrants.filter((e) => chosen.has(e.code)), staying: stayers, pool }),
      ),
    ],
  };
}
