import { consented, type GateCode, gatesOf, type MatchPerson, meets, requiredOfEvery } from "./gate.ts";
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
  /** Not met because there are more than asked for. */
  readonly tooMany?: boolean;
  /** Not met by people who hold a place already: nobody who is asked next could mend that. */
  readonly onTeam?: boolean;
}

const cannotBeAsked: Readonly<Record<GateCode, string>> = {
  "not-active": "not a member now",
  paused: "paused",
  "group-not-asked": "in a group not asked yet",
  "term-ends": "at the end of their term",
  "on-the-team": "on the team",
  "offer-waiting": "asked already",
  declined: "declined",
  released: "released from the team",
  "conflict-of-interest": "with a conflict of interest",
  "clearance-missing": "not cleared",
  "required-need": "short of a required need",
  availability: "short of time",
  "projects-maximum": "on as many projects as they want",
  ceiling: "at a ceiling they asked us to watch",
};

const order = Object.keys(cannotBeAsked) as GateCode[];

/** How many people stand before which gate: `12 not cleared and 3 paused`. */
export const gatesCounted = (codes: readonly GateCode[]): string =>
  listed(
    order.flatMap((code) => {
      const n = codes.filter((c) => c === code).length;
      return n > 0 ? [`${n} ${cannotBeAsked[code]}`] : [];
    }),
  );

/** Why those who bring something cannot be asked, each counted once under the first gate they do not pass. */
const reasons = (people: readonly MatchPerson[], facts: MatchFacts): string =>
  gatesCounted(people.flatMap((p) => gatesOf(p, facts)[0]?.code ?? []));

/** How many of them one part of training alone keeps out: `, 1 of them one part short`. */
function onePartShort(people: readonly MatchPerson[], facts: MatchFacts): string {
  const asked = requiredOfEvery(facts.needs).filter((n) => n.category === "clearance");
  const short = people.filter((p) => {
    const missing = new Set(asked.flatMap((n) => p.lacks[n.value] ?? []));
    return missing.size === 1 && gatesOf(p, facts).every((g) => g.code === "clearance-missing");
  });
  return short.length === 0 ? "" : `, ${short.length} of them one part short`;
}

/** What is known beyond one project's own answer; without it nothing is said of other projects and of groups not asked yet. */
export interface Around {
  /** Who is proposed for another project of the same match. */
  readonly elsewhere: ReadonlySet<number>;
  /** Everybody on record with this project, also in groups that are not asked yet. */
  readonly given: readonly MatchPerson[];
}

/** Why a need is not met, by those who neither hold a place nor are proposed for one. */
function whyNot(need: Need, facts: MatchFacts, answer: MatchAnswer, around: Around | undefined): string {
  if (answer.placesLeft === 0) return "no place is left";
  const left = facts.people.filter((p) => !holds(p) && !answer.proposed.includes(p.id));
  const bring = left.filter((p) => meets(p, need));
  const experience = need.category === "experience";
  if (bring.length === 0) {
    const some = facts.people.some((p) => meets(p, need));
    if (experience) return "too few bring it, as far as may be used";
    if (need.category === "clearance") return some ? "nobody else is cleared" : "nobody is cleared";
    return some ? "nobody else has it on record" : "nobody has it on record";
  }
  const open = bring.filter((p) => answer.people.some((r) => r.id === p.id && r.rank !== null));
  if (open.length > 0 && open.every((p) => around?.elsewhere.has(p.id)))
    return experience
      ? "those who bring it are proposed for other projects"
      : "those who have it are proposed for other projects";
  if (open.length > 0)
    return need.scope === "team"
      ? "not together with the other needs in the places left"
      : "there are fewer people than places";
  return experience
    ? "those who bring it cannot be asked now"
    : `${count(bring.length, "person has", "people have")} it: ${reasons(bring, facts)}${onePartShort(bring, facts)}`;
}

