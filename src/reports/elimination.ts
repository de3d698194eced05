import type { EliminationWarning } from "../domain/elimination.ts";
import type { KeptWarning } from "../store/elimination.ts";
import { list, type OutwardReport } from "./report.ts";

/** How somebody in an output could be worked out now, and what was acknowledged of it; it names nobody. */
export const eliminationReport = (
  output: string,
  now: readonly EliminationWarning[],
  kept: readonly KeptWarning[],
): OutwardReport =>
  list(
    `How somebody in ${output} could be worked out`,
    [
      { key: "warning", heading: "What readers may put together" },
      { key: "mend", heading: "What would mend it" },
      { key: "acknowledged_on", heading: "Acknowledged", kind: "day" },
      { key: "reason", heading: "Why it goes on" },
    ],
    [
      ...now.map(({ warning, mend }) => {
        const known = kept.find((k) => k.warning === warning);
        return { warning, mend, acknowledged_on: known?.on ?? null, reason: known?.reason ?? null };
      }),
      ...kept
        .filter((k) => !now.some((w) => w.warning === k.warning))
        .map((k) => ({ warning: k.warning, mend: "no longer so", acknowledged_on: k.on, reason: k.reason })),
    ],
    `Nothing that the store knows of gives away who is behind ${output}, or nobody hides in it.`,
  );
