import { type Day, dayInWords } from "./day.ts";
import { dateProblems, type KeyDates } from "./key-dates.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";
import { count, keyOf, listed } from "./text.ts";

/** One round of recruitment, from the day it opens to appointment. */
export interface Round extends KeyDates {
  readonly id: number;
  readonly key: string;
  readonly title: string;
  /** Key of the group that people are recruited for. */
  readonly group: string;
  readonly places: number;
  readonly status: "open" | "closed" | "decided" | "appointed" | "cancelled";
  /** The day unsuccessful applicants' data is due to be blanked. */
  readonly retentionOn: Day | null;
}

/** When scoring happens: on paper, or at interview. */
export const stages = ["shortlisting", "interview"] as const;
export type Stage = (typeof stages)[number];

/** Whether a criterion has to be met or would be good to have. */
export const criterionKinds = ["essential", "desirable"] as const;

/** What applicants are scored against; scores run from 0 to `scaleMax`, times `weight` in the total. */
export interface NewCriterion {
  readonly key: string;
  readonly label: string;
  readonly kind: (typeof criterionKinds)[number];
  readonly weight: number;
  readonly scaleMax: number;
  readonly stage: Stage;
}

/** What somebody does on a panel. */
export const panelRoles = ["shortlister", "interviewer", "moderator"] as const;
export type PanelRole = (typeof panelRoles)[number];

/** Somebody for the panel: a member of staff or a person, never both. */
export interface NewPanelMember {
  readonly name: string;
  readonly role: PanelRole;
  readonly staffId: number | null;
  readonly personId: number | null;
}

/** What an aim may be about. */
export const aimCategories = ["experience", "skill", "interest", "perspective", "region"] as const;

/** What an aim rests on: the role needs it, or it acts only between people of equal merit. */
export const aimBases = ["role-requirement", "tie-break"] as const;

/** What the group as a whole should be like: so many people at least or at most of one kind. */
export interface NewAim {
  readonly category: (typeof aimCategories)[number];
  readonly value: string;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly basis: (typeof aimBases)[number];
}

/** What `round open` is asked to do, apart from its files. */
export interface NewRound {
  readonly key: string;
  readonly title: string | undefined;
  readonly group: string;
  readonly places: number;
  /** Null where it is not known. */
  readonly opensOn: Day | null;
  readonly closesOn: Day;
  readonly shortlistBy: Day | undefined;
  readonly interviewOn: Day | undefined;
  readonly interviewUntil: Day | undefined;
  readonly decisionBy: Day | undefined;
  readonly lettersBy: Day | undefined;
}

/** How a round stands on a day; an open round is closed from the day after its closing day. */
export function roundStanding(round: Round, today: Day): Round["status"] | "not yet open" {
  if (round.status !== "open") return round.status;
  if (round.opensOn !== null && today < round.opensOn) return "not yet open";
  return round.closesOn !== null && today > round.closesOn ? "closed" : "open";
}

/** `autumn-2025` as a title: `Autumn 2025`. */
export const titleOf = (key: string): string =>
  `${key[0]?.toUpperCase() ?? ""}${key.slice(1).replaceAll("-", " ")}`;

/** The day a round opens where nobody says: today, or null (not known) where it has closed by today. */
export const openingDay = (closesOn: Day, today: Day): Day | null => (closesOn < today ? null : today);

/** Whether a round may be opened: its key is new and well formed, and its days are in order. */
export function checkNewRound(
  round: NewRound,
  facts: { readonly keys: readonly string[] },
): Result<NewRound & { readonly title: string }> {
  const problems: Problem[] = [];
  if (round.key !== keyOf(round.key))
    problems.push({
      code: "not-a-key",
      message: `"${round.key}" is not a key: lower-case words and numbers joined by hyphens.`,
      remedy: `Write it like ${keyOf(round.key) || "autumn-2025"}.`,
    });
  if (facts.keys.includes(round.key))
    problems.push({
      code: "round-exists",
      message: `There is a round ${round.key} already.`,
      remedy: `See it with: involve round show ${round.key}; or choose another key.`,
    });
  const { opensOn, closesOn } = round;
  problems.push(
    ...dateProblems({
      opensOn,
      closesOn,
      shortlistBy: round.shortlistBy ?? null,
      interviewOn: round.interviewOn ?? null,
      interviewUntil: round.interviewUntil ?? null,
      decisionBy: round.decisionBy ?? null,
      lettersBy: round.lettersBy ?? null,
    }),
  );
  return unless(problems, () => ({ ...round, title: round.title ?? titleOf(round.key) }));
}

/** What was opened, in sentences. */
export const openedInWords = (
  round: NewRound,
  has: { readonly criteria: number; readonly seats: number; readonly aims: number },
): string[] => [
  `Opened ${round.key} for ${count(round.places, "place")} in ${round.group}: ${count(has.criteria, "criterion", "criteria")}, ${count(has.seats, "role")} on the panel, ${count(has.aims, "aim")}.`,
  ...(round.opensOn === null
    ? [`It closed on ${dayInWords(round.closesOn)} already, so no opening day is recorded: --opens gives it.`]
    : []),
];

/** What comes next after a round was opened. */
export const nextAfterOpening = (key: string, criteria: number): string =>
  criteria === 0
    ? `Next, what applicants are scored against: involve round criterion ${key} KEY --label TEXT --kind essential --stage shortlisting`
    : `Next: involve round import ${key} applications.csv --dry-run`;

/** A round that people are still at work on; one that is decided, appointed or cancelled is refused. */
export function stillOpen(round: Round): Result<Round> {
  if (round.status === "open" || round.status === "closed") return yes(round);
  const how = {
    decided: "the decision is on record",
    appointed: "people have been appointed",
    cancelled: "it was cancelled",
  }[round.status];
  return no({
    code: "round-over",
    message: `${round.key} can no longer be changed: ${how}.`,
    remedy: "If that was a mistake, take it back with: involve undo; see: involve history list",
  });
}

/** The round of that key, or a refusal that names those there are. */
export function theRound(key: string, rounds: readonly Round[]): Result<Round> {
  const found = rounds.find((r) => r.key === key.trim().toLowerCase());
  if (found) return yes(found);
  return no({
    code: "unknown-round",
    message: `There is no round "${key}".`,
    remedy:
      rounds.length === 0
        ? `Open it with: involve round open ${key} --places 14 --closes 2025-09-05 --criteria criteria.csv`
        : `There is: ${listed(rounds.map((r) => r.key))}.`,
  });
}
