import { suggestion } from "./nearest.ts";
import { type Need, type NeedCategory, needInWords, sameNeed } from "./need.ts";
import { contradiction, peopleOfRegions, withNeed } from "./need-contradiction.ts";
import { endedProblems } from "./offer.ts";
import { perspectives } from "./person.ts";
import type { projectStanding } from "./project.ts";
import { type Problem, problem, type Result, unless } from "./result.ts";
import { count } from "./text.ts";

/** What is known of the project when a need is put to it. */
export interface NeedFacts {
  readonly project: string;
  readonly standing: ReturnType<typeof projectStanding>;
  readonly places: number;
  /** The keys in use, by category. */
  readonly keys: Readonly<Record<NeedCategory, readonly string[]>>;
  /** The needs it has already. */
  readonly existing: readonly Need[];
  /** Those among them that are asked for only now, beside the one that is checked. */
  readonly beside?: readonly Need[];
}

function ownProblems(need: Need, facts: NeedFacts): Problem[] {
  const known = need.category === "perspective" ? perspectives : facts.keys[need.category];
  const problems: Problem[] = [];
  if (!known.includes(need.value))
    problems.push(
      problem(
        `unknown-${need.category}`,
        `There is no ${need.category} "${need.value}" here.`,
        suggestion(need.value, known),
      ),
    );
  if (need.level !== null && (need.level < 1 || need.level > 4))
    problems.push(
      problem(
        "level-outside-scale",
        `Level ${need.level} is outside the scale.`,
        "1 would like to learn, 2 some, 3 confident, 4 could teach.",
      ),
    );
  if (need.level !== null && need.category !== "skill")
    problems.push(
      problem(
        "level-without-skill",
        `A level belongs to a skill, and ${need.value} is asked for as ${need.category}.`,
        "Leave the level out, or name a skill.",
      ),
    );
  const bounded = need.atLeast !== null || need.atMost !== null;
  if (need.scope === "every" && bounded)
    problems.push(
      problem(
        "number-without-team",
        `How many people is asked of the team, and "${need.value}" is asked of every member.`,
        "Ask it of the team (--team; in a sheet, team in the column scope), or leave the number out.",
      ),
    );
  if (need.scope === "team" && !bounded)
    problems.push(
      problem(
        "team-without-number",
        `"${need.value}" is asked of the team without saying of how many.`,
        "Say how many, for example --at-least 1.",
      ),
    );
  if (need.atLeast !== null && need.atLeast > facts.places)
    problems.push(
      problem(
        "more-than-places",
        `At least ${need.atLeast} are asked for, and ${facts.project} has ${count(facts.places, "place")}.`,
        `Ask for at most ${facts.places}.`,
      ),
    );
  if (need.atLeast !== null && need.atMost !== null && need.atMost < need.atLeast)
    problems.push(
      problem(
        "contradictory-needs",
        `At least ${need.atLeast} and at most ${need.atMost} cannot both hold.`,
        "Let the least be no more than the most.",
      ),
    );
  // Nobody may be worse off for having completed a course.
  if (need.category === "clearance" && need.atMost !== null)
    problems.push(
      problem(
        "most-of-clearance",
        `Being cleared for ${need.value} cannot be asked of so many at most: training would stand in somebody's way.`,
        "Leave --at-most out.",
      ),
    );
  if (need.kind === "required" && need.weight !== 1)
    problems.push(
      problem(
        "weight-of-required",
        `"${need.value}" is required, and a weight counts only for what is desired.`,
        "Leave the weight out, or ask for it as desired.",
      ),
    );
  return problems;
}

const contradicts = (facts: NeedFacts, need: Need, other: Need, why: string): Problem =>
  facts.beside?.includes(other)
    ? problem(
        "contradictory-needs",
        `${facts.project} cannot ask for ${needInWords(need)} and ${needInWords(other)} at once: ${why}.`,
        "Leave one of the two out.",
      )
    : problem(
        "contradictory-needs",
        `${facts.project} cannot ask for ${needInWords(need)}: it asks for ${needInWords(other)}, and ${why}.`,
        `To take that one out: involve project need ${facts.project} --remove --${other.category} ${other.value}${other.scope === "team" ? " --team" : ""}`,
      );

/** Regions required of the team that together ask for more people than there are places: one person lives in one. */
function tooManyRegions(need: Need, facts: NeedFacts): Problem[] {
  const asked = peopleOfRegions(withNeed(facts.existing, need));
  if (need.category !== "region" || asked <= facts.places) return [];
  return [
    problem(
      "contradictory-needs",
      `The regions ${facts.project} requires ask for ${asked} people, and it has ${count(facts.places, "place")}.`,
      "Let some of them be desired.",
    ),
  ];
}

/**
 * Whether a project may have a need: it is not over, the need's words are known, its level is on the scale, its numbers fit the places, and
 * nothing the project asks for already says the same or the contrary. With `change` a need about the same thing is
 * put in place of the one that is there.
 */
export function checkNeed(need: Need, facts: NeedFacts, change = false): Result<Need> {
  const problems = [...endedProblems(facts.project, facts.standing), ...ownProblems(need, facts)];
  const same = facts.existing.find((n) => sameNeed(n, need));
  if (same && !change)
    problems.push(
      problem(
        "duplicate-need",
        `${facts.project} asks for ${needInWords(same)} already (${same.kind}).`,
        "To ask it differently, add --change.",
      ),
    );
  if (!same && change)
    problems.push(
      problem(
        "no-such-need",
        `${facts.project} does not ask for ${needInWords(need)} yet.`,
        `Leave --change out to add it; see: involve project show ${facts.project}`,
      ),
    );
  for (const other of facts.existing.filter((n) => n !== same)) {
    const why = contradiction(need, other, facts.places);
    if (why) problems.push(contradicts(facts, need, other, why));
  }
  return unless([...problems, ...tooManyRegions(need, facts)], () => need);
}

/** Checks several needs one after another, each against those before it too: every need, or every problem, each said once. */
export function checkNeeds(
  needs: readonly Need[],
  facts: NeedFacts,
  change = false,
): Result<readonly Need[]> {
  const problems: Problem[] = [];
  let existing = [...facts.existing];
  for (const need of needs) {
    const result = checkNeed(need, { ...facts, existing, beside: needs }, change);
    if (result.ok) existing = withNeed(existing, need);
    else problems.push(...result.problems.filter((p) => !problems.some((q) => q.message === p.message)));
  }
  return unless(problems, () => needs);
}

/** That needs are given for one project by words, or for several by a file. */
export const projectOrFile: Problem = {
  code: "missing",
  message: "A project or --from-file, and not both.",
  remedy: "For example: involve project need P-001 --required --clearance interviewing",
};
