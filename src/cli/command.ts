import type { Report } from "../reports/report.ts";
import type { Store } from "../store/store.ts";
import type { Context } from "./context.ts";
import type { Fields, Values } from "./field.ts";
import type { OneOf } from "./one-of.ts";

/** A document that a verb makes; it is written after the store has agreed, and not at all in a dry run. */
interface NewFile {
  readonly path: string;
  /** Pieces of text one after another, where it may be long. */
  readonly content: string | Uint8Array | Iterable<string>;
}

/** What a verb did or found. */
export interface Outcome {
  /** Data for stdout, in the format asked for. */
  readonly report?: Report;
  /** Text for stdout as it is, where no format applies. */
  readonly text?: string;
  /** A verb that can write was only asked to look: the report is put out as from a reading verb. */
  readonly shown?: boolean;
  /** The report is the plan of what is written: a dry run puts it out. */
  readonly plan?: boolean;
  /** Sentences for stderr. */
  readonly said?: readonly string[];
  readonly files?: readonly NewFile[];
  /** The folder those documents go to; it is made where it is not there. */
  readonly folder?: string;
  /** Exit 1 though nothing went wrong: a check that found something. */
  readonly findings?: boolean;
}

/** One verb: the words it takes, and what it does with them. */
export interface Command<A extends Fields = Fields, O extends Fields = Fields> {
  /** What it is for, in one sentence without a full stop. */
  readonly about: string;
  /** More for its help text, in paragraphs. */
  readonly details?: readonly string[];
  /** Whole command lines that work; the first one is shown in the list of commands. */
  readonly examples: readonly [string, ...string[]];
  /** Positional words, in order. */
  readonly args: A;
  readonly options: O;
  /** Changes the store, so it takes `--dry-run`. */
  readonly writes?: boolean;
  /** Its report has a picture, so it can be had as SVG. */
  readonly draws?: boolean;
  /** Its report is about days, so it can be had as entries of a calendar. */
  readonly calendar?: boolean;
  /** Its report is printed in a paper, so it can be had as plain text and as JATS XML. */
  readonly printed?: boolean;
  /** Asks its way through when it is started bare on a terminal, and never when any word is given. */
  readonly asksOnlyWhenBare?: boolean;
  /** Groups of words of which one has to be said: a person at a terminal is asked which. */
  readonly oneOf?: readonly OneOf[];
  run(context: Context, words: Values<A & O>): Outcome | Promise<Outcome>;
}

/** Declares a verb; it only ties the types of the words to those of `run`. */
export const command = <const A extends Fields, const O extends Fields>(definition: Command<A, O>): Command =>
  definition as unknown as Command;

/** A bulk change: its plan by the store as it is, how many things it changes, what is asked, and what is written. */
interface Bulk<P> {
  plan(store: Store): P;
  size(plan: P): number;
  question(plan: P): string;
  write(store: Store, plan: P): Outcome;
}

/** A change of three or more things at once is shown and asked about first; the plan is made anew inside the write. */
export async function askedFirst<P>(context: Context, bulk: Bulk<P>): Promise<Outcome> {
  const preview = bulk.plan(context.store);
  if (bulk.size(preview) >= 3) await context.confirm(bulk.question(preview));
  return context.write((store) => bulk.write(store, bulk.plan(store)));
}
