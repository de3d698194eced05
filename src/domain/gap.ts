import { type GateCode, gatesOf, type MatchPerson, meets } from "./gate.ts";
import { coversOf, holds, type MatchAnswer, type MatchFacts } from "./match.ts";
import { type Need, needInWords } from "./need.ts";
import { count, listed } from "./text.ts";

/** How a need fares with the team as proposed. */
export interface NeedOutcome {
  readonly need: Need;
  /** `in the points`: desired of every member, so it decides ranks and is neither met nor unmet. */
  readonly met: "yes" | "no" | "in the points";
  /** Where it is not met: why, without telling who has which lived experience. */
  readonly why: string | null;
}

const cannotBeAsked: Readonly<Record<GateCode, string>> = {
  "not-active": "not a member now",
  paused: "paused",
  "group-not-asked": "in a group not asked yet",
  "term-ends": "at the end of their term",
  "on-the-team": "on the team",
  "offer-waiting": "asked already",
  declined: "declined",
  "conflict-of-interest": "with a conflict of interest",
  "clearance-missing": "not cleared",
  "required-need": "without something else that is required",
  availability: "short of time",
  "projects-maximum": "on as many projects as they want",
  ceiling: "at a ceiling they asked us to watch",
};

const order = Object.keys(cannotBeAsked) as GateCode[];

/** Why those who bring something cannot be asked, each counted once under the first gate they do not pass. */
function reasons(people: readonly MatchPerson[], facts: MatchFacts): string {
  const codes = people.map((p) => gatesOf(p, facts)[0]?.code).filter((c) => c !== undefined);
  const counted = order
    .map((code) => ({ code, n: codes.filter((c) => c === code).length }))
    .filter(({ n }) => n > 0);
  return listed(counted.map(({ code, n }) => `${n} ${cannotBeAsked[code]}`));
}

function whyNot(need: Need, facts: MatchFacts): string {
  const others = facts.people.filter((p) => !holds(p));
  const bring = others.filter((p) => meets(p, need));
  const experience = need.category === "experience";
  if (bring.length === 0)
    return experience
      ? "nobody else brings it, as far as may be used"
      : need.category === "clearance"
        ? "nobody is cleared"
        : "nobody else has it on record";
  if (bring.some((p) => gatesOf(p, facts).length === 0))
    return need.scope === "team"
      ? "not together with the other needs in the places left"
      : "there are fewer people than places";
  return experience
    ? "those who bring it cannot be asked now"
    : `${count(bring.length, "person has", "people have")} it: ${reasons(bring, facts)}`;
}

/** Every need of the project, required ones first, and how it fares with the team as proposed. */
export function needOutcomes(facts: MatchFacts, answer: MatchAnswer): NeedOutcome[] {
  const proposed = facts.people.filter((p) => answer.proposed.includes(p.id));
  const covers = coversOf(facts);
  const outcome = (need: Need): NeedOutcome => {
    if (need.scope === "every" && need.kind === "desired") return { need, met: "in the points", why: null };
    if (need.scope === "every") {
      const met = proposed.length > 0 || answer.placesLeft === 0;
      return { need, met: met ? "yes" : "no", why: met ? null : whyNot(need, facts) };
    }
    const cover = covers.find((c) => c.need === need)?.cover;
    const n = (cover?.already ?? 0) + proposed.filter((p) => meets(p, need)).length;
    if (need.atMost !== null && n > need.atMost)
      return { need, met: "no", why: "more than that, with the needs of every member" };
    const met = n >= (need.atLeast ?? 0);
    return { need, met: met ? "yes" : "no", why: met ? null : whyNot(need, facts) };
  };
  const kinds = ["required", "desired"] as const;
  return kinds.flatMap((kind) => facts.needs.filter((n) => n.kind === kind).map(outcome));
}

/**
 * What cannot be had, in sentences: needs nobody can meet and why, places nobody can take, and where to look next. Empty =
 * everything asked for can be had.
 */
export function gaps(facts: MatchFacts, answer: MatchAnswer): string[] {
  const unmet = needOutcomes(facts, answer).filter((o) => o.met === "no");
  const empty = answer.placesLeft - answer.proposed.length;
  if (unmet.length === 0 && empty === 0) return [];
  const next = facts.asked.includes("lean")
    ? facts.asked.includes("external")
      ? "Look outside: nobody on record can close this gap."
      : "Look outside both groups: people on record there are asked with --widen external."
    : "Next: ask LEAN too with --widen lean, then look outside.";
  return [
    ...unmet.map((o) => `Not met: ${needInWords(o.need)} (${o.need.kind}); ${o.why}.`),
    ...(empty > 0
      ? [
          `${count(empty, "place")} of ${facts.places} cannot be filled: ${answer.proposed.length === 0 ? "nobody" : count(answer.proposed.length, "person", "people")} can be proposed.`,
        ]
      : []),
    next,
  ];
}