/** Every need of the project, required ones first, and how it fares with the team as proposed. */
export function needOutcomes(facts: MatchFacts, answer: MatchAnswer, around?: Around): NeedOutcome[] {
  const proposed = facts.people.filter((p) => answer.proposed.includes(p.id));
  const covers = coversOf(facts);
  const outcome = (need: Need): NeedOutcome => {
    if (need.scope === "every" && need.kind === "desired") return { need, met: "in the points", why: null };
    if (need.scope === "every") {
      const short = need.kind === "required" && need.category !== "experience" ? without(need, facts) : 0;
      if (short > 0) return { need, met: "no", why: notOnTeam(short), onTeam: true };
      const met = proposed.length > 0 || answer.placesLeft === 0;
      return { need, met: met ? "yes" : "no", why: met ? null : whyNot(need, facts, answer, around) };
    }
    const cover = covers.find((c) => c.need === need)?.cover;
    const n = (cover?.already ?? 0) + proposed.filter((p) => meets(p, need)).length;
    if (need.atMost !== null && n > need.atMost)
      return { need, met: "no", why: tooMany(need), tooMany: true };
    const met = n >= (need.atLeast ?? 0);
    return { need, met: met ? "yes" : "no", why: met ? null : whyNot(need, facts, answer, around) };
  };
  const kinds = ["required", "desired"] as const;
  return kinds.flatMap((kind) => facts.needs.filter((n) => n.kind === kind).map(outcome));
}

/** How many people hold a place and do not meet something that every member has to. */
const without = (need: Need, { people }: MatchFacts): number =>
  people.filter((p) => p.onTeam && !meets(p, need)).length;

const notOnTeam = (people: number): string =>
  `${count(people, "person", "people")} on the team ${people === 1 ? "does" : "do"} not meet it now`;

/** Why more are on the team than were asked for. */
const tooMany = ({ kind }: Need): string =>
  kind === "required"
    ? "more than that are on the team already, or other required needs ask for them"
    : "more than that are on the team already, or are needed to fill the places";

/** The groups that may be asked, first to last. */
const inTurn = ["lewg", "lean", "external"];

/** What cannot be had of a project. */
interface Gap {
  readonly unmet: readonly NeedOutcome[];
  readonly empty: number;
}

/** How much of a gap people of a group not asked yet could close: everybody there who passes every gate counts. */
function closedBy(group: string, facts: MatchFacts, around: Around, gap: Gap): "all" | "some" | "none" {
  const asking = { ...facts, asked: [...facts.asked, group] };
  const open = around.given
    .map(consented)
    .filter((p) => p.group === group && !holds(p) && gatesOf(p, asking).length === 0);
  const closed = gap.unmet.filter(({ need, tooMany = false }) =>
    open.some((p) => meets(p, need) !== tooMany),
  ).length;
  if (closed === gap.unmet.length && open.length >= gap.empty) return "all";
  return closed > 0 || (gap.empty > 0 && open.length > 0) ? "some" : "none";
}

/** Where to look next: the network after the working group, people on record outside both after that, and then outside. */
function lookNext(facts: MatchFacts, around: Around | undefined, gap: Gap): string[] {
  const left = inTurn.filter((g) => !facts.asked.includes(g));
  if (left.length === 0) return ["Look outside: nobody on record can close this gap."];
  if (!around)
    return [
      left[0] === "lean"
        ? "Next: ask LEAN too with --widen lean, then look outside."
        : "Look outside both groups: people on record there are asked with --widen external.",
    ];
  const said: string[] = [];
  for (const group of left) {
    const who = group === "lean" ? "LEAN" : "people on record outside both groups";
    const closed = closedBy(group, facts, around, gap);
    if (closed === "all")
      return [...said, `Next: ask ${who} too, among whom this could be had: --widen ${group}.`];
    if (closed === "some")
      said.push(`Next: ask ${who} too, among whom some of this could be had: --widen ${group}.`);
    else if (group === "lean") said.push("Nobody in LEAN who can be asked closes this gap.");
  }
  return [...said, said.some((s) => s.startsWith("Next")) ? "For the rest look outside." : "Look outside."];
}

/**
 * What cannot be had, in sentences: needs nobody can meet and why, places nobody can take, and where to look next. Empty =
 * everything asked for can be had.
 */
export function gaps(facts: MatchFacts, answer: MatchAnswer, around?: Around): string[] {
  const unmet = needOutcomes(facts, answer, around).filter((o) => o.met === "no");
  const empty = answer.placesLeft - answer.proposed.length;
  const asking = unmet.filter((o) => !o.onTeam);
  if (unmet.length === 0 && empty === 0) return [];
  return [
    ...unmet.map((o) => `Not met: ${needInWords(o.need)} (${o.need.kind}); ${o.why}.`),
    ...(empty > 0
      ? [
          `${count(empty, "place")} of ${facts.places} cannot be filled: ${answer.proposed.length === 0 ? "nobody" : count(answer.proposed.length, "person", "people")} can be proposed.`,
        ]
      : []),
    ...(answer.placesLeft === 0 || (asking.length === 0 && empty === 0)
      ? []
      : lookNext(facts, around, { unmet: asking, empty })),
  ];
}
