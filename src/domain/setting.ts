import { suggestion } from "./nearest.ts";
import { benefitProblems } from "./private-text.ts";
import { no, type Problem, type Result, yes } from "./result.ts";
import { listed } from "./text.ts";

/** A figure or a sentence that is the unit's policy. */
export interface Setting {
  readonly key: string;
  readonly value: string;
  readonly about: string;
  readonly source: string;
}

/** The words that settings may hold whose words are known: by the setting's key; several of them where it holds a list. */
export type KnownWords = Readonly<Record<string, readonly string[]>>;

const isWhole = (text: string): boolean => /^\d{1,9}$/.test(text);

const wrong = (message: string, remedy: string): Problem => ({ code: "wrong-value", message, remedy });

/** The least that counts shown outside the team may be: usual disclosure control (M). */
const smallest = 5;

function valueProblem({ key, value }: Setting, given: string, known: KnownWords): Problem | null {
  if (isWhole(value)) {
    if (!isWhole(given))
      return wrong(
        `${key} is a whole number, not "${given}".`,
        `It is ${value} now; ${key.endsWith("-pence") ? "pounds are given in pence" : "its name says of what"}.`,
      );
    if (key === "small-number-threshold" && Number(given) < smallest)
      return wrong(
        `${key} is at least ${smallest}: smaller counts could tell who somebody is.`,
        `Give ${smallest} or more; 10 is the stricter choice.`,
      );
    return key.endsWith("-percent") && Number(given) > 100
      ? wrong(`${key} is a share of a hundred, not ${given}.`, "Give a number from 0 to 100.")
      : null;
  }
  const [named] = key === "benefits-advice" ? benefitProblems({ "The sentence": given }) : [];
  if (named) return { ...named, remedy: "It points to independent advice, and names no benefit." };
  const words = known[key];
  if (!words) return null;
  const unknown = given.split(/[\s,;]+/).filter((w) => w !== "" && !words.includes(w));
  return unknown.length > 0
    ? wrong(`${key} cannot be ${listed(unknown.map((w) => `"${w}"`))}.`, `Known: ${words.join(", ")}.`)
    : null;
}

/** The setting that is meant, with its new value: a number stays a number, and a word one of those that are known. */
export function planSetting(
  key: string,
  given: string,
  settings: readonly Setting[],
  known: KnownWords,
): Result<Setting> {
  const setting = settings.find((s) => s.key === key.trim().toLowerCase());
  if (!setting)
    return no({
      code: "unknown-setting",
      message: `There is no setting "${key}".`,
      remedy: `${suggestion(
        key,
        settings.map((s) => s.key),
      )} See: involve store settings`,
    });
  const value = given.trim();
  const problem = valueProblem(setting, value, known);
  return problem === null ? yes({ ...setting, value }) : no(problem);
}
