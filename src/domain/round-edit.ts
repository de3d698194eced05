import { addMonths, type Day } from "./day.ts";
import { dateProblems, type KeyDates } from "./key-dates.ts";
import { type Problem, problemsOf, type Result, unless } from "./result.ts";
import { type NewAim, type Round, stillOpen } from "./round.ts";
import { listed } from "./text.ts";

/** The days that can be emptied. */
export const clearableDates = [
  "shortlist-by",
  "interviews",
  "interviews-until",
  "decision-by",
  "letters-by",
] as const;

/** What `round edit` is asked to change; undefined leaves it as it is. */
export interface RoundEdit {
  readonly title: string | undefined;
  readonly places: number | undefined;
  readonly opens: Day | undefined;
  readonly closes: Day | undefined;
  readonly shortlistBy: Day | undefined;
  readonly interviews: Day | undefined;
  readonly interviewsUntil: Day | undefined;
  readonly decisionBy: Day | undefined;
  readonly lettersBy: Day | undefined;
  readonly clear: readonly (typeof clearableDates)[number][];
  readonly close: boolean;
  readonly reopen: boolean;
  readonly cancel: boolean;
}

/** What an edit of a round is checked against. */
export interface RoundEditFacts {
  readonly round: Round;
  readonly today: Day;
  readonly aims: readonly NewAim[];
  /** How many people the aims are about at most, with the places as they will be: those chosen and the members who may stay. */
  readonly over: number;
  /** The earliest day on which somebody was scored at interview; null where nobody was. */
  readonly firstInterviewScore: Day | null;
  /** Months after which applicants' data is blanked (setting unsuccessful-applicant-retention-months). */
  readonly retentionMonths: number;
}

/** A round as it will be. */
export type EditedRound = Pick<Round, "title" | "places" | "status" | "retentionOn"> & KeyDates;

function statusProblems(edit: RoundEdit, { round, today }: RoundEditFacts, closesOn: Day | null): Problem[] {
  const asked = [
    ...(edit.close ? ["--close"] : []),
    ...(edit.reopen ? ["--reopen"] : []),
    ...(edit.cancel ? ["--cancel"] : []),
  ];
  const problems: Problem[] = edit.reopen ? [] : [...problemsOf(stillOpen(round))];
  if (asked.length > 1)
    problems.push({
      code: "one-status",
      message: `${listed(asked)} cannot go together.`,
      remedy: "Give one of them.",
    });
  if (edit.reopen && (round.status === "decided" || round.status === "appointed"))
    problems.push(...problemsOf(stillOpen(round)));
  if (edit.reopen && closesOn !== null && closesOn < today)
    problems.push({
      code: "closing-day-past",
      message: `The round closed on ${closesOn}.`,
      remedy: "Give a new last day with --closes.",
    });
  if (edit.close && round.opensOn !== null && today < round.opensOn)
    problems.push({
      code: "not-yet-open",
      message: `The round opens on ${round.opensOn}.`,
      remedy: "To do without it altogether: --cancel.",
    });
  return problems;
}

function statusAfter(edit: RoundEdit, { round, today }: RoundEditFacts): Round["status"] {
  if (edit.cancel) return "cancelled";
  if (edit.close) return "closed";
  if (edit.reopen) return "open";
  const reaches = edit.closes !== undefined && edit.closes >= today && round.status === "closed";
  return reaches ? "open" : round.status;
}

/**
 * A round as it will be. Its days stay in order, no aim asks for more people than there are places, interviews do not begin after
 * somebody was scored there. Closing it makes today the last day where that was to come; a later last day opens it again;
 * cancelling sets the day on which applicants' data is due to be blanked. Every problem at once.
 */
export function planRoundEdit(edit: RoundEdit, facts: RoundEditFacts): Result<EditedRound> {
  const { round, today } = facts;
  const day = (name: (typeof clearableDates)[number], given: Day | undefined, old: Day | null): Day | null =>
    given ?? (edit.clear.includes(name) ? null : old);
  const closesOn = edit.closes ?? round.closesOn;
  const dates: KeyDates = {
    opensOn: edit.opens ?? round.opensOn,
    closesOn: edit.close && (closesOn === null || closesOn > today) ? today : closesOn,
    shortlistBy: day("shortlist-by", edit.shortlistBy, round.shortlistBy),
    interviewOn: day("interviews", edit.interviews, round.interviewOn),
    interviewUntil: day("interviews-until", edit.interviewsUntil, round.interviewUntil),
    decisionBy: day("decision-by", edit.decisionBy, round.decisionBy),
    lettersBy: day("letters-by", edit.lettersBy, round.lettersBy),
  };
  const places = edit.places ?? round.places;
  const first = facts.firstInterviewScore;
  const problems = [
    ...statusProblems(edit, facts, closesOn),
    ...(edit.cancel ? [] : dateProblems(dates)),
    ...facts.aims
      .filter((a) => edit.places !== undefined && (a.minimum ?? 0) > facts.over)
      .map((a) => ({
        code: "aim-above-places",
        message: `There is an aim for at least ${a.minimum} of ${a.value}, and the group could have ${facts.over} people.`,
        remedy: `Lower it first: involve round aim ${round.key} ${a.category} ${a.value} --min ${facts.over}`,
      })),
    ...(dates.interviewOn !== null && first !== null && first < dates.interviewOn
      ? [
          {
            code: "interviewed-before",
            message: `Somebody was scored at interview on ${first}, before ${dates.interviewOn}.`,
            remedy: `Give ${first} or an earlier day with --interviews.`,
          },
        ]
      : []),
  ];
  return unless(problems, () => ({
    ...dates,
    title: edit.title ?? round.title,
    places,
    status: statusAfter(edit, facts),
    retentionOn: edit.cancel
      ? addMonths(today, facts.retentionMonths)
      : edit.reopen
        ? null
        : round.retentionOn,
  }));
}

const named: Readonly<Record<keyof EditedRound, string>> = {
  title: "title",
  places: "places",
  status: "status",
  retentionOn: "data kept to",
  opensOn: "opens",
  closesOn: "closes",
  shortlistBy: "shortlisting by",
  interviewOn: "interviews from",
  interviewUntil: "interviews to",
  decisionBy: "decision by",
  lettersBy: "letters by",
};

/** What an edit changed, old → new, in sentences; for a round that was cancelled also what is to be done. */
export function roundEditInWords(round: Round, edited: EditedRound, applicants: number): string[] {
  const value = (v: string | number | null): string => (v === null ? "(none)" : `${v}`);
  const changes = (Object.keys(named) as (keyof EditedRound)[])
    .filter((key) => round[key] !== edited[key])
    .map((key) => `${named[key]} ${value(round[key])} → ${value(edited[key])}`);
  const cancelled = edited.status === "cancelled" && round.status !== "cancelled";
  return [
    changes.length === 0
      ? `Nothing changed for ${round.key}.`
      : `Changed for ${round.key}: ${changes.join("; ")}.`,
    ...(cancelled && applicants > 0
      ? [
          `Please tell the ${applicants === 1 ? "person" : `${applicants} people`} who applied. What they told us is due to be blanked on ${edited.retentionOn}.`,
        ]
      : []),
  ];
}
