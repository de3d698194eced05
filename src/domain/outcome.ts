/** What becomes of one row of an import. */
export interface PlannedRow {
  readonly outcome: "new" | "updated" | "unchanged";
}

/** How many rows of a plan are new, updated and unchanged. */
export function outcomes(planned: readonly PlannedRow[]): {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
} {
  const n = (outcome: PlannedRow["outcome"]): number => planned.filter((p) => p.outcome === outcome).length;
  return { added: n("new"), updated: n("updated"), unchanged: n("unchanged") };
}

/** A sentence that names the columns nothing is known of; none where there are none. */
export const leftOut = (columns: readonly string[]): string[] =>
  columns.length > 0 ? [`Columns that are not known here were left out: ${columns.join(", ")}.`] : [];
