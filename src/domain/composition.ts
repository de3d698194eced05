import { perspectives } from "./person.ts";
import type { NewAim } from "./round.ts";
import type { Entrant } from "./selection.ts";

/** How many of a group of applications are of one kind, and what was aimed for. */
export interface Share {
  readonly category: string;
  readonly value: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly basis: string | null;
  /** Of those chosen, and of all who are scored in full. */
  readonly chosen: number;
  readonly pool: number;
  /** How many are missing to the least aimed for (below 0) or too many (above 0); 0 where the aim is met or there is none. */
  readonly off: number;
}

/** Whether an application counts towards a kind. Somebody who is both a service user and a carer counts as each of them. */
function counts(entrant: Entrant, category: string, value: string): boolean {
  if (category === "perspective")
    return entrant.perspective === value || (entrant.perspective === "both" && value !== "both");
  if (category === "region") return entrant.region === value;
  return entrant.terms.some((t) => t.kind === category && t.key === value);
}

/** The composition of a group against each aim; where there is no aim, by perspective, each person once. */
export function composition(
  aims: readonly NewAim[],
  chosen: readonly Entrant[],
  pool: readonly Entrant[],
): Share[] {
  if (aims.length === 0)
    return perspectives.map((value) => ({
      category: "perspective",
      value,
      minimum: null,
      maximum: null,
      basis: null,
      chosen: chosen.filter((e) => e.perspective === value).length,
      pool: pool.filter((e) => e.perspective === value).length,
      off: 0,
    }));
  return aims.map((aim) => {
    const n = chosen.filter((e) => counts(e, aim.category, aim.value)).length;
    const short = n < (aim.minimum ?? 0) ? n - (aim.minimum ?? 0) : 0;
    const over = aim.maximum !== undefined && n > aim.maximum ? n - aim.maximum : 0;
    return {
      category: aim.category,
      value: aim.value,
      minimum: aim.minimum ?? null,
      maximum: aim.maximum ?? null,
      basis: aim.basis,
      chosen: n,
      pool: pool.filter((e) => counts(e, aim.category, aim.value)).length,
      off: short || over,
    };
  });
}
