import type { Day } from "../domain/day.ts";
import { standingOn } from "../domain/person.ts";
import { ref } from "../domain/ref.ts";
import type { PersonRow } from "../store/people.ts";
import { type Column, list, type Report } from "./report.ts";

const columns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "full_name", heading: "Full name", detail: true },
  { key: "pronouns", heading: "Pronouns" },
  { key: "group", heading: "Group" },
  { key: "status", heading: "Status" },
  { key: "perspective", heading: "Perspective" },
  { key: "region", heading: "Region" },
  { key: "joined_on", heading: "Joined", kind: "day" },
  { key: "left_on", heading: "Left", kind: "day", detail: true },
  { key: "email", heading: "E-mail", detail: true },
  { key: "phone", heading: "Phone", detail: true },
];

/** What a list of people is narrowed to. */
export interface PeopleFilter {
  readonly group: string | undefined;
  /** Also those who left. */
  readonly all: boolean;
}

/** People by their memberships on a day: one row for each group somebody is in. */
export function peopleReport(people: readonly PersonRow[], filter: PeopleFilter, today: Day): Report {
  const rows = people.flatMap((p) =>
    p.memberships
      .filter(
        (m) =>
          (filter.group === undefined || m.group === filter.group) &&
          (filter.all || m.leftOn === null || m.leftOn > today),
      )
      .map((m) => ({
        ref: ref("member", p.id),
        known_as: p.known_as,
        full_name: p.full_name,
        pronouns: p.pronouns,
        group: m.group,
        status: standingOn(m, today),
        perspective: p.perspective,
        region: p.region,
        joined_on: m.joinedOn,
        left_on: m.leftOn,
        email: p.emails[0] ?? null,
        phone: p.phone,
      })),
  );
  return list(
    "People",
    columns,
    rows,
    'Nobody yet. Add somebody with: involve member add "Amina Khan" --group lewg',
  );
}
