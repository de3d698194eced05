import { suggestion } from "../domain/nearest.ts";
import { perspectives } from "../domain/person.ts";
import { no, type Problem, type Result, unless, yes } from "../domain/result.ts";
import { criterionKinds, type NewAim, type NewCriterion, panelRoles, stages } from "../domain/round.ts";
import { keyOf } from "../domain/text.ts";
import type { KnownWords } from "./applications.ts";
import {
  anyText,
  type CellSpecs,
  cell,
  type GoodRow,
  maybe,
  oneOf,
  type ReadRows,
  type RowOf,
  readColumns,
  wholeCell,
} from "./columns.ts";

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
  label: cell(["label", "title"], anyText),
  kind: cell(["kind"], oneOf(criterionKinds)),
  weight: maybe(["weight"], wholeCell(1, 100)),
  scale: maybe(["scale", "scale_max"], wholeCell(1, 10)),
  stage: cell(["stage"], oneOf(stages)),
};

const panelColumns = {
  role: cell(["role"], oneOf(panelRoles)),
  name: cell(["name", "ref"], anyText),
  kind: maybe(["kind"], oneOf(["staff", "member"])),
};

const aimColumns = {
  category: cell(["category"], oneOf(["experience", "skill", "interest", "perspective", "region"])),
  value: cell(["value"], anyText),
  minimum: maybe(["minimum", "min"], wholeCell(0, 1000)),
  maximum: maybe(["maximum", "max"], wholeCell(0, 1000)),
  basis: maybe(["basis"], oneOf(["role-requirement", "tie-break"])),
};
type AimRow = RowOf<typeof aimColumns>;

/** The rows of a file; where none was named, no rows. */
const read = <S extends CellSpecs>(bytes: Uint8Array | undefined, specs: S): ReadRows<RowOf<S>> =>
  bytes === undefined ? { rows: [], problems: [], unknownColumns: [] } : readColumns(bytes, specs);

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
export function readCriteria(bytes: Uint8Array): Result<NewCriterion[]> {
  const { rows, problems } = read(bytes, criterionColumns);
  return unless([...problems, ...twice(rows, (c) => c.key, "key")], () =>
    rows.map(({ value: { weight, scale, ...rest } }) => ({
      ...rest,
      weight: weight ?? 1,
      scaleMax: scale ?? 4,
    })),
  );
}

/** Who is named for a panel, with the line, and every problem: nobody twice in one role. */
export function readPanel(bytes: Uint8Array | undefined): ReadRows<RowOf<typeof panelColumns>> {
  const { rows, problems, unknownColumns } = read(bytes, panelColumns);
  const again = twice(rows, (p) => `${p.role}: ${p.name.toLowerCase()}`, "name");
  return { rows, problems: [...problems, ...again], unknownColumns };
}

/** Aims for words nobody knows, with no number, or with more at least than at most. */
function aimProblems(rows: readonly GoodRow<AimRow>[], known: KnownWords): Problem[] {
  return rows.flatMap(({ line, value }) => {
    const words = value.category === "perspective" ? perspectives : known[value.category];
    const problems: Problem[] = [];
    if (!words.some((w) => w === keyOf(value.value)))
      problems.push({
        code: "unknown-term",
        line,
        column: "value",
        message: `"${value.value}" is not a word for ${value.category} here.`,
        remedy: suggestion(keyOf(value.value), words),
      });
    if (value.minimum === undefined && value.maximum === undefined)
      problems.push({
        code: "aim-without-number",
        line,
        column: "minimum",
        message: "The aim has neither a minimum nor a maximum.",
        remedy: "Fill in at least one of them.",
      });
    if (value.minimum !== undefined && value.maximum !== undefined && value.minimum > value.maximum)
      problems.push({
        code: "aim-upside-down",
        line,
        column: "minimum",
        message: `At least ${value.minimum} and at most ${value.maximum} cannot both be.`,
        remedy: "Correct one of them.",
      });
    return problems;
  });
}

/** Aims for the group as a whole from a sheet: a role requirement where it does not say. Each category and value once. */
export function readAims(bytes: Uint8Array | undefined, known: KnownWords): Result<NewAim[]> {
  const { rows, problems } = read(bytes, aimColumns);
  const again = twice(rows, (a) => `${a.category}: ${keyOf(a.value)}`, "value");
  return unless([...problems, ...aimProblems(rows, known), ...again], () =>
    rows.map(({ value }) => ({
      ...value,
      value: keyOf(value.value),
      basis: value.basis ?? "role-requirement",
    })),
  );
}
