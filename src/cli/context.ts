import type { Source } from "../csv/pieces.ts";
import type { Day } from "../domain/day.ts";
import type { Store } from "../store/store.ts";
import type { Noun } from "./catalogue.ts";
import type { Progress } from "./progress.ts";

/** One answer of a list: what is shown, and what is meant. */
interface Answer {
  readonly name: string;
  readonly value: string;
  /** Shown and cannot be chosen: it says why nothing was found. */
  readonly refused?: boolean;
}

/** Asks a person at the terminal; absent where there is nobody to ask. */
export interface Ask {
  /** `check` answers null for a text that will do, else what is wrong with it; `before` can be changed in place. */
  text(
    question: string,
    fallback?: string,
    check?: (text: string) => string | null,
    before?: string,
  ): Promise<string>;
  /** One of a few, with the arrow keys; `before` is where the pointer begins. */
  pick(question: string, choices: readonly Answer[], before?: string): Promise<string>;
  /** One of many, found by typing a part of it. */
  find(question: string, source: (typed: string) => readonly Answer[], before?: string): Promise<string>;
  /** Any number of a list, ticked with the space bar. */
  several(
    question: string,
    choices: readonly Answer[],
    before: readonly string[],
    needed: boolean,
  ): Promise<readonly string[]>;
  confirm(question: string): Promise<boolean>;
}

/** The formats data can leave in; svg only from a verb that draws, ics only from one with a calendar. */
export const formats = ["table", "csv", "json", "md", "html", "svg", "ics"] as const;

/** The formats of what is printed in a paper, beside those. */
export const printedFormats = ["text", "jats"] as const;

/** One of the formats. */
export type Format = (typeof formats)[number] | (typeof printedFormats)[number];

/** Everything a verb may use of the world; it reaches for nothing else. */
export interface Context {
  readonly today: Day;
  /** Who runs the command, for the change record. */
  readonly by: string;
  readonly dryRun: boolean;
  /** `--yes`: the confirmations of bulk and destructive verbs are answered. */
  readonly assumeYes: boolean;
  /** The format asked for; undefined where the command line leaves it to the program. */
  readonly format: Format | undefined;
  readonly storePath: string;
  readonly programVersion: string;
  /** The store, opened on first use. */
  readonly store: Store;
  /** Whether there is a person at a terminal. */
  readonly canAsk: boolean;
  /** The person at the terminal, or null where nobody can be asked. */
  ask(): Promise<Ask | null>;
  /** Makes a new store at `storePath` (in a dry run in memory) and opens it; refuses where a file is there already. */
  newStore(): Store;
  /** The nouns and verbs, for the verbs that speak about them. */
  readonly catalogue: readonly Noun[];
  /** Runs another verb as if it had been typed. */
  runVerb(argv: readonly string[], askAll: boolean): Promise<number>;
  /**
   * Does all its writing in one immediate transaction, recorded under this command; in a dry run everything is done and
   * then taken back, so that what is said is what would happen.
   */
  write<T>(work: (store: Store) => T): T;
  /** Like `write`, but leaves no trace in the change record: for evaluation responses only. */
  writeUnrecorded<T>(work: (store: Store) => T): T;
  /**
   * Puts a sentence on record under this command, in refs and never names: a verb that only reads shows an identity that is
   * otherwise withheld. It is written before anything is shown, and has no dry run.
   */
  leaveTrace(about: string): void;
  /** Before a bulk or destructive change: asks a person; off a terminal stops unless `--yes` was given. */
  confirm(question: string): Promise<void>;
  /**
   * Does work that a rule may refuse for want of a reason alone (problems of this code): a person at a terminal is told why
   * and asked for one, and it is done again with it; elsewhere, and where they give none, it stays refused.
   */
  withReason<T>(given: string | undefined, code: string, work: (reason: string | undefined) => T): Promise<T>;
  /** The bytes of a file; stops with a clear message where it cannot be read. */
  readFile(path: string): Uint8Array;
  /** A file that is read piece by piece, as often as is wanted; stops with a clear message where it cannot be read. */
  openFile(path: string): Source;
  /** Whether there is a file or folder at a path. */
  exists(path: string): boolean;
  /** A path as typed, as an absolute one. */
  resolvePath(path: string): string;
  /** Stops where the folder of a file to be written is not there; `word` names the option in the message. */
  checkFolder(path: string, word: string): void;
  /** Stops where a folder cannot be made, because of what has its name or because what it is to be in is not there. */
  checkNewFolder(path: string, word: string): void;
  /** Progress for a person at a terminal; silent elsewhere. */
  progress(sentence: string): void;
  /** How far a long piece of work has come, for a person at a terminal: `doing` says what is done, as `Reading register.csv`. */
  progressOf(doing: string): Progress;
}
