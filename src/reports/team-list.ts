import type { Day } from "../domain/day.ts";
import { formFor } from "../domain/naming.ts";
import type { OutwardText } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import type { TeamLine, TeamListFacts } from "../domain/team-list.ts";
import type { TeamRow } from "../store/teams.ts";
import { list, type OutwardReport, type Report } from "./report.ts";

/** A team for the management team: who is or was on it, how each agreed to be named, and whether experience may be told. */
export const teamListReport = (
  project: string,
  rows: readonly TeamRow[],
  facts: TeamListFacts,
  day: Day,
): Report =>
  list(
    `Team of ${project}`,
    [
      { key: "ref", heading: "Ref" },
      { key: "known_as", heading: "Known as" },
      { key: "role", heading: "Role" },
      { key: "from_on", heading: "From", kind: "day" },
      { key: "to_on", heading: "Released from", kind: "day" },
      { key: "named", heading: "Named to the team" },
      { key: "experience_may_be_told", heading: "Experience may be told", kind: "yes-no" },
      { key: "reason", heading: "Joined without an offer because", detail: true },
      { key: "release_reason", heading: "Released because", detail: true },
    ],
    rows.map((t) => {
      const now = t.toOn === null || t.toOn > day;
      const choices = facts.naming.choices.get(t.personId) ?? [];
      return {
        ref: ref("member", t.personId),
        known_as: t.knownAs,
        role: t.role,
        from_on: t.fromOn,
        to_on: t.toOn,
        named: now ? formFor(t.personId, choices, { kind: "project", id: facts.projectId }) : null,
        experience_may_be_told: now ? facts.mayBeTold.has(t.personId) : null,
        reason: t.reason,
        release_reason: t.releaseReason,
      };
    }),
    "Nobody yet.",
  );

/** A team as the project team sees it: no ref, and of a withheld name nothing else. */
export const projectTeamReport = (title: OutwardText, lines: readonly TeamLine[]): OutwardReport =>
  list(
    `People with lived experience on the team: ${title}`,
    [
      { key: "name", heading: "Name" },
      { key: "role", heading: "Role" },
      { key: "from_on", heading: "From", kind: "day" },
      { key: "experience", heading: "Experience" },
    ],
    lines.map((l) => ({ name: l.name, role: l.role, from_on: l.from, experience: l.experience })),
    "Nobody yet.",
  );
