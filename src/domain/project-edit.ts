import { type Day, dayInWords } from "./day.ts";
import { type Need, needInWords } from "./need.ts";
import { peopleOfRegions } from "./need-contradiction.ts";
import { checkNewProject, type NewProject, type Project } from "./project.ts";
import { ref } from "./ref.ts";
import { type Problem, problem, problemsOf, type Result, unless } from "./result.ts";
import { count } from "./text.ts";

/** What of a project can be emptied, as it is typed. */
export const clearableOfProject = [
  "aims",
  "lead",
  "starts",
  "ends",
  "hours-per-month",
  "pay-basis",
  "content-note",
] as const;

/** What `project edit` is asked to change; undefined leaves it as it is. */
export interface ProjectEdit extends Omit<NewProject, "title" | "places"> {
  readonly title: string | undefined;
  readonly places: number | undefined;
  readonly lead: { readonly id: number; readonly name: string } | undefined;
  readonly clear: readonly (typeof clearableOfProject)[number][];
  readonly lewgFirst: boolean;
  readonly withLean: boolean;
  readonly reopen: boolean;
}

/** What an edit of a project is checked against. */
export interface ProjectEditFacts {
  readonly project: Project;
  readonly needs: readonly Need[];
  readonly onTeam: number;
  readonly bands: readonly string[];
  /** Another project of the title it is to get, if there is one. */
  readonly sameTitle: Project | undefined;
}

/** A project as it will be. */
function edited(edit: ProjectEdit, project: Project): Project {
  const kept = <T>(
    name: (typeof clearableOfProject)[number],
    given: T | undefined,
    now: T | null,
  ): T | null => given ?? (edit.clear.includes(name) ? null : now);
  return {
    ...project,
    title: edit.title ?? project.title,
    aims: kept("aims", edit.aims, project.aims),
    leadId: kept("lead", edit.lead?.id, project.leadId),
    leadName: kept("lead", edit.lead?.name, project.leadName),
    startsOn: kept<Day>("starts", edit.startsOn, project.startsOn),
    endsOn: kept<Day>("ends", edit.endsOn, project.endsOn),
    places: edit.places ?? project.places,
    hoursPerMonth: kept("hours-per-month", edit.hoursPerMonth, project.hoursPerMonth),
    payBasis: kept("pay-basis", edit.payBasis, project.payBasis),
    contentNote: kept("content-note", edit.contentNote, project.contentNote),
    lewgFirst: edit.lewgFirst || (!edit.withLean && project.lewgFirst),
    ...(edit.reopen ? { status: "open", closedOn: null } : {}),
  };
}

/** That a project was closed, where it was: it stays as it is. */
export const closedProblems = (project: Project, remedy: string): Problem[] =>
  project.status !== "closed"
    ? []
    : [
        problem(
          "project-over",
          `${ref("project", project.id)} was closed${project.closedOn ? ` on ${dayInWords(project.closedOn)}` : ""}.`,
          remedy,
        ),
      ];

function statusProblems(edit: ProjectEdit, project: Project): Problem[] {
  const name = ref("project", project.id);
  if (project.status === "closed" && !edit.reopen)
    return closedProblems(project, "To open it again, add --reopen.");
  return edit.reopen && project.status !== "closed"
    ? [problem("not-closed", `${name} is not closed.`, "Leave --reopen out.")]
    : [];
}

/** Details that are given and to be emptied at once. */
function setAndCleared(edit: ProjectEdit): Problem[] {
  const given = {
    ...{ aims: edit.aims, lead: edit.lead, starts: edit.startsOn, ends: edit.endsOn },
    ...{
      "hours-per-month": edit.hoursPerMonth,
      "pay-basis": edit.payBasis,
      "content-note": edit.contentNote,
    },
  };
  return edit.clear
    .filter((name) => given[name] !== undefined)
    .map((name) =>
      problem("set-and-cleared", `--${name} is set and cleared at once.`, "Leave one of them out."),
    );
}

/** What a project's places are held against. */
type Room = Pick<ProjectEditFacts, "project" | "needs" | "onTeam">;

