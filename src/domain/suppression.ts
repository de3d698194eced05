/** A count as it may be shown: null = not shown. */
export type Shown = number | null;

/** Parts of a total as they may be shown. */
export interface ShownParts {
  readonly parts: readonly Shown[];
  readonly total: Shown;
}

/** Whether a count of people is too small to be shown: from 1 up to, and not including, the threshold. Nobody is no one. */
export const isSmall = (n: number, threshold: number): boolean => n > 0 && n < threshold;

/** A count that stands alone, for readers outside the team. */
export const shownCount = (n: number, threshold: number): Shown => (isSmall(n, threshold) ? null : n);

/**
 * Parts of a total, for readers outside the team: small parts are not shown, and of the others as few as it takes for the
 * total not to give them back (secondary suppression). What is not shown is two parts at least, comes to the threshold at
 * least, and can be shared out in more than one way; where that can't be had, the total is not shown either. Source:
 * usual disclosure control in UK health data (threshold: setting small-number-threshold).
 */
export function suppressed(parts: readonly number[], threshold: number): ShownParts {
  const total = parts.reduce((sum, n) => sum + n, 0);
  const hidden = new Set(parts.flatMap((n, i) => (isSmall(n, threshold) ? [i] : [])));
  if (hidden.size === 0) return { parts, total };
  const shown = (): Shown[] => parts.map((n, i) => (hidden.has(i) ? null : n));
  for (;;) {
    const sum = [...hidden].reduce((s, i) => s + (parts[i] ?? 0), 0);
    if (hidden.size >= 2 && sum >= threshold && sum > hidden.size) return { parts: shown(), total };
    const [next] = parts
      .map((n, i) => ({ n, i }))
      .filter(({ n, i }) => n > 0 && !hidden.has(i))
      .sort((a, b) => a.n - b.n || a.i - b.i);
    if (next === undefined) return { parts: shown(), total: null };
    hidden.add(next.i);
  }
}
