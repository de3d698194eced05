import { type Day, dayInWords, daysBetween } from "./day.ts";
import type { Problem } from "./result.ts";
import type { Round } from "./round.ts";
import { count } from "./text.ts";

/** The days a round is planned by; null where nothing is planned. */
export interface KeyDates {
  readonly opensOn: Day | null;
  readonly closesOn: Day | null;
  readonly shortlistBy: Day | null;
  /** The first day of interviews. */
  readonly interviewOn: Day | null;
  readonly interviewUntil: Day | null;
  readonly decisionBy: Day | null;
  readonly lettersBy: Day | null;
}

/** The key dates in their order, each with its name and the option it is given with. */
const keyDates = [
  ["opensOn", "opening", "--opens"],
  ["closesOn", "closing", "--closes"],
  ["shortlistBy", "shortlisting", "--shortlist-by"],
  ["interviewOn", "the first interviews", "--interviews"],
  ["interviewUntil", "the last interviews", "--interviews-until"],
  ["decisionBy", "the decision", "--decision-by"],
  ["lettersBy", "the letters", "--letters-by"],
] as const;

const capital = (text: string): string => `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;

const codes: Readonly<Record<string, string>> = {
  closesOn: "closes-before-opening",
  interviewOn: "interviews-before-closing",
};

/** Days that are not in the order of a round: opening, closing, shortlisting, interviews, decision, letters. */
export function dateProblems(dates: KeyDates): Problem[] {
  const given = keyDates.flatMap(([key, name, option]) => {
    const day = dates[key];
    return day === null ? [] : [{ key, name, option, day }];
  });
  return given.flatMap((later, i) => {
    const earlier = given[i - 1];
    const isEqual = earlier?.key === "closesOn" && later.key === "interviewOn" && later.day === earlier.day;
    if (!earlier || !(later.day < earlier.day || isEqual)) return [];
    return [
      {
        code: codes[later.key] ?? "days-out-of-order",
        message: `${capital(later.name)} on ${later.day} would be ${isEqual ? "on the day of" : "before"} ${earlier.name}, ${earlier.day}.`,
        remedy: `Give the days with ${earlier.option} and ${later.option}.`,
      },
    ];
  });
}

/** How far the work of a round has come. */
export interface Progress {
  /** Whether it is on record who goes to interview. */
  readonly shortlisted: boolean;
  /** Whether everybody who was decided on has been written to. */
  readonly lettersSent: boolean;
}

/** What is due next in a round. */
export interface NextDue {
  /** What, with its preposition: `shortlisting by`. */
  readonly what: string;
  readonly on: Day;
  readonly overdue: boolean;
}

/** What is due next in a round on a day: the earliest of what is still to be done; null where nothing is, or no day was set. */
export function nextDue(round: Round, progress: Progress, today: Day): NextDue | null {
  const { status } = round;
  if (status === "cancelled") return null;
  const isDecided = status === "decided" || status === "appointed";
  const isClosed = isDecided || status === "closed" || (round.closesOn !== null && today > round.closesOn);
  const open: readonly (readonly [what: string, on: Day | null, isDone: boolean])[] = [
    ["opens on", round.opensOn, isClosed || (round.opensOn !== null && today >= round.opensOn)],
    ["closes on", round.closesOn, isClosed],
    ["shortlisting by", round.shortlistBy, isDecided || progress.shortlisted],
    [
      "interviews begin on",
      round.interviewOn,
      isDecided || (round.interviewOn !== null && today >= round.interviewOn),
    ],
    [
      "interviews end on",
      round.interviewUntil,
      isDecided || (round.interviewUntil !== null && today > round.interviewUntil),
    ],
    ["decision by", round.decisionBy, isDecided],
    ["letters by", round.lettersBy, isDecided && progress.lettersSent],
  ];
  const [first] = open
    .flatMap(([what, on, isDone]) => (on === null || isDone ? [] : [{ what, on, overdue: on < today }]))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return first ?? null;
}

/** `shortlisting by Mon 15 Sep 2025`, and how long ago it was to be done. */
export function nextInWords({ what, on, overdue }: NextDue, today: Day): string {
  const late = overdue ? `, ${count(daysBetween(on, today), "day")} overdue` : "";
  return `${what} ${dayInWords(on)}${late}`;
}

/** The days of a round in a sentence. */
export function datesInWords(round: Round): string {
  const interviews = round.interviewOn
    ? [`interviews from ${round.interviewOn}${round.interviewUntil ? ` to ${round.interviewUntil}` : ""}`]
    : [];
  const parts = [
    `Open from ${round.opensOn ?? "?"} to ${round.closesOn ?? "?"}`,
    ...(round.shortlistBy ? [`shortlisting by ${round.shortlistBy}`] : []),
    ...interviews,
    ...(round.decisionBy ? [`decision by ${round.decisionBy}`] : []),
    ...(round.lettersBy ? [`letters by ${round.lettersBy}`] : []),
  ];
  return `${parts.join(", ")}${round.retentionOn ? `; data of those not chosen is kept to ${round.retentionOn}` : ""}.`;
}
