import { type Day, dayInWords } from "./day.ts";
import { suggestion } from "./nearest.ts";
import { privateTextProblems } from "./private-text.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result, unless, yes } from "./result.ts";

/** A project as it is kept, without what it needs and who is on it. */
export interface Project {
  readonly id: number;
  readonly title: string;
  readonly aims: string | null;
  readonly leadId: number | null;
  readonly leadName: string | null;
  readonly startsOn: Day | null;
  readonly endsOn: Day | null;
  readonly places: number;
  readonly hoursPerMonth: number | null;
  /** Key of a payment band. */
  readonly payBasis: string | null;
  /** What the work touches on, so that people can choose. */
  readonly contentNote: string | null;
  readonly status: string;
  /** The day it was closed from; null while it is not closed. */
  readonly closedOn: Day | null;
  /** Whether the working group is asked before the network. */
  readonly lewgFirst: boolean;
}

/** How a project stands on a day: as it was set, or by its dates where it was left open. */
export function projectStanding(
  project: Pick<Project, "status" | "startsOn" | "endsOn" | "closedOn">,
  day: Day,
): "planned" | "open" | "running" | "ended" | "closed" {
  if (project.closedOn !== null && project.closedOn <= day) return "closed";
  if (project.endsOn !== null && project.endsOn < day) return "ended";
  if (project.startsOn !== null && project.startsOn <= day) return "running";
  return project.status === "planned" ? "planned" : "open";
}

/** The one project meant by a ref or a title; nobody is asked to guess. */
export function theOneProject(text: string, found: readonly Project[]): Result<Project> {
  const [only, ...others] = found;
  if (only && others.length === 0) return yes(only);
  return no(
    only
      ? {
          code: "ambiguous-project",
          message: `"${text}" could be: ${found.map((p) => `${ref("project", p.id)} ${p.title}`).join("; ")}.`,
          remedy: "Give the ref of the one you mean.",
        }
      : {
          code: "unknown-project",
          message: `There is no project "${text}".`,
          remedy: "Give a ref such as P-001 or its whole title; see: involve project list",
        },
  );
}

/** What `project add` is asked to do. */
export interface NewProject {
  readonly title: string;
  readonly aims: string | undefined;
  readonly startsOn: Day | undefined;
  readonly endsOn: Day | undefined;
  readonly places: number;
  readonly hoursPerMonth: number | undefined;
  readonly payBasis: string | undefined;
  readonly contentNote: string | undefined;
}

/** What has to be known to add a project. */
export interface NewProjectFacts {
  /** The keys of the payment bands. */
  readonly bands: readonly string[];
  /** A project of the same title, if there is one. */
  readonly sameTitle: Project | undefined;
}

/** A project with less than one place is none; the most is far above any team there ever was. */
const placesProblems = (places: number): Problem[] =>
  places >= 1 && places <= 1000
    ? []
    : [
        {
          code: "no-places",
          message: `A project with ${places} places has nobody to ask.`,
          remedy: "Give the number of people it has room for, 1 or more.",
        },
      ];

/**
 * Whether a project may be added: it has places, its end is not before its start, its pay basis is a band, its title is
 * not taken, and no bank detail hides in its texts.
 */
export function checkNewProject(project: NewProject, facts: NewProjectFacts): Result<NewProject> {
  const problems: Problem[] = [
    ...placesProblems(project.places),
    ...privateTextProblems({ "--aims": project.aims, "--content-note": project.contentNote }),
  ];
  if (project.startsOn && project.endsOn && project.endsOn < project.startsOn)
    problems.push({
      code: "ends-before-start",
      message: `It ends on ${dayInWords(project.endsOn)}, before it starts on ${dayInWords(project.startsOn)}.`,
      remedy: "Correct one of the two days.",
    });
  if (project.payBasis !== undefined && !facts.bands.includes(project.payBasis))
    problems.push({
      code: "unknown-band",
      message: `"${project.payBasis}" is not a payment band here.`,
      remedy: suggestion(project.payBasis, facts.bands),
    });
  if (facts.sameTitle)
    problems.push({
      code: "same-title",
      message: `${ref("project", facts.sameTitle.id)} has this title already.`,
      remedy: `See: involve project show ${ref("project", facts.sameTitle.id)}; give another project another title.`,
    });
  return unless(problems, () => project);
}
