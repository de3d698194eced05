import { type Area, areas, type Deed, involved } from "../domain/involvement.ts";
import { type NamingFacts, nameOf, printed, refMayShow } from "../domain/naming.ts";
import { type TeamName, teamName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { column, type InvolvementFacts } from "./involvement-facts.ts";
import type { Row, Section } from "./report.ts";

const headings: Readonly<Record<Area, string>> = {
  meetings: "Who came to meetings",
  training: "Who completed training",
  offers: "Who was offered a place on a project",
  teams: "Who was on a project team",
  papers: "Who contributed to papers",
  commentaries: "Who wrote commentaries",
  events: "Who took part in public engagement",
  evaluation: "Who reviewed involvement",
  groups: "Who joined or left",
};

/** What the team calls somebody. */
const called = (facts: NamingFacts, id: number): TeamName | null => {
  const person = facts.people.get(id);
  return person === undefined ? null : teamName(person);
};

/** How the team sees who did it: somebody who is anonymous in an output stands there without name and ref. */
function doer(facts: NamingFacts, d: Deed): { person_ref: string | null; person: string } {
  const there = ref("member", d.personId);
  if (d.output === null) return { person_ref: there, person: called(facts, d.personId) ?? there };
  const naming = nameOf(facts, d.personId, d.output, "team");
  return { person_ref: refMayShow(naming, "team") ? there : null, person: printed(naming) };
}

const areaSection = (facts: InvolvementFacts, area: Area): Section => ({
  key: area,
  heading: headings[area],
  columns: [
    column("date", "Date", { kind: "day" }),
    column("ref", "Ref"),
    column("title", "Title"),
    column("person_ref", "Person"),
    column("person", "Known as"),
    column("what", "What"),
  ],
  rows: facts.deeds
    .filter((d) => d.area === area)
    .map((d) => ({ date: d.on, ref: d.ref, title: d.title, ...doer(facts.naming, d), what: d.what })),
  empty: "Nothing in this time.",
});

const counted: readonly Area[] = [
  "meetings",
  "training",
  "teams",
  "papers",
  "commentaries",
  "events",
  "evaluation",
];

/** One row a person: in how many things they were involved, area by area; what they did anonymously is not counted here. */
function peopleSection(facts: InvolvementFacts): Section {
  const open = facts.deeds.filter((d) => d.took && doer(facts.naming, d).person_ref !== null);
  const rows = involved(open).map((id): Row => {
    const theirs = open.filter((d) => d.personId === id);
    const things = (area: Area): number =>
      new Set(
        theirs
          .filter((d) => d.area === area)
          .map((d) => (area === "training" ? `${d.ref} ${d.what}` : d.ref)),
      ).size;
    return {
      person_ref: ref("member", id),
      person: called(facts.naming, id),
      group: facts.standings.get(id)?.group ?? null,
      ...Object.fromEntries(counted.map((area) => [area, things(area)])),
    };
  });
  const label = (area: Area): string =>
    area === "training"
      ? "Parts of training"
      : area === "evaluation"
        ? "Reviews"
        : `${area[0]?.toUpperCase() ?? ""}${area.slice(1)}`;
  return {
    key: "people",
    heading: "People, and in how many things they were involved",
    columns: [
      column("person_ref", "Person"),
      column("person", "Known as"),
      column("group", "Group"),
      ...counted.map((area) => column(area, label(area), { kind: "integer" })),
    ],
    rows,
    empty: "Nobody was involved in this time.",
  };
}

/** Who did what, for the management team: one row a person, then area by area. */
export const teamSections = (facts: InvolvementFacts): Section[] => [
  peopleSection(facts),
  ...areas.map((area) => areaSection(facts, area)),
];
