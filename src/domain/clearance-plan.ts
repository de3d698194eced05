import { type Ask, askedOn, type ClearanceRules } from "./clearance-rules.ts";
import type { Course } from "./course.ts";
import { type Day, dayInWords } from "./day.ts";
import { no, type Problem, problem, type Result, unless, yes } from "./result.ts";
import { listed } from "./text.ts";
import type { ExternalRequirement } from "./training.ts";

/** What a rule asks for: a course, or a requirement that others set. */
export type Asked =
  | { readonly course: Course; readonly requirement?: undefined }
  | { readonly requirement: ExternalRequirement; readonly course?: undefined };

/** What `clearance rule` is asked to do. */
export interface RuleRequest {
  readonly clearance: ClearanceRules;
  readonly asked: Asked;
  /** It is enough instead of what this key asks for: it joins that set. */
  readonly insteadOf: string | undefined;
  readonly set: number | undefined;
  readonly grace: number | undefined;
  /** The day from which it counts, or with `out` no longer counts. */
  readonly from: Day;
  readonly out: boolean;
}

/** The words of `clearance rule`. */
export interface RuleWords extends Omit<RuleRequest, "clearance" | "asked"> {
  readonly clearance: string;
  readonly course: string | undefined;
  readonly requirement: string | undefined;
}

/** What is asked for: a course or a requirement, exactly one of them. */
export function whatIsAsked(
  course: Course | undefined,
  requirement: ExternalRequirement | undefined,
): Result<Asked> {
  if (course && !requirement) return yes({ course });
  if (requirement && !course) return yes({ requirement });
  return no(
    problem(
      "which-rule",
      course ? "Name a course or a requirement, not both." : "What is asked for?",
      "Say --course COURSE, or --requirement REQUIREMENT.",
    ),
  );
}

/** A rule to be added, and those that end with the first day on which they no longer count. */
export interface RulePlan {
  readonly clearance: ClearanceRules;
  readonly added: { readonly ask: Ask; readonly set: number } | null;
  readonly ended: readonly { readonly ask: Ask; readonly on: Day }[];
  /** The day from which it makes a difference. */
  readonly from: Day;
  /** What the clearance asks for once it is written. */
  readonly after: ClearanceRules;
}

/** The key of what a rule asks for. */
export const askedKey = (ask: Asked): string => ask.course?.key ?? ask.requirement?.key ?? "";

/** What a rule asks for as people call it. */
export const askedLabel = (ask: Asked): string => ask.course?.title ?? ask.requirement?.label ?? "";

/** The rules of each set that still count on a day or will, with the number of the set. */
const standing = ({ sets }: ClearanceRules, day: Day): { readonly ask: Ask; readonly set: number }[] =>
  sets.flatMap((set, i) =>
    set.filter((ask) => (ask.retiredOn ?? "9999") > day).map((ask) => ({ ask, set: ask.set ?? i + 1 })),
  );

/** The clearance with some rules ended and one added. */
function changed(clearance: ClearanceRules, plan: Pick<RulePlan, "added" | "ended">): ClearanceRules {
  const ends = new Map(plan.ended.map((e) => [e.ask, e.on]));
  const { added } = plan;
  const sets = clearance.sets.map((set) =>
    set.map((ask): Ask => (ends.has(ask) ? { ...ask, retiredOn: ends.get(ask) ?? null } : ask)),
  );
  if (!added) return { ...clearance, sets };
  const at = clearance.sets.findIndex((set, i) => (set[0]?.set ?? i + 1) === added.set);
  return {
    ...clearance,
    sets: at < 0 ? [...sets, [added.ask]] : sets.map((set, i) => (i === at ? [...set, added.ask] : set)),
  };
}

/** The set a new rule joins: the one named, the one of what it stands in for, or a new one. */
function setFor(request: RuleRequest): Result<number> {
  const { clearance, insteadOf, set, from } = request;
  const known = standing(clearance, from);
  const numbers = clearance.sets.map((s, i) => s[0]?.set ?? i + 1);
  if (insteadOf !== undefined) {
    const sets = [...new Set(known.filter((k) => askedKey(k.ask) === insteadOf).map((k) => k.set))];
    const [only] = sets.filter((n) => set === undefined || n === set);
    if (only !== undefined && (sets.length === 1 || set !== undefined)) return yes(only);
    return no(
      problem(
        sets.length > 1 ? "which-set" : "not-asked-for",
        sets.length > 1
          ? `${clearance.key} asks for ${insteadOf} in sets ${listed(sets.map(String))}.`
          : `${clearance.key} does not ask for ${insteadOf}.`,
        sets.length > 1 ? `Say which: --set ${sets[0]}` : `See: involve clearance show ${clearance.key}`,
      ),
    );
  }
  if (set === undefined) return yes(Math.max(0, ...numbers) + 1);
  if (numbers.includes(set)) return yes(set);
  return no(
    problem(
      "unknown-set",
      `${clearance.key} has no set ${set}.`,
      "Leave --set out for something that is asked for as well, or see: involve clearance show " +
        clearance.key,
    ),
  );
}

