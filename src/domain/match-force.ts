import type { MatchFacts } from "./match.ts";
import { prepared } from "./match.ts";
import { answersOf } from "./match-answer.ts";
import { pairAt, placeOf, pose } from "./match-problem.ts";
import type { Run } from "./match-run.ts";

/**
 * The same run with somebody considered whom a gate kept out: same lots, same teams proposed, so that what having them would
 * cost can be told against the proposal as it is. `given` are the facts before they were prepared.
 */
export function considering(run: Run, given: readonly MatchFacts[], id: number): Run {
  const asked = { id, because: "asked about" };
  const facts = given.map((f) =>
    prepared({ ...f, included: [...f.included.filter((i) => i.id !== id), asked] }),
  );
  const posed = pose(facts, run.posed.lots);
  const chosen = run.solved.chosen.flatMap((pair) => {
    const place = placeOf(run.posed, pair);
    return pairAt(posed, place.project, place.id) ?? [];
  });
  const solved = { ...run.solved, chosen: chosen.sort((a, b) => a - b) };
  return { ...run, facts, posed, solved, answers: answersOf(facts, posed, solved.chosen) };
}
