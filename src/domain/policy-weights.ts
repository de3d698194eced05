import { cellChange, type ImportPlan, type RowPlan } from "./import-plan.ts";
import { suggestion } from "./nearest.ts";
import { no, type Problem, problem, type Result, unless, yes } from "./result.ts";
import { policyParts, waitingMonths } from "./score.ts";
import { type Lined, twice } from "./sheet-rows.ts";
import { keyOf } from "./text.ts";

/** Every row a policy has: the parts that have points, and how many months of waiting count. */
export const policyKeys: readonly string[] = [...policyParts, waitingMonths];

/** The most points a part can have, up or down. */
const pointsAtMost = 1000;

/** The points of one part, with what the unit says of it; undefined leaves that as it is. */
export interface Weight {
  readonly part: string;
  readonly points: number;
  readonly about?: string | null | undefined;
}

/** Reads `desired-need=5`: a part, and its points. */
export function readWeight(text: string): Result<Weight> {
  const [, part = "", digits = ""] = /^\s*([^=]*[^=\s])\s*=\s*([+-]?\d{1,9})\s*$/.exec(text) ?? [];
  const points = Number(digits);
  return part !== "" && Math.abs(points) <= pointsAtMost
    ? yes({ part: keyOf(part), points: points + 0 })
    : no(
        problem(
          "not-points",
          `"${text}" does not say how many points a part has.`,
          `Write the part, an equals sign and a whole number from -${pointsAtMost} to ${pointsAtMost}: desired-need=5`,
        ),
      );
}

/** What is wrong with the points of one part by itself: a part nobody knows, or a price of rotation below nothing. */
function partProblems({ part, points }: Weight): Problem[] {
  if (!policyKeys.includes(part))
    return [
      problem(
        "unknown-part",
        `There is no part "${part}" in the match policy.`,
        suggestion(part, policyKeys),
      ),
    ];
  if (part === waitingMonths && points < 0)
    return [
      problem(
        "months-below-zero",
        "Time since the last offer counts up to so many months, which cannot be less than 0.",
        "Write 0 to leave waiting out of it, or as many months as should count.",
      ),
    ];
  return part === "rotation" && points < 0
    ? [
        problem(
          "rotation-below-zero",
          "Rotation is the price of a place for whoever was asked lately or is busy, and cannot be less than 0.",
          "Write 0 to leave it out, or more to share the work more widely.",
        ),
      ]
    : [];
}

/** A policy in which nothing counts would rank nobody. */
const allZero = (weights: readonly Weight[]): Problem[] =>
  weights.some((w) => w.points !== 0 && w.part !== waitingMonths)
    ? []
    : [
        problem(
          "all-zero",
          "Every part would have 0 points, so that nothing counts.",
          "Leave at least one part with points.",
        ),
      ];

/** Weights laid over those there are: the same parts changed, the others as they were. */
const laidOver = (has: readonly Weight[], wanted: readonly Weight[]): Weight[] => [
  ...has.map((w) => wanted.find((n) => n.part === w.part) ?? w),
  ...wanted.filter((n) => !has.some((w) => w.part === n.part)),
];

/**
 * Whether a policy may be changed so: every part is known and named once, rotation costs nothing or more, and something still counts.
 * Answers the parts whose points change.
 */
export function checkWeights(wanted: readonly Weight[], has: readonly Weight[]): Result<readonly Weight[]> {
  const again = wanted.filter((w, i) => wanted.findIndex((o) => o.part === w.part) !== i);
  const problems = [
    ...wanted.filter((w) => !again.includes(w)).flatMap(partProblems),
    ...again.map((w) => problem("named-twice", `${w.part} is named twice.`, "Name every part once.")),
  ];
  return unless([...problems, ...(problems.length === 0 ? allZero(laidOver(has, wanted)) : [])], () =>
    wanted.filter((w) => has.find((h) => h.part === w.part)?.points !== w.points),
  );
}

/**
 * What a sheet of weights would do, part by part: parts it does not name stay as they are, and blanks never overwrite. All problems at
 * once, with line and column.
 */
export function planWeights(rows: readonly Lined<Weight>[], has: readonly Weight[]): ImportPlan<Weight> {
  const problems: Problem[] = [];
  const plans = rows.map(({ line, value }, i): RowPlan<Weight> => {
    const first = rows.slice(0, i).find((r) => r.value.part === value.part);
    const there = has.find((h) => h.part === value.part);
    if (first) problems.push(twice(line, first.line, "part", `"${value.part}"`));
    for (const p of partProblems(value))
      problems.push({ ...p, line, column: p.code === "unknown-part" ? "part" : "points" });
    const changes = [
      ...(there?.points === value.points ? [] : [cellChange("points", there?.points, value.points)]),
      ...(value.about === undefined || value.about === there?.about
        ? []
        : [cellChange("about", there?.about, value.about)]),
    ];
    return {
      ...{ line, changes, notes: [], ref: null, about: value.part, write: value },
      outcome: !there ? "new" : changes.length > 0 ? "updated" : "unchanged",
      matchedBy: there ? "part" : null,
    };
  });
  const whole =
    problems.length === 0
      ? allZero(
          laidOver(
            has,
            rows.map((r) => r.value),
          ),
        )
      : [];
  return { rows: plans, problems: [...problems, ...whole] };
}
