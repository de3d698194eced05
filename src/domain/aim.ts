import { suggestion } from "./nearest.ts";
import { perspectives } from "./person.ts";
import { no, type Problem, problemsOf, type Result, unless, yes } from "./result.ts";
import { type aimBases, type aimCategories, type NewAim, type Round, stillOpen } from "./round.ts";
import { keyOf, listed } from "./text.ts";

type AimCategory = (typeof aimCategories)[number];

/** The words an aim may be for, by category; perspectives are the same everywhere. */
export type AimVocabulary = Readonly<
  Record<Exclude<AimCategory, "perspective">, readonly { readonly key: string; readonly label: string }[]>
>;

/** An aim in the store. */
export interface KnownAim extends NewAim {
  readonly id: number;
}

const numbersInWords = ({ minimum, maximum }: Pick<NewAim, "minimum" | "maximum">): string =>
  listed([
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
  ]);

/** An aim as a person says it: `psychosis (experience) at least 3 and at most 6, only between equals`. */
export const aimInWords = (aim: NewAim): string =>
  `${aim.value} (${aim.category}) ${numbersInWords(aim)}${aim.basis === "tie-break" ? ", only between equals" : ""}`;

/** The words an aim of a category may be for. */
const wordsFor = (category: AimCategory, known: AimVocabulary) =>
  category === "perspective" ? perspectives.map((key) => ({ key, label: key })) : known[category];

/** The key of the word an aim is about, by key or by label; undefined where there is no such word. */
export const aimWord = (
  { category, value }: Pick<NewAim, "category" | "value">,
  known: AimVocabulary,
): string | undefined =>
  wordsFor(category, known).find((w) => w.key === keyOf(value) || keyOf(w.label) === keyOf(value))?.key;

/** What is wrong with an aim: a word nobody knows, no number, more at least than at most, or more than `places`: the people to be chosen and the members who may stay. */
export function aimProblems(aim: NewAim, known: AimVocabulary, places: number): Problem[] {
  const problems: Problem[] = [];
  if (aimWord(aim, known) === undefined)
    problems.push({
      code: "unknown-term",
      column: "value",
      message: `"${aim.value}" is not a word for ${aim.category} here.`,
      remedy: suggestion(
        keyOf(aim.value),
        wordsFor(aim.category, known).map((w) => w.key),
      ),
    });
  if (aim.minimum === undefined && aim.maximum === undefined)
    problems.push({
      code: "aim-without-number",
      column: "minimum",
      message: "The aim has neither a minimum nor a maximum.",
      remedy: "Give at least one of them.",
    });
  if (aim.minimum !== undefined && aim.maximum !== undefined && aim.minimum > aim.maximum)
    problems.push({
      code: "aim-upside-down",
      column: "minimum",
      message: `At least ${aim.minimum} and at most ${aim.maximum} cannot both be.`,
      remedy: "Correct one of them.",
    });
  if (aim.minimum !== undefined && aim.minimum > places)
    problems.push({
      code: "aim-above-places",
      column: "minimum",
      message: `At least ${aim.minimum} of ${keyOf(aim.value)} is more than the group can have people, ${places}.`,
      remedy: "Lower the aim, or give the round more places.",
    });
  return problems;
}

/** What `round aim` says of one aim; what is left out of one that is there stays as it is. */
export interface AimWords {
  readonly category: AimCategory;
  readonly value: string;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly basis: (typeof aimBases)[number] | undefined;
  readonly clear: readonly ("min" | "max")[];
  readonly out: boolean;
}

/** What aims are checked against. */
export interface AimFacts {
  readonly round: Round;
  readonly known: AimVocabulary;
  /** How many people the aims are about at most: those chosen and the members who may stay. */
  readonly over: number;
  readonly aims: readonly KnownAim[];
}

/** What becomes of one aim: set (before is null where it is new), or taken out. */
export type AimPlan =
  | { readonly kind: "set"; readonly before: KnownAim | null; readonly aim: NewAim }
  | { readonly kind: "out"; readonly before: KnownAim };

const sameAim = (a: NewAim, b: Pick<NewAim, "category" | "value">, known: AimVocabulary): boolean =>
  a.category === b.category && a.value === (aimWord(b, known) ?? keyOf(b.value));

function takeOut(words: AimWords, { aims, known, round }: AimFacts): Result<AimPlan> {
  const before = aims.find((a) => sameAim(a, words, known));
  const given = words.min ?? words.max ?? words.basis;
  if (before && given === undefined && words.clear.length === 0) return yes({ kind: "out", before });
  return before
    ? no({
        code: "out-or-set",
        message: "--out takes the aim out, so no number and no basis goes with it.",
        remedy: "Leave them out, or --out.",
      })
    : no({
        code: "unknown-aim",
        message: `${round.key} has no aim for ${words.category} ${words.value}.`,
        remedy:
          aims.length === 0
            ? "It has no aims yet."
            : `It has: ${listed(aims.map((a) => `${a.category} ${a.value}`))}.`,
      });
}

/** What becomes of an aim: what is given replaces, what is left out stays. Every problem at once. */
export function planAim(words: AimWords, facts: AimFacts): Result<AimPlan> {
  const closed = problemsOf(stillOpen(facts.round));
  if (words.out) {
    const out = takeOut(words, facts);
    return closed.length > 0 ? no(...closed, ...problemsOf(out)) : out;
  }
  const before = facts.aims.find((a) => sameAim(a, words, facts.known)) ?? null;
  const number = (which: "min" | "max", old: number | undefined): number | undefined =>
    words[which] ?? (words.clear.includes(which) ? undefined : old);
  const aim: NewAim = {
    category: words.category,
    value: words.value,
    minimum: number("min", before?.minimum),
    maximum: number("max", before?.maximum),
    basis: words.basis ?? before?.basis ?? "role-requirement",
  };
  const both = words.clear
    .filter((which) => words[which] !== undefined)
    .map((which) => ({
      code: "set-and-cleared",
      message: `--${which} and --clear ${which} are both given.`,
      remedy: "Give one of them.",
    }));
  const found = aimProblems(aim, facts.known, facts.over).map(({ column: _, ...p }) => p);
  return unless([...closed, ...both, ...found], () => ({
    kind: "set",
    before,
    aim: { ...aim, value: aimWord(aim, facts.known) ?? aim.value },
  }));
}

/** What was done with an aim, in a sentence. */
export function aimPlanInWords(plan: AimPlan, round: string): string {
  if (plan.kind === "out") return `Took out of ${round}: ${aimInWords(plan.before)}.`;
  if (plan.before === null) return `${round} aims for ${aimInWords(plan.aim)}.`;
  const [was, is] = [aimInWords(plan.before), aimInWords(plan.aim)];
  return was === is
    ? `${round} aims for ${is} already; nothing to do.`
    : `Changed for ${round}: ${was} → ${is}.`;
}
