import { type Day, dayInWords } from "./day.ts";
import { type GateCode, gatesOf, type MatchPerson, meets, requiredOfEvery } from "./gate.ts";
import { missingInWords } from "./gate-words.ts";
import type { MatchFacts } from "./match.ts";
import { count, listed } from "./text.ts";

/** A planned session that alone would clear somebody: what it teaches, and when. */
interface Mending {
  readonly what: string;
  readonly on: Day;
}

/** What training would do for one person, by clearance: the sessions that alone would clear them, the earliest first. */
export type Mendings = Readonly<Record<string, readonly Mending[]>>;

/** Whom it is said to: the team about somebody, or the person themselves. */
export type Who = "they" | "you";

/** What is known of how somebody could change something, and whom it is said to. */
export interface Ways {
  readonly mendings: Mendings;
  readonly who: Who;
}

/** Something somebody could change, and the facts as they would be then. */
export interface Change {
  readonly code: string;
  /** Goes on from "would be proposed": `after Role play on 12 May 2026`. */
  readonly words: string;
  readonly apply: (person: MatchPerson) => MatchPerson;
}

/** Being cleared for something: by the one session that would do, else by everything that is still to do. */
function cleared(person: MatchPerson, key: string, { mendings }: Ways): Change {
  const [first] = mendings[key] ?? [];
  const missing = person.lacks[key] ?? [];
  const words = first
    ? `after ${first.what} on ${dayInWords(first.on)}`
    : `once cleared for ${key}${missing.length > 0 ? ` (still to do in ${missingInWords(missing)})` : ""}`;
  return { code: "training", words, apply: (p) => ({ ...p, lacks: { ...p.lacks, [key]: [] } }) };
}

/** Times of the week that every member needs and somebody has not said they have. */
function times(person: MatchPerson, facts: MatchFacts, who: Who): Change[] {
  const wanted = requiredOfEvery(facts.needs)
    .filter((n) => n.category === "availability" && !meets(person, n))
    .map((n) => n.value);
  return wanted.length === 0
    ? []
    : [
        {
          code: "times",
          words: `if ${who} could take part: ${listed(wanted)}`,
          apply: (p) => ({ ...p, availability: [...p.availability, ...wanted] }),
        },
      ];
}

const onlyTimes = (person: MatchPerson, facts: MatchFacts): boolean =>
  requiredOfEvery(facts.needs).every(
    (n) => n.category === "clearance" || n.category === "availability" || meets(person, n),
  );

/** What would open one gate, as far as it is theirs to change; null where it is not. */
function opening(code: GateCode, person: MatchPerson, facts: MatchFacts, ways: Ways): Change[] | null {
  switch (code) {
    case "clearance-missing":
      return requiredOfEvery(facts.needs)
        .filter((n) => n.category === "clearance" && !meets(person, n))
        .map((n) => cleared(person, n.value, ways));
    case "required-need":
      return onlyTimes(person, facts) ? times(person, facts, ways.who) : null;
    case "availability": {
      const hours = (facts.hoursPerMonth ?? 0) + (person.hoursTaken ?? 0);
      return [
        {
          code: "hours",
          words: `if ${ways.who} could give ${count(hours, "hour")} a month${person.hoursTaken ? " in all" : ""}`,
          apply: (p) => ({ ...p, hoursPerMonth: hours }),
        },
      ];
    }
    case "projects-maximum": {
      const most = person.activeProjects + (person.offersWaiting ?? 0) + 1;
      return [
        {
          code: "projects",
          words: `if ${ways.who} wanted ${count(most, "project")} at a time`,
          apply: (p) => ({ ...p, projectsMax: most }),
        },
      ];
    }
    case "paused":
      return [
        {
          code: "pause",
          words: `once ${ways.who} are back from ${ways.who === "you" ? "your" : "their"} pause`,
          apply: (p) => ({ ...p, standing: "active" }),
        },
      ];
    case "ceiling":
      return [
        {
          code: "ceiling",
          words: `if the ceiling ${ways.who} asked us to watch left room for it`,
          apply: (p) => ({ ...p, ceiling: "within" }),
        },
      ];
    default:
      return null;
  }
}

/** What would open every gate together; null where one of them is not theirs to open. */
export function openings(person: MatchPerson, facts: MatchFacts, ways: Ways): Change[] | null {
  const codes = [...new Set(gatesOf(person, facts).map((g) => g.code))];
  const each = codes.map((code) => opening(code, person, facts, ways));
  return each.some((e) => e === null) ? null : each.flatMap((e) => e ?? []);
}

/**
 * Changes to somebody who passes every gate: a clearance that is desired; and, where they are proposed for as many places as they
 * can take, one more project or more hours in all.
 */
export function improvements(person: MatchPerson, facts: MatchFacts, ways: Ways, full: boolean): Change[] {
  const keys = facts.needs.filter((n) => n.category === "clearance" && !meets(person, n)).map((n) => n.value);
  const most = (person.projectsMax ?? 0) + 1;
  return [
    ...[...new Set(keys)].map((key) => cleared(person, key, ways)),
    ...(person.projectsMax === null || !full
      ? []
      : [
          {
            code: "projects",
            words: `if ${ways.who} wanted ${count(most, "project")} at a time`,
            apply: (p: MatchPerson) => ({ ...p, projectsMax: most }),
          },
        ]),
    ...(person.hoursPerMonth === null || !full
      ? []
      : [
          {
            code: "hours",
            words: `if ${ways.who} could give more hours a month in all`,
            apply: (p: MatchPerson) => ({ ...p, hoursPerMonth: 744 }),
          },
        ]),
  ];
}
