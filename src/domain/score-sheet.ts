import { onPanel } from "./panel.ts";
import { no, type Result, yes } from "./result.ts";
import type { Stage } from "./round.ts";
import { type Conflict, type PanelMember, scorerOf } from "./scoring.ts";
import { listed } from "./text.ts";

/** An application as far as a sheet for scorers needs it. */
interface ForSheet {
  readonly id: number;
  readonly code: string;
  readonly status: string;
}

/** What goes on a sheet: the applications, whose sheet it is (by ref), and the codes left out for a conflict of interest. */
export interface SheetPlan<T extends ForSheet> {
  readonly rows: readonly T[];
  readonly scorer: string | undefined;
  readonly leftOut: readonly string[];
}

/**
 * Which applications go on a sheet for scoring: those that were not withdrawn, for the interview those that were shortlisted, and
 * for one scorer none that they have a conflict of interest with. Whoever does not score that stage is refused.
 */
export function planSheet<T extends ForSheet>(
  words: { readonly stage: Stage; readonly scorer: string | undefined },
  facts: {
    readonly round: string;
    readonly applications: readonly T[];
    readonly panel: readonly PanelMember[];
    readonly conflicts: readonly Conflict[];
  },
): Result<SheetPlan<T>> {
  const out = words.stage === "interview" ? ["withdrawn", "received"] : ["withdrawn"];
  const open = facts.applications.filter((a) => !out.includes(a.status));
  if (words.scorer === undefined) return yes({ rows: open, scorer: undefined, leftOut: [] });
  const roles = onPanel(words.scorer, facts.panel);
  if (!roles.ok) return roles;
  const role = scorerOf[words.stage];
  if (!roles.value.some((r) => r.role === role))
    return no({
      code: "not-in-role",
      message: `${words.scorer} does not score ${words.stage === "interview" ? "the interview" : "shortlisting"} in ${facts.round}.`,
      remedy: `Those who do: ${listed(facts.panel.filter((p) => p.role === role).map((p) => p.name)) || "nobody"}.`,
    });
  const ids = new Set(roles.value.map((r) => r.id));
  const barred = new Set(facts.conflicts.flatMap((c) => (ids.has(c.panelId) ? [c.applicationId] : [])));
  return yes({
    rows: open.filter((a) => !barred.has(a.id)),
    scorer: roles.value[0]?.ref,
    leftOut: open.filter((a) => barred.has(a.id)).map((a) => a.code),
  });
}
