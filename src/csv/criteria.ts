import { type AimVocabulary, aimProblems, aimWord } from "../domain/aim.ts";
import { no, type Problem, type Result, unless, yes } from "../domain/result.ts";
import {
  aimBases,
  aimCategories,
  criterionKinds,
  type NewAim,
  type NewCriterion,
  panelRoles,
  stages,
} from "../domain/round.ts";
import { keyOf } from "../domain/text.ts";
import { anyText, type CellSpecs, cell, maybe, oneOf, type RowOf, wholeCell } from "./columns.ts";
import type { OpenedFile } from "./raw.ts";
import { type GoodRow, type ReadRows, readSaid, readTable } from "./table.ts";

const keyText = (text: string): Result<string> =>
  text === keyOf(text)
    ? yes(text)
    : no({
        code: "not-a-key",
        message: `"${text}" is not a key: lower-case words and numbers joined by hyphens.`,
        remedy: `Write it like ${keyOf(text) || "own-experience"}.`,
      });

const criterionColumns = {
  key: cell(["key", "criterion"], keyText),
  label: cell(["label", "title", "criterion_text", "wording"], anyText, { prose: true }),
  kind: cell(["kind"], oneOf(criterionKinds)),
  weight: maybe(["weight"], wholeCell(1, 100)),
  scale: maybe(["scale", "scale_max", "highest_score", "maximum_score"], wholeCell(1, 10)),
  stage: cell(["stage"], oneOf(stages)),
};

const panelColumns = {
  role: cell(["role"], oneOf(panelRoles)),
  name: cell(["name", "ref"], anyText),
  kind: maybe(["kind"], oneOf(["staff", "member"])),
};

const aimColumns = {
  category: cell(["category"], oneOf(aimCategories)),
  value: cell(["value"], anyText),
  minimum: maybe(["minimum", "min", "at_least"], wholeCell(0, 1000)),
  maximum: maybe(["maximum", "max", "at_most"], wholeCell(0, 1000)),
  basis: maybe(["basis"], oneOf(aimBases)),
};
type AimRow = RowOf<typeof aimColumns>;

/** What was read of a sheet, as far as an opened round needs it. */
type Read<T> = Pick<ReadRows<T>, "rows" | "problems" | "unknownColumns" | "notes">;

/** The rows of a sheet; where none was named, or what was named is none, no rows. */
function read<S extends CellSpecs>(file: OpenedFile | undefined, specs: S): Read<RowOf<S>> {
  const nothing = { rows: [], unknownColumns: [], notes: [] };
  if (file === undefined) return { ...nothing, problems: [] };
  return file.sheet.ok ? readTable(file.sheet.value, specs) : { ...nothing, problems: file.sheet.problems };
}

/** Problems with the file they are in. */
export const inFile = (file: OpenedFile | undefined, problems: readonly Problem[]): Problem[] =>
  problems.map((p) => ({ ...p, ...(file ? { file: file.name } : {}) }));

/** What a sheet became, with what is worth saying about how it was read. */
export interface FromSheet<T> {
  readonly value: T;
  readonly said: readonly string[];
}

/** Rows whose key stands in an earlier row too. */
function twice<T>(rows: readonly GoodRow<T>[], keyOfRow: (row: T) => string, column: string): Problem[] {
  const first = new Map<string, number>();
  return rows.flatMap(({ line, value }) => {
    const key = keyOfRow(value);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, line);
    return earlier === undefined
      ? []
      : [
          {
            code: "row-twice",
            line,
            column,
            message: `"${key}" is on line ${earlier} already.`,
            remedy: "Keep one of the two rows.",
          },
        ];
  });
}

/** Criteria from a sheet: weight 1 and a scale from 0 to 4 where it does not say. Each key once. */
export function readCriteria(file: OpenedFile | undefined): Result<FromSheet<NewCriterion[]>> {
  const table = read(file, criterionColumns);
  const problems = [...table.problems, ...twice(table.rows, (c) => c.key, "key")];
  return unless(inFile(file, problems), () => ({
    said: readSaid(table),
    value: table.rows.map(({ value: { weight, scale, ...rest } }) => ({
      ...rest,
      weight: weight ?? 1,
      scaleMax: scale ?? 4,
    })),
  }));
}

/** Who is named for a panel, with the line, and every problem: nobody twice in one role. */
export function readPanel(
  file: OpenedFile | undefined,
): Read<RowOf<typeof panelColumns>> & { said: string[] } {
  const table = read(file, panelColumns);
  const again = twice(table.rows, (p) => `${p.role}: ${p.name.toLowerCase()}`, "name");
  return { ...table, problems: inFile(file, [...table.problems, ...again]), said: readSaid(table) };
}

/** An aim as a row says it: its word by key, a role requirement where it does not say. */
const asAim = (row: AimRow, known: AimVocabulary): NewAim => ({
  ...row,
  value: aimWord(row, known) ?? keyOf(row.value),
  basis: row.basis ?? "role-requirement",
});

/** Aims for the group as a whole from a sheet, as many people at most as there are places. Each category and value once. */
export function readAims(
  file: OpenedFile | undefined,
  known: AimVocabulary,
  places: number,
): Result<FromSheet<NewAim[]>> {
  const table = read(file, aimColumns);
  const again = twice(table.rows, (a) => `${a.category}: ${asAim(a, known).value}`, "value");
  const wrong = table.rows.flatMap(({ line, value }) => {
    const aim = { ...asAim(value, known), value: value.value };
    return aimProblems(aim, known, places).map((p) => ({ ...p, line }));
  });
  return unless(inFile(file, [...table.problems, ...wrong, ...again]), () => ({
    said: readSaid(table),
    value: table.rows.map(({ value }) => asAim(value, known)),
  }));
}
