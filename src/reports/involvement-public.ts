import type { Day } from "../domain/day.ts";
import { nameInReport } from "../domain/involvement.ts";
import { byline, type NamedOutput } from "../domain/naming.ts";
import type { OutwardName } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import { column, type InvolvementFacts } from "./involvement-facts.ts";
import type { OutwardSection } from "./report.ts";

const names = (facts: InvolvementFacts, ids: readonly number[], output: NamedOutput): OutwardName[] =>
  byline(ids.map((id) => nameInReport(facts.naming, id, output)));

/** Things as anybody may see them: names as chosen for each, and only of what is published. */
export function publicSections(facts: InvolvementFacts): OutwardSection[] {
  const { from, to } = facts.period;
  const during = (day: Day | null): boolean => day !== null && day >= from && day <= to;
  const things = [column("date", "Date", { kind: "day" }), column("ref", "Ref"), column("title", "Title")];
  const named = [...things, column("people", "People with lived experience")];
  const worked = new Set(facts.deeds.filter((d) => d.area === "papers").map((d) => d.ref));
  return [
    {
      key: "meetings",
      heading: "Meetings",
      columns: things,
      rows: facts.meetings.map((m) => ({ date: m.on, ref: m.ref, title: m.title })),
      empty: "No meeting in this time.",
    },
    {
      key: "teams",
      heading: "Project teams with lived experience",
      columns: [column("ref", "Ref"), column("title", "Title")],
      rows: [...new Map(facts.deeds.filter((d) => d.area === "teams").map((d) => [d.ref, d.title]))].map(
        ([projectRef, title]) => ({ ref: projectRef, title }),
      ),
      empty: "No project team in this time.",
    },
    {
      key: "papers",
      heading: "Published papers that people contributed to",
      columns: [...named, column("doi", "DOI")],
      rows: facts.papers
        .filter((p) => p.status === "published" && p.contributors.length > 0)
        .filter((p) => during(p.statusOn) || worked.has(ref("paper", p.id)))
        .map((p) => ({
          date: p.statusOn,
          ref: ref("paper", p.id),
          title: p.title,
          people: names(facts, p.contributors, { kind: "paper", id: p.id }),
          doi: p.doi,
        })),
      empty: "None in this time.",
    },
    {
      key: "commentaries",
      heading: "Published Lived Experience Commentaries",
      columns: named,
      rows: facts.commentaries
        .filter((c) => c.state === "published" && during(c.publishedOn))
        .map((c) => ({
          date: c.publishedOn,
          ref: ref("commentary", c.id),
          title: c.title,
          people: names(facts, c.authors, { kind: "commentary", id: c.id }),
        })),
      empty: "None in this time.",
    },
    {
      key: "events",
      heading: "Public engagement",
      columns: [
        ...named,
        column("reach", "Reach", { kind: "integer" }),
        column("reach_method", "How counted"),
      ],
      rows: facts.events.map((e) => ({
        date: e.heldOn,
        ref: ref("event", e.id),
        title: e.title,
        people: names(facts, [...new Set(e.contributors.map((c) => c.personId))], {
          kind: "event",
          id: e.id,
        }),
        reach: e.reach,
        reach_method: e.reach === null ? "not measured" : e.reachMethod,
      })),
      empty: "None in this time.",
    },
  ];
}
