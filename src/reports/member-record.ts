import { longDay } from "../domain/day.ts";
import { meetingYears, type RecordItem, type RecordReader, recordItems } from "../domain/member-record.ts";
import { withheldName } from "../domain/naming.ts";
import type { OutwardText } from "../domain/person-name.ts";
import { ref } from "../domain/ref.ts";
import type { CommentaryRow } from "../store/commentaries.ts";
import type { MemberRecord } from "../store/member-record.ts";
import type { Column, OutwardReport, OutwardRow, OutwardSection } from "./report.ts";

const col = (key: string, heading: string, kind?: Column["kind"]): Column =>
  kind ? { key, heading, kind } : { key, heading };
const named = col("named_as", "Named as");

const section = (
  key: string,
  heading: string,
  columns: readonly Column[],
  rows: readonly OutwardRow[],
): OutwardSection => ({ key, heading, columns, rows });

const whatOf = ({ deeds }: RecordItem): string[] => [...new Set(deeds.map((d) => d.what))];

/** Groups, meetings and training: what nobody else is named in. */
function inTheUnit(record: MemberRecord, reader: RecordReader): OutwardSection[] {
  const items = (area: "training" | "teams" | "evaluation") =>
    recordItems(record.deeds, area, record, reader);
  return [
    section(
      "groups",
      "Groups",
      [col("group", "Group"), col("from_on", "From", "day"), col("to_on", "Until", "day")],
      record.terms.map((t) => ({ group: t.group, from_on: t.from, to_on: t.to })),
    ),
    section(
      "meetings",
      "Meetings",
      [col("year", "Year"), col("times", "Came to", "integer"), col("meetings", "Meetings", "lines")],
      meetingYears(record.deeds, record.forSupport, reader).map(({ year, titles }) => ({
        year,
        times: titles.length,
        meetings: titles,
      })),
    ),
    section(
      "training",
      "Training completed",
      [col("course", "Course"), col("parts", "Parts", "lines"), col("last_on", "Last", "day")],
      items("training").map((i) => ({
        course: i.deeds[0].title,
        parts: whatOf(i).map((what) => what.replace(/^completed /, "")),
        last_on: i.deeds.at(-1)?.on ?? null,
      })),
    ),
    section(
      "cleared",
      "Able to carry out",
      [col("work", "Work")],
      record.cleared.map((work) => ({ work })),
    ),
    section(
      "taught",
      "Training given",
      [col("held_on", "On", "day"), col("training", "Training")],
      record.taught.map((t) => ({ held_on: t.on, training: t.title })),
    ),
    section(
      "teams",
      "Project teams",
      [col("project", "Project"), col("part", "Part"), col("from_on", "From", "day")],
      items("teams").flatMap((i) => i.deeds.map((d) => ({ project: d.title, part: d.what, from_on: d.on }))),
    ),
    section(
      "panels",
      "Recruitment panels",
      [col("round", "Round"), col("role", "Role"), col("opened_on", "Opened", "day")],
      record.panels.map((p) => ({ round: p.round, role: p.role, opened_on: p.opened })),
    ),
    section(
      "evaluation",
      "Evaluation of involvement",
      [col("round", "Evaluation"), col("role", "Role")],
      items("evaluation").map((i) => ({ round: i.deeds[0].title, role: whatOf(i).join(", ") })),
    ),
  ];
}

/** How they are named, for whom it is about: withheld is not being named. */
const inWords = ({ named }: RecordItem): OutwardText | null => (named === withheldName ? "not named" : named);

const standing = ({ state, publishedOn, doi }: CommentaryRow): string =>
  [publishedOn ? `published on ${longDay(publishedOn)}` : state, doi ? `doi:${doi}` : ""]
    .filter(Boolean)
    .join(", ");

