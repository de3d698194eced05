import type { NewAim } from "./round.ts";

/** An aim as a person says it: `psychosis (experience) at least 3 and at most 6, only between equals`. */
export function aimInWords({ category, value, minimum, maximum, basis }: NewAim): string {
  const numbers = [
    ...(minimum === undefined ? [] : [`at least ${minimum}`]),
    ...(maximum === undefined ? [] : [`at most ${maximum}`]),
  ].join(" and ");
  return `${value} (${category}) ${numbers}${basis === "tie-break" ? ", only between equals" : ""}`;
}
