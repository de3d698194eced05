import { no, type Problem, type Result, unless, yes } from "./result.ts";
import type { Stage } from "./round.ts";
import type { PlannedScore, ScoreEntry } from "./score-entry.ts";
import type { Criterion } from "./scoring.ts";
import { count, listed } from "./text.ts";

/** The words of `round score` as they were typed. */
export interface ScoreWords {
  readonly application: string | undefined;
  readonly criterion: string | undefined;
  readonly scorer: string | undefined;
  readonly score: number | undefined;
  readonly fromFile: string | undefined;
  readonly stage: Stage | undefined;
}

/** What `round score` is asked for: a sheet of scores (or the part of it that is of one stage), or one score. */
export type ScoreRequest =
  | {
      readonly kind: "sheet";
      readonly fromFile: string;
      readonly scorer: string | undefined;
      readonly stage: Stage | undefined;
    }
  | {
      readonly kind: "one";
      readonly code: string;
      readonly criterion: string;
      readonly scorer: string;
      readonly score: number;
    };

const example =
  'For example: involve round score autumn-2025 A-001 --criterion own-experience --scorer "Harriet Osei" --score 3; or a whole sheet with --from-file scores.csv';

const missing = (names: readonly string[]): Problem[] =>
  names.length === 0
    ? []
    : [
        {
          code: "missing",
          message: `${listed(names)} ${names.length === 1 ? "is" : "are"} missing.`,
          remedy: example,
        },
      ];

/** Which of its two things `round score` is asked for; words that do not go together, or are missing, are refused. */
export function scoreRequest(words: ScoreWords): Result<ScoreRequest> {
  const { application: code, criterion, scorer, score, fromFile, stage } = words;
  if (fromFile !== undefined) {
    const beside = [
      ...(code === undefined ? [] : ["an application"]),
      ...(criterion === undefined ? [] : ["--criterion"]),
      ...(score === undefined ? [] : ["--score"]),
    ];
    return beside.length === 0
      ? yes({ kind: "sheet", fromFile, scorer, stage })
      : no({
          code: "one-or-many",
          message: `--from-file reads a whole sheet, so it does not go with ${listed(beside)}.`,
          remedy: "Give either a sheet or one score.",
        });
  }
  const problems = [
    ...missing([
      ...(code === undefined ? ["<application>"] : []),
      ...(scorer === undefined ? ["--scorer"] : []),
      ...(criterion === undefined ? ["--criterion"] : []),
      ...(score === undefined ? ["--score"] : []),
    ]),
    ...(stage === undefined
      ? []
      : [
          {
            code: "stage-of-a-sheet",
            message: "--stage takes one stage of a sheet, so it goes with --from-file only.",
            remedy: "Leave it out: the criterion says which stage it is.",
          },
        ]),
  ];
  return unless(problems, () => ({
    kind: "one",
    code: code ?? "",
    criterion: criterion ?? "",
    scorer: scorer ?? "",
    score: score ?? 0,
  }));
}

/** The entries of a sheet that are of one stage (or of a criterion nobody knows, which is a problem), and how many are not. */
export function ofStage<E extends ScoreEntry>(
  entries: readonly E[],
  stage: Stage | undefined,
  criteria: readonly Criterion[],
): { readonly entries: readonly E[]; readonly said: readonly string[] } {
  const other = new Set(criteria.filter((c) => stage !== undefined && c.stage !== stage).map((c) => c.key));
  const kept = entries.filter((e) => !other.has(e.criterion.trim().toLowerCase()));
  const n = entries.length - kept.length;
  const rest = `${count(n, "score")} of the other stage ${n === 1 ? "was" : "were"} left out (--stage ${stage}).`;
  return { entries: kept, said: n > 0 ? [rest] : [] };
}

/** What became of the score that was typed, in a sentence; never what it was before. */
export function scoreInWords(planned: PlannedScore): string {
  const what = `${planned.panel.name}'s score for ${planned.code} on ${planned.criterion.key}`;
  if (planned.outcome === "unchanged") return `${what} is ${planned.score} already; nothing to do.`;
  return planned.before
    ? `Changed ${what}: it is ${planned.score} now.`
    : `Recorded ${what}: ${planned.score}.`;
}
