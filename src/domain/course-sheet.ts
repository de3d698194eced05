import type { Course, CoursePart, CourseStatus } from "./course.ts";
import type { Day } from "./day.ts";
import { type CellChange, cellChange, type ImportPlan, type RowPlan } from "./import-plan.ts";
import type { Problem } from "./result.ts";
import { keyOf } from "./text.ts";

/** One row of a file of courses: a part with its course, or a course without a part; undefined was left blank. */
export interface CourseRow {
  readonly line: number;
  readonly course: string;
  readonly title: string | undefined;
  readonly status: CourseStatus | undefined;
  readonly about: string | undefined;
  readonly part: string | undefined;
  readonly partTitle: string | undefined;
  readonly askedFrom: Day | undefined;
  readonly retiredOn: Day | undefined;
}

/** What is to be written for a row: its course as it is to be, and its part. */
export interface CourseWrite {
  readonly course: {
    readonly key: string;
    readonly title: string;
    readonly status: CourseStatus;
    readonly about: string | null;
  };
  readonly part: {
    readonly key: string;
    readonly title: string;
    readonly askedFrom: Day | null;
    readonly retiredOn: Day | null;
  } | null;
}

const problem = (code: string, column: string, message: string, remedy: string): Problem => ({
  ...{ code, column, message, remedy },
});

const saidOf = <K extends "title" | "status" | "about">(rows: readonly CourseRow[], key: K): CourseRow[K] =>
  rows.find((r) => r[key] !== undefined)?.[key] as CourseRow[K];

const noTitle = (column: string, message: string): Problem =>
  problem("no-title", column, message, "Fill it in.");

/** What a row says, where what other rows say of the same course stands in for a blank. */
interface Meant {
  readonly row: CourseRow;
  readonly key: string;
  readonly known: Course | undefined;
  readonly part: CoursePart | undefined;
  /** Whether it is the first row of its course: there a change of the course is told. */
  readonly first: boolean;
  /** What the rows of the file say of this course. */
  readonly said: Pick<CourseRow, "title" | "status" | "about">;
}

const keyProblems = (column: string, key: string): Problem[] =>
  key !== "" && keyOf(key) === key
    ? []
    : [
        problem(
          "not-a-key",
          column,
          `"${key}" cannot be a key.`,
          `Small letters, digits and hyphens, for example ${keyOf(key) || "peer-review"}.`,
        ),
      ];

function rowProblems({ row, key, known, part, said }: Meant): Problem[] {
  const problems = [
    ...keyProblems("course", key),
    ...(row.part === undefined ? [] : keyProblems("part", row.part.toLowerCase())),
  ];
  if (!known && said.title === undefined)
    problems.push(noTitle("title", `There is no course ${key} yet, and a new one needs a title.`));
  if (row.part !== undefined && !part && row.partTitle === undefined)
    problems.push(noTitle("part_title", `${key} has no part ${row.part} yet, and a new one needs a title.`));
  if (row.part === undefined && (row.partTitle ?? row.askedFrom ?? row.retiredOn) !== undefined)
    problems.push(problem("no-part", "part", "What is said of a part needs its key.", "Fill in the part."));
  for (const column of ["title", "status", "about"] as const)
    if (row[column] !== undefined && row[column] !== said[column])
      problems.push(
        problem(
          "two-of-one",
          column,
          `Another row says "${said[column]}" of ${key}.`,
          "Let the rows of a course say the same.",
        ),
      );
  const from = row.askedFrom ?? part?.askedFrom;
  const until = row.retiredOn ?? part?.retiredOn;
  if (from && until && until < from)
    problems.push(
      problem(
        "ends-before-it-begins",
        "retired_on",
        "The part would be retired before it is asked for.",
        "Check both days.",
      ),
    );
  return problems;
}

function written({ row, key, known, part, said }: Meant, today: Day): CourseWrite {
  const course = {
    key,
    title: said.title ?? known?.title ?? key,
    status: said.status ?? known?.status ?? "offered",
    about: said.about ?? known?.about ?? null,
  };
  if (row.part === undefined) return { course, part: null };
  // A part that joins a course that is there is asked for from today, so that nobody was short of it before.
  const since = part ? part.askedFrom : known ? today : null;
  return {
    course,
    part: {
      key: row.part.toLowerCase(),
      title: row.partTitle ?? part?.title ?? row.part,
      askedFrom: row.askedFrom ?? since,
      retiredOn: row.retiredOn ?? part?.retiredOn ?? null,
    },
  };
}

function changesOf({ known, part, first }: Meant, write: CourseWrite): CellChange[] {
  const changes = [
    ...(known && first
      ? (["title", "status", "about"] as const).map((c) => cellChange(c, known[c], write.course[c]))
      : []),
    ...(part && write.part
      ? [
          cellChange("part_title", part.title, write.part.title),
          cellChange("asked_from", part.askedFrom, write.part.askedFrom),
          cellChange("retired_on", part.retiredOn, write.part.retiredOn),
        ]
      : []),
  ];
  return changes.filter((c) => c.from !== c.to);
}

/**
 * What a file of courses would do, row by row: courses and parts that are there are changed where a cell says something else, the
 * others are added. Blanks never overwrite. Every problem with its line and column.
 */
export function planCourseRows(
  rows: readonly CourseRow[],
  courses: readonly Course[],
  today: Day,
): ImportPlan<CourseWrite> {
  const plans: RowPlan<CourseWrite>[] = [];
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  const keyIn = (row: CourseRow): string => row.course.trim().toLowerCase();
  for (const row of rows) {
    const key = keyIn(row);
    const its = rows.filter((r) => keyIn(r) === key);
    const [title, status, about] = [saidOf(its, "title"), saidOf(its, "status"), saidOf(its, "about")];
    const said = { title, status, about };
    const known = courses.find((c) => c.key === key);
    const part = known?.parts.find((p) => p.key === row.part?.toLowerCase());
    const meant = { row, key, known, part, said, first: its[0] === row };
    const name = `${key}/${row.part?.toLowerCase() ?? ""}`;
    const first = seen.get(name);
    const twice =
      first === undefined
        ? []
        : [
            problem(
              "part-twice",
              "part",
              `${name} is on line ${first} already.`,
              "Keep the row that is right.",
            ),
          ];
    const wrong = [...rowProblems(meant), ...twice];
    problems.push(...wrong.map((p) => ({ ...p, line: row.line })));
    if (first === undefined) seen.set(name, row.line);
    if (wrong.length > 0) continue;
    const write = written(meant, today);
    const changes = changesOf(meant, write);
    const isNew = !known || (row.part !== undefined && !part);
    plans.push({
      ...{ line: row.line, ref: isNew ? null : name.replace(/\/$/, ""), notes: [], write },
      about: [write.course.title, write.part?.title].filter(Boolean).join(": "),
      outcome: isNew ? "new" : changes.length > 0 ? "updated" : "unchanged",
      matchedBy: isNew ? null : "key",
      changes,
    });
  }
  return { rows: plans, problems };
}
