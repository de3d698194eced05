import type { Day } from "../domain/day.ts";
import { type Included, type MatchFacts, prepared, type Standing, standsWith } from "../domain/match.ts";
import { checkIncluded, needsProject, overProblems, pairWord } from "../domain/match-ask.ts";
import { thePair } from "../domain/match-pair.ts";
import type { Posed } from "../domain/match-problem.ts";
import type { Run } from "../domain/match-run.ts";
import type { TeamName } from "../domain/person-name.ts";
import { privateTextProblems } from "../domain/private-text.ts";
import { type Project, projectStanding } from "../domain/project.ts";
import { ref } from "../domain/ref.ts";
import { every, no, type Result, together, unless, yes } from "../domain/result.ts";
import { factsOf } from "./matching.ts";
import { findPerson, knownAsOf } from "./people.ts";
import { findProject, projectRows } from "./projects.ts";
import { hashesOf, poseRun } from "./runs.ts";
import type { Store } from "./store.ts";

/** What a match is asked for, in the words of the command line. */
export interface MatchWords {
  readonly projects: readonly string[];
  readonly all: boolean;
  readonly widen: "lean" | "external" | undefined;
  readonly reconsider: boolean;
  readonly atMost: number | undefined;
  readonly include: readonly string[];
  /** One for each who is included. */
  readonly reasons: readonly string[];
  readonly day: Day;
}

/** What a match is made from and told with. */
export interface Asked {
  readonly facts: readonly MatchFacts[];
  readonly titles: ReadonlyMap<number, string>;
  readonly knownAs: ReadonlyMap<number, TeamName>;
}

const openProjects = (store: Store, day: Day): Project[] =>
  projectRows(store).filter((p) => !["ended", "closed"].includes(projectStanding(p, day)));

/** Every project that is not over, or those that are named. */
function projectsMeant(store: Store, words: MatchWords): Result<Project[]> {
  if (!words.all) {
    const found = together(words.projects.map((p) => findProject(store, p)));
    if (!found.ok) return found;
    const once = [...new Map(found.value.map((p) => [p.id, p])).values()];
    return unless(overProblems(once, words.day), () => once);
  }
  const open = projectRows(store).filter((p) => !["ended", "closed"].includes(projectStanding(p, words.day)));
  return open.length > 0
    ? yes(open)
    : no({
        code: "no-open-project",
        message: "No project is planned, open or running.",
        remedy: "See: involve project list; add one with: involve project add",
      });
}

/** The question that all projects that are not over pose together on a day; nothing where there is none. */
export function everythingOpen(store: Store, day: Day): Posed["problem"][] {
  const open = openProjects(store, day);
  if (open.length === 0) return [];
  const facts = factsOf(store, open, day).map(prepared);
  return [poseRun({ facts, seed: hashesOf(facts).seed }).problem];
}

/** Those who are included, each with the reason. */
function includedIn(store: Store, { include, reasons }: MatchWords): Result<Included[]> {
  const found = together(include.map((m) => findPerson(store, m)));
  const problems = reasons.flatMap((reason) => privateTextProblems({ "--because": reason }));
  if (!found.ok) return no(...found.problems, ...problems);
  return unless(problems, () => found.value.map((p, i) => ({ id: p.id, because: reasons[i] ?? "" })));
}

/** The facts of the projects that are meant, and what is needed to speak of them; every reason at once where they cannot be had. */
export function matchAsked(store: Store, words: MatchWords): Result<Asked> {
  const asked = every({ projects: projectsMeant(store, words), included: includedIn(store, words) });
  if (!asked.ok) return asked;
  const { projects, included } = asked.value;
  const { widen, reconsider, atMost } = words;
  const facts = factsOf(store, projects, words.day, { widen, reconsider, atMost, included });
  const knownAs = knownAsOf(store);
  const names = new Map([...knownAs].map(([id, name]) => [id, `${ref("member", id)} ${name}`]));
  return unless(checkIncluded(facts, names), () => ({
    facts,
    titles: new Map(projects.map((p) => [p.id, p.title])),
    knownAs,
  }));
}

/** The pairs meant by words such as `M-009` or `P-003:M-009`, by their place in the problem of a run. */
function pairsMeant(store: Store, texts: readonly string[], run: Run, proposed: boolean): Result<number[]> {
  return together(
    texts.map((text) => {
      const word = needsProject(pairWord(text), run.facts.length);
      if (!word.ok) return word;
      const { project, member } = word.value;
      const found = every({
        person: findPerson(store, member),
        project: project === null ? yes(null) : findProject(store, project),
      });
      if (!found.ok) return found;
      const { person } = found.value;
      const at = project === null ? 0 : run.facts.findIndex((f) => f.projectId === found.value.project?.id);
      return thePair(
        run,
        at,
        { id: person.id, name: `${ref("member", person.id)} ${person.knownAs}` },
        proposed,
      );
    }),
  );
}

/** The pairs to have and to leave out, by their place in the problem of a run; every reason at once where they cannot be. */
export const pairsAsked = (
  store: Store,
  words: { readonly with: readonly string[]; readonly without: readonly string[] },
  run: Run,
): Result<{ readonly with: readonly number[]; readonly without: readonly number[] }> =>
  every({
    with: pairsMeant(store, words.with, run, false),
    without: pairsMeant(store, words.without, run, true),
  });

/** Somebody and how they stand with each project of a run, also where the run had no reason to consider them. */
export function standingsOf(
  store: Store,
  text: string,
  facts: readonly MatchFacts[],
  run: Run,
): Result<{ readonly id: number; readonly standings: readonly Standing[] }> {
  const found = findPerson(store, text);
  if (!found.ok) return found;
  const { id } = found.value;
  const standings = run.facts.flatMap((f, i): Standing[] => {
    const answer = run.answers[i];
    const raw = facts[i]?.people.find((p) => p.id === id);
    const person = answer?.people.find((p) => p.id === id) ?? (raw && standsWith(raw, f));
    return answer && person ? [{ facts: f, answer, person }] : [];
  });
  return standings.length > 0
    ? yes({ id, standings })
    : no({ code: "never-a-member", message: `${ref("member", id)} was never in any group.` });
}
