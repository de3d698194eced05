import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TeamCover, TeamProblem } from "../../src/domain/team-problem.ts";

/** A published instance: students rank what they would take, in groups of equals; each has one place at most. */
export interface Instance {
  /** For each student, what they would take with its rank from 1 on. */
  readonly ranks: readonly ReadonlyMap<number, number>[];
  /** Least and most students of each, and which lecturer has it, where there are any. */
  readonly options: readonly { readonly least: number; readonly most: number; readonly lecturer: number }[];
  readonly lecturers: readonly { readonly least: number; readonly most: number }[];
}

/** `2 (1 3) 4` as ranks: 2 first, 1 and 3 both second, 4 third. */
function ranksOf(text: string): Map<number, number> {
  const groups = text.match(/\([^)]*\)|\d+/g) ?? [];
  return new Map(
    groups.flatMap((group, i) => (group.match(/\d+/g) ?? []).map((n) => [Number(n) - 1, i + 1] as const)),
  );
}

/** Reads an instance of `hr` (two numbers in its first line) or one of the `spa` sets (three). */
export function instance(folder: string, set: string, k: number): Instance {
  const path = join(folder, "matching", "fmcooper", "Evaluations", set, "instances", `${k}.txt`);
  const [first = "", ...lines] = readFileSync(path, "utf8").split(/\r?\n/);
  const [students = 0, options = 0, lecturers = 0] = first.trim().split(/\s+/).map(Number);
  const own = (from: number, n: number): string[][] =>
    lines.slice(from, from + n).map((line) => line.split(":").map((part) => part.trim()));
  return {
    ranks: own(0, students).map(([, prefers = ""]) => ranksOf(prefers)),
    options: own(students, options).map(([, least, most, lecturer]) => ({
      least: Number(least),
      most: Number(most),
      lecturer: lecturers > 0 ? Number(lecturer) - 1 : -1,
    })),
    lecturers: own(students + options, lecturers).map(([, least, , most]) => ({
      least: Number(least),
      most: Number(most),
    })),
  };
}

const bound = (atLeast: number, atMost: number): TeamCover => ({
  required: true,
  weight: 1,
  already: 0,
  atLeast,
  atMost,
});

/**
 * An instance as a problem of teams: a lecturer is a project with as many places as they take students, and each of their
 * options a need with a least and a greatest number; where there are no lecturers, each option is a project.
 */
export function problemOf(
  { ranks, options, lecturers }: Instance,
  points: (rank: number) => number,
): TeamProblem {
  const withLecturers = lecturers.length > 0;
  const ownOf = (lecturer: number): number[] =>
    options.flatMap((o, i) => (o.lecturer === lecturer ? [i] : []));
  const code = (i: number): string => String(i + 1).padStart(3, "0");
  return {
    people: ranks.map((_, i) => ({ code: code(i), most: 1, load: 0 })),
    projects: withLecturers
      ? lecturers.map(({ least, most }, l) => ({
          code: code(l),
          places: most,
          covers: [
            bound(least, Infinity),
            ...ownOf(l).map((i) => bound(options[i]?.least ?? 0, options[i]?.most ?? 0)),
          ],
        }))
      : options.map(({ least, most }, i) => ({
          code: code(i),
          places: most,
          covers: [bound(least, Infinity)],
        })),
    pairs: ranks.flatMap((own, person) =>
      [...own].map(([option, rank]) => {
        const lecturer = options[option]?.lecturer ?? -1;
        return {
          person,
          project: withLecturers ? lecturer : option,
          points: points(rank),
          lot: (person * 7919 + option * 104_729) % 1_000_003,
          beyond: false,
          held: false,
          brings: withLecturers ? [0, 1 + ownOf(lecturer).indexOf(option)] : [0],
        };
      }),
    ),
    rotation: 0,
  };
}

/** The rank of every pair of such a problem, in the order of its pairs. */
export const ranksInOrder = ({ ranks }: Instance): number[] => ranks.flatMap((own) => [...own.values()]);

/** Every way to give each student one of their options or none that keeps every bound, as ranks. */
export function everyMatching({ ranks, options, lecturers }: Instance): number[][] {
  const found: number[][] = [];
  const taken = options.map(() => 0);
  const fits = (): boolean =>
    options.every((o, i) => (taken[i] ?? 0) >= o.least) &&
    lecturers.every((l, at) => {
      const n = options.reduce((sum, o, i) => sum + (o.lecturer === at ? (taken[i] ?? 0) : 0), 0);
      return n >= l.least && n <= l.most;
    });
  const place = (student: number, own: number[]): void => {
    const prefers = ranks[student];
    if (!prefers) {
      if (fits()) found.push(own);
      return;
    }
    place(student + 1, own);
    for (const [option, rank] of prefers) {
      if ((taken[option] ?? 0) >= (options[option]?.most ?? 0)) continue;
      taken[option] = (taken[option] ?? 0) + 1;
      place(student + 1, [...own, rank]);
      taken[option] = (taken[option] ?? 0) - 1;
    }
  };
  place(0, []);
  return found;
}
