import { needCategories, needKinds, needScopes } from "../domain/need.ts";
import type { NeedOfProject, SheetNeed } from "../domain/need-plan.ts";
import { type Result, yes } from "../domain/result.ts";
import type { Lined } from "../domain/sheet-rows.ts";
import { keyOf } from "../domain/text.ts";
import { anyText, cell, maybe, maybeDay, maybeProse, oneOf, wholeCell } from "./columns.ts";

const key = (text: string): Result<string> => yes(keyOf(text));

/** The columns of a sheet of projects; the lead is found as the row is read, so that a row tells all that is wrong with it. */
export const projectColumns = <L>(lead: (text: string) => Result<L>) => ({
  title: cell(["title", "project", "project_title", "name"], anyText, { prose: true }),
  aims: maybeProse("aims", "aim", "brief", "summary"),
  lead: maybe(["lead", "project_lead", "led_by", "researcher"], lead),
  startsOn: maybeDay("starts_on", "starts", "start", "start_date"),
  endsOn: maybeDay("ends_on", "ends", "end", "end_date"),
  places: cell(["places", "team_size"], wholeCell(0, 1000)),
  hoursPerMonth: maybe(["hours_per_month", "hours", "hours_a_month"], wholeCell(0, 744)),
  payBasis: maybe(["pay_basis", "band", "payment_band"], key),
  contentNote: maybeProse("content_note", "emotional_content", "content_warning"),
});

/** The columns of a sheet of needs; the project, by ref or title, is found as the row is read. */
export const needColumns = <P>(project: (text: string) => Result<P>) => ({
  project: cell(["project", "project_ref"], project),
  kind: cell(["kind"], oneOf(needKinds)),
  category: cell(["category"], oneOf(needCategories)),
  value: cell(["value", "key", "asked_for"], key),
  level: maybe(["level"], wholeCell(-99, 99)),
  scope: maybe(["scope", "of"], oneOf(needScopes)),
  atLeast: maybe(["at_least", "minimum"], wholeCell(1, 1000)),
  atMost: maybe(["at_most", "maximum"], wholeCell(0, 1000)),
  weight: maybe(["weight"], wholeCell(1, 100)),
});

/** Rows of needs as the plan takes them: each need with the project it is for. */
export const ofProjects = (
  rows: readonly Lined<SheetNeed & { readonly project: { readonly id: number } }>[],
): Lined<NeedOfProject>[] =>
  rows.map(({ value: { project, ...need }, ...row }) => ({ ...row, value: { projectId: project.id, need } }));