/** The rules in question that stand: what is asked for, in the set named or in any. */
const its = ({ clearance, asked, set, from }: RuleRequest) =>
  standing(clearance, from).filter(
    (k) => askedKey(k.ask) === askedKey(asked) && (set === undefined || k.set === set),
  );

const later = (a: Day, b: Day | null | undefined): Day => (b && b > a ? b : a);

const earliest = (days: readonly Day[]): Day | undefined =>
  days.reduce<Day | undefined>((first, day) => (first === undefined || day < first ? day : first), undefined);

function planOut(request: RuleRequest): Result<RulePlan> {
  const { clearance, asked, from, grace, insteadOf } = request;
  const found = its(request);
  const problems: Problem[] = [];
  if (grace !== undefined || insteadOf !== undefined)
    problems.push(
      problem(
        "words-do-not-fit",
        "--out takes a rule out; --grace and --instead-of are for one that is asked for.",
        "Leave them out.",
      ),
    );
  if (found.length === 0)
    problems.push(
      problem(
        "not-asked-for",
        `${clearance.key} does not ask for ${askedKey(asked)}${request.set === undefined ? "" : ` in set ${request.set}`} on ${dayInWords(from)}.`,
        `See: involve clearance show ${clearance.key}`,
      ),
    );
  const ended = found.map(({ ask }) => ({ ask, on: later(from, ask.askedFrom) }));
  return unless(problems, () => ({
    clearance,
    added: null,
    ended,
    from: earliest(ended.map((e) => e.on)) ?? from,
    after: changed(clearance, { added: null, ended }),
  }));
}

/**
 * A rule added to a clearance, changed in its grace, or taken out, from a day on: what people were cleared for before that day
 * stays as it was. Something new is asked for as well as the rest, or instead of something that is asked for already.
 */
export function planRule(request: RuleRequest): Result<RulePlan> {
  const { clearance, asked, from } = request;
  if (request.out) return planOut(request);
  const grace = request.grace ?? 0;
  const found = request.insteadOf === undefined ? its(request) : [];
  if (found.length > 0 && found.every(({ ask }) => ask.graceDays === (request.grace ?? ask.graceDays)))
    return no(
      problem(
        "asked-already",
        `${clearance.key} asks for ${askedKey(asked)} already.`,
        "To change its grace: --grace DAYS; to take it out: --out",
      ),
    );
  const [known] = found;
  const set: Result<number> = known ? yes(known.set) : setFor(request);
  if (!set.ok) return set;
  const twice = standing(clearance, from).some(
    (k) => k.set === set.value && !found.some((f) => f.ask === k.ask) && askedKey(k.ask) === askedKey(asked),
  );
  if (twice)
    return no(
      problem(
        "asked-already",
        `${clearance.key} asks for ${askedKey(asked)} in set ${set.value} already.`,
        `See: involve clearance show ${clearance.key}`,
      ),
    );
  // Instead of something that is asked for only later, it is asked for only then: alone it would be one demand more.
  const joins = request.insteadOf !== undefined || request.set !== undefined;
  const beside = joins ? standing(clearance, from).filter((k) => k.set === set.value) : found;
  const first = earliest(beside.map(({ ask }) => ask.askedFrom ?? from)) ?? from;
  const since = later(from, first);
  const ask: Ask = { ...asked, graceDays: grace, askedFrom: since, retiredOn: null, set: set.value };
  const added = { ask, set: set.value };
  const ended = found.filter((f) => f.set === set.value).map((f) => ({ ask: f.ask, on: since }));
  return yes({ clearance, added, ended, from: since, after: changed(clearance, { added, ended }) });
}

/** `1 day's grace`, `30 days' grace`. */
export const graceInWords = (days: number): string => (days === 1 ? "1 day's grace" : `${days} days' grace`);

/** What a clearance asks for on a day, a sentence a set: `Interviewing`, `either Good Clinical Practice or …`. */
export const asksInWords = (clearance: ClearanceRules, day: Day): string[] =>
  clearance.sets
    .map((set) => set.filter((ask) => askedOn(ask, day)))
    .filter((set) => set.length > 0)
    .map((set) => {
      const ways = set.map(
        (ask) => `${askedLabel(ask)}${ask.graceDays > 0 ? ` (${graceInWords(ask.graceDays)})` : ""}`,
      );
      return ways.length === 1 ? (ways[0] ?? "") : `either ${listed(ways, "or")}`;
    });
