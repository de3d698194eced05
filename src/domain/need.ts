import { type Problem, type Result, unless } from "./result.ts";
import { keyOf } from "./text.ts";

/** Whether a project cannot do without a need, or is better for it. */
export const needKinds = ["required", "desired"] as const;
export type NeedKind = (typeof needKinds)[number];

/** What a need can be about; availability is when people can usually take part, hours a month are a field of the project itself. */
export const needCategories = [
  "experience",
  "skill",
  "interest",
  "perspective",
  "clearance",
  "region",
  "availability",
] as const;
export type NeedCategory = (typeof needCategories)[number];

/** Whether a need is asked of every member, or of so many of the team. */
export const needScopes = ["every", "team"] as const;
export type NeedScope = (typeof needScopes)[number];

/** One need of a project; `value` is the key of a word, a clearance, a perspective or a region. */
export interface Need {
  readonly kind: NeedKind;
  readonly category: NeedCategory;
  readonly value: string;
  /** For a skill: at least this level, 1 would like to learn to 4 could teach; null = no level asked. */
  readonly level: number | null;
  readonly scope: NeedScope;
  /** For the team: how many people at least; null = no least number. */
  readonly atLeast: number | null;
  /** For the team: how many people at most; null = no most number. */
  readonly atMost: number | null;
  /** How many times a desired need counts; 1 unless said. */
  readonly weight: number;
}

/** What a need asks for, in a few words: `experience trauma: at least 1 of the team`. */
export function needInWords(need: Need): string {
  const level = need.level === null ? "" : `, level ${need.level} or above`;
  const what = `${need.category} ${need.value}${level}`;
  if (need.scope === "every") return what;
  const bounds = [
    need.atLeast === null ? "" : `at least ${need.atLeast}`,
    need.atMost === null ? "" : `at most ${need.atMost}`,
  ].filter(Boolean);
  return `${what}: ${bounds.join(" and ")} of the team`;
}

/** Whether two needs are about the same thing, whatever they ask of it. */
export const sameSubject = (a: Need, b: Need): boolean => a.category === b.category && a.value === b.value;

/** Whether two needs are the same row: about the same thing and of the same people. */
export const sameNeed = (a: Need, b: Need): boolean => sameSubject(a, b) && a.scope === b.scope;

/** What `project need` is asked to add. */
export interface NeedWords {
  readonly required: boolean;
  readonly desired: boolean;
  readonly experience: readonly string[];
  readonly skill: readonly string[];
  readonly interest: readonly string[];
  readonly perspective: readonly string[];
  readonly clearance: readonly string[];
  readonly region: readonly string[];
  readonly availability: readonly string[];
  readonly level: number | undefined;
  readonly team: boolean;
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
  readonly weight: number | undefined;
}

/** The things named by the words of a command line, whatever is to be done with them; at least one. */
export function needsNamed(
  words: Pick<NeedWords, NeedCategory>,
): Result<readonly Pick<Need, "category" | "value">[]> {
  const named = needCategories.flatMap((category) =>
    words[category].map((value) => ({ category, value: keyOf(value) })),
  );
  return unless(
    named.length > 0
      ? []
      : [
          {
            code: "missing",
            message: "Nothing is asked for.",
            remedy: `Say what, with one of: ${needCategories.map((c) => `--${c}`).join(", ")}.`,
          },
        ],
    () => named,
  );
}

/**
 * The needs to be taken out: for each thing named the one that asks for it; where one is asked of every member and another of the
 * team, `team` says which.
 */
export function needsToRemove<N extends Need>(
  named: readonly Pick<Need, "category" | "value">[],
  team: boolean,
  existing: readonly N[],
  project: string,
): Result<readonly N[]> {
  const found = named.map((n) => {
    const same = existing.filter((e) => sameSubject(e, { ...e, ...n }));
    return { n, need: same.find((e) => (e.scope === "team") === team) ?? (team ? undefined : same[0]) };
  });
  return unless(
    found
      .filter(({ need }) => need === undefined)
      .map(({ n }) => ({
        code: "no-such-need",
        message: `${project} does not ask for ${n.category} ${n.value}${team ? " of the team" : ""}.`,
        remedy: `What it asks for: involve project show ${project}`,
      })),
    () => [...new Set(found.flatMap(({ need }) => (need ? [need] : [])))],
  );
}

/** The needs meant by the words of a command line, one for each thing named; the words have to say of which kind. */
export function needsMeant(words: NeedWords): Result<readonly Need[]> {
  const problems: Problem[] = [];
  if (words.required === words.desired)
    problems.push({
      code: words.required ? "required-and-desired" : "missing",
      message: words.required
        ? "A need is required or desired, not both."
        : "--required or --desired is missing.",
      remedy: "Use --required for what the project cannot do without, --desired for what makes it better.",
    });
  const named = needsNamed(words);
  if (!named.ok) problems.push(...named.problems);
  return unless(problems, () =>
    (named.ok ? named.value : []).map(
      (n): Need => ({
        ...n,
        kind: words.required ? "required" : "desired",
        level: words.level ?? null,
        scope: words.team ? "team" : "every",
        atLeast: words.atLeast ?? null,
        atMost: words.atMost ?? null,
        weight: words.weight ?? 1,
      }),
    ),
  );
}
