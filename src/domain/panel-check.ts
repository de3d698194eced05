import type { NewCriterion, PanelRole, Stage } from "./round.ts";
import { count } from "./text.ts";

/** Somebody in one role on a panel, as far as the panel as a whole is checked. */
export interface Seat {
  readonly role: PanelRole;
  /** Whether they are in the group that should be on the panel, on the day they score (or today, where that is to come). */
  readonly inGroup: boolean;
}

/** What is asked of a panel (settings shortlisters-minimum and panel-group). */
export interface PanelRule {
  readonly shortlisters: number;
  /** Key of the group of which somebody should shortlist and interview. */
  readonly group: string;
}

/** Something a panel lacks, at a stage. */
export interface PanelGap {
  readonly stage: Stage;
  readonly said: string;
}

/**
 * What a panel lacks: enough shortlisters who score independently, one of them from the working group, and at least one of the
 * working group on the interview panel. Source: usual practice of open recruitment to lived-experience groups (M).
 */
export function panelGaps(
  seats: readonly Seat[],
  criteria: readonly Pick<NewCriterion, "stage">[],
  rule: PanelRule,
): PanelGap[] {
  const gaps: PanelGap[] = [];
  const having = (role: PanelRole): readonly Seat[] => seats.filter((s) => s.role === role);
  const none = (role: PanelRole): boolean => having(role).length > 0 && !having(role).some((s) => s.inGroup);
  const gap = (stage: Stage, said: string): void => {
    gaps.push({ stage, said });
  };
  if (having("shortlister").length < rule.shortlisters)
    gap(
      "shortlisting",
      `the panel has ${count(having("shortlister").length, "shortlister")}; at least ${rule.shortlisters} should score independently.`,
    );
  if (none("shortlister"))
    gap(
      "shortlisting",
      `none of the shortlisters is a member of ${rule.group}; at least one of them should be.`,
    );
  if (criteria.some((c) => c.stage === "interview")) {
    if (having("interviewer").length === 0)
      gap("interview", "there are criteria for the interview, and no interviewers on the panel.");
    if (none("interviewer"))
      gap("interview", `none of the interviewers is a member of ${rule.group}; at least one should be.`);
  }
  return gaps;
}

/** The gaps of a panel as sentences to be read beside it. */
export const gapsInWords = (gaps: readonly PanelGap[]): string[] => gaps.map((g) => `Please note: ${g.said}`);