/** Places that the team and the needs ask for already. */
export function placesProblems(places: number, { project, needs, onTeam }: Room): Problem[] {
  const name = ref("project", project.id);
  if (places === project.places || places < 1) return [];
  return [
    ...(onTeam > places
      ? [
          problem(
            "places-taken",
            `${count(onTeam, "person is", "people are")} on the team of ${name}.`,
            `Leave at least ${count(onTeam, "place")}, or release somebody first: involve project release ${name} M-…`,
          ),
        ]
      : []),
    ...(peopleOfRegions(needs) > places
      ? [
          problem(
            "more-than-places",
            `The regions ${name} requires ask for ${count(peopleOfRegions(needs), "person", "people")}, which is more than ${count(places, "place")}.`,
            `Let some of them be desired: involve project need ${name} --change …`,
          ),
        ]
      : []),
    ...needs
      .filter((n) => (n.atLeast ?? 0) > places)
      .map((n) =>
        problem(
          "more-than-places",
          `${name} asks for ${needInWords(n)}, which is more than ${count(places, "place")}.`,
          `Change that need first: involve project need ${name} --change …`,
        ),
      ),
  ];
}

/**
 * A project as it will be: checked like a new one, with room for those on the team and for what the needs ask of it. A closed project
 * stays as it is until it is opened again. Every problem at once.
 */
export function planProjectEdit(edit: ProjectEdit, facts: ProjectEditFacts): Result<Project> {
  const after = edited(edit, facts.project);
  const given = <T>(value: T | null): T | undefined => value ?? undefined;
  const asNew: NewProject = {
    ...{ title: after.title, places: after.places },
    ...{ aims: given(after.aims), contentNote: given(after.contentNote), payBasis: given(after.payBasis) },
    ...{ startsOn: given(after.startsOn), endsOn: given(after.endsOn) },
    hoursPerMonth: given(after.hoursPerMonth),
  };
  const problems = [
    ...statusProblems(edit, facts.project),
    ...setAndCleared(edit),
    ...(edit.lewgFirst && edit.withLean
      ? [problem("one-order", "--lewg-first and --with-lean cannot go together.", "Give one of them.")]
      : []),
    ...problemsOf(checkNewProject(asNew, { bands: facts.bands, sameTitle: facts.sameTitle })),
    ...placesProblems(after.places, facts),
  ];
  return unless(problems, () => after);
}

const named = {
  title: "title",
  aims: "aims",
  leadName: "lead",
  startsOn: "starts",
  endsOn: "ends",
  places: "places",
  hoursPerMonth: "hours a month",
  payBasis: "paid by",
  contentNote: "note on its content",
  status: "status",
} as const;

/** Whether a project asks more of people than before: more hours, another pay, or time in weeks in which it asked for none. */
export const asksMore = (before: Project, after: Project): boolean =>
  (after.hoursPerMonth ?? 0) > (before.hoursPerMonth ?? 0) ||
  after.payBasis !== before.payBasis ||
  (after.startsOn ?? "") < (before.startsOn ?? "") ||
  (after.endsOn ?? "9999") > (before.endsOn ?? "9999");

/** What an edit changed, old → new, in a sentence. */
export function projectEditInWords(before: Project, after: Project): string {
  const name = ref("project", before.id);
  const value = (key: keyof typeof named, v: string | number | null): string =>
    v === null
      ? "(none)"
      : key === "startsOn" || key === "endsOn"
        ? dayInWords(v as Day)
        : key === "aims" || key === "contentNote"
          ? `"${v}"`
          : `${v}`;
  const changes = (Object.keys(named) as (keyof typeof named)[])
    .filter((key) => before[key] !== after[key])
    .map((key) => `${named[key]} ${value(key, before[key])} → ${value(key, after[key])}`);
  const order =
    before.lewgFirst === after.lewgFirst
      ? []
      : [after.lewgFirst ? "the LEWG is asked first" : "LEAN is asked together with the LEWG"];
  return changes.length + order.length === 0
    ? `Nothing changed for ${name}.`
    : `Changed for ${name}: ${[...changes, ...order].join("; ")}.`;
}
