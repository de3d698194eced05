import { type Problem, type Result, unless } from "./result.ts";
import type { PanelRole } from "./round.ts";
import type { Conflict } from "./scoring.ts";
import { count, listed } from "./text.ts";

/** Somebody for a panel, or on it. */
export interface PanelPerson {
  readonly name: string;
  readonly staffId: number | null;
  readonly personId: number | null;
}

/** A role somebody has on a panel, with what they have done in it. */
export interface PanelSeat {
  readonly id: number;
  readonly role: PanelRole;
  readonly staffId: number | null;
  readonly personId: number | null;
  readonly noneDeclaredOn: string | null;
  /** How many scores and moderations they have given in this role. */
  readonly given: number;
}

/** What `round panel` is asked to do for somebody. */
export interface PanelWords {
  readonly roles: readonly PanelRole[];
  readonly out: boolean;
}

/** What a change of a panel is checked against. */
export interface PanelFacts {
  readonly round: string;
  readonly seats: readonly PanelSeat[];
  readonly conflicts: readonly (Conflict & { readonly id: number; readonly reason: string | null })[];
  /** Ids of people who have applied in this round. */
  readonly applicants: readonly number[];
}

/** What is written: roles to add, each with what the person has declared so far, and seats to take out with their declarations. */
export interface PanelPlan {
  readonly person: PanelPerson;
  readonly add: readonly PanelRole[];
  readonly noneDeclaredOn: string | null;
  readonly declared: readonly { readonly applicationId: number | null; readonly reason: string | null }[];
  readonly out: readonly { readonly id: number; readonly role: PanelRole }[];
  readonly conflictsOut: readonly number[];
}

const isOf = (seat: PanelSeat, person: PanelPerson): boolean =>
  person.staffId === null ? seat.personId === person.personId : seat.staffId === person.staffId;

function outProblems(
  person: PanelPerson,
  words: PanelWords,
  own: readonly PanelSeat[],
  leaving: readonly PanelSeat[],
  round: string,
): Problem[] {
  const missing = words.roles.filter((role) => !own.some((s) => s.role === role));
  return [
    ...(own.length === 0
      ? [
          {
            code: "not-on-panel",
            message: `${person.name} is not on the panel of ${round}.`,
            remedy: `See: involve round panel ${round}`,
          },
        ]
      : missing.map((role) => ({
          code: "not-in-role",
          message: `${person.name} is not ${role === "interviewer" ? "an" : "a"} ${role} in ${round}.`,
          remedy: `They are: ${listed(own.map((s) => s.role))}.`,
        }))),
    ...leaving
      .filter((s) => s.given > 0)
      .map((s) => ({
        code: "has-scored",
        message: `${person.name} has ${s.role === "moderator" ? "moderated" : "given"} ${count(s.given, "score")} as ${s.role}, so they stay on the panel.`,
        remedy: `For single applications record a conflict of interest: involve round conflict ${round} "${person.name}" CODE`,
      })),
  ];
}

/**
 * What changes on a panel: roles are added (one that is there already is left as it is), or taken out where nothing has been scored in
 * them. A conflict of interest somebody has declared holds in a new role too. Nobody who has applied sits on the panel.
 */
export function planPanel(person: PanelPerson, words: PanelWords, facts: PanelFacts): Result<PanelPlan> {
  const own = facts.seats.filter((s) => isOf(s, person));
  const ids = new Set(own.map((s) => s.id));
  const leaving = words.out
    ? own.filter((s) => words.roles.length === 0 || words.roles.includes(s.role))
    : [];
  const problems = words.out ? outProblems(person, words, own, leaving, facts.round) : [];
  if (!words.out && words.roles.length === 0)
    problems.push({
      code: "missing",
      message: `What is ${person.name} to do? --role is missing.`,
      remedy: "One of: shortlister, interviewer, moderator; several with commas between.",
    });
  if (!words.out && person.personId !== null && facts.applicants.includes(person.personId))
    problems.push({
      code: "has-applied",
      message: `${person.name} has applied in ${facts.round}, so they cannot be on its panel.`,
      remedy: "Ask somebody else.",
    });
  const of = (c: Conflict): string => `${c.applicationId ?? "none"}`;
  const declared = [
    ...new Map(facts.conflicts.filter((c) => ids.has(c.panelId)).map((c) => [of(c), c])).values(),
  ];
  return unless(problems, () => ({
    person,
    add: words.out ? [] : words.roles.filter((role) => !own.some((s) => s.role === role)),
    noneDeclaredOn: own.find((s) => s.noneDeclaredOn !== null)?.noneDeclaredOn ?? null,
    declared: declared.map(({ applicationId, reason }) => ({ applicationId, reason })),
    out: leaving.map(({ id, role }) => ({ id, role })),
    conflictsOut: facts.conflicts.filter((c) => leaving.some((s) => s.id === c.panelId)).map((c) => c.id),
  }));
}

/** What was done on a panel, in a sentence. */
export function panelPlanInWords({ person, add, out }: PanelPlan, round: string): string {
  if (out.length > 0)
    return `${person.name} is no longer on the panel of ${round} as ${listed(out.map((o) => o.role))}.`;
  if (add.length === 0) return `${person.name} is on the panel of ${round} so already; nothing to do.`;
  return `${person.name} is on the panel of ${round} as ${listed(add)}.`;
}