/** Papers, commentaries and events: in each they are named as they chose, or it is left out. */
function outputs(
  record: MemberRecord,
  reader: RecordReader,
  cited: ReadonlyMap<number, string>,
): OutwardSection[] {
  const items = (area: "papers" | "commentaries" | "events") =>
    recordItems(record.deeds, area, record, reader);
  const idOf = (i: RecordItem): number => i.deeds[0].output?.id ?? 0;
  return [
    section(
      "papers",
      "Research papers",
      [col("paper", "Paper"), col("contribution", "Contribution"), col("as", "As"), named],
      items("papers").map((i) => ({
        paper: cited.get(idOf(i)) ?? i.deeds[0].title,
        contribution: whatOf(i).join(", "),
        as: record.concluded.get(idOf(i)) ?? null,
        named_as: inWords(i),
      })),
    ),
    section(
      "commentaries",
      "Lived Experience Commentaries",
      [col("title", "Title"), col("on_paper", "On the paper"), col("state", "State"), named],
      items("commentaries").map((i) => {
        const about = record.commentaries.find((c) => c.id === idOf(i));
        return {
          title: i.deeds[0].title,
          on_paper: about ? (cited.get(about.paperId) ?? null) : null,
          state: about ? standing(about) : null,
          named_as: inWords(i),
        };
      }),
    ),
    section(
      "events",
      "Public engagement",
      [col("held_on", "On", "day"), col("title", "Title"), col("role", "Role"), named],
      items("events").map((i) => ({
        held_on: i.deeds[0].on,
        title: i.deeds[0].title,
        role: whatOf(i).join(", "),
        named_as: inWords(i),
      })),
    ),
  ];
}

const notes = ({ for: audience, reveal }: RecordReader, unit: string): string[] =>
  audience === "public"
    ? [`From the records of the ${unit}. Each item has the name that was chosen for it.`]
    : [
        `From the records of the ${unit}. This copy is for you: it has things in it that are not published, or in which you have not decided how to be named. Of your experience, your notes and your payments there is nothing in it.`,
        reveal
          ? "What you are anonymous in is in this copy and says so: take it out before you show this to anybody."
          : "Anything you are anonymous in is left out of this copy, whether there is any or not; ask for it if you want it.",
      ];

/** Whom it is about, with whom they are involved, and since when. */
const about = ({ name, unit, terms }: MemberRecord): OutwardSection => ({
  key: "member",
  single: true,
  columns: [col("name", "Name"), col("unit", "Involved with"), col("since", "Since", "day")],
  rows: [{ name, unit, since: terms[0]?.from ?? null }],
});

/** What a CV tells first comes first. */
const order: readonly string[] = [
  "groups",
  "teams",
  "papers",
  "commentaries",
  "events",
  "taught",
  "panels",
  "evaluation",
  "training",
  "cleared",
  "meetings",
];

/** Everything somebody contributed to, each named as they chose, for a CV or a reference. What there is nothing of is left out. */
export function memberRecordReport(
  record: MemberRecord,
  reader: RecordReader,
  cited: ReadonlyMap<number, string>,
): OutwardReport {
  const sections = [...inTheUnit(record, reader), ...outputs(record, reader, cited)];
  const inOrder = order.flatMap((key) => sections.filter((s) => s.key === key));
  return {
    title: `Involvement in research: ${record.name}`,
    sections: [about(record), ...inOrder.filter((s) => s.rows.length > 0)],
    notes: notes(reader, record.unit),
  };
}

/** The papers a record speaks of: those contributed to, and those a commentary is on. */
export function papersOf(record: MemberRecord, reader: RecordReader): number[] {
  const shown = (["papers", "commentaries"] as const).flatMap((area) =>
    recordItems(record.deeds, area, record, reader).map((i) => i.deeds[0].ref),
  );
  const commented = record.commentaries.filter((c) => shown.includes(ref("commentary", c.id)));
  const papers = record.papers.filter((p) => shown.includes(ref("paper", p.id)));
  return [...new Set([...papers.map((p) => p.id), ...commented.map((c) => c.paperId)])];
}
