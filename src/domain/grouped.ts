/** Rows by a key of theirs, each key's rows in the order they came in. */
export function grouped<T, K>(rows: Iterable<T>, key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const its = key(row);
    const known = groups.get(its);
    if (known) known.push(row);
    else groups.set(its, [row]);
  }
  return groups;
}
