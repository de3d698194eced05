import type { Activity, ActivityKind, KnownActivity } from "../domain/activity.ts";
import type { Day } from "../domain/day.ts";
import { bandByLength } from "../domain/rate.ts";
import { idOf, ref } from "../domain/ref.ts";
import { bands } from "./rates.ts";
import { type Store, sql } from "./store.ts";

const refsOf = (kind: "project" | "commentary" | "event", rows: readonly { id: number }[]): string[] =>
  rows.map((r) => ref(kind, r.id));

/** The keys or refs of the activities of a kind, for a suggestion; `other` has no list. */
function knownKeys(store: Store, kind: ActivityKind): string[] {
  switch (kind) {
    case "meeting":
      return store.all(sql.selectFrom("meeting").select("key").orderBy("held_on")).map((r) => r.key);
    case "training":
      return store.all(sql.selectFrom("course").select("key").orderBy("key")).map((r) => r.key);
    case "recruitment":
      return store.all(sql.selectFrom("recruitment_round").select("key").orderBy("key")).map((r) => r.key);
    case "project":
      return refsOf(kind, store.all(sql.selectFrom("project").select("id").orderBy("id")));
    case "commentary":
      return refsOf(kind, store.all(sql.selectFrom("commentary").select("id").orderBy("id")));
    case "event":
      return refsOf(kind, store.all(sql.selectFrom("engagement_event").select("id").orderBy("id")));
    case "other":
      return [];
  }
}

interface Found {
  readonly id?: number;
  readonly heldOn?: string;
  readonly band?: string | null;
  readonly cancelled?: boolean;
}

function meeting(store: Store, key: string): Found | undefined {
  const row = store.first(
    sql
      .selectFrom("meeting as m")
      .innerJoin("meeting_series as s", "s.id", "m.series_id")
      .select(["m.held_on", "m.status", "m.band", "m.minutes", "s.band as series_band"])
      .where("m.key", "=", key),
  );
  return row
    ? {
        heldOn: row.held_on,
        band: bandByLength(row.minutes, row.band ?? row.series_band, bands(store)),
        cancelled: row.status === "cancelled",
      }
    : undefined;
}

function project(store: Store, id: number): Found | undefined {
  const row = store.first(sql.selectFrom("project").select("pay_basis").where("id", "=", id));
  if (!row) return undefined;
  const band = store.first(
    sql
      .selectFrom("band")
      .select("key")
      .where("key", "=", row.pay_basis ?? ""),
  );
  return { band: band?.key ?? null };
}

function find(store: Store, { kind, key }: Activity): Found | undefined {
  switch (kind) {
    case "meeting":
      return meeting(store, key);
    case "project":
      return project(store, idOf("project", key) ?? 0);
    case "commentary":
      return store.first(
        sql
          .selectFrom("commentary")
          .select("id")
          .where("id", "=", idOf("commentary", key) ?? 0),
      );
    case "event":
      return store.first(
        sql
          .selectFrom("engagement_event")
          .select(["held_on as heldOn", "band"])
          .where("id", "=", idOf("event", key) ?? 0),
      );
    case "training":
      return store.first(sql.selectFrom("course").select("id").where("key", "=", key));
    case "recruitment":
      return store.first(sql.selectFrom("recruitment_round").select("id").where("key", "=", key));
    case "other":
      return {};
  }
}

/** What the store knows of an activity: its day and band where it has them, and whether it is there at all. */
export function knownActivity(store: Store, activity: Activity): KnownActivity {
  const found = find(store, activity);
  return {
    exists: found !== undefined,
    heldOn: (found?.heldOn ?? null) as Day | null,
    band: found?.band ?? null,
    cancelled: found?.cancelled ?? false,
    known: found ? [] : knownKeys(store, activity.kind),
  };
}

/** The ids of the people recorded present or part at a meeting, in order. */
export const attendedBy = (store: Store, meetingKey: string): number[] =>
  store
    .all(
      sql
        .selectFrom("attendance as a")
        .innerJoin("meeting as m", "m.id", "a.meeting_id")
        .select("a.person_id")
        .where("m.key", "=", meetingKey)
        .where("a.state", "in", ["present", "part"])
        .orderBy("a.person_id"),
    )
    .map((r) => r.person_id);

/** Whether somebody is on record as not having been at a meeting; null for any other activity, and where nothing is recorded. */
export function notThere(
  store: Store,
  personId: number,
  { kind, key }: Activity,
): "apologies" | "absent" | null {
  if (kind !== "meeting") return null;
  const row = store.first(
    sql
      .selectFrom("attendance as a")
      .innerJoin("meeting as m", "m.id", "a.meeting_id")
      .select("a.state")
      .where("m.key", "=", key)
      .where("a.person_id", "=", personId),
  );
  return row?.state === "apologies" || row?.state === "absent" ? row.state : null;
}

/** When a project was closed, and somebody's times on its team; null for any other activity. */
export function projectTimes(
  store: Store,
  personId: number,
  { kind, key }: Activity,
): {
  readonly closedOn: Day | null;
  readonly times: { readonly from: Day; readonly to: Day | null }[];
} | null {
  if (kind !== "project") return null;
  const id = idOf("project", key) ?? 0;
  const places = sql
    .selectFrom("team_membership")
    .select(["from_on", "to_on"])
    .where("project_id", "=", id)
    .where("person_id", "=", personId)
    .orderBy("from_on");
  const closed = store.first(sql.selectFrom("project").select("closed_on").where("id", "=", id))?.closed_on;
  return {
    closedOn: (closed ?? null) as Day | null,
    times: store.all(places).map((t) => ({ from: t.from_on as Day, to: t.to_on as Day | null })),
  };
}
