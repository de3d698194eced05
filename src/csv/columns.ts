import { type Day, parseDay } from "../domain/day.ts";
import { notOneOf, suggestion } from "../domain/nearest.ts";
import { no, type Problem, type Result, yes } from "../domain/result.ts";
import { keyOf } from "../domain/text.ts";
import { unquoted } from "./characters.ts";

/** A column of an import: the names it goes by, and how a cell is read. */
export interface CellSpec<T> {
  /** Its own name first, then synonyms, all in snake_case. */
  readonly names: readonly [string, ...string[]];
  /** Whether the header must have it. */
  readonly needed: boolean;
  read(cell: string): Result<T>;
  /**
   * A column of days: the order of a whole column is settled first, and `read` is handed a day as YYYY-MM-DD. Where there may be
   * days among other words, only what a person said of the order counts.
   */
  readonly day?: true | "perhaps";
  /** Other fields of which one will do in its place, where it is needed. */
  readonly instead?: readonly string[];
  /** Its names are different ways to say the same, not other words for one column: the first of them that is there is read. */
  readonly either?: boolean;
  /** Names it answers to only where no other column does. */
  readonly spare?: readonly string[];
  /** Prose in somebody's own words: quotation marks round it are theirs. */
  readonly prose?: boolean;
}

/** The columns of an import, by the field each one fills. */
export type CellSpecs = Readonly<Record<string, CellSpec<unknown>>>;

/** The fields of a row that was read. */
export type RowOf<S extends CellSpecs> = {
  readonly [K in keyof S]: S[K] extends CellSpec<infer T> ? T : never;
};

type Names = readonly [string, ...string[]];
type Reader<T> = (text: string) => Result<T>;
type Ways = Pick<CellSpec<unknown>, "either" | "prose" | "day" | "spare">;

const blankCell: Problem = { code: "blank-cell", message: "The cell is blank.", remedy: "Fill it in." };

/** A column that must be there, and whose cells must not be blank. */
export const cell = <T>(names: Names, read: Reader<T>, ways: Ways = {}): CellSpec<T> => ({
  names,
  needed: true,
  read: (text) => (text === "" ? no(blankCell) : read(text)),
  ...ways,
});

/** A column that may be missing, and whose cells may be blank: undefined then. */
export const maybe = <T>(names: Names, read: Reader<T>, ways: Ways = {}): CellSpec<T | undefined> => ({
  names,
  needed: false,
  read: (text) => (text === "" ? yes(undefined) : read(text)),
  ...ways,
});

/** A column that must be there unless one of some other fields is, and whose cells may be blank. */
export const unlessThere = <T>(
  instead: readonly string[],
  names: Names,
  read: Reader<T>,
): CellSpec<T | undefined> => ({ ...maybe(names, read), needed: true, instead });

/** A column of days that must be there, and whose cells must not be blank. */
export const dayCell = (...names: Names): CellSpec<Day> => cell(names, parseDay, { day: true });

/** A column of days that may be missing or blank. */
export const maybeDay = (...names: Names): CellSpec<Day | undefined> => maybe(names, parseDay, { day: true });

/** A column of prose that may be missing or blank: it is kept as it was written. */
export const maybeProse = (...names: Names): CellSpec<string | undefined> =>
  maybe(names, anyText, { prose: true });

/** Any text. */
export const anyText = (text: string): Result<string> => yes(text);

/** One of a few words, in any case and with spaces for hyphens. */
export const oneOf =
  <const C extends string>(choices: readonly C[]) =>
  (text: string): Result<C> => {
    const found = choices.find((c) => c === keyOf(text));
    return found ? yes(found) : no(notOneOf(text, choices, keyOf(text)));
  };

/** A word of a vocabulary: its key, and its label where it has one. */
export type KnownWord = string | { readonly key: string; readonly label: string };

