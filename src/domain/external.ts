import type { Attendee } from "./attendance.ts";
import { isThere } from "./completion.ts";
import { addDays, addMonths, type Day, dayInWords } from "./day.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { type ExternalRequirement, type HeldRequirement, inForce, type TrainingRecord } from "./training.ts";
import { keyProblems } from "./training-words.ts";

/** What `training external add` is asked to do; null is "does not run out". */
export interface RequirementRequest {
  readonly key: string;
  readonly label: string | undefined;
  readonly validMonths: number | null | undefined;
  readonly retired: boolean | undefined;
}

/** A requirement as it is to be. */
export interface RequirementPlan {
  readonly known: ExternalRequirement | undefined;
  readonly key: string;
  readonly label: string;
  readonly validMonths: number | null;
  readonly retiredOn: Day | null;
}

/** A requirement that others set, new or changed. Another validity counts for those that are recorded from now on. */
export function planRequirement(
  request: RequirementRequest,
  known: ExternalRequirement | undefined,
  today: Day,
): Result<RequirementPlan> {
  const key = known?.key ?? request.key.trim().toLowerCase();
  const problems = known ? [] : keyProblems(request.key, "requirement", "safeguarding");
  if (!known && request.label === undefined)
    problems.push({
      code: "no-label",
      message: `There is no requirement ${key} yet, and a new one needs a label.`,
      remedy: `Add: --label "Its name"`,
    });
  const before = known?.retiredOn ?? null;
  const retiredOn = request.retired === undefined ? before : request.retired ? (before ?? today) : null;
  return unless(problems, () => ({
    known,
    key,
    label: request.label ?? known?.label ?? key,
    validMonths: request.validMonths === undefined ? (known?.validMonths ?? null) : request.validMonths,
    retiredOn,
  }));
}

/** What `training external record` is asked to do. */
export interface HeldRequest {
  readonly people: readonly Attendee[];
  readonly requirement: ExternalRequirement;
  readonly issued: Day;
  readonly expires: Day | undefined;
}

/** Somebody's requirement as it is to be on record. */
export interface HeldEntry {
  readonly person: Attendee;
  readonly requirement: ExternalRequirement;
  readonly issuedOn: Day;
  readonly expiresOn: Day | null;
}

/** The last day on which something counts that was issued on a day and lasts so many months; null where it does not run out. */
const lastDay = (requirement: ExternalRequirement, issued: Day): Day | null =>
  requirement.validMonths === null ? null : addMonths(issued, requirement.validMonths);

/**
 * Whether it can be recorded that people hold a requirement: it is in use, its day has come, its end is not before it, and they
 * are in a group now or were on the day. Every reason at once.
 */
export function checkHeld(request: HeldRequest, today: Day): Result<HeldEntry[]> {
  const { people, requirement, issued, expires } = request;
  const problems: Problem[] = [];
  if ((requirement.retiredOn ?? null) !== null)
    problems.push({
      code: "retired-requirement",
      message: `${requirement.label} is retired since ${dayInWords(requirement.retiredOn as Day)}.`,
      remedy: `To use it again: involve training external add ${requirement.key} --reopen`,
    });
  if (issued > today)
    problems.push({
      code: "in-the-future",
      message: `${issued} is still to come.`,
      remedy: "Record it once it is issued.",
    });
  if (expires !== undefined && expires < issued)
    problems.push({
      code: "ends-before-it-begins",
      message: `It would run out on ${dayInWords(expires)}, before it was issued on ${dayInWords(issued)}.`,
      remedy: "Check --issued and --expires.",
    });
  for (const person of people)
    if (!isThere(person, today) && !isThere(person, issued))
      problems.push({
        code: "not-a-member",
        message: `${ref("member", person.id)} ${person.knownAs} is in no group, and was in none on ${dayInWords(issued)}.`,
        remedy: `If they are back: involve member rejoin ${ref("member", person.id)}`,
      });
  return unless(problems, () =>
    people.map((person) => ({
      person,
      requirement,
      issuedOn: issued,
      expiresOn: expires ?? lastDay(requirement, issued),
    })),
  );
}

/** What is on record of these entries already: the same requirement of the same person, issued on the same day. */
export const alreadyHeld = (
  entry: HeldEntry,
  record: TrainingRecord | undefined,
): HeldRequirement | undefined =>
  record?.held.find(
    (h) =>
      h.requirementId === entry.requirement.id &&
      h.issuedOn === entry.issuedOn &&
      (h.revokedOn ?? null) === null,
  );

/** How something that is held stands on a day: in force, soon to run out, run out, taken back, or still to begin. */
export function heldState(held: HeldRequirement, warningDays: number, day: Day): string {
  if ((held.revokedOn ?? "9999") <= day) return "taken back";
  if (held.issuedOn > day) return "not yet";
  if (!inForce(held.issuedOn, held.expiresOn, null, 0, day)) return "ran out";
  return held.expiresOn !== null && held.expiresOn <= addDays(day, warningDays)
    ? "runs out soon"
    : "in force";
}
