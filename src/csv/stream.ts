import { CsvError, parse } from "csv-parse";
import { type Result, yes } from "../domain/result.ts";
import { looksBinary, separatorOf } from "./characters.ts";
import { notASheet, unreadable } from "./file-kind.ts";
import { beginningOf, type Letters, lettersOf, type Source, textOf } from "./pieces.ts";
import { readPlain } from "./plain.ts";
import { openSheet, type RawRow, type RawSheet } from "./raw.ts";
import {
  badQuotes,
  brokenFile,
  inTheMiddle,
  isPlain,
  lastOpened,
  lettersSaid,
  type Parsed,
  rowMaker,
  settings,
  stoppedAt,
  toldLine,
} from "./records.ts";

/** What is told of a sheet while its rows come. */
interface Reading {
  /** Reading begins, or begins again because the file turned out to be written otherwise: what came before is to be forgotten. */
  begin(): void;
  row(row: RawRow): void;
  /** A piece of the file as it is. */
  piece(bytes: Uint8Array): void;
}

/** A sheet whose rows come one by one. */
export interface SheetStream {
  /** Its first rows, by which its columns are placed; the whole sheet where it is short. */
  readonly sample: RawSheet;
  /** Reads it from the beginning; answers what is worth saying about how, or why it cannot be read. */
  read(reading: Reading): Promise<Result<readonly string[]>>;
}

/** How the rows of a file of text are found. */
interface TextManner extends Letters {
  readonly separator: string;
  /** Lines taken off the top. */
  readonly before: number;
}

/** How many rows are looked at before the columns are placed. */
const sampled = 10_000;

/** The text under the line that names the separator, where there is one. */
function* bodyOf(pieces: Iterable<Uint8Array>, manner: TextManner): Generator<string> {
  let top = manner.before > 0;
  for (const text of textOf(pieces, manner)) {
    yield top ? text.replace(toldLine, "") : text;
    top = false;
  }
}

/** Hands the records of a text to `each` until it answers false; throws the parser's error. */
async function parseAll(
  body: Iterable<string>,
  options: { readonly delimiter: string; readonly relax_quotes: boolean },
  each: (parsed: Parsed) => boolean,
): Promise<void> {
  let open = true;
  const on_record = (record: unknown, info: Parsed["info"]): null => {
    open = open && each({ record: record as string[], info });
    return null;
  };
  const parser = parse({ ...settings, ...options, info: false, on_record });
  const failed = new Promise<never>((_, reject) => parser.on("error", reject));
  failed.catch(() => undefined);
  const step = (doing: (done: () => void) => void): Promise<void> =>
    Promise.race([new Promise<void>(doing), failed]);
  for (const text of body) {
    if (text !== "") await step((done) => parser.write(text, () => done()));
    if (!open) return;
  }
  await step((done) => parser.end(done));
}

/** Reads the rows of a text, strictly first; where quotation marks stand in the middle of cells, once more with those as text. */
async function readText(
  manner: TextManner,
  pieces: () => Iterable<Uint8Array>,
  begin: () => void,
  each: (row: RawRow) => boolean,
): Promise<Result<readonly string[]>> {
  const opened = (): number => lastOpened(bodyOf(pieces(), manner)) + manner.before;
  let before = manner.before;
  const reading = async (relax_quotes: boolean): Promise<boolean> => {
    let plain = true;
    begin();
    const rest = readPlain(bodyOf(pieces(), manner), manner.separator, manner.before, each);
    if (rest === null) return plain;
    before = rest.lines;
    const make = rowMaker(before);
    await parseAll(rest.text, { delimiter: manner.separator, relax_quotes }, (parsed) => {
      if (relax_quotes && plain) plain = isPlain(parsed.record);
      const row = make(parsed);
      return row === null || each(row);
    });
    return plain;
  };
  let line = 0;
  try {
    await reading(false);
    return yes([]);
  } catch (strict) {
    if (!(strict instanceof CsvError)) throw strict;
    line = stoppedAt(strict, before);
    if (strict.code !== "INVALID_OPENING_QUOTE") return badQuotes(strict, opened, line);
  }
  try {
    return yes((await reading(true)) ? [] : [inTheMiddle(line)]);
  } catch (relaxed) {
    if (relaxed instanceof CsvError) return badQuotes(relaxed, opened, stoppedAt(relaxed, before));
    throw relaxed;
  }
}

/** The first rows of a text. */
async function sampleOf(manner: TextManner, source: Source): Promise<Result<RawSheet>> {
  let rows: RawRow[] = [];
  const read = await readText(
    manner,
    () => source.pieces(),
    () => {
      rows = [];
    },
    (row) => rows.push(row) < sampled,
  );
  if (!read.ok) return read;
  if (rows.length === 0) return unreadable("There is nothing in the file.", "Export the sheet again.");
  return yes({ rows, notes: lettersSaid(manner.encoding, manner.garbledLine) });
}

/** A sheet that was opened whole, as one whose rows come one by one. */
const wholeStream = (sheet: RawSheet, bytes: Uint8Array): SheetStream => ({
  sample: sheet,
  read: async (reading) => {
    reading.begin();
    reading.piece(bytes);
    for (const row of sheet.rows) reading.row(row);
    return yes([]);
  },
});

function* seen(pieces: Iterable<Uint8Array>, tell: (bytes: Uint8Array) => void): Generator<Uint8Array> {
  for (const piece of pieces) {
    tell(piece);
    yield piece;
  }
}

const isText = (first: Uint8Array, sheet: string | undefined): boolean =>
  sheet === undefined && first.length > 0 && notASheet(first) === null;

/**
 * Opens a sheet of which the rows come one by one, so that a long file never stands in memory. It is read as `openSheet`
 * reads it; a workbook is opened whole.
 */
export async function openStream(
  name: string,
  source: Source,
  whole: () => Uint8Array,
  sheet?: string,
): Promise<Result<SheetStream>> {
  const first = beginningOf(source.pieces());
  if (!isText(first, sheet)) {
    const bytes = whole();
    const opened = await openSheet(name, bytes, sheet);
    return opened.ok ? yes(wholeStream(opened.value, bytes)) : opened;
  }
  const letters = lettersOf(first, source);
  const [text = ""] = textOf([first], letters);
  if (looksBinary(text)) return unreadable("The file is not text.", "Save the sheet as CSV (UTF-8) or XLSX.");
  if (letters.brokenLine !== null) return brokenFile(letters.brokenLine);
  const { separator, told } = separatorOf(text);
  const manner = { ...letters, separator, before: told ? 1 : 0 };
  const sample = await sampleOf(manner, source);
  if (!sample.ok) return sample;
  return yes({
    sample: sample.value,
    read: (reading) =>
      readText(
        manner,
        () => seen(source.pieces(), (bytes) => reading.piece(bytes)),
        () => reading.begin(),
        (row) => {
          reading.row(row);
          return true;
        },
      ),
  });
}
