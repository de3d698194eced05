import { type Day, dayInWords } from "./day.ts";
import type { TeamName } from "./person-name.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** A conflict of interest of somebody with a project, as it is kept. */
export interface ProjectConflict {
  readonly id: number;
  readonly personId: number;
  readonly knownAs: TeamName;
  readonly note: string | null;
  readonly declaredOn: Day;
}

/** What `project conflict` is asked to do, with what has to be known for it. */
export interface ConflictRequest {
  readonly project: string;
  /** `M-009 Ngozi Eze`. */
  readonly name: string;
  readonly existing: ProjectConflict | undefined;
  readonly note: string | undefined;
  readonly remove: boolean;
  readonly on: Day;
  readonly today: Day;
}

/** What is to be done with a conflict of interest. */
export type ConflictAction = "add" | "change" | "remove" | "nothing";

/** Whether a conflict of interest may be put on record or taken back, and which of the two it is. */
export function planProjectConflict(request: ConflictRequest): Result<ConflictAction> {
  const { project, name, existing, note, remove, on, today } = request;
  const problems: Problem[] = [];
  if (remove && !existing)
    problems.push({
      code: "no-such-conflict",
      message: `${name} has no conflict of interest with ${project} on record.`,
      remedy: `Those on record: involve project conflict ${project}`,
    });
  if (!remove && on > today)
    problems.push({
      code: "in-the-future",
      message: `${dayInWords(on)} is in the future.`,
      remedy: "Give the day they declared it, today or earlier.",
    });
  return unless(problems, () => {
    if (remove) return "remove";
    if (!existing) return "add";
    return note === undefined || note === existing.note ? "nothing" : "change";
  });
}

/** What was done, in sentences; somebody who is on the team or was asked is pointed out. */
export function conflictSaid(
  { project, name }: ConflictRequest,
  action: ConflictAction,
  holds: "team" | "offer" | null,
): string[] {
  if (action === "remove")
    return [`${name} has no conflict of interest with ${project} any more, and can be proposed.`];
  if (action === "nothing") return [`${name} has a conflict of interest with ${project} on record already.`];
  return [
    action === "change"
      ? `The note on ${name}'s conflict of interest with ${project} is changed.`
      : `${name} has a conflict of interest with ${project} and is not proposed for it.`,
    ...(holds === "team"
      ? [
          `They are on the team: whether they stay is for people to decide; involve project release ${project} ${name.split(" ")[0]} would end it.`,
        ]
      : []),
    ...(holds === "offer"
      ? [
          `They have been offered a place: to take it back, involve project reply ${project} ${name.split(" ")[0]} --withdraw`,
        ]
      : []),
  ];
}
