import { type Pool, requirements } from "./pool.ts";
import { boundsOf } from "./relaxation.ts";
import { count, listed } from "./text.ts";

/** Who counts towards an aim among those who can be chosen. */
const able = (pool: Pool, i: number): number => pool.candidates.filter((c) => c.brings.includes(i)).length;

/** What each aim asks of the people to be chosen alone, beyond those who stay. */
function alone(pool: Pool): string[] {
  return requirements(pool).flatMap((i) => {
    const { value, category, minimum, maximum, staying } = pool.aims[i] ?? {
      value: "",
      category: "",
      staying: 0,
    };
    const name = `${value} (${category})`;
    const n = able(pool, i);
    const without = pool.candidates.length - n;
    const stay = staying > 0 ? `, ${staying} stay` : "";
    const problems: string[] = [];
    if (minimum !== undefined && minimum - staying > n)
      problems.push(`At least ${minimum} ${name} are aimed for; ${n} can be chosen${stay}.`);
    else if (minimum !== undefined && minimum - staying > pool.places)
      problems.push(
        `At least ${minimum} ${name} are aimed for; there are ${count(pool.places, "place")}${stay}.`,
      );
    if (maximum !== undefined && staying > maximum)
      problems.push(`At most ${maximum} ${name} are aimed for; ${staying} stay already.`);
    else if (maximum !== undefined && pool.places - without > maximum - staying)
      problems.push(
        `At most ${maximum} ${name} are aimed for; without them only ${without} can be chosen for ${count(pool.places, "place")}${stay}.`,
      );
    return problems;
  });
}

/** In each category, what all minima ask for together, where more places would be needed than there are. */
function together(pool: Pool): string[] {
  const categories = [...new Set(requirements(pool).map((i) => pool.aims[i]?.category))];
  return categories.flatMap((category) => {
    const own = requirements(pool).filter((i) => pool.aims[i]?.category === category);
    const asked = own.filter((i) => (pool.aims[i]?.minimum ?? 0) > (pool.aims[i]?.staying ?? 0));
    const sum = asked.reduce(
      (all, i) => all + (pool.aims[i]?.minimum ?? 0) - (pool.aims[i]?.staying ?? 0),
      0,
    );
    const most = Math.max(0, ...pool.candidates.map((c) => c.brings.filter((i) => asked.includes(i)).length));
    if (asked.length < 2 || sum <= pool.places * most) return [];
    const names = listed(asked.map((i) => pool.aims[i]?.value ?? ""));
    const each = most > 1 ? `, even if everybody counted towards ${most} of them` : "";
    return [`The least numbers of ${names} make ${sum} together, for ${count(pool.places, "place")}${each}.`];
  });
}

/** What simple arithmetic says about aims that cannot be met, in sentences; empty where it takes more than that to see. */
export const arithmetic = (pool: Pool): string[] =>
  boundsOf(pool).length === 0 ? [] : [...alone(pool), ...together(pool)];
