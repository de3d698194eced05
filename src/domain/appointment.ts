import { addMonths, type Day } from "./day.ts";
import { grouped } from "./grouped.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";
import type { Round } from "./round.ts";
import { count, listed } from "./text.ts";

/** Somebody who was chosen, in rank order. */
interface Chosen {
  readonly applicationId: number;
  readonly code: string;
  /** The person with the same e-mail, where there is one already. */
  readonly personId: number | null;
}

/** What appointing goes by. */
export interface AppointmentFacts {
  readonly round: Round;
  readonly today: Day;
  readonly on: Day;
  /** The day the decision was recorded; null where none was. */
  readonly decidedOn: Day | null;
  readonly chosen: readonly Chosen[];
  /** `--induction` and `--term-ends`. */
  readonly induction: Day | undefined;
  readonly termEnds: Day | undefined;
  /** Months a term in the group lasts; null = it has no end. */
  readonly termMonths: number | null;
  /** Months (settings reserve-list-months and unsuccessful-applicant-retention-months). */
  readonly reserveMonths: number;
  readonly retentionMonths: number;
}

/** From when to when somebody is a member, and the day of their induction. */
export interface Term {
  readonly on: Day;
  readonly inductedOn: Day | null;
  readonly endsOn: Day | null;
}

/** Who becomes a member and for how long, and the two days that follow from it. */
export interface Appointment {
  readonly chosen: readonly Chosen[];
  readonly term: Term;
  readonly reserveUntil: Day;
  readonly retentionOn: Day;
}

/** What is wrong with the days of an appointment: the first one, the induction, the end of the term. */
export function termProblems({
  round,
  on,
  today,
  induction,
  termEnds,
}: Pick<AppointmentFacts, "round" | "on" | "today" | "induction" | "termEnds">): Problem[] {
  const problems: Problem[] = [];
  if (on > today)
    problems.push({
      code: "appointed-later",
      message: `${on} is in the future.`,
      remedy: "Give the day they were appointed, today or earlier.",
    });
  if (round.closesOn !== null && on <= round.closesOn)
    problems.push({
      code: "before-closing",
      message: `${on} is before the round had closed on ${round.closesOn}.`,
      remedy: "Give a later day with --on.",
    });
  if (induction !== undefined && round.closesOn !== null && induction <= round.closesOn)
    problems.push({
      code: "induction-too-early",
      message: `An induction on ${induction} would be before the round closed on ${round.closesOn}.`,
      remedy: "Give a later day with --induction; it may still be to come.",
    });
  if (termEnds !== undefined && termEnds <= on)
    problems.push({
      code: "term-ends-too-early",
      message: `A term that ends on ${termEnds} would end before it begins on ${on}.`,
      remedy: "Give a later day with --term-ends.",
    });
  return problems;
}

/** The term of somebody who is appointed: to the day given, else as many months as the group's terms last. */
export const termOf = (
  facts: Pick<AppointmentFacts, "on" | "induction" | "termEnds" | "termMonths">,
): Term => ({
  on: facts.on,
  inductedOn: facts.induction ?? null,
  endsOn: facts.termEnds ?? (facts.termMonths === null ? null : addMonths(facts.on, facts.termMonths)),
});

/**
 * Whether the chosen may be appointed: the decision is on record, nobody was appointed yet, and the day is not in the
 * future nor before the decision's round had closed. The reserve list lasts so many months from the day of appointment, the
 * data of those who were not chosen so many months from the day of the decision.
 */
export function planAppointment(facts: AppointmentFacts): Result<Appointment> {
  const { round, on } = facts;
  const problems: Problem[] = [];
  if (round.status === "appointed")
    problems.push({
      code: "appointed-already",
      message: `The people chosen in ${round.key} have been appointed.`,
      remedy: `See: involve round show ${round.key}`,
    });
  else if (round.status !== "decided" || facts.decidedOn === null)
    problems.push({
      code: "not-decided",
      message: `Nobody has recorded who was chosen in ${round.key}.`,
      remedy: `Record it with: involve round decide ${round.key} --reason "why"`,
    });
  problems.push(...termProblems(facts));
  return unless(problems, () => ({
    chosen: facts.chosen,
    term: termOf(facts),
    reserveUntil: addMonths(on, facts.reserveMonths),
    retentionOn: addMonths(facts.decidedOn ?? on, facts.retentionMonths),
  }));
}

/** Who was appointed, and whether they were a person here before, or in the group already. */
export interface Appointed {
  readonly code: string;
  readonly personId: number;
  readonly wasKnown: boolean;
  readonly wasInGroup: boolean;
  /** Others here of the same name, by id: with no e-mail to go by they might be one person. */
  readonly namesakes: readonly number[];
  /** What they have not been asked to agree to yet. */
  readonly toAsk: readonly string[];
}

/** The days of a term in a sentence; nothing where there is nothing to say. */
const termInWords = ({ inductedOn, endsOn }: Term): string[] => {
  const parts = [
    ...(inductedOn === null ? [] : [`The induction is on ${inductedOn}.`]),
    ...(endsOn === null ? [] : [`The term ends on ${endsOn}.`]),
  ];
  return parts.length > 0 ? [parts.join(" ")] : [];
};

/** What somebody who was appointed is asked to agree to next, by ref; people of one list stand together. */
export function toAskInWords(appointed: readonly Appointed[]): string[] {
  const lists = grouped(
    appointed.filter((a) => a.toAsk.length > 0),
    (a) => a.toAsk.join(" "),
  );
  return [...lists.values()].map((people) => {
    const [first] = people;
    const refs = people.map((a) => ref("member", a.personId));
    const purposes = first?.toAsk ?? [];
    return `Consents still to ask ${listed(refs)} for: ${listed(purposes)}.`;
  });
}

/** What was done, in sentences, by ref and code; and what a co-ordinator does next. */
export function appointmentInWords(
  round: Round,
  plan: Appointment,
  appointed: readonly Appointed[],
  size: { readonly people: number; readonly places: number | null },
): string[] {
  const refs = appointed.map((a) => ref("member", a.personId));
  const member = (a: Appointed): string => ref("member", a.personId);
  return [
    `Appointed ${count(appointed.length, "person", "people")} to ${round.group}${refs.length > 0 ? `: ${refs.join(", ")}` : ""}.`,
    ...appointed
      .filter((a) => a.wasKnown)
      .map(
        (a) =>
          `  ${a.code} was known here already, as ${member(a)}${a.wasInGroup ? `, and is in ${round.group} already` : ""}.`,
      ),
    ...appointed
      .filter((a) => a.namesakes.length > 0)
      .map(
        (a) =>
          `  Please check: ${member(a)} has the same name as ${a.namesakes.map((id) => ref("member", id)).join(", ")}.`,
      ),
    ...termInWords(plan.term),
    ...(size.places !== null && size.people > size.places
      ? [`Please note: ${round.group} has ${size.places} places and now ${size.people} people in it.`]
      : []),
    `Reserves may be offered a place until ${plan.reserveUntil}. Data of those who were not chosen is due to be blanked on ${plan.retentionOn}.`,
    ...toAskInWords(appointed),
    ...(refs.length > 0
      ? [`Next, ask each of them for their consents: involve member consent ${refs[0]} --help`]
      : []),
  ];
}
