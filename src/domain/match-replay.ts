import { canonical } from "./canonical.ts";
import { dayInWords } from "./day.ts";
import { answerKept, type Hashes, type Run, type SavedRun } from "./match-run.ts";
import { idOf, ref } from "./ref.ts";
import { no, type Result, yes } from "./result.ts";
import { listed } from "./text.ts";

/** A run on record whose facts are kept. */
export type ReplayableRun = SavedRun & { readonly facts: NonNullable<SavedRun["facts"]> };

/** The run that is meant, by its ref or number, with its facts; refuses where there is none, or where they had to go. */
export function runToReplay(runs: readonly SavedRun[], text: string): Result<ReplayableRun> {
  const id = idOf("run", text) ?? Number(text);
  const run = runs.find((r) => r.id === id);
  if (!run)
    return no({
      code: "unknown-run",
      message: `There is no run "${text}" on record.`,
      remedy:
        runs.length === 0
          ? "Put one on record with: involve project match P-001 --record"
          : "See which there are: involve project replay",
    });
  if (!run.facts)
    return no({
      code: "facts-gone",
      message: `What ${ref("run", run.id)} rests on is no longer kept: somebody's data were part of it that may not be used any more, or it was taken back and made again.`,
      remedy: "Its answer is still on record; a new run can be made with: involve project match",
    });
  return yes({ ...run, facts: run.facts });
}

/** A run on record beside the one made again. */
export interface RunReplay {
  readonly run: ReplayableRun;
  readonly again: Run;
  /** Whether the facts and the answer that were kept are those that were hashed. */
  readonly intact: boolean;
  /** Whether the answer is the same to the letter. */
  readonly same: boolean;
  /** People proposed in one answer and not in the other: `P-003 M-009`. */
  readonly differ: readonly string[];
}

interface KeptAnswer {
  readonly projects: readonly {
    readonly project: string;
    readonly people: readonly { readonly ref: string; readonly proposed: boolean }[];
  }[];
}

/** Who was proposed for what in a kept answer: `P-003 M-009`. */
export const proposedIn = (answer: string): string[] =>
  (JSON.parse(answer) as KeptAnswer).projects.flatMap(({ project, people }) =>
    people.filter((p) => p.proposed).map((p) => `${project} ${p.ref}`),
  );

/** Compares a run on record with the one made again from its facts. */
export function runReplayed(run: ReplayableRun, again: Run, hashes: Hashes): RunReplay {
  const now = canonical(answerKept(again));
  const [then, after] = [proposedIn(run.answer), proposedIn(now)];
  const intact = run.intact && hashes.policy === run.hashes.policy && hashes.data === run.hashes.data;
  return {
    run,
    again,
    intact,
    same: now === run.answer,
    differ: [...then.filter((p) => !after.includes(p)), ...after.filter((p) => !then.includes(p))],
  };
}

/** Whether it is the same answer, in sentences. */
export const runReplayInWords = ({ run, same, intact, differ }: RunReplay): string[] => [
  same
    ? `${ref("run", run.id)} of ${dayInWords(run.madeOn)} made again: the same answer, to the letter.`
    : `${ref("run", run.id)} of ${dayInWords(run.madeOn)} made again is not the same${differ.length > 0 ? `: the two differ in ${listed(differ)}` : ""}.`,
  ...(intact
    ? []
    : ["What was kept does not have the hash it was recorded with: it has been changed since."]),
];
