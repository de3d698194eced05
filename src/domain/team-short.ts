import type { ClearanceChange } from "./clearance-change.ts";
import { type Day, dayInWords } from "./day.ts";
import { type GateCode, gatesOf, type MatchPerson, meets, requiredOfEvery } from "./gate.ts";
import type { MatchFacts } from "./match.ts";
import { type Need, needInWords } from "./need.ts";
import { ref } from "./ref.ts";
import { listed } from "./text.ts";

/** Projects with everybody in them as they stand on a day, and what people are called, by id. */
export interface TeamsAsked {
  readonly facts: readonly MatchFacts[];
  readonly names: ReadonlyMap<number, string>;
}

/**
 * Who is on a team, or was offered a place, and does not meet something that is required of every member now. Of lived experience
 * nothing is said: it would tell who has not got it, or took back its use.
 */
export function shortOfNeeds({ needs, people }: Pick<MatchFacts, "needs" | "people">): {
  readonly need: Need;
  readonly team: readonly MatchPerson[];
  readonly offered: readonly MatchPerson[];
}[] {
  return requiredOfEvery(needs)
    .filter((n) => n.category !== "experience")
    .map((need) => {
      const short = people.filter((p) => !meets(p, need));
      const team = short.filter((p) => p.onTeam);
      return { need, team, offered: short.filter((p) => !p.onTeam && p.offer === "waiting") };
    })
    .filter(({ team, offered }) => team.length + offered.length > 0);
}

/** Who holds or was offered a place without what it requires now, in sentences: nobody loses it by that, people decide. */
function shortSaid({ facts, names }: TeamsAsked, about: (need: Need) => boolean = () => true): string[] {
  const called = (people: readonly MatchPerson[]): string =>
    listed(people.map((p) => names.get(p.id) ?? ref("member", p.id)));
  return facts.flatMap((f) =>
    shortOfNeeds(f)
      .filter(({ need }) => about(need))
      .map(({ need, team, offered }) => {
        const refs = team.map((p) => ref("member", p.id)).join(" ");
        const who = [
          ...(team.length > 0 ? [`on the team without it: ${called(team)}`] : []),
          ...(offered.length > 0 ? [`offered a place without it: ${called(offered)}`] : []),
        ];
        const release =
          team.length > 0
            ? ` They stay until people decide; to end it: involve project release ${f.project} ${refs}`
            : "";
        return `${f.project} requires ${needInWords(need)} of every member; ${who.join("; ")}.${release}`;
      }),
  );
}

/** Gates that may close on somebody after they were asked. */
const closing: readonly GateCode[] = [
  "paused",
  "not-active",
  "term-ends",
  "conflict-of-interest",
  "availability",
];

/** Who holds or was offered a place and could not be asked for it now: away, with a conflict of interest, or short of time. */
function changedSaid({ facts, names }: TeamsAsked): string[] {
  return facts.flatMap((f) =>
    f.people
      .filter((p) => p.onTeam || p.offer === "waiting")
      .flatMap((p) =>
        gatesOf(p, f)
          .filter((g) => closing.includes(g.code))
          .map(
            (g) =>
              `${names.get(p.id) ?? ref("member", p.id)}, ${p.onTeam ? "on the team of" : "offered a place on"} ${f.project}, ${g.sentence}.`,
          ),
      ),
  );
}

/** Everything that speaks against a place somebody holds or was offered, as it is now; of one person only, where one is given. */
export function standsNow({ facts, names }: TeamsAsked, only?: number): string[] {
  const those = facts.map((f) => ({
    ...f,
    people: f.people.filter((p) => only === undefined || p.id === only),
  }));
  return [...shortSaid({ facts: those, names }), ...changedSaid({ facts: those, names })];
}

/** The same for those who are not cleared any more for what they lost; `from` is the day where it is still to come. */
export const lostSaid = (asked: TeamsAsked, lost: readonly ClearanceChange[], from?: Day): string[] =>
  shortSaid(
    asked,
    (n) => n.category === "clearance" && lost.some(({ clearance }) => clearance.key === n.value),
  ).map((said) => (from ? `From ${dayInWords(from)}: ${said}` : said));
