const inKeyOrder = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Plain data as one text that is the same for the same content, to be hashed or kept. */
export const canonical = (value: unknown): string => JSON.stringify(value, inKeyOrder);
