import type { Day } from "../domain/day.ts";
import { standingIn } from "../domain/decision-runs.ts";
import type { MatchFacts } from "../domain/match.ts";
import type { SavedRun } from "../domain/match-run.ts";
import { teamName } from "../domain/person-name.ts";
import type { Project } from "../domain/project.ts";
import { feedbackFillings, ownPoints } from "../domain/project-feedback.ts";
import { ref } from "../domain/ref.ts";
import { type Result, together } from "../domain/result.ts";
import { fill, type Letter } from "../domain/template.ts";
import { unitOf } from "./infrastructure.ts";
import { namingFacts } from "./naming.ts";
import { signerOf } from "./staff.ts";
import type { Store } from "./store.ts";
import { findTemplate } from "./templates.ts";

/** What the last of some runs that weighed somebody rests on, as far as it is still there. */
const factsFor = (runs: readonly SavedRun[], project: Project, id: number): MatchFacts | undefined =>
  runs
    .filter((r) => standingIn(r.answer, ref("project", project.id))?.some((s) => s.id === id))
    .at(-1)
    ?.facts?.find((f) => f.projectId === project.id);

/** A letter to each of those who were not chosen, named by ref: their own part of the proposal in words, and nobody else. */
export function feedbackLetters(
  store: Store,
  project: Project,
  runs: readonly SavedRun[],
  people: readonly number[],
  made: { readonly by: string; readonly today: Day; readonly decidedOn: Day },
): Result<{ name: string; letter: Letter }[]> {
  const template = findTemplate(store, "project-not-chosen");
  if (!template.ok) return template;
  const naming = namingFacts(store, people);
  const unit = unitOf(store);
  const { name: signedBy, role: signedRole } = signerOf(store, made.by, made.today);
  const common = {
    project: project.title,
    decidedOn: made.decidedOn,
    unit: unit.name,
    unitShort: unit.shortName,
  };
  return together(
    people.flatMap((id) => {
      const person = naming.people.get(id);
      if (!person) return [];
      const to = { knownAs: teamName(person), points: ownPoints(factsFor(runs, project, id), id) };
      const letter = fill(template.value, feedbackFillings(to, { ...common, signedBy, signedRole }));
      const name = `${ref("project", project.id)}-${ref("member", id)}`;
      return [letter.ok ? { ok: true as const, value: { name, letter: letter.value } } : letter];
    }),
  );
}
