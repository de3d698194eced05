import { shownCount, suppressed } from "./suppression.ts";

/** A number in the picture: `14 of 14 places filled`. Null = not shown to these readers. */
export interface Figure {
  readonly key: string;
  readonly n: number | null;
  readonly of: number | null;
  /** What follows the number. */
  readonly label: string;
}

/** One part of the involvement structure: a heading, what it is for, who is in it by name (staff only), its numbers. */
export interface Part {
  readonly key: string;
  readonly heading: string;
  readonly about: string;
  readonly names: readonly string[];
  readonly figures: readonly Figure[];
}

/** What the picture is drawn from, as at a day; counts of people are of people now in the group. */
export interface StructureFacts {
  readonly shortName: string;
  /** `Harriet Osei, Service User and Carer Involvement Co-ordinator`, for those in office. */
  readonly management: readonly string[];
  readonly directors: readonly string[];
  readonly lewg: GroupFacts;
  readonly lean: GroupFacts;
  /** Meetings of the working group in the last twelve months. */
  readonly meetings: number;
  readonly teams: number;
  readonly peopleOnTeams: number;
  readonly papers: number;
  readonly commented: number;
  readonly published: number;
  /** Papers that somebody with lived experience contributed to, and those where they are concluded to be an author. */
  readonly contributed: number;
  readonly coAuthored: number;
  readonly courses: number;
  readonly cleared: readonly { readonly key: string; readonly label: string; readonly n: number }[];
  /** Public engagement of the last twelve months, and how many people it reached where that was measured. */
  readonly events: number;
  readonly reach: number;
  readonly measured: number;
  readonly evaluations: number;
  readonly lastEvaluation: { readonly title: string; readonly responses: number } | null;
}

/** A group and who is in it now, by perspective. */
export interface GroupFacts {
  readonly label: string;
  readonly about: string;
  readonly places: number | null;
  readonly serviceUsers: number;
  readonly carers: number;
  readonly both: number;
  readonly notSaid: number;
}

const thing = (key: string, n: number, one: string, more: string): Figure => ({
  key,
  n,
  of: null,
  label: n === 1 ? one : more,
});

/** How many people a group has and how they came to be there; outside the team small numbers are left out. */
function groupFigures(group: GroupFacts, threshold: number | null): Figure[] {
  const counts = [group.serviceUsers, group.carers, group.both, group.notSaid];
  const total = counts.reduce((sum, n) => sum + n, 0);
  const shown = threshold === null ? { parts: counts, total } : suppressed(counts, threshold);
  // The words follow the number that is shown: a singular must not tell what is left out.
  const words = (n: number | null, one: string, more: string): string => (n === 1 ? one : more);
  const labels = [
    ["service user", "service users"],
    ["carer", "carers"],
    ["who is both", "who are both"],
    ["who has not said which", "who have not said which"],
  ] as const;
  const keys = ["service-users", "carers", "both", "not-said"];
  return [
    {
      key: "people",
      n: shown.total,
      of: group.places,
      label: group.places === null ? words(shown.total, "person", "people") : "places filled",
    },
    ...labels.flatMap(([one, more], i): Figure[] => {
      const n = shown.parts[i] ?? null;
      return counts[i] === 0 ? [] : [{ key: keys[i] ?? "", n, of: null, label: words(n, one, more) }];
    }),
  ];
}

/**
 * The parts of the involvement structure with their numbers, for the team or (with a threshold) for anybody. Source: the
 * infographic and text of the MHPRU involvement page.
 */
export function structure(facts: StructureFacts, threshold: number | null): Part[] {
  const people = (key: string, n: number, label: string): Figure => ({
    key,
    n: threshold === null ? n : shownCount(n, threshold),
    of: null,
    label,
  });
  const part = (
    key: string,
    heading: string,
    about: string,
    figures: readonly Figure[],
    names: readonly string[] = [],
  ) => ({
    key,
    heading,
    about,
    names,
    figures,
  });
  const { lastEvaluation: last } = facts;
  return [
    part(
      "management",
      "Involvement Management team",
      "Oversees and supports involvement",
      [],
      facts.management,
    ),
    part("directors", "Directors and Deputy Directors", "Work with the management team", [], facts.directors),
    part("lewg", facts.lewg.label, facts.lewg.about, [
      ...groupFigures(facts.lewg, threshold),
      thing("meetings", facts.meetings, "meeting in the last 12 months", "meetings in the last 12 months"),
    ]),
    part("lean", facts.lean.label, facts.lean.about, groupFigures(facts.lean, threshold)),
    part("teams", "Research project teams", "Members matched by experience, skills and interest", [
      thing("teams", facts.teams, "team with lived experience", "teams with lived experience"),
      people(
        "people-on-teams",
        facts.peopleOnTeams,
        facts.peopleOnTeams === 1 && threshold === null ? "person on them" : "people on them",
      ),
    ]),
    part("commentaries", "Commentaries and co-authorship", "Critical reflections on the unit's papers", [
      {
        key: "papers-with-commentary",
        n: facts.commented,
        of: facts.papers,
        label: "papers with a commentary",
      },
      thing("commentaries-published", facts.published, "commentary published", "commentaries published"),
      thing("contributed", facts.contributed, "paper members worked on", "papers members worked on"),
      ...(facts.coAuthored > 0
        ? [thing("co-authored", facts.coAuthored, "co-authored paper", "co-authored papers")]
        : []),
    ]),
    part("training", "Research training", "Open to every member of the LEWG", [
      thing("courses", facts.courses, "course offered", "courses offered"),
      ...facts.cleared
        .filter((c) => c.n > 0)
        .map((c) =>
          people(
            `cleared-${c.key}`,
            c.n,
            `cleared for ${c.label[0]?.toLowerCase() ?? ""}${c.label.slice(1)}`,
          ),
        ),
    ]),
    part("engagement", "Public engagement", "Events, seminars, podcasts, social media", [
      thing("events", facts.events, "event in the last 12 months", "events in the last 12 months"),
      ...(facts.measured > 0
        ? [
            {
              key: "reach",
              n: facts.reach,
              of: null,
              label: "people reached, where it was measured",
            },
          ]
        : []),
    ]),
    part("evaluation", "Evaluation", "Involvement is evaluated and reviewed by LEWG members", [
      thing("evaluations", facts.evaluations, "round so far", "rounds so far"),
      ...(last
        ? [
            people(
              "responses",
              last.responses,
              `${last.responses === 1 && threshold === null ? "response" : "responses"} to ${last.title}`,
            ),
          ]
        : []),
    ]),
  ];
}

/** `14 of 14 places filled`; a number that is not shown says so. */
export const figureInWords = ({ n, of, label }: Figure): string =>
  n === null
    ? `${label[0]?.toUpperCase() ?? ""}${label.slice(1)}: number not shown`
    : `${n.toLocaleString("en-GB")}${of === null ? "" : ` of ${of.toLocaleString("en-GB")}`} ${label}`;
