import { countsOf, importSentence } from "./imports.ts";
import { onPanel, type ScorableApplication, theApplication } from "./panel.ts";
import { every, no, type Problem, type Result, unless, yes } from "./result.ts";
import type { PlannedScore } from "./score-entry.ts";
import type { PanelMember } from "./scoring.ts";
import { listed } from "./text.ts";

/** The words of `round score` as they were typed. */
export interface ScoreWords {
  readonly application: string | undefined;
  readonly criterion: string | undefined;
  readonly scorer: string | undefined;
  readonly score: number | undefined;
  readonly fromFile: string | undefined;
  readonly conflict: boolean;
}

/** What `round score` is asked for: a sheet of scores, one score, or to note a conflict of interest. */
export type ScoreRequest =
  | { readonly kind: "sheet"; readonly fromFile: string; readonly scorer: string | undefined }
  | {
      readonly kind: "one";
      readonly code: string;
      readonly criterion: string;
      readonly scorer: string;
      readonly score: number;
    }
  | { readonly kind: "conflict"; readonly code: string; readonly scorer: string };

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

/** Which of its three things `round score` is asked for; words that do not go together, or are missing, are refused. */
export function scoreRequest(words: ScoreWords): Result<ScoreRequest> {
  const { application: code, criterion, scorer, score, fromFile, conflict } = words;
  if (fromFile !== undefined) {
    const beside = [
      ...(code === undefined ? [] : ["an application"]),
      ...(criterion === undefined ? [] : ["--criterion"]),
      ...(score === undefined ? [] : ["--score"]),
      ...(conflict ? ["--conflict"] : []),
    ];
    return beside.length === 0
      ? yes({ kind: "sheet", fromFile, scorer })
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
      ...(criterion === undefined && !conflict ? ["--criterion"] : []),
      ...(score === undefined && !conflict ? ["--score"] : []),
    ]),
    ...(conflict && (score !== undefined || criterion !== undefined)
      ? [
          {
            code: "conflict-or-score",
            message: "--conflict says that somebody does not score an application, so no score goes with it.",
            remedy: "Leave out --criterion and --score, or --conflict.",
          },
        ]
      : []),
  ];
  return unless(problems, () =>
    conflict
      ? { kind: "conflict", code: code ?? "", scorer: scorer ?? "" }
      : {
          kind: "one",
          code: code ?? "",
          criterion: criterion ?? "",
          scorer: scorer ?? "",
          score: score ?? 0,
        },
  );
}

/** Whose conflict of interest with which application it is; both have to be known in the round. */
export function checkConflict<T extends ScorableApplication>(
  request: { readonly code: string; readonly scorer: string },
  facts: {
    readonly applications: readonly T[];
    readonly panel: readonly PanelMember[];
    readonly round: string;
  },
): Result<{ readonly application: T; readonly roles: readonly PanelMember[] }> {
  return every({
    application: theApplication(request.code, facts.applications, facts.round),
    roles: onPanel(request.scorer, facts.panel),
  });
}

/** What became of the scores of a file, or of the one that was typed, in a sentence. */
export function scoresInWords(planned: readonly PlannedScore[], file: string | undefined): string {
  const [only] = planned;
  if (only && file === undefined) {
    const what = `${only.panel.name}'s score for ${only.code} on ${only.criterion.key}`;
    if (only.outcome === "unchanged") return `${what} is ${only.score} already; nothing to do.`;
    return only.before
      ? `Changed ${what} from ${only.before.score} to ${only.score}.`
      : `Recorded ${what}: ${only.score}.`;
  }
  return importSentence(file ?? "", countsOf(planned));
}