/** The words of the unit's vocabularies that are in use. */
export interface KnownWords {
  readonly experience: readonly KnownWord[];
  readonly skill: readonly KnownWord[];
  readonly interest: readonly KnownWord[];
  readonly region: readonly KnownWord[];
}

const keyOfWord = (word: KnownWord): string => (typeof word === "string" ? word : word.key);

/** The key of each word by what may be typed for it: the key itself, else the label, in any case. */
function byWhatIsTyped(known: readonly KnownWord[]): ReadonlyMap<string, string> {
  const labels = known.flatMap((w) => (typeof w === "string" ? [] : [[keyOf(w.label), w.key] as const]));
  return new Map([...labels, ...known.map((w) => [keyOfWord(w), keyOfWord(w)] as const)]);
}

/** One word of a vocabulary, by key or by label. */
export const wordOf = (known: readonly KnownWord[]): Reader<string> => {
  const meant = byWhatIsTyped(known);
  const keys = known.map(keyOfWord);
  return (text) => {
    const found = meant.get(keyOf(text));
    return found === undefined ? oneOf(keys)(text) : yes(found);
  };
};

/** A whole number between two bounds, both allowed. */
export const wholeCell =
  (min: number, max: number): Reader<number> =>
  (text) =>
    /^-?\d{1,10}(?:\.0{1,6})?$/.test(text) && Number(text) >= min && Number(text) <= max
      ? yes(Number(text))
      : no({
          code: "not-a-number",
          message: `"${text}" is not a whole number from ${min} to ${max}.`,
          remedy: "Correct the number.",
        });

/**
 * The words of a piece of a list that was parted by commas, of which some may belong to a label: at each place the longest run
 * of parts that is a known word. A part that begins no known word stands for itself.
 */
function commaWords(piece: string, meant: ReadonlyMap<string, string>): string[] {
  const parts = piece.split(",");
  const words: string[] = [];
  for (let i = 0; i < parts.length; ) {
    let end = parts.length;
    while (end > i + 1 && !meant.has(keyOf(parts.slice(i, end).join(",")))) end -= 1;
    words.push(parts.slice(i, end).join(",").trim());
    i = end;
  }
  return words;
}

/**
 * Several words in one cell, each a key or a label; every unknown one is named. They are separated by semicolons or line
 * breaks, or by commas as Google Forms does.
 */
export const listOf = (known: readonly KnownWord[]): Reader<readonly string[]> => {
  const meant = byWhatIsTyped(known);
  const keys = known.map(keyOfWord);
  return (text) => {
    const pieces = text.split(/[;\r\n]+/).map((p) => p.trim());
    const words = pieces
      .flatMap((p) => (meant.has(keyOf(p)) ? [p] : commaWords(p, meant)))
      .map(unquoted)
      .filter((w) => keyOf(w) !== "");
    const unknown = words.filter((w) => !meant.has(keyOf(w)));
    return unknown.length === 0
      ? yes([...new Set(words.map((w) => meant.get(keyOf(w)) ?? w))])
      : no(
          ...unknown.map((w) => ({
            code: "unknown-term",
            message: `"${w}" is not a word here.`,
            remedy: suggestion(keyOf(w), keys),
          })),
        );
  };
};

const yeses = ["y", "yes", "1", "true", "x", "✓", "✔", "☑", "✅", "on", "agree", "i agree", "yes i agree"];
const noes = ["n", "no", "0", "false", "-", "–", "✗", "✘", "☐", "❌", "off", "disagree", "no thanks"];

/** Yes or no, in the many ways sheets and forms have of saying it. */
export function yesNo(text: string): Result<boolean> {
  const said = text
    .toLowerCase()
    .replace(/\ufe0f/g, "")
    .replace(/[.,!]+/g, "")
    .trim();
  if (yeses.includes(said)) return yes(true);
  if (noes.includes(said)) return yes(false);
  return no({
    code: "not-yes-or-no",
    message: `"${text}" is neither yes nor no.`,
    remedy: "Write yes or no, or leave the cell blank.",
  });
}
