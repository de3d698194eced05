import type { Day } from "../domain/day.ts";
import { type Result, together, yes } from "../domain/result.ts";

/** What can be completed from the store: the kinds of ref and key that a word may stand for. */
export type Source =
  | "member"
  | "staff"
  | "round"
  | "meeting"
  | "course"
  | "project"
  | "run"
  | "paper"
  | "commentary"
  | "output"
  | "named"
  | "correction"
  | "event"
  | "evaluation"
  | "payment"
  | "batch"
  | "budget"
  | "band"
  | "card"
  | "experience"
  | "availability"
  | "skill"
  | "interest"
  | "region"
  | "access"
  | "term"
  | "contributor"
  | "role"
  | "credit"
  | "expense"
  | "payer"
  | "series"
  | "session"
  | "change"
  | "import"
  | "mapping"
  | "setting"
  | "clearance"
  | "requirement"
  | "template"
  | "activity";

/**
 * One word of a request: what it is called in help, how its text is read, and what a person is offered when asked
 * for it. `T` is what the rule gets.
 */
export interface Field<T> {
  readonly about: string;
  /** How the value is shown in usage, without brackets: `DATE`, `MEMBER`. Empty for a flag. */
  readonly placeholder: string;
  readonly required: boolean;
  readonly repeated: boolean;
  readonly flag: boolean;
  /** Asked for on a terminal when a verb is started without any words, though it is not required. */
  readonly asked: boolean;
  /** A rule needs it: asked for at a terminal wherever it is missing; elsewhere the rule says so, with all its other reasons. */
  readonly needed?: boolean;
  readonly choices?: readonly string[];
  readonly source?: Source;
  /** Of a repeated word: the last one is something else, and this says what. */
  readonly last?: { readonly about: string; readonly source: Source };
  readonly fallback?: string;
  /** Reads the texts given (one unless repeated; none where the word was left out). */
  read(texts: readonly string[], at: { readonly today: Day }): Result<T>;
}

/** The words of a verb by name. */
export type Fields = Readonly<Record<string, Field<unknown>>>;

/** Every word of a verb with its name: the positional ones first. */
export const fieldsOf = (verb: {
  readonly args: Fields;
  readonly options: Fields;
}): [string, Field<unknown>][] => Object.entries({ ...verb.args, ...verb.options });

/** What the texts of some fields are read as. */
export type Values<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** A kind of word: how one text of it is read. */
interface Shape<T> {
  readonly about: string;
  readonly placeholder: string;
  readonly choices?: readonly string[];
  readonly source?: Source;
  readonly read: (text: string, at: { readonly today: Day }) => Result<T>;
}

/** An optional single word; its value is undefined where it was left out. */
export const optional = <T>({ read, ...shape }: Shape<T>): Field<T | undefined> => ({
  ...shape,
  required: false,
  repeated: false,
  flag: false,
  asked: false,
  read: (texts, at) => (texts[0] === undefined ? yes(undefined) : read(texts[0], at)),
});

/** The same word, but the verb cannot do without it. */
export const required = <T>(field: Field<T | undefined>): Field<T> => ({
  ...field,
  required: true,
  read: (texts, at) => field.read(texts, at) as Result<T>,
});

/** The same word, given any number of times; its value is a list. Words the program knows may also stand behind commas. */
export const many = <T>(field: Field<T | undefined>): Field<readonly T[]> => ({
  ...field,
  repeated: true,
  read: (texts, at) => {
    const each = field.choices ? texts.flatMap((t) => t.split(/\s*[,;]\s*/)) : texts;
    return together(each.map((t) => field.read([t], at) as Result<T>));
  },
});

/** The same words, of which the last one is something else: asked for by itself. */
export const endingIn = <T>(
  field: Field<readonly T[]>,
  source: Source,
  about: string,
): Field<readonly T[]> => ({ ...field, last: { about, source } });

/** The same word, read from this text where it was left out; help shows it. */
export const fallback = <T>(field: Field<T | undefined>, text: string): Field<T> => ({
  ...field,
  fallback: text,
  read: (texts, at) => field.read(texts[0] === undefined ? [text] : texts, at) as Result<T>,
});

/** The same word, also asked for when somebody starts the verb at a terminal without any words. */
export const asked = <T>(field: Field<T>): Field<T> => ({ ...field, asked: true });

/** The same word, which a rule needs: asked for at a terminal wherever it is missing. */
export const needed = <T>(field: Field<T>): Field<T> => ({ ...field, asked: true, needed: true });
