import { closedGates, gatesOf } from "./gate.ts";
import type { Included, MatchFacts } from "./match.ts";
import type { Run } from "./match-run.ts";
import { type Project, projectStanding } from "./project.ts";
import { ref } from "./ref.ts";
import { no, type Problem, type Result, unless, withProblems, yes } from "./result.ts";
import { count } from "./text.ts";

/**
 * Which reason belongs to whom: reasons in the order of the people, or one reason for all of them. Anything else makes no sense.
 */
function includedFor(include: readonly string[], because: readonly string[]): Result<string[]> {
  if (include.length === 0 && because.length > 0)
    return no({
      code: "missing",
      message: "--because is the reason for --include, and nobody is included.",
      remedy: 'For example: --include M-009 --because "training ends before the project starts"',
    });
  if (because.length === 1) return yes(include.map(() => because[0] ?? ""));
  if (because.length === include.length) return yes([...because]);
  return no({
    code: because.length === 0 ? "missing" : "reasons-and-people",
    message:
      because.length === 0
        ? "--because is missing: nobody is included without a reason."
        : `--because is given ${count(because.length, "time")} for ${count(include.length, "person", "people")}.`,
    remedy: "Give one --because for all of them, or one after each --include, in the same order.",
  });
}

/** Projects that are over on the day: nobody is asked for them. */
export const overProblems = (
  projects: readonly Project[],
  day: Parameters<typeof projectStanding>[1],
): Problem[] =>
  projects.flatMap((p): Problem[] => {
    const standing = projectStanding(p, day);
    return standing === "ended" || standing === "closed"
      ? [
          {
            code: "project-over",
            message: `${ref("project", p.id)} has ${standing === "ended" ? "ended" : "been closed"}.`,
            remedy:
              "People are proposed for projects that are planned, open or running; for an earlier day: --as-at",
          },
        ]
      : [];
  });

/** Whether those who are included can be: somebody to ask, and not asked already for every one of the projects. */
export function checkIncluded(facts: readonly MatchFacts[], names: ReadonlyMap<number, string>): Problem[] {
  const included: readonly Included[] = facts[0]?.included ?? [];
  return included.flatMap(({ id }): Problem[] => {
    const shut = facts.map((f) => {
      const person = f.people.find((p) => p.id === id);
      if (!person) return { code: "not-active", sentence: "was never in any group" };
      return gatesOf(person, f).find((g) => closedGates.includes(g.code));
    });
    const [first] = shut;
    return first && shut.every((g) => g !== undefined)
      ? [
          {
            code: first.code,
            message: `${names.get(id) ?? ref("member", id)} ${first.sentence}.`,
            remedy: "No reason opens this; leave them out of --include.",
          },
        ]
      : [];
  });
}

/** Somebody and a project that are asked about by hand: `M-009`, or `P-003:M-009` where several projects are matched. */
export interface PairWord {
  readonly project: string | null;
  readonly member: string;
}

/** Reads `M-009` or `P-003:M-009`. */
export function pairWord(text: string): PairWord {
  const [, project, member] = /^\s*(P-?\d+)\s*:\s*(.+?)\s*$/i.exec(text) ?? [];
  return project && member ? { project, member } : { project: null, member: text.trim() };
}

/** A word such as `P-003:M-009` needs its project where several are matched. */
export const needsProject = (word: PairWord, projects: number): Result<PairWord> =>
  unless(
    word.project === null && projects > 1
      ? [
          {
            code: "which-project",
            message: `"${word.member}": for which of the ${projects} projects?`,
            remedy: `Write the project before it, for example P-003:${word.member}`,
          },
        ]
      : [],
    () => word,
  );

/** So many answers of what would get somebody proposed are worked out at once: each is several proposals made again. */
const triesAtMost = 1000;

/** What stands in the way of saying of everybody what would get them proposed: they are too many. */
export function tooManyToTry({ answers }: Pick<Run, "answers">): Problem[] {
  const tries = answers.reduce((n, a) => n + a.people.length - a.proposed.length, 0);
  return tries <= triesAtMost
    ? []
    : [
        {
          code: "too-many-to-try",
          message: `--what-if would try ${tries} people and projects one by one, which takes too long; it goes up to ${triesAtMost}.`,
          remedy: "Name one project, or one person with --explain M-009",
        },
      ];
}

/** Who may read a match: the management team all of it, a project team who is proposed, a person their own part. */
export const readers = ["team", "project", "person"] as const;

/** What a match is asked for, as far as its words can contradict each other. */
export interface MatchRequest {
  readonly projects: readonly string[];
  readonly all: boolean;
  readonly explain: string | undefined;
  readonly for: (typeof readers)[number];
  readonly with: readonly string[];
  readonly without: readonly string[];
  readonly alternatives: number | undefined;
  readonly whatIf: boolean;
  readonly include: readonly string[];
  readonly because: readonly string[];
}

/** Words of a match that make no sense together, every one at once. */
function wordsApart(words: MatchRequest): Problem[] {
  const aside =
    words.with.length + words.without.length > 0 || words.alternatives !== undefined || words.whatIf;
  const problem = (wrong: boolean, code: string, message: string, remedy: string): Problem[] =>
    wrong ? [{ code, message, remedy }] : [];
  return [
    ...problem(
      words.all === words.projects.length > 0,
      "missing",
      "Name a project or more, or --all, and not both.",
      "For example: involve project match P-001, or: involve project match --all",
    ),
    ...problem(
      words.for === "person" && words.explain === undefined,
      "missing",
      "--for person needs --explain: whom is it for?",
      "For example: involve project match P-001 --explain M-003 --for person",
    ),
    ...problem(
      words.for === "project" && words.explain !== undefined,
      "never-told",
      "How somebody stands is never told to a project team.",
      "Leave out --explain, or take --for person for themselves.",
    ),
    ...problem(
      aside && (words.for !== "team" || words.explain !== undefined),
      "words-apart",
      "--with, --without, --alternatives and --what-if compare people: they go with the whole answer for the team only.",
      "Leave out --for and --explain, or those.",
    ),
  ];
}

/** Whether the words of a match make sense together; answers the reason for each who is included. */
export const readMatchWords = (words: MatchRequest): Result<string[]> =>
  withProblems(wordsApart(words), includedFor(words.include, words.because));
