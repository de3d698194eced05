import { headroomWith } from "../domain/ceiling.ts";
import type { Day } from "../domain/day.ts";
import { projectAsWork } from "../domain/scheduled.ts";
import { ceilingFacts, openCeilings } from "./ceilings.ts";
import { memberships } from "./people.ts";
import { preferencesOf } from "./preferences.ts";
import { bands, rates } from "./rates.ts";
import { projectTime } from "./scheduled.ts";
import type { Store } from "./store.ts";

/**
 * For everybody who asked us to watch a ceiling: whether a place on a project, beside all else they do, would pass it. Whoever
 * asked for none is not in the answer.
 */
export function ceilingHeadroom(
  store: Store,
  projectId: number,
  day: Day,
): ReadonlyMap<number, "within" | "over"> {
  const people = [...new Set(openCeilings(store).map((c) => c.personId))];
  const time = people.length > 0 ? projectTime(store, projectId, day) : undefined;
  if (!time) return new Map();
  const prices = { today: day, bands: bands(store), rates: rates(store) };
  const steady = people.map((id) =>
    projectAsWork(
      { id, memberships: memberships(store, id), preferences: preferencesOf(store, id) },
      time,
      prices,
    ),
  );
  return headroomWith(ceilingFacts(store, day, people), steady);
}
