import {
  type Activity,
  type ActivityFilter,
  parseActivity,
  parseActivityFilter,
} from "../domain/activity.ts";
import { addDays, type Day, parseDay } from "../domain/day.ts";
import { parseMiles } from "../domain/miles.ts";
import { type Pence, parsePence } from "../domain/money.ts";
import { suggestion } from "../domain/nearest.ts";
import { type Period, parsePeriod } from "../domain/period.ts";
import { no, type Result, together, yes } from "../domain/result.ts";
import { keyOf } from "../domain/text.ts";
import { parseTime, type TimeOfDay } from "../domain/time.ts";

/** What can be completed from the store: the kinds of ref and key that a word may stand for. */
export type Source =
  | "member"
  | "staff"
  | "round"
  | "meeting"
  | "course"
  | "project"
  | "paper"
  | "commentary"
  | "event"
  | "evaluation"
  | "payment"
  | "band"
  | "experience"
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
  | "clearance"
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

interface Shape<T> {
  readonly about: string;
  readonly placeholder: string;
  readonly choices?: readonly string[];
  readonly source?: Source;
  readonly read: (text: string, at: { readonly today: Day }) => Result<T>;
}

/** An optional single word; its value is undefined where it was left out. */
const optional = <T>({ read, ...shape }: Shape<T>): Field<T | undefined> => ({
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

/** Any text that is not blank. */
export const text = (about: string, placeholder = "TEXT", source?: Source): Field<string | undefined> =>
  optional({
    about,
    placeholder,
    ...(source ? { source } : {}),
    read: (given) =>
      given.trim() === ""
        ? no({
            code: "blank",
            message: `${placeholder} is blank.`,
            remedy: "Write something between the quotes.",
          })
        : yes(given.trim()),
  });

/** A key of a vocabulary that the unit edits; "East Midlands" is read as its key. */
export const key = (about: string, placeholder: string, source: Source): Field<string | undefined> =>
  optional({
    about,
    placeholder,
    source,
    read: (given) =>
      keyOf(given) === ""
        ? no({
            code: "blank",
            message: `${placeholder} is blank.`,
            remedy: "Write its key between the quotes.",
          })
        : yes(keyOf(given)),
  });

/** Any text that a reader of the domain understands: a DOI, say. */
export const readBy = <T>(
  about: string,
  placeholder: string,
  read: (text: string) => Result<T>,
): Field<T | undefined> => optional({ about, placeholder, read });

/** A person in the store: a ref like M-014 or a known-as name, resolved when the verb runs. */
export const member = (about: string): Field<string | undefined> => text(about, "MEMBER", "member");

const nearDays: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/** A day as people write it; also `yesterday`, `today` and `tomorrow`. */
export const day = (about: string): Field<Day | undefined> =>
  optional({
    about,
    placeholder: "DATE",
    read: (given, { today }) => {
      const near = nearDays[given.trim().toLowerCase()];
      return near === undefined ? parseDay(given) : yes(addDays(today, near));
    },
  });

/** A time of day in 24 hours. */
export const time = (about: string): Field<TimeOfDay | undefined> =>
  optional({ about, placeholder: "TIME", read: parseTime });

/** An amount in pounds, read to whole pence. */
export const money = (about: string): Field<Pence | undefined> =>
  optional({ about, placeholder: "AMOUNT", read: parsePence });

/** Something a person did, as kind and key: `meeting:2026-03`. */
export const activity = (about: string): Field<Activity | undefined> =>
  optional({ about, placeholder: "ACTIVITY", source: "activity", read: parseActivity });

/** A kind of activity, or one activity: what a list is narrowed to. */
export const activities = (about: string): Field<ActivityFilter | undefined> =>
  optional({ about, placeholder: "ACTIVITY", source: "activity", read: parseActivityFilter });

/** Miles with at most one decimal, read to tenths of a mile. */
export const miles = (about: string): Field<number | undefined> =>
  optional({ about, placeholder: "MILES", read: parseMiles });

/** A named period or a range of days. */
export const period = (about: string): Field<Period | undefined> =>
  optional({ about, placeholder: "PERIOD", read: parsePeriod });

/** A whole number between two bounds, both allowed. */
export const wholeNumber = (about: string, min = 0, max = 1_000_000): Field<number | undefined> =>
  optional({
    about,
    placeholder: "N",
    read: (given) => {
      const n = /^-?\d{1,10}$/.test(given.trim()) ? Number(given) : Number.NaN;
      return n >= min && n <= max
        ? yes(n)
        : no({
            code: "not-a-number",
            message: `"${given}" is not a whole number from ${min} to ${max}.`,
            remedy: `Write a whole number, for example ${Math.max(min, 1)}.`,
          });
    },
  });

/** One of a few words that the program knows. */
export const choice = <const C extends string>(
  about: string,
  choices: readonly C[],
  placeholder?: string,
): Field<C | undefined> =>
  optional({
    about,
    placeholder: placeholder ?? choices.join("|"),
    choices,
    read: (given) => {
      const found = choices.find((c) => c === keyOf(given));
      return found
        ? yes(found)
        : no({
            code: "unknown-word",
            message: `"${given}" is not one of: ${choices.join(", ")}.`,
            remedy: suggestion(given, choices),
          });
    },
  });

/** Yes when it is there. */
export const flag = (about: string): Field<boolean> => ({
  about,
  placeholder: "",
  required: false,
  repeated: false,
  flag: true,
  asked: false,
  read: (texts) => yes(texts.length > 0),
});

/** A file to read. */
export const file = (about: string): Field<string | undefined> => text(about, "FILE");
