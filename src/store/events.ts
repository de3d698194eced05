import type { Day } from "../domain/day.ts";
import type { EventKind, NewEvent } from "../domain/event.ts";
import type { Period } from "../domain/period.ts";
import { idOf } from "../domain/ref.ts";
import { no, type Result, yes } from "../domain/result.ts";
import { folded } from "../domain/text.ts";
import { type Store, sql } from "./store.ts";

/** Somebody who took part in an event, in a role; how they are named is for the naming gate. */
export interface EventContributor {
  readonly personId: number;
  readonly role: string;
}

/** Public engagement as recorded; reach null = not measured. */
export interface EventRow {
  readonly id: number;
  readonly title: string;
  readonly kind: EventKind;
  readonly heldOn: Day;
  readonly audience: string | null;
  readonly reach: number | null;
  readonly reachMethod: string | null;
  readonly place: string | null;
  readonly url: string | null;
  readonly projectId: number | null;
  readonly contributors: readonly EventContributor[];
}

const events = sql
  .selectFrom("engagement_event")
  .select([
    "id",
    "title",
    "kind",
    "held_on",
    "audience",
    "reach",
    "reach_method",
    "place",
    "url",
    "project_id",
  ])
  .orderBy("held_on")
  .orderBy("id");

/** Every event, or one, or those of a period, oldest first, with who took part. */
export function eventRows(
  store: Store,
  only: { readonly id?: number; readonly period?: Period | undefined } = {},
): EventRow[] {
  let query = events;
  if (only.id !== undefined) query = query.where("id", "=", only.id);
  if (only.period)
    query = query.where("held_on", ">=", only.period.from).where("held_on", "<=", only.period.to);
  const taking = store.all(
    sql.selectFrom("event_contributor").select(["event_id", "person_id", "role"]).orderBy("id"),
  );
  return store.all(query).map((e) => ({
    id: e.id,
    title: e.title,
    kind: e.kind as EventKind,
    heldOn: e.held_on as Day,
    audience: e.audience,
    reach: e.reach,
    reachMethod: e.reach_method,
    place: e.place,
    url: e.url,
    projectId: e.project_id,
    contributors: taking
      .filter((c) => c.event_id === e.id)
      .map((c) => ({ personId: c.person_id, role: c.role })),
  }));
}

/** The event meant by a ref such as E-001; anything else is refused. */
export function findEvent(store: Store, text: string): Result<EventRow> {
  const id = idOf("event", text);
  const [found] = id === null ? [] : eventRows(store, { id });
  return found
    ? yes(found)
    : no({
        code: "unknown-event",
        message: `There is no event "${text}".`,
        remedy: "Give a ref such as E-001; see: involve event list",
      });
}

/** The id of an event of this title (in any case) on this day. */
export function sameEvent(store: Store, title: string, on: Day): number | undefined {
  const wanted = folded(title);
  return store.all(events.where("held_on", "=", on)).find((e) => folded(e.title) === wanted)?.id;
}

/** Adds an event; answers its id. */
export const addEvent = (store: Store, event: NewEvent, projectId: number | undefined): number =>
  store.insert("engagement_event", {
    title: event.title,
    kind: event.kind,
    held_on: event.heldOn,
    audience: event.audience ?? null,
    reach: event.reach ?? null,
    reach_method: event.reachMethod ?? null,
    place: event.place ?? null,
    url: event.url ?? null,
    project_id: projectId ?? null,
    band: event.band ?? null,
  });

/** Records that somebody took part in an event. */
export const addContributor = (store: Store, eventId: number, contributor: EventContributor): number =>
  store.insert("event_contributor", {
    event_id: eventId,
    person_id: contributor.personId,
    role: contributor.role,
  });
