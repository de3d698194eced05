import { type Day, within } from "./day.ts";
import { nearest } from "./nearest.ts";
import type { TeamName } from "./person-name.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";
import { keyOf } from "./text.ts";

/** Whether somebody has used services, cared for somebody who has, or both. */
export const perspectives = ["service-user", "carer", "both"] as const;
export type Perspective = (typeof perspectives)[number];

/** The groups the program knows by key; their labels and places are rows a unit edits. */
export const groups = ["lewg", "lean", "external"] as const;
export type Group = (typeof groups)[number];

/** How a membership stands on a day: paused has no reason, ever. */
export type Standing = "active" | "paused" | "stepped-down" | "term-ended" | "withdrawn" | "not yet joined";

/** Days on which a membership rests, both included; until null is until they say. It has no reason, ever. */
export interface Pause {
  readonly id: number;
  readonly from: Day;
  readonly until: Day | null;
}

/** One time in a group. */
export interface Membership {
  readonly id: number;
  readonly group: string;
  readonly joinedOn: Day;
  readonly leftOn: Day | null;
  readonly leftAs: string | null;
  /** The day the term ends; null where it has no end. */
  readonly termEndsOn?: Day | null;
  /** The day of the induction, held or planned. */
  readonly inductedOn?: Day | null;
  /** Oldest first. */
  readonly pauses: readonly Pause[];
}

/** How a membership stands on a day; whoever left by that day is no longer active on it. */
export function standingOn(membership: Membership, day: Day): Standing {
  if (membership.leftOn !== null && membership.leftOn <= day)
    return (membership.leftAs ?? "stepped-down") as Standing;
  if (membership.joinedOn > day) return "not yet joined";
  return membership.pauses.some((p) => within(day, p.from, p.until)) ? "paused" : "active";
}

/** Somebody who could be meant by a name. */
export interface Candidate {
  readonly id: number;
  readonly knownAs: TeamName;
  readonly fullName: TeamName | null;
  /** Groups they are or were in, to tell two people of one name apart. */
  readonly groups: readonly string[];
}

const named = (c: Candidate): string =>
  `${ref("member", c.id)} ${c.knownAs}${c.groups.length > 0 ? ` (${c.groups.join(", ")})` : ""}`;

/** People whose name has every word typed in it, or is nearly what was typed; five at most. */
export function similar(text: string, people: readonly Candidate[]): Candidate[] {
  const typed = keyOf(text).split("-").filter(Boolean);
  const namesOf = (c: Candidate): string[] => [c.knownAs, c.fullName ?? ""].map(keyOf).filter(Boolean);
  const has = (c: Candidate): boolean =>
    namesOf(c).some((name) => typed.every((word) => name.split("-").includes(word)));
  return people
    .filter((c) => typed.length > 0 && (has(c) || nearest(typed.join("-"), namesOf(c))))
    .slice(0, 5);
}

/**
 * The one person meant by a ref or a name. Nobody, and more than one, are refused: two people of one name are listed with
 * their refs, and so is who may have been meant where nobody has the name.
 */
export function theOne(
  text: string,
  candidates: readonly Candidate[],
  near: readonly Candidate[] = [],
): Result<Candidate> {
  const [only, ...others] = candidates;
  if (!only)
    return no({
      code: "unknown-member",
      message: `Nobody here is "${text}".`,
      remedy:
        near.length > 0
          ? `Did you mean ${near.map(named).join(" or ")}? Give the ref.`
          : "Give a ref such as M-014 or a known-as name; see: involve member list --all",
    });
  if (others.length === 0) return yes(only);
  const names = candidates.map(named);
  return no({
    code: "ambiguous-member",
    message: `"${text}" could be: ${names.join("; ")}.`,
    remedy: "Give the ref of the one you mean.",
  });
}

/** What `member add` is asked to do. */
export interface NewPerson {
  readonly knownAs: TeamName;
  readonly fullName: TeamName | undefined;
  readonly pronouns: TeamName | undefined;
  readonly email: string | undefined;
  readonly phone: TeamName | undefined;
  readonly perspective: Perspective | undefined;
  readonly region: string | undefined;
  readonly group: Group;
  readonly joinedOn: Day;
}

/** What has to be known to add somebody. */
export interface NewPersonFacts {
  readonly today: Day;
  /** Who has this e-mail already. */
  readonly emailOwner: Candidate | undefined;
  /** People with the same known-as or full name. */
  readonly sameName: readonly Candidate[];
  readonly regions: readonly string[];
  readonly againWithSameName: boolean;
}

const emailShape = /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/;

/** Whether a text has the shape of an e-mail address. */
const looksLikeEmail = (text: string): boolean => emailShape.test(text);

/** A problem for a text that is not an e-mail address, else none. */
export const emailProblems = (email: string | undefined): Problem[] =>
  email === undefined || looksLikeEmail(email)
    ? []
    : [
        {
          code: "not-an-email",
          message: `"${email}" is not an e-mail address.`,
          remedy: "Write it like name@place.example.",
        },
      ];

/** A problem for a region that is not in the vocabulary, else none. */
export const regionProblems = (region: string | undefined, regions: readonly string[]): Problem[] =>
  region === undefined || regions.includes(region)
    ? []
    : [
        {
          code: "unknown-region",
          message: `"${region}" is not a region here.`,
          remedy: `One of: ${regions.join(", ")}.`,
        },
      ];

/**
 * Whether a new person may be added: the e-mail is well formed and belongs to nobody else, the region is known, and a
 * second person of the same name is meant to be one.
 */
export function checkNewPerson(person: NewPerson, facts: NewPersonFacts): Result<NewPerson> {
  const problems: Problem[] = [
    ...emailProblems(person.email),
    ...regionProblems(person.region, facts.regions),
  ];
  if (facts.emailOwner)
    problems.push({
      code: "email-taken",
      message: `${person.email} belongs to ${ref("member", facts.emailOwner.id)} ${facts.emailOwner.knownAs}.`,
      remedy: `To bring them into a group: involve member rejoin ${ref("member", facts.emailOwner.id)} --group ${person.group}`,
    });
  const [same] = facts.sameName;
  if (same && !facts.againWithSameName)
    problems.push({
      code: "same-name",
      message: `${ref("member", same.id)} is also ${same.knownAs}.`,
      remedy: `If this is another person, add --same-name; if not, change the one who is there: involve member edit ${ref("member", same.id)}`,
    });
  if (person.joinedOn > facts.today)
    problems.push({
      code: "joins-later",
      message: `${person.joinedOn} is in the future.`,
      remedy: "Give the day they joined, today or earlier.",
    });
  return unless(problems, () => person);
}
