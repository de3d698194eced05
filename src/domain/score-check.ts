import type { Pool } from "./pool.ts";
import type { Scoring } from "./scoring.ts";
import type { Entrant } from "./selection.ts";

/** One application's total counted once more from the scores themselves, as so many parts of a point. */
function countedAgain(
  id: number,
  { criteria, scores, moderations }: Scoring,
): { over: bigint; under: bigint } {
  let [over, under] = [0n, 1n];
  for (const { id: criterionId, weight } of criteria) {
    const given = scores.filter((s) => s.applicationId === id && s.criterionId === criterionId);
    if (given.length === 0) continue;
    const talk = moderations.find((m) => m.applicationId === id && m.criterionId === criterionId);
    const n = BigInt(given.length);
    let points = talk?.agreed == null ? 0n : BigInt(talk.agreed) * n;
    if (talk?.agreed == null) for (const s of given) points += BigInt(s.score);
    over = over * n + BigInt(weight) * points * under;
    under *= n;
  }
  return { over, under };
}

/**
 * Whose score in a pool is not what the scores themselves come to, counted again in whole numbers by another way; nobody, unless
 * something is wrong with the program.
 */
export function misread(pool: Pool, entrants: readonly Entrant[], scoring: Scoring): string[] {
  const ids = new Map(entrants.map((e) => [e.code, e.id]));
  const steps = BigInt(pool.stepsInAPoint);
  const byApplication = new Map<number, Scoring["scores"][number][]>();
  for (const s of scoring.scores)
    byApplication.set(s.applicationId, [...(byApplication.get(s.applicationId) ?? []), s]);
  return pool.candidates
    .filter(({ code, score }) => {
      const id = ids.get(code) ?? 0;
      const { over, under } = countedAgain(id, { ...scoring, scores: byApplication.get(id) ?? [] });
      return BigInt(score) * under !== over * steps;
    })
    .map((c) => c.code);
}
