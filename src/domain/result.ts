/**
 * What stands in the way of a request, in words a person can act on: a stable code, what is wrong (naming
 * the value or the ref) and what would mend it.
 */
export interface Problem {
  /** Stable, kebab-case; printed in brackets and safe to match on in scripts. */
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  /** The input file, where a command reads more than one. */
  readonly file?: string;
  /** Where in an input file, counted from 1; the header is line 1. */
  readonly line?: number;
  readonly column?: string;
}

/** A problem that is about no line of a file: its code, what is wrong, and what would mend it. */
export const problem = (code: string, message: string, remedy: string): Problem => ({
  code,
  message,
  remedy,
});

/** The answer of a rule: a value, or every problem at once. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** The answer "yes, and here is the value". */
export const yes = <T>(value: T): Result<T> => ({ ok: true, value });

/** The answer "no, for these reasons". */
export const no = (...problems: readonly Problem[]): Result<never> => ({ ok: false, problems });

/** A value if there are no problems, else all of them. */
export const unless = <T>(problems: readonly Problem[], value: () => T): Result<T> =>
  problems.length > 0 ? { ok: false, problems } : yes(value());

/** An answer where nothing else stands in the way; else those problems and its own. */
export const withProblems = <T>(others: readonly Problem[], result: Result<T>): Result<T> =>
  others.length === 0 ? result : no(...others, ...problemsOf(result));

/** Yes where there are no problems. */
export const noneOf = (problems: readonly Problem[]): Result<null> => unless(problems, () => null);

/** What a reader makes of something that may not have been given; undefined where it was not. */
export const ifGiven = <G, T>(given: G | undefined, read: (given: G) => Result<T>): Result<T | undefined> =>
  given === undefined ? yes(undefined) : read(given);

/** Several answers as one: every value, or every problem of every answer. */
export function together<T>(results: readonly Result<T>[]): Result<T[]> {
  const problems = results.flatMap((r) => (r.ok ? [] : r.problems));
  return unless(problems, () => results.flatMap((r) => (r.ok ? [r.value] : [])));
}

/** The values of some named answers, or every problem of every one of them. */
export function every<R extends Readonly<Record<string, Result<unknown>>>>(
  results: R,
): Result<{ readonly [K in keyof R]: R[K] extends Result<infer T> ? T : never }> {
  const problems = Object.values(results).flatMap(problemsOf);
  return unless(
    problems,
    () =>
      Object.fromEntries(Object.entries(results).map(([k, r]) => [k, r.ok ? r.value : undefined])) as {
        readonly [K in keyof R]: R[K] extends Result<infer T> ? T : never;
      },
  );
}

/** The problems of an answer; empty when the answer is yes. */
export const problemsOf = (result: Result<unknown>): readonly Problem[] => (result.ok ? [] : result.problems);

/** `3`, `3 and 5`, `3 to 5 and 9`: line numbers in ascending order, runs of them shortened. */
function linesInWords(lines: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else runs.push([line, line]);
  }
  const words = runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`));
  return [words.slice(0, -1).join(", "), words.at(-1) ?? ""].filter(Boolean).join(" and ");
}

/**
 * The problems of a file by line, each reason once: where the very same is wrong on several lines, it is said on the first
 * and names the others.
 */
export function byLine(problems: readonly Problem[]): Problem[] {
  const groups = new Map<string, Problem[]>();
  const files = [...new Set(problems.map((p) => p.file))];
  const inOrder = [...problems].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
  for (const p of inOrder) {
    const key = `${p.file} ${p.column} ${p.code} ${p.message}`;
    const known = groups.get(key);
    if (known) known.push(p);
    else groups.set(key, [p]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const lines = [...new Set(others.flatMap((p) => (p.line === undefined ? [] : [p.line])))];
    if (lines.length === 0) return [first];
    const also = `Also on ${lines.length === 1 ? "line" : "lines"} ${linesInWords(lines)}.`;
    return [{ ...first, message: `${first.message} ${also}` }];
  });
}
