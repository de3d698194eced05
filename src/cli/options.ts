import {
  type Activity,
  type ActivityFilter,
  parseActivity,
  parseActivityFilter,
} from "../domain/activity.ts";
import { addDays, type Day, parseDay } from "../domain/day.ts";
import { parseMiles } from "../domain/miles.ts";
import { type Pence, parsePence } from "../domain/money.ts";
import { notOneOf } from "../domain/nearest.ts";
import { type Period, parsePeriod } from "../domain/period.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { keyOf } from "../domain/text.ts";
import { parseTime, type TimeOfDay } from "../domain/time.ts";
import { type Field, optional, type Source } from "./field.ts";

export { asked, endingIn, fallback, many, needed, required } from "./field.ts";

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

const nearDays: ReadonlyMap<string, number> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tomorrow", 1],
]);

/** A day as people write it; also `yesterday`, `today` and `tomorrow`. */
export const day = (about: string): Field<Day | undefined> =>
  optional({
    about,
    placeholder: "DATE",
    read: (given, { today }) => {
      const near = nearDays.get(given.trim().toLowerCase());
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
      return found ? yes(found) : no(notOneOf(given, choices));
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

/** What was agreed with somebody who goes over a ceiling they asked us to watch. */
export const acknowledge = (): Field<string | undefined> =>
  text("what was agreed with whoever goes over a ceiling they asked us to watch", "REASON");

/** Why an output goes on its way though somebody who hides in it could be worked out. */
export const acknowledgeElimination = (): Field<string | undefined> =>
  text("why it goes on though somebody anonymous could be worked out; kept, and names nobody", "REASON");

/** A file to read. */
export const file = (about: string): Field<string | undefined> => text(about, "FILE");
