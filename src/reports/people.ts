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
  /** By person, what they have not been asked to agree to: only these people, and that beside them. */
  readonly toAsk?: ReadonlyMap<number, readonly string[]> | undefined;
}

/** People by their memberships on a day: one row for each group somebody is in. */
export function peopleReport(people: readonly PersonRow[], filter: PeopleFilter, today: Day): Report {
  const { toAsk } = filter;
  const shown = toAsk ? people.filter((p) => toAsk.has(p.id)) : people;
  const rows = shown.flatMap((p) =>
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
        ...(toAsk ? { consents_to_ask: toAsk.get(p.id) ?? [] } : {}),
      })),
  );
  return list(
    "People",
    toAsk ? [...columns, { key: "consents_to_ask", heading: "Consents to ask for" }] : columns,
    rows,
    toAsk
      ? "Everybody has been asked for every consent."
      : 'Nobody yet. Add somebody with: involve member add "Amina Khan" --group lewg',
  );
}
