import { listed } from "../domain/text.ts";
import { columnName, headerKey } from "./header.ts";
import type { RawRow } from "./raw.ts";

/** An export of a form or survey, as far as it differs from a plain sheet. */
export interface FormExport {
  readonly name: string;
  /** The columns the form adds by itself: left out unless a person places them. */
  readonly own: ReadonlySet<number>;
  /** Of those, the ones that are used where the form asked for nothing else of the kind. */
  readonly spare: ReadonlySet<number>;
  /** Rows under the header that are no responses. */
  readonly notData: ReadonlySet<number>;
  readonly notes: readonly string[];
}

/** How a service's exports are told, and which columns are its own; names without anything between their words. */
interface Service {
  readonly name: string;
  readonly has: readonly string[];
  readonly own: readonly string[];
  readonly spare?: readonly string[];
  /** The first of `has` is in the first column. */
  readonly first?: boolean;
}

const qualtricsOwn = [
  ...[
    "startdate",
    "enddate",
    "status",
    "responsetype",
    "ipaddress",
    "progress",
    "durationinseconds",
    "finished",
  ],
  ...["recordeddate", "responseid", "recipientlastname", "recipientfirstname", "recipientemail"],
  ...["externalreference", "externaldatareference", "locationlatitude", "locationlongitude"],
  ...["distributionchannel", "userlanguage"],
];

/** Source: exports of these services as published by people who work with them (S). */
const services: readonly Service[] = [
  {
    name: "Microsoft Forms",
    has: ["id", "starttime", "completiontime"],
    own: [
      "id",
      "starttime",
      "completiontime",
      "lastmodifiedtime",
      "totalpoints",
      "quizfeedback",
      "gradepostedtime",
    ],
    spare: ["email", "name"],
  },
  { name: "Qualtrics", has: ["responseid", "finished"], own: qualtricsOwn },
  { name: "Qualtrics", has: ["responseid", "distributionchannel"], own: qualtricsOwn },
  {
    name: "Jisc Online Surveys",
    has: ["uniqueresponsenumber"],
    own: ["uniqueresponsenumber", "startdate", "completiondate", "datestarted", "datecompleted"],
  },
  { name: "Google Forms", has: ["timestamp"], own: ["timestamp", "score", "username"], first: true },
];

const bare = (name: string): string => headerKey(name).replaceAll("_", "");

/** Columns of any sheet that say where somebody was, or from which address they wrote: never kept, not even among bad rows. */
export const traces = (header: RawRow): ReadonlySet<number> =>
  new Set(
    header.cells.flatMap((c, i) =>
      ["ipaddress", "locationlatitude", "locationlongitude"].includes(bare(c)) ? [i] : [],
    ),
  );

const within = (header: RawRow, names: readonly string[]): Set<number> =>
  new Set(header.cells.flatMap((c, i) => (names.includes(bare(c)) ? [i] : [])));

const linesOf = (rows: readonly RawRow[]): string =>
  `${rows.length === 1 ? "line" : "lines"} ${listed(rows.map((r) => String(r.line)))}`;

/** The rows under a Qualtrics header that go on with it: the wording of the questions, and the names the import goes by. */
function qualtricsHeaders(header: RawRow, under: readonly RawRow[]): RawRow[] {
  const marks = under.slice(0, 2).findIndex((r) => r.cells.some((c) => c.startsWith('{"ImportId"')));
  if (marks >= 0) return under.slice(0, marks + 1);
  const at = header.cells.findIndex((c) => bare(c) === "responseid");
  return under.slice(0, 1).filter((r) => bare(r.cells[at] ?? "") === "responseid");
}

/** Previews, tests and spam of a Qualtrics export, which are no responses, and responses nobody finished, which are pointed out. */
function qualtricsRows(header: RawRow, rows: readonly RawRow[]): { tests: RawRow[]; unfinished: RawRow[] } {
  const column = (...names: string[]): number => header.cells.findIndex((c) => names.includes(bare(c)));
  const status = column("status", "responsetype");
  const finished = column("finished");
  const tests = rows.filter((r) => /preview|test|spam|^(1|2|8|9|12|17)$/i.test(r.cells[status] ?? ""));
  const unfinished = rows.filter((r) => !tests.includes(r) && /^(false|0)$/i.test(r.cells[finished] ?? ""));
  return { tests, unfinished };
}

function qualtricsRest(header: RawRow, under: readonly RawRow[]) {
  const headers = qualtricsHeaders(header, under);
  const { tests, unfinished } = qualtricsRows(header, under.slice(headers.length));
  const notes = [
    ...(tests.length > 0 ? [`Left out as previews, tests or spam: ${linesOf(tests)}.`] : []),
    ...(unfinished.length > 0
      ? [`Responses that nobody finished, read as they are: ${linesOf(unfinished)}.`]
      : []),
  ];
  return { notData: new Set([...headers, ...tests].map((r) => r.line)), notes };
}

/** Recognises the export of a form by its header; null for a plain sheet. `under` are the rows below the header. */
export function recogniseForm(header: RawRow, under: readonly RawRow[]): FormExport | null {
  const there = header.cells.map(bare);
  const service = services.find(({ has, first }) =>
    first ? there[0] === has[0] : has.every((h) => there.includes(h)),
  );
  if (!service) return null;
  const spare = within(header, service.spare ?? []);
  const own = new Set([...within(header, service.own), ...spare]);
  const rest =
    service.name === "Qualtrics" ? qualtricsRest(header, under) : { notData: new Set<number>(), notes: [] };
  return { name: service.name, own, spare, ...rest };
}

/** A cell of a column in which Microsoft Forms names who answered, where it does not. */
export const isAnonymous = (text: string): boolean => /^anonymous$/i.test(text);

/** The sentence that says which form a sheet was exported from, and which of its columns are left out. */
export function formSaid(form: FormExport, header: RawRow, left: ReadonlySet<number>): string {
  const names = header.cells.flatMap((_, i) => (left.has(i) ? [columnName(header, i)] : []));
  const shown = names.length > 6 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
  const its = names.length === 1 ? "its own column is" : "its own columns are";
  const said = names.length === 0 ? "" : `; ${its} left out: ${listed(shown)}`;
  return `This looks like an export of ${form.name}${said}.`;
}
