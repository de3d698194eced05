import type { Day } from "./day.ts";
import type { TeamName } from "./person-name.ts";
import { ref } from "./ref.ts";
import { type Problem, type Result, unless } from "./result.ts";

/** What consent is asked for, one by one. Source: UK GDPR, consent is specific to its purpose. */
export const purposes = [
  "contact",
  "lean-mailing",
  "matching",
  "profile-sharing",
  "naming",
  "quotes",
  "photo",
  "equality",
] as const;
export type Purpose = (typeof purposes)[number];

/** The words people were asked, by purpose and version. */
export interface Wording {
  readonly id: number;
  readonly purpose: string;
  readonly version: number;
  readonly effectiveOn: Day;
}

/** One consent given, and its withdrawal where it was withdrawn. */
export interface ConsentHeld {
  readonly id: number;
  readonly personId: number;
  readonly purpose: string;
  readonly wordingId: number;
  readonly version: number;
  readonly givenOn: Day;
  readonly how: string;
  readonly withdrawnOn: Day | null;
}

/** The wording that people were asked on a day: the latest version effective by then. */
export const wordingOn = (wordings: readonly Wording[], purpose: string, day: Day): Wording | undefined =>
  wordings
    .filter((w) => w.purpose === purpose && w.effectiveOn <= day)
    .reduce<Wording | undefined>((best, w) => (best && best.version > w.version ? best : w), undefined);

/** Somebody whose consent it is. */
export interface Consenting {
  readonly id: number;
  readonly knownAs: TeamName;
}

/** The purposes of a setting such as `contact, matching`; words that are none are passed over. */
export const purposesIn = (text: string): Purpose[] =>
  purposes.filter((p) => text.split(/[\s,;]+/).includes(p));

/** Of these purposes those that somebody has never agreed to: whoever took a consent back was asked. */
export const stillToAsk = (
  wanted: readonly Purpose[],
  held: readonly Pick<ConsentHeld, "purpose">[],
): Purpose[] => wanted.filter((purpose) => !held.some((c) => c.purpose === purpose));

/** One consent to be written. */
export interface NewConsent {
  readonly personId: number;
  readonly wording: Wording;
}

/** What is to be written: consents given, or the end of consents that were. */
export interface ConsentPlan {
  readonly give: readonly NewConsent[];
  readonly end: readonly ConsentHeld[];
  /** How many were in force already, or not there to be withdrawn. */
  readonly unchanged: number;
}

const futureProblems = (on: Day, today: Day): Problem[] =>
  on <= today
    ? []
    : [
        {
          code: "in-the-future",
          message: `${on} is in the future.`,
          remedy: "Give the day it happened, today or earlier.",
        },
      ];

function givingProblem(
  person: Consenting,
  purpose: string,
  on: Day,
  held: readonly ConsentHeld[],
): Problem[] {
  const since = held.find((c) => c.withdrawnOn !== null && c.withdrawnOn > on);
  if (!since) return [];
  return [
    {
      code: "withdrawn-since",
      message: `${ref("member", person.id)} ${person.knownAs} withdrew ${purpose} on ${since.withdrawnOn}, after ${on}.`,
      remedy: "Give the day they agreed again.",
    },
  ];
}

/**
 * Plans consents given on a day: each to the wording of that day, none twice, and none from before it was last withdrawn.
 */
export function planGiving(
  people: readonly Consenting[],
  wanted: readonly string[],
  on: Day,
  facts: {
    readonly wordings: readonly Wording[];
    readonly held: readonly ConsentHeld[];
    readonly today: Day;
  },
): Result<ConsentPlan> {
  const problems: Problem[] = [...futureProblems(on, facts.today)];
  const give: NewConsent[] = [];
  for (const purpose of new Set(wanted)) {
    const wording = wordingOn(facts.wordings, purpose, on);
    if (!wording) {
      problems.push({
        code: "no-wording",
        message: `On ${on} there was no wording for ${purpose} that anybody could agree to.`,
        remedy: "Check the day.",
      });
      continue;
    }
    for (const person of people) {
      const held = facts.held.filter((c) => c.personId === person.id && c.purpose === purpose);
      if (held.some((c) => c.withdrawnOn === null && c.wordingId === wording.id)) continue;
      problems.push(...givingProblem(person, purpose, on, held));
      give.push({ personId: person.id, wording });
    }
  }
  return unless(problems, () => ({
    give,
    end: [],
    unchanged: people.length * new Set(wanted).size - give.length,
  }));
}

/** Plans the withdrawal of consents on a day, not before each was given; there must be one at least. */
export function planWithdrawal(
  people: readonly Consenting[],
  unwanted: readonly string[],
  on: Day,
  facts: { readonly held: readonly ConsentHeld[]; readonly today: Day },
): Result<ConsentPlan> {
  const pairs = people.flatMap((person) =>
    [...new Set(unwanted)].map((purpose) =>
      facts.held.filter((c) => c.personId === person.id && c.purpose === purpose && c.withdrawnOn === null),
    ),
  );
  const end = pairs.flat();
  const early = end.filter((c) => c.givenOn > on);
  const problems: Problem[] = [
    ...futureProblems(on, facts.today),
    ...early.map((c) => ({
      code: "withdrawn-too-early",
      message: `${ref("member", c.personId)} gave ${c.purpose} on ${c.givenOn}, after ${on}.`,
      remedy: "Give the day they withdrew it.",
    })),
  ];
  if (end.length === 0)
    problems.push({
      code: "not-in-force",
      message: `There is no consent in force to withdraw: ${unwanted.join(", ")}.`,
      remedy: `See: involve member show ${ref("member", people[0]?.id ?? 1)}`,
    });
  return unless(problems, () => ({ give: [], end, unchanged: pairs.filter((p) => p.length === 0).length }));
}
