import type { Day } from "./day.ts";
import { type NamingFacts, nameOf, namingForms, printed } from "./naming.ts";
import type { OutwardName, OutwardText } from "./person-name.ts";
import { noneOf, type Result } from "./result.ts";
import { count } from "./text.ts";

/** How somebody can be named to a project team they work with: nobody is anonymous to people they meet. */
export const teamForms = namingForms.filter((f) => f !== "anonymous" && f !== "group");

/** What has to be known to tell a project team who is on it. */
export interface TeamListFacts {
  readonly projectId: number;
  readonly team: readonly { readonly personId: number; readonly role: OutwardText; readonly fromOn: Day }[];
  readonly naming: NamingFacts;
  /** Those whose consent "profile-sharing" (may be told to the project team) is in force today. */
  readonly mayBeTold: ReadonlySet<number>;
  /** What each of them told us of their experience, as people read it. */
  readonly experience: ReadonlyMap<number, readonly string[]>;
}

/** One line of the list that a project team sees; of somebody whose name is withheld nothing else is said. */
export interface TeamLine {
  readonly name: OutwardName;
  readonly shown: boolean;
  readonly role: OutwardText | null;
  readonly from: Day | null;
  readonly experience: readonly string[];
}

/**
 * The team as the project team may see it: names as each person agreed for this project, by name and not by ref, and experience only
 * where their consent to tell the project team is in force. Whoever has not said how they are to be named is withheld with everything else
 * that could tell who it is.
 */
export function teamForProject(facts: TeamListFacts): TeamLine[] {
  const lines = facts.team.map(({ personId, role, fromOn }): TeamLine => {
    const naming = nameOf(facts.naming, personId, { kind: "project", id: facts.projectId }, "project");
    const name = printed(naming);
    if (!naming.shown) return { name, shown: false, role: null, from: null, experience: [] };
    const told = facts.mayBeTold.has(personId) ? (facts.experience.get(personId) ?? []) : [];
    return { name, shown: true, role, from: fromOn, experience: told };
  });
  return lines.sort((a, b) => Number(b.shown) - Number(a.shown) || a.name.localeCompare(b.name, "en"));
}

/** What whoever sends the list should know: how many are withheld, and what would change it. */
export function teamListSaid(project: string, lines: readonly TeamLine[]): string[] {
  const withheld = lines.filter((l) => !l.shown).length;
  return withheld === 0
    ? []
    : [
        `${count(withheld, "name is", "names are")} withheld. Who has not said how they are to be named to this team: involve project team ${project}`,
      ];
}

/** Whether somebody is, or was, on a team: nobody else is named to it. */
export const checkOnTeam = (project: string, name: string, times: number): Result<null> =>
  noneOf(
    times > 0
      ? []
      : [
          {
            code: "not-on-the-team",
            message: `${name} is not on the team of ${project}.`,
            remedy: `Who is: involve project team ${project}`,
          },
        ],
  );
