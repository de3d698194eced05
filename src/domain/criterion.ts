import { no, type Problem, problemsOf, type Result, unless, yes } from "./result.ts";
import { type NewCriterion, type Round, type Stage, stillOpen } from "./round.ts";
import type { Criterion } from "./scoring.ts";
import { keyOf, listed } from "./text.ts";

/** What `round criterion` says of one criterion; what is left out of one that is there stays as it is. */
export interface CriterionWords {
  readonly key: string;
  readonly label: string | undefined;
  readonly kind: NewCriterion["kind"] | undefined;
  readonly weight: number | undefined;
  readonly scale: number | undefined;
  readonly stage: Stage | undefined;
  readonly out: boolean;
}

/** What criteria are checked against. */
export interface CriterionFacts {
  readonly round: Round;
  readonly criteria: readonly Criterion[];
  /** The stages that somebody has scored. */
  readonly scored: readonly Stage[];
}

/** What becomes of one criterion: set (before is null where it is new), or taken out. */
export type CriterionPlan =
  | { readonly kind: "set"; readonly before: Criterion | null; readonly criterion: NewCriterion }
  | { readonly kind: "out"; readonly before: Criterion };

const locked = (round: string, stage: Stage): Problem => ({
  code: "criteria-locked",
  message: `${round} has scores of ${stage === "interview" ? "the interview" : "shortlisting"}, so the criteria of that stage stay as they are: everybody is scored against the same.`,
  remedy: "Take the scores back first (involve undo; see: involve history list), or wait for the next round.",
});

function missingProblems(words: CriterionWords): Problem[] {
  const missing = [
    ...(words.label === undefined ? ["--label"] : []),
    ...(words.kind === undefined ? ["--kind"] : []),
    ...(words.stage === undefined ? ["--stage"] : []),
  ];
  return missing.length === 0
    ? []
    : [
        {
          code: "missing",
          message: `A new criterion needs ${listed(missing)}.`,
          remedy: `For example: --label "Draws on own experience" --kind essential --stage shortlisting`,
        },
      ];
}

function takeOut(words: CriterionWords, facts: CriterionFacts): Result<CriterionPlan> {
  const before = facts.criteria.find((c) => c.key === words.key);
  if (before && facts.scored.includes(before.stage)) return no(locked(facts.round.key, before.stage));
  if (before) return yes({ kind: "out", before });
  return no({
    code: "unknown-criterion",
    message: `"${words.key}" is not a criterion of ${facts.round.key}.`,
    remedy: `Those there are: ${listed(facts.criteria.map((c) => c.key)) || "none"}.`,
  });
}

/**
 * What becomes of a criterion: what is given replaces, what is left out stays; weight 1 and a scale from 0 to 4 where a new one
 * does not say. Once a stage has been scored its criteria are locked. Every problem at once.
 */
export function planCriterion(words: CriterionWords, facts: CriterionFacts): Result<CriterionPlan> {
  const closed = problemsOf(stillOpen(facts.round));
  if (words.out) {
    const out = takeOut(words, facts);
    return closed.length > 0 ? no(...closed, ...problemsOf(out)) : out;
  }
  const before = facts.criteria.find((c) => c.key === words.key) ?? null;
  const criterion = {
    key: words.key,
    label: words.label ?? before?.label ?? "",
    kind: words.kind ?? before?.kind ?? "essential",
    weight: words.weight ?? before?.weight ?? 1,
    scaleMax: words.scale ?? before?.scaleMax ?? 4,
    stage: words.stage ?? before?.stage ?? "shortlisting",
  };
  const problems: Problem[] = [...closed];
  if (words.key !== keyOf(words.key))
    problems.push({
      code: "not-a-key",
      message: `"${words.key}" is not a key: lower-case words and numbers joined by hyphens.`,
      remedy: `Write it like ${keyOf(words.key) || "own-experience"}.`,
    });
  if (before === null) problems.push(...missingProblems(words));
  const same = before !== null && JSON.stringify({ ...before, ...criterion }) === JSON.stringify(before);
  const touched = same ? [] : [...new Set([...(before ? [before.stage] : []), criterion.stage])];
  for (const stage of touched.filter((s) => facts.scored.includes(s)))
    problems.push(locked(facts.round.key, stage));
  return unless(problems, () => ({ kind: "set", before, criterion }));
}

const inWords = (c: NewCriterion): string =>
  `${c.key}, "${c.label}": ${c.kind}, weight ${c.weight}, 0 to ${c.scaleMax}, at ${c.stage}`;

/** What was done with a criterion, in a sentence. */
export function criterionPlanInWords(plan: CriterionPlan, round: string): string {
  if (plan.kind === "out") return `Took ${plan.before.key} out of the criteria of ${round}.`;
  if (plan.before === null) return `Added to the criteria of ${round}: ${inWords(plan.criterion)}.`;
  const [was, is] = [inWords(plan.before), inWords(plan.criterion)];
  return was === is ? `${is}: it is so already; nothing to do.` : `Changed: ${was} → ${is}.`;
}
