/**
 * What stands in the way of a request, in words a person can act on: a stable code, what is wrong (naming
 * the value or the ref) and what would mend it.
 */
export interface Problem {
  /** Stable, kebab-case; printed in brackets and safe to match on in scripts. */
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  /** Where in an input file, counted from 1; the header is line 1. */
  readonly line?: number;
  readonly column?: string;
}

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
