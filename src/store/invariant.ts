import type { RefKind } from "../domain/ref.ts";

/** An invariant: the rows that break it, each with what it is about and what is wrong. */
export interface Invariant {
  readonly code: string;
  /** What `id` in the rows is the number of; where left out, the rows carry `about` themselves. */
  readonly kind?: RefKind;
  readonly finding: string;
  readonly query: string;
}

/** A setting that is a whole number, as SQL. */
export const setting = (key: string): string =>
  `(select cast(value as integer) from setting where key = '${key}')`;
