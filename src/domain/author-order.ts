/** Somebody who is an author, and their place where one was given. */
export interface Placed {
  readonly id: number;
  readonly position: number | null;
}

/** Authors in their order: by place, then those without one as they were recorded. */
export const inOrder = <P extends Placed>(authors: readonly P[]): P[] =>
  authors.toSorted(
    (a, b) =>
      (a.position ?? Number.MAX_SAFE_INTEGER) - (b.position ?? Number.MAX_SAFE_INTEGER) || a.id - b.id,
  );

/**
 * The places of all authors once one of them has a place: those from there on move down by one, and everybody gets a place of their
 * own. A place behind the last one is the last.
 */
export function placedAt(
  authors: readonly Placed[],
  id: number,
  position: number,
): ReadonlyMap<number, number> {
  const others = inOrder(authors.filter((a) => a.id !== id)).map((a) => a.id);
  return new Map(others.toSpliced(position - 1, 0, id).map((author, i) => [author, i + 1]));
}
