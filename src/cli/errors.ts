import { withoutPrivate } from "../domain/private-text.ts";
import { byLine, type Problem, type Result } from "../domain/result.ts";
import type { Outcome } from "./command.ts";

/** The documented exit codes: see the README's table. */
export const exits = { done: 0, refused: 1, usage: 2, rows: 3, bug: 70, busy: 75 } as const;

/** One of the documented exit codes. */
export type Exit = (typeof exits)[keyof typeof exits];

/** A run that ends early: the exit code, and every reason at once. Nothing has been written when it is thrown. */
export class Stop extends Error {
  readonly exit: Exit;
  readonly problems: readonly Problem[];
  /** What is put out before the problems: the plan of a file that was not taken in, and its bad rows as a file. */
  readonly outcome: Outcome | undefined;
  constructor(exit: Exit, problems: readonly Problem[], outcome?: Outcome) {
    super(problems.map((p) => p.message).join("\n"));
    this.exit = exit;
    this.problems = exit === exits.rows ? byLine(problems) : problems;
    this.outcome = outcome;
  }
}

/** Stops with exit 1: a rule says no. */
export const refused = (...problems: readonly Problem[]): Stop => new Stop(exits.refused, problems);

/** Stops with exit 2: the words make no sense. */
export const usage = (...problems: readonly Problem[]): Stop => new Stop(exits.usage, problems);

/** Stops with exit 2 where none of the words of an edit was given. */
export function somethingToChange(verb: string, words: object): void {
  const isBlank = (w: unknown): boolean =>
    w === undefined || w === false || (Array.isArray(w) && w.length === 0);
  if (Object.values(words).every(isBlank))
    throw usage({
      code: "nothing-to-change",
      message: "Nothing to change is given.",
      remedy: `See: involve ${verb} --help`,
    });
}

/** Stops with exit 3: rows of an input file are bad; they are told by line, each reason once. */
export const badRows = (...problems: readonly Problem[]): Stop => new Stop(exits.rows, problems);

/** The value of a rule's answer; where it said no, stops with exit 1 (or the exit given) and all its reasons. */
export function must<T>(result: Result<T>, exit: Exit = exits.refused): T {
  if (result.ok) return result.value;
  throw new Stop(exit, result.problems);
}

/** What SQLite says by code, in words; null for a code that is nobody's fault but ours. */
const sqliteWords: readonly { code: RegExp; exit: Exit; problem: Problem }[] = [
  {
    code: /^SQLITE_(BUSY|LOCKED)/,
    exit: exits.busy,
    problem: {
      code: "store-busy",
      message: "Another program is writing to the store.",
      remedy: "Try again in a moment; close any SQLite browser that has it open for editing.",
    },
  },
  {
    code: /^SQLITE_FULL/,
    exit: exits.refused,
    problem: {
      code: "disk-full",
      message: "The disk is full; nothing was written.",
      remedy: "Free some space and run the command again.",
    },
  },
  {
    code: /^SQLITE_READONLY/,
    exit: exits.refused,
    problem: {
      code: "read-only",
      message: "The store, or the folder it is in, cannot be written to; nothing was written.",
      remedy: "Check the permissions of the file and its folder, or name another file with --store.",
    },
  },
  {
    code: /^SQLITE_(NOTADB|CORRUPT)/,
    exit: exits.refused,
    problem: {
      code: "not-a-store",
      message: "The file is damaged, or is not an involve store.",
      remedy: "Name the right file with --store, or bring back a copy with: involve store restore FILE",
    },
  },
  {
    code: /^SQLITE_CANTOPEN/,
    exit: exits.refused,
    problem: {
      code: "cannot-open",
      message: "The store cannot be opened.",
      remedy: "Check that the folder exists and that you may read and write in it.",
    },
  },
  {
    code: /^SQLITE_IOERR/,
    exit: exits.refused,
    problem: {
      code: "disk-error",
      message: "The disk did not read or write as asked; nothing was written.",
      remedy: "Check the disk, and run: involve store check",
    },
  },
];

/** Node's file errors, in words that name the file. */
const fileWords: Readonly<Record<string, [message: string, remedy: string]>> = {
  ENOENT: ["is not there", "Check the spelling and the folder."],
  EACCES: ["may not be read or written by you", "Check its permissions."],
  EPERM: ["may not be read or written by you", "Check its permissions."],
  EROFS: ["is on a disk that cannot be written to", "Choose another place."],
  EISDIR: ["is a folder", "Name a file."],
  ENOTDIR: ["is not in a folder", "Check the path."],
  ENOSPC: ["does not fit: the disk is full", "Free some space."],
  EEXIST: ["is there already", "Choose another name."],
  ENAMETOOLONG: ["is too long a name", "Choose a shorter one."],
  ELOOP: ["is a link that leads in a circle", "Name the file itself."],
};

const anyFileWords = (code: string): [message: string, remedy: string] => [
  `could not be read or written (${code})`,
  "Check the file, its folder and the disk.",
];

/** Turns whatever was thrown into a Stop; null means it is a bug in the program. */
export function stopFor(thrown: unknown): Stop | null {
  if (thrown instanceof Stop) return thrown;
  const { code, path } = (thrown ?? {}) as { code?: unknown; path?: unknown };
  if (typeof code !== "string") return null;
  const sqlite = sqliteWords.find((w) => w.code.test(code));
  if (sqlite) return new Stop(sqlite.exit, [sqlite.problem]);
  if (!/^E[A-Z0-9]+$/.test(code) || typeof path !== "string") return null;
  const file = fileWords[code] ?? anyFileWords(code);
  return refused({ code: "file", message: `${path} ${file[0]}.`, remedy: file[1] });
}

/** A problem as lines of text: where, what, the code, and under it what would mend it; never what must not be kept. */
export function problemLines(problem: Problem): string[] {
  const place = [
    problem.file ?? "",
    problem.line ? `line ${problem.line}` : "",
    problem.column ? `column ${problem.column}` : "",
  ]
    .filter(Boolean)
    .join(", ");
  const first = `${place ? `${place}: ` : ""}${problem.message} [${problem.code}]`;
  return (problem.remedy ? [first, `  ${problem.remedy}`] : [first]).map(withoutPrivate);
}
