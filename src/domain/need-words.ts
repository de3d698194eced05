import { type Need, type NeedCategory, needCategories, sameSubject } from "./need.ts";
import { type Problem, type Result, unless } from "./result.ts";
import { keyOf } from "./text.ts";

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
