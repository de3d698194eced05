import { addMonths, type Day } from "./day.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { count } from "./text.ts";

/** An application as far as keeping it goes. */
export interface KeptApplication {
  readonly id: number;
  readonly code: string;
  readonly status: string;
  readonly blanked: boolean;
  /** The day their place on the reserve list ends; null where they have none, or it has no end. */
  readonly reserveUntil: Day | null;
  /** Whether equality answers of theirs are kept. */
  readonly hasEquality: boolean;
}

/** What is kept of a round. */
export interface KeptRound {
  readonly id: number;
  readonly key: string;
  readonly status: string;
  /** The day its data is due to be blanked, as set at the appointment. */
  readonly retentionOn: Day | null;
  readonly decidedOn: Day | null;
  readonly closesOn: Day | null;
  readonly applications: readonly KeptApplication[];
}

/** The contents of an imported file that are kept, with the round they belong to where they belong to one. */
export interface KeptFile {
  readonly id: number;
  readonly ref: string;
  readonly untilOn: Day;
  readonly roundId: number | null;
}

/** What is past its date in a round, or of an imported file. */
export interface Overdue {
  readonly what: "reserves whose time ended" | "applications" | "equality answers" | "contents of a file";
  readonly about: string;
  readonly dueOn: Day;
  readonly roundId: number | null;
  /** Ids of applications, or the id of the file's contents. */
  readonly ids: readonly number[];
}

/**
 * The day the data of a round's applicants is kept to: as set at the appointment, else so many months after the decision, or
 * after the closing day of a round that was cancelled. Null while people are still at work on it.
 */
export function keptTo(round: KeptRound, months: number): Day | null {
  if (round.retentionOn !== null) return round.retentionOn;
  if (round.status === "decided" && round.decidedOn !== null) return addMonths(round.decidedOn, months);
  return round.status === "cancelled" && round.closesOn !== null ? addMonths(round.closesOn, months) : null;
}

const listEnded = (a: KeptApplication, today: Day): boolean =>
  a.status === "reserve" && a.reserveUntil !== null && a.reserveUntil < today;

/** Whether an application can go: whoever was appointed, holds an offer or waits on the reserve list stays. */
const mayGo = (a: KeptApplication, today: Day): boolean =>
  !a.blanked && (listEnded(a, today) || !["appointed", "offered", "reserve"].includes(a.status));

function overdueIn(round: KeptRound, months: number, today: Day): Overdue[] {
  const dueOn = keptTo(round, months);
  const isDue = dueOn !== null && dueOn < today;
  const ended = round.applications.filter((a) => listEnded(a, today));
  const going = isDue ? round.applications.filter((a) => mayGo(a, today)) : [];
  const told = isDue ? round.applications.filter((a) => a.hasEquality) : [];
  const part = (what: Overdue["what"], due: Day, apps: readonly KeptApplication[]): Overdue[] =>
    apps.length === 0
      ? []
      : [{ what, about: round.key, dueOn: due, roundId: round.id, ids: apps.map((a) => a.id) }];
  const lastDay = ended.flatMap((a) => a.reserveUntil ?? []).sort((a, b) => (a < b ? -1 : 1))[0];
  return [
    ...part("reserves whose time ended", lastDay ?? today, ended),
    ...part("applications", dueOn ?? today, going),
    ...part("equality answers", dueOn ?? today, told),
  ];
}

/**
 * Everything that is past its date: reserves whose time on the list has ended, applications and equality answers of rounds whose
 * retention date is over, and contents of imported files that go on their own date or with their round.
 */
export function overdue(
  rounds: readonly KeptRound[],
  files: readonly KeptFile[],
  { months, today }: { readonly months: number; readonly today: Day },
): Overdue[] {
  const ends = new Map(rounds.map((r) => [r.id, keptTo(r, months)]));
  return [
    ...rounds.flatMap((r) => overdueIn(r, months, today)),
    ...files.flatMap((f): Overdue[] => {
      const round = f.roundId === null ? null : (ends.get(f.roundId) ?? null);
      const dueOn = round !== null && round < f.untilOn ? round : f.untilOn;
      return dueOn < today
        ? [{ what: "contents of a file", about: f.ref, dueOn, roundId: f.roundId, ids: [f.id] }]
        : [];
    }),
  ];
}

/** What is past its date, in sentences, and how to blank it. */
export const overdueInWords = (due: readonly Overdue[]): string[] =>
  due.length === 0
    ? ["Nothing is past its date."]
    : [
        "To blank it, keeping counts that lead to nobody: involve privacy retain --blank. It cannot be taken back.",
      ];

/** What was blanked, in sentences. */
export function blankedInWords(due: readonly Overdue[]): string[] {
  const n = (what: Overdue["what"]): number =>
    due.filter((d) => d.what === what).reduce((sum, d) => sum + d.ids.length, 0);
  const ended = n("reserves whose time ended");
  const applications = n("applications");
  const answers = n("equality answers");
  const files = n("contents of a file");
  return [
    ...(ended > 0 ? [`Ended the time of ${count(ended, "reserve")} on the list.`] : []),
    ...(applications > 0
      ? [
          `Blanked ${count(applications, "application")}: status, perspective, region and scores stay, and nothing that leads to anybody.`,
        ]
      : []),
    ...(answers > 0
      ? [`The equality answers of ${count(answers, "applicant")} are counts now, and nobody's.`]
      : []),
    ...(files > 0 ? [`Deleted the contents of ${count(files, "imported file")}.`] : []),
    ...(due.length > 0
      ? [
          "The change record was cleaned too. Copies made with store backup still hold it: delete those from before.",
        ]
      : ["Nothing is past its date."]),
  ];
}

/** Whether an applicant's data can be erased because they ask: not of somebody who is a member, and not twice. */
export function mayErase(application: KeptApplication, round: string): Result<KeptApplication> {
  const problems: Problem[] = [];
  if (application.blanked)
    problems.push({
      code: "blanked-already",
      message: `What ${application.code} told us was erased already.`,
      remedy: `See: involve round show ${round} ${application.code}`,
    });
  if (application.status === "appointed")
    problems.push({
      code: "is-a-member",
      message: `${application.code} was appointed: what they told us is kept with them as a member.`,
      remedy: "Record first that they left; a member's data is erased as a member's.",
    });
  return unless(problems, () => application);
}

/** What was erased about an applicant, in sentences. */
export const erasedInWords = (
  round: string,
  { code, status }: KeptApplication,
  contents: number,
): string[] => [
  `Erased what ${code} of ${round} told us, in the change record too. The code stays with status, perspective and region.`,
  ...(status === "unsuccessful" || status === "withdrawn" ? [] : [`${code} is withdrawn from the round.`]),
  ...(contents > 0
    ? [`Deleted the contents of ${count(contents, "sheet")} of applications, which held them.`]
    : []),
  "Copies made with store backup still hold it: delete those from before. Take the row out of the sheet too, or it comes back with it.",
];
