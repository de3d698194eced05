import { type Day, dayInWords } from "../domain/day.ts";
import { isOverdue, offerState } from "../domain/offer.ts";
import { projectStanding } from "../domain/project.ts";
import type { ProjectConflict } from "../domain/project-conflict.ts";
import { ref } from "../domain/ref.ts";
import { count } from "../domain/text.ts";
import type { OfferRow } from "../store/offers.ts";
import type { WholeProject } from "../store/whole-projects.ts";
import {
  conflictColumns,
  conflictRow,
  needColumns,
  needRow,
  offerColumns,
  offerRow,
} from "./project-parts.ts";
import { type Column, list, type Report, type Section } from "./report.ts";

const listColumns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "title", heading: "Title" },
  { key: "lead", heading: "Lead" },
  { key: "starts_on", heading: "Starts", kind: "day" },
  { key: "ends_on", heading: "Ends", kind: "day", detail: true },
  { key: "places", heading: "Places", kind: "integer" },
  { key: "offers", heading: "Offers made", kind: "integer" },
  { key: "waiting", heading: "Waiting", kind: "integer" },
  { key: "on_team", heading: "On the team", kind: "integer" },
  { key: "needs", heading: "Needs", kind: "integer", detail: true },
  { key: "status", heading: "Status" },
];

const waiting = (offers: readonly OfferRow[]): number =>
  offers.filter((o) => offerState(o) === "waiting").length;

/** Projects with their places, offers and team on a day. */
export const projectsReport = (wholes: readonly WholeProject[], today: Day): Report =>
  list(
    "Projects",
    listColumns,
    wholes.map(({ project, needs, offers, team }) => ({
      ref: ref("project", project.id),
      title: project.title,
      lead: project.leadName,
      starts_on: project.startsOn,
      ends_on: project.endsOn,
      places: project.places,
      offers: offers.length,
      waiting: waiting(offers),
      on_team: team.length,
      needs: needs.length,
      status: projectStanding(project, today),
    })),
    'No projects yet. Add one with: involve project add "Title" --places 3',
  );

const brief: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "title", heading: "Title" },
  { key: "status", heading: "Status" },
  { key: "aims", heading: "Aims" },
  { key: "lead", heading: "Lead" },
  { key: "starts_on", heading: "Starts", kind: "day" },
  { key: "ends_on", heading: "Ends", kind: "day" },
  { key: "closed_on", heading: "Closed", kind: "day", detail: true },
  { key: "places", heading: "Places", kind: "integer" },
  { key: "places_left", heading: "Places left", kind: "integer" },
  { key: "hours_per_month", heading: "Hours a month", kind: "integer" },
  { key: "pay_basis", heading: "Paid by" },
  { key: "content_note", heading: "Please note" },
];

const briefSection = ({ project: p, offers, team }: WholeProject, today: Day): Section => ({
  key: "brief",
  single: true,
  columns: brief,
  rows: [
    {
      ref: ref("project", p.id),
      title: p.title,
      status: projectStanding(p, today),
      aims: p.aims,
      lead: p.leadName,
      starts_on: p.startsOn,
      ends_on: p.endsOn,
      closed_on: p.closedOn,
      places: p.places,
      places_left: Math.max(0, p.places - team.length - waiting(offers)),
      hours_per_month: p.hoursPerMonth,
      pay_basis: p.payBasis,
      content_note: p.contentNote,
    },
  ],
});

const teamColumns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "role", heading: "Role" },
  { key: "from_on", heading: "From", kind: "day" },
];

/** One project: its brief, what it needs, whom it asked, its team on a day, and who has a conflict of interest. */
export function projectReport(
  whole: WholeProject,
  conflicts: readonly ProjectConflict[],
  today: Day,
): Report {
  const name = ref("project", whole.project.id);
  return {
    title: `${name} ${whole.project.title}`,
    sections: [
      briefSection(whole, today),
      {
        key: "needs",
        heading: "Needs",
        columns: needColumns,
        rows: whole.needs.map(needRow),
        empty: `None yet. Add one with: involve project need ${name} --required --clearance interviewing`,
      },
      {
        key: "offers",
        heading: "Offers",
        columns: offerColumns,
        rows: whole.offers.map(offerRow),
        empty: `None yet. See who could be asked: involve project match ${name}`,
      },
      {
        key: "team",
        heading: "Team",
        columns: teamColumns,
        rows: whole.team.map((t) => ({
          ref: ref("member", t.personId),
          known_as: t.knownAs,
          role: t.role,
          from_on: t.fromOn,
        })),
        empty: "Nobody now.",
      },
      {
        key: "conflicts",
        heading: "Conflicts of interest",
        columns: conflictColumns,
        rows: conflicts.map(conflictRow),
        empty: "None on record.",
      },
    ],
    notes: whole.offers
      .filter((o) => isOverdue(o, today))
      .map(
        (o) =>
          `${ref("member", o.personId)} ${o.knownAs} was asked to reply by ${dayInWords(o.replyBy ?? today)}. Record --no-reply, or the reply with --late.`,
      ),
  };
}

/** What adding a project did, in sentences, and what comes next. */
export const addedSaid = (
  id: number,
  project: { readonly title: string; readonly places: number },
): string[] => [
  `Added ${ref("project", id)} ${project.title} with ${count(project.places, "place")}.`,
  `Next: say what it needs, for example: involve project need ${ref("project", id)} --required --clearance interviewing`,
];
