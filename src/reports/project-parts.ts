import type { Need } from "../domain/need.ts";
import { offerState } from "../domain/offer.ts";
import type { ProjectConflict } from "../domain/project-conflict.ts";
import { ref } from "../domain/ref.ts";
import type { OfferRow } from "../store/offers.ts";
import type { NeedRow } from "../store/projects.ts";
import type { TeamRow } from "../store/teams.ts";
import { type Column, list, type Report, type Row, single } from "./report.ts";

/** The columns of a need. */
export const needColumns: readonly Column[] = [
  { key: "kind", heading: "Kind" },
  { key: "category", heading: "Category" },
  { key: "value", heading: "Asked for" },
  { key: "level", heading: "Level", kind: "integer" },
  { key: "scope", heading: "Of" },
  { key: "at_least", heading: "At least", kind: "integer" },
  { key: "at_most", heading: "At most", kind: "integer" },
  { key: "weight", heading: "Weight", kind: "integer" },
];

/** A need as a row. */
export const needRow = (n: Need): Row => ({
  kind: n.kind,
  category: n.category,
  value: n.value,
  level: n.level,
  scope: n.scope,
  at_least: n.atLeast,
  at_most: n.atMost,
  weight: n.kind === "desired" ? n.weight : null,
});

/** Needs as they were written, each with its project. */
export const needsReport = (needs: readonly NeedRow[]): Report =>
  list(
    "Needs",
    [{ key: "project", heading: "Project" }, ...needColumns],
    needs.map((n) => ({ project: ref("project", n.projectId), ...needRow(n) })),
    "Nothing changed.",
  );

/** The columns of an offer. */
export const offerColumns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "offered_on", heading: "Offered", kind: "day" },
  { key: "reply_by", heading: "Reply by", kind: "day" },
  { key: "state", heading: "State" },
  { key: "replied_on", heading: "Replied", kind: "day" },
  { key: "widened_to", heading: "Asked beyond LEWG" },
  { key: "departure_reason", heading: "Reason given" },
];

/** An offer as a row. */
export const offerRow = (o: OfferRow): Row => ({
  ref: ref("member", o.personId),
  known_as: o.knownAs,
  offered_on: o.offeredOn,
  reply_by: o.replyBy,
  state: offerState(o),
  replied_on: o.repliedOn,
  widened_to: o.widenedTo,
  departure_reason: o.departureReason,
});

/** Offers as they stand, each with its project. */
export const offersReport = (offers: readonly OfferRow[]): Report =>
  list(
    "Offers",
    [{ key: "project", heading: "Project" }, ...offerColumns],
    offers.map((o) => ({ project: ref("project", o.projectId), ...offerRow(o) })),
    "No offers.",
  );

/** What to do about offers whose day to reply is over, with the first of them as the example; nothing where there are none. */
export const overdueSaid = ([first]: readonly OfferRow[]): string[] =>
  first
    ? [
        `Record what they said with --late, or that nothing came: involve project reply ${ref("project", first.projectId)} ${ref("member", first.personId)} --no-reply`,
      ]
    : [];

/** The columns of a conflict of interest. */
export const conflictColumns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "declared_on", heading: "Declared", kind: "day" },
  { key: "note", heading: "Note" },
];

/** A conflict of interest as a row. */
export const conflictRow = (c: ProjectConflict): Row => ({
  ref: ref("member", c.personId),
  known_as: c.knownAs,
  declared_on: c.declaredOn,
  note: c.note,
});

/** The conflicts of interest of a project, for the management team only. */
export const conflictsReport = (project: string, conflicts: readonly ProjectConflict[]): Report =>
  list(
    `Conflicts of interest with ${project}`,
    conflictColumns,
    conflicts.map(conflictRow),
    "None on record.",
  );

/** People's time on teams, for the management team. */
export const teamReport = (team: readonly TeamRow[]): Report =>
  list(
    "Team",
    [
      { key: "project", heading: "Project" },
      { key: "ref", heading: "Ref" },
      { key: "known_as", heading: "Known as" },
      { key: "role", heading: "Role" },
      { key: "from_on", heading: "From", kind: "day" },
      { key: "to_on", heading: "Released from", kind: "day" },
      { key: "reason", heading: "Joined without an offer because" },
      { key: "release_reason", heading: "Released because" },
    ],
    team.map((t) => ({
      project: ref("project", t.projectId),
      ref: ref("member", t.personId),
      known_as: t.knownAs,
      role: t.role,
      from_on: t.fromOn,
      to_on: t.toOn,
      reason: t.reason,
      release_reason: t.releaseReason,
    })),
    "Nobody now.",
  );

/** Which brief was written, and into which file. */
export const briefReport = (project: string, title: string, file: string): Report =>
  single(
    "Brief",
    [
      { key: "project", heading: "Project" },
      { key: "title", heading: "Title" },
      { key: "template", heading: "Template" },
      { key: "file", heading: "File" },
    ],
    { project, title, template: "project-brief", file },
  );
