import { type Day, within } from "../domain/day.ts";
import type { Member } from "../domain/membership.ts";
import { standingOn } from "../domain/person.ts";
import { ref } from "../domain/ref.ts";
import { type Column, list, type Report, type Row } from "./report.ts";

/** The columns of a membership without whose it is. */
export const membershipColumns: readonly Column[] = [
  { key: "group", heading: "Group" },
  { key: "status", heading: "Status" },
  { key: "joined_on", heading: "Joined", kind: "day" },
  { key: "inducted_on", heading: "Induction", kind: "day", detail: true },
  { key: "term_ends_on", heading: "Term ends", kind: "day", detail: true },
  { key: "paused_from", heading: "Paused from", kind: "day" },
  { key: "paused_until", heading: "Paused until", kind: "day" },
  { key: "left_on", heading: "Left", kind: "day" },
];

/** Memberships as rows on a day, with the pause that holds then, or else the next one. */
export const membershipRows = (member: Member, today: Day): Row[] =>
  member.memberships.map((m) => {
    const holds = m.pauses.find((p) => within(today, p.from, p.until));
    const pause = holds ?? m.pauses.find((p) => p.from > today);
    return {
      group: m.group,
      status: standingOn(m, today),
      joined_on: m.joinedOn,
      inducted_on: m.inductedOn ?? null,
      term_ends_on: m.termEndsOn ?? null,
      paused_from: pause?.from ?? null,
      paused_until: pause?.until ?? null,
      left_on: m.leftOn,
    };
  });

/** The groups somebody is or was in. */
export const membershipsReport = (member: Member, today: Day): Report =>
  list(
    "Groups",
    [{ key: "ref", heading: "Ref" }, { key: "known_as", heading: "Known as" }, ...membershipColumns],
    membershipRows(member, today).map((row) => ({
      ref: ref("member", member.id),
      known_as: member.knownAs,
      ...row,
    })),
    "They are in no group.",
  );
