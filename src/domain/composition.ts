import { perspectives } from "./person.ts";
import { offAim } from "./pool.ts";
import type { NewAim } from "./round.ts";
import { countsTowards, type Profile } from "./selection.ts";

/** How many of a group are of one kind, and what was aimed for. */
export interface Share {
  readonly category: string;
  readonly value: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly basis: string | null;
  /** Of those chosen, of those who stay in the group beside them, and of all who can be chosen. */
  readonly chosen: number;
  readonly staying: number;
  readonly pool: number;
  /** How many are missing to the least aimed for (below 0) or too many (above 0); 0 where the aim is met or there is none. */
  readonly off: number;
}

/** The people a composition is counted over. */
export interface Group {
  readonly chosen: readonly Profile[];
  readonly staying: readonly Profile[];
  readonly pool: readonly Profile[];
}

/**
 * The composition of a group, those who stay counted in, against each aim; where there is no aim, by perspective, each person
 * once.
 */
export function composition(aims: readonly NewAim[], group: Group): Share[] {
  if (aims.length === 0) {
    const of = (people: readonly Profile[], value: string): number =>
      people.filter((p) => p.perspective === value).length;
    return perspectives.map((value) => ({
      category: "perspective",
      value,
      minimum: null,
      maximum: null,
      basis: null,
      chosen: of(group.chosen, value),
      staying: of(group.staying, value),
      pool: of(group.pool, value),
      off: 0,
    }));
  }
  return aims.map((aim) => {
    const of = (people: readonly Profile[]): number => people.filter((p) => countsTowards(p, aim)).length;
    return {
      category: aim.category,
      value: aim.value,
      minimum: aim.minimum ?? null,
      maximum: aim.maximum ?? null,
      basis: aim.basis,
      chosen: of(group.chosen),
      staying: of(group.staying),
      pool: of(group.pool),
      off: offAim(aim, of(group.chosen) + of(group.staying)),
    };
  });
}
