import type { Day } from "../domain/day.ts";
import type { SummaryFacts } from "../domain/involvement-summary.ts";
import type { NamingFacts } from "../domain/naming.ts";
import type { Period } from "../domain/period.ts";
import type { RoundRow } from "../store/evaluations.ts";
import type { EventRow } from "../store/events.ts";
import type { CommentaryStanding, MeetingStanding, PaperStanding } from "../store/outputs.ts";
import type { Column } from "./report.ts";

/** Everything the involvement report is made of. */
export interface InvolvementFacts extends SummaryFacts {
  readonly period: Period;
  readonly today: Day;
  readonly threshold: number;
  readonly standards: readonly { readonly key: string; readonly label: string }[];
  readonly meetings: readonly MeetingStanding[];
  readonly papers: readonly PaperStanding[];
  readonly commentaries: readonly CommentaryStanding[];
  readonly events: readonly EventRow[];
  readonly evaluations: readonly RoundRow[];
  readonly naming: NamingFacts;
}

/** A column in fewer words. */
export const column = (key: string, heading: string, more: Partial<Column> = {}): Column => ({
  key,
  heading,
  ...more,
});
