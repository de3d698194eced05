import type { AccessNeed } from "../domain/access.ts";
import type { Stretch } from "../domain/availability.ts";
import { type ConsentHeld, purposes } from "../domain/consent.ts";
import type { Day } from "../domain/day.ts";
import { type Member, memberName } from "../domain/membership.ts";
import type { PersonDetails } from "../domain/person-edit.ts";
import { levelInWords, type PersonWord } from "../domain/person-words.ts";
import { ref } from "../domain/ref.ts";
import { listed } from "../domain/text.ts";
import { hoursSection } from "./availability.ts";
import { membershipColumns, membershipRows } from "./memberships.ts";
import type { Column, Report, Row, Section } from "./report.ts";

/** Everything the involvement team keeps about one person. */
export interface PersonFacts {
  readonly member: Member;
  readonly details: PersonDetails;
  readonly emails: readonly string[];
  readonly consents: readonly ConsentHeld[];
  readonly words: readonly PersonWord[];
  /** What they have not been asked to agree to yet. */
  readonly toAsk: readonly string[];
  readonly hours: readonly Stretch[];
  readonly needs: readonly AccessNeed[];
  readonly teams: readonly string[];
  readonly offers: readonly string[];
}

const personColumns: readonly Column[] = [
  { key: "ref", heading: "Ref" },
  { key: "known_as", heading: "Known as" },
  { key: "full_name", heading: "Full name" },
  { key: "pronouns", heading: "Pronouns" },
  { key: "emails", heading: "E-mail" },
  { key: "phone", heading: "Phone" },
  { key: "perspective", heading: "Perspective" },
  { key: "region", heading: "Region" },
  { key: "orcid", heading: "ORCID iD" },
  { key: "projects_max", heading: "Projects at a time", kind: "integer" },
  { key: "teams", heading: "On teams" },
  { key: "open_offers", heading: "Offers open" },
  { key: "notes", heading: "Notes" },
];

const personRow = (f: PersonFacts): Row => ({
  ref: ref("member", f.member.id),
  ...f.details,
  emails: f.emails,
  teams: f.teams,
  open_offers: f.offers,
});

/** How each consent stands on a day: the latest one given to it, in force or withdrawn; a row also where none was given. */
const consentRows = (consents: readonly ConsentHeld[], today: Day): Row[] =>
  purposes.map((purpose) => {
    const given = consents.filter((c) => c.purpose === purpose && c.givenOn <= today);
    const open = given.findLast((c) => c.withdrawnOn === null || c.withdrawnOn > today);
    const latest = open ?? given.at(-1);
    return {
      purpose,
      in_force: open !== undefined,
      given_on: latest?.givenOn ?? null,
      wording: latest?.version ?? null,
      how: latest?.how ?? null,
      withdrawn_on: latest?.withdrawnOn ?? null,
    };
  });

const consentColumns: readonly Column[] = [
  { key: "purpose", heading: "Purpose" },
  { key: "in_force", heading: "In force", kind: "yes-no" },
  { key: "given_on", heading: "Given", kind: "day" },
  { key: "wording", heading: "Wording", kind: "integer", detail: true },
  { key: "how", heading: "How" },
  { key: "withdrawn_on", heading: "Withdrawn", kind: "day" },
];

function toldUs(f: PersonFacts, usable: boolean): Section {
  const experience = f.words.some((w) => w.kind === "experience");
  return {
    key: "told-us",
    heading: "What they told us",
    paragraphs:
      experience && !usable ? ['Not used for matching: the consent "matching" is not in force.'] : [],
    columns: [
      { key: "kind", heading: "Kind" },
      { key: "key", heading: "Key" },
      { key: "label", heading: "Label" },
      { key: "level", heading: "Level", kind: "integer" },
      { key: "level_in_words", heading: "In words" },
    ],
    rows: f.words.map((w) => ({
      kind: w.kind,
      key: w.key,
      label: w.label,
      level: w.level,
      level_in_words: levelInWords(w.level) || null,
    })),
    empty: `Nothing yet. For example: involve member skill ${ref("member", f.member.id)} writing --level 2`,
  };
}

/** One person with everything the involvement team should see at once; never for anybody outside the team. */
export function personReport(f: PersonFacts, today: Day): Report {
  const consents = consentRows(f.consents, today);
  const usable = consents.some((c) => c["purpose"] === "matching" && c["in_force"] === true);
  return {
    title: memberName(f.member),
    sections: [
      { key: "person", single: true, columns: personColumns, rows: [personRow(f)] },
      {
        key: "groups",
        heading: "Groups",
        columns: membershipColumns,
        rows: membershipRows(f.member, today),
        empty: "They are in no group.",
      },
      {
        key: "consents",
        heading: "Consents",
        paragraphs: f.toAsk.length > 0 ? [`Still to be asked for: ${listed(f.toAsk)}.`] : [],
        columns: consentColumns,
        rows: consents,
      },
      toldUs(f, usable),
      hoursSection(
        f.hours,
        `None recorded. To record them: involve member availability ${ref("member", f.member.id)} --hours 8`,
      ),
      {
        key: "access-needs",
        heading: "Access needs",
        columns: [{ key: "need", heading: "Need" }],
        rows: f.needs.filter((n) => n.endedOn === null).map((n) => ({ need: n.need })),
        empty: `None recorded. To record one: involve member edit ${ref("member", f.member.id)} --access step-free`,
      },
    ],
  };
}
