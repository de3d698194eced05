import { dayInWords } from "./day.ts";
import { standingIn } from "./decision-runs.ts";
import type { Run, SavedRun } from "./match-run.ts";
import { ref } from "./ref.ts";

/** Whom a recorded run proposes for a project; nobody where it is a run of others. */
export const proposedBy = (run: Pick<SavedRun, "answer">, project: string): number[] =>
  (standingIn(run.answer, project) ?? []).filter((s) => s.proposed).map((s) => s.id);

/** The last recorded run of a project, where it proposes all of these. */
export function runThatProposes(
  runs: readonly SavedRun[],
  project: string,
  people: readonly number[],
): SavedRun | undefined {
  const last = runs.filter((r) => standingIn(r.answer, project) !== null).at(-1);
  const proposed = last ? proposedBy(last, project) : [];
  return people.length > 0 && people.every((id) => proposed.includes(id)) ? last : undefined;
}

/** How an offer follows a recorded run that proposes whoever was asked, where the offer itself rests on another. */
export const followInWords = ({ id, madeOn }: Pick<SavedRun, "id" | "madeOn">): string =>
  `${ref("run", id)} of ${dayInWords(madeOn)} proposed them: to follow it, take this back with involve undo and offer again with --run ${ref("run", id)}.`;

/** That a run is on record, how to make it again, and how to offer the places it proposes. */
export function recordedSaid({ facts, answers }: Pick<Run, "facts" | "answers">, id: number): string[] {
  const run = ref("run", id);
  const proposing = answers.flatMap((a, i) => (a.proposed.length > 0 ? [{ a, of: facts[i]?.project }] : []));
  const offers = proposing.map(
    ({ a, of }) =>
      `involve project offer ${of} ${a.proposed.map((id) => ref("member", id)).join(" ")} --run ${run}`,
  );
  return [
    `On record as ${run}. To make it again: involve project replay ${run}`,
    ...offers
      .slice(0, 1)
      .map((o) => `To offer the places it proposes${offers.length > 1 ? ", project by project" : ""}: ${o}`),
  ];
}
