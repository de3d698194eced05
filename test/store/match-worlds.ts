import fc from "fast-check";
import type { Store } from "../../src/store/store.ts";

/** Somebody in a small world, as the test knows them; the program only sees the rows of a store. */
export interface Body {
  readonly id: number;
  readonly group: "lewg" | "lean";
  readonly away: "no" | "paused" | "left";
  readonly perspective: "service-user" | "carer" | "both";
  readonly experience: readonly string[];
  readonly consent: "none" | "given" | "withdrawn";
  readonly interests: readonly string[];
  /** The level of the one skill there is; undefined is without it. */
  readonly writing: 1 | 2 | 3 | undefined;
  /** How many of the four parts of interview training they completed. */
  readonly parts: number;
  readonly hours: number | null;
  readonly most: number | null;
  /** By project. */
  readonly conflict: readonly boolean[];
  readonly offer: readonly ("none" | "declined" | "no-reply" | "waiting")[];
}

/** A need in a small world. */
export interface Wish {
  readonly kind: "required" | "desired";
  readonly category: "experience" | "interest" | "skill" | "perspective" | "clearance";
  readonly value: string;
  readonly level: number | null;
  readonly atLeast: number | null;
  readonly weight: number;
}

/** A project in a small world. */
export interface Job {
  readonly id: number;
  readonly places: number;
  readonly hours: number | null;
  readonly needs: readonly Wish[];
}

/** People and projects. */
export interface World {
  readonly people: readonly Body[];
  readonly projects: readonly Job[];
  readonly widen: "lean" | undefined;
}

const experiences = ["crisis-services", "community-team"];

const wish: fc.Arbitrary<Wish> = fc
  .record({
    kind: fc.constantFrom("required" as const, "desired" as const, "desired" as const),
    what: fc.constantFrom(
      ["experience", "crisis-services"] as const,
      ["experience", "community-team"] as const,
      ["interest", "digital"] as const,
      ["interest", "policy"] as const,
      ["skill", "writing"] as const,
      ["perspective", "carer"] as const,
      ["clearance", "interviewing"] as const,
    ),
    level: fc.constantFrom(null, 2, 3),
    atLeast: fc.constantFrom(null, null, 1, 2),
    weight: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ kind, what, level, atLeast, weight }) => ({
    ...{ kind, category: what[0], value: what[1], atLeast },
    level: what[0] === "skill" ? level : null,
    weight: kind === "desired" ? weight : 1,
  }));

/** Worlds of so many people and projects at most. */
export const worlds = (people: number, projects: number): fc.Arbitrary<World> =>
  fc
    .record({
      people: fc.array(
        fc.record({
          group: fc.constantFrom("lewg" as const, "lewg" as const, "lean" as const),
          away: fc.constantFrom(
            "no" as const,
            "no" as const,
            "no" as const,
            "paused" as const,
            "left" as const,
          ),
          perspective: fc.constantFrom("service-user" as const, "carer" as const, "both" as const),
          experience: fc.subarray(experiences),
          consent: fc.constantFrom("none" as const, "given" as const, "given" as const, "withdrawn" as const),
          interests: fc.subarray(["digital", "policy"]),
          writing: fc.constantFrom(undefined, 1 as const, 2 as const, 3 as const),
          parts: fc.constantFrom(4, 4, 4, 3, 0),
          hours: fc.constantFrom(null, null, 4, 8),
          most: fc.constantFrom(null, null, 1, 2),
          conflict: fc.array(fc.constantFrom(false, false, false, true), { minLength: 4, maxLength: 4 }),
          offer: fc.array(
            fc.constantFrom(
              "none" as const,
              "none" as const,
              "none" as const,
              "declined" as const,
              "no-reply" as const,
              "waiting" as const,
            ),
            { minLength: 4, maxLength: 4 },
          ),
        }),
        { minLength: 1, maxLength: people },
      ),
      projects: fc.array(
        fc.record({
          places: fc.integer({ min: 1, max: 2 }),
          hours: fc.constantFrom(null, 4, 6),
          needs: fc.uniqueArray(wish, { maxLength: 3, selector: (n) => n.value }),
        }),
        { minLength: 1, maxLength: projects },
      ),
      widen: fc.constantFrom(undefined, "lean" as const),
    })
    .map(({ people: bodies, projects: jobs, widen }) => ({
      people: bodies.map((b, i) => ({ ...b, id: i + 1 })),
      projects: jobs.map((j, i) => ({ ...j, id: i + 1 })),
      widen,
    }));

const idOf = (store: Store, text: string, ...of: string[]): number =>
  store.raw<{ id: number }>(text, ...of)[0]?.id ?? -1;
const term = (store: Store, kind: string, key: string): number =>
  idOf(store, "select id from vocabulary_term where kind = ? and key = ?", kind, key);

function addBody(store: Store, body: Body, inOrder: <T>(rows: readonly T[]) => T[]): void {
  const { id } = body;
  store.insert("person", {
    id,
    known_as: `Somebody ${id}`,
    perspective: body.perspective,
    projects_max: body.most,
    created_on: "2026-01-01",
  });
  const membership = store.insert("membership", {
    person_id: id,
    group_id: idOf(store, "select id from involvement_group where key = ?", body.group),
    joined_on: "2026-01-01",
    ...(body.away === "left" ? { left_on: "2026-03-01", left_as: "stepped-down" as const } : {}),
  });
  if (body.away === "paused")
    store.insert("membership_pause", { membership_id: membership, from_on: "2026-04-01" });
  const terms = [
    ...body.experience.map((key) => ({ term_id: term(store, "experience", key) })),
    ...body.interests.map((key) => ({ term_id: term(store, "interest", key) })),
    ...(body.writing === undefined
      ? []
      : [{ term_id: term(store, "skill", "writing"), level: body.writing }]),
  ];
  for (const row of inOrder(terms)) store.insert("person_term", { person_id: id, ...row });
  if (body.consent !== "none")
    store.insert("consent", {
      person_id: id,
      wording_id: idOf(store, "select id from consent_wording where purpose = 'matching'"),
      given_on: "2026-01-01",
      how: "by phone",
      recorded_by: "H",
      ...(body.consent === "withdrawn" ? { withdrawn_on: "2026-05-01" } : {}),
    });
  complete(store, body.id, 0, body.parts);
  if (body.hours !== null)
    store.insert("person_availability", {
      person_id: id,
      from_on: "2026-01-01",
      hours_per_month: body.hours,
    });
}

/** Records some of the four parts of interview training. */
export function complete(store: Store, person: number, from: number, to: number): void {
  const parts = store.raw<{ id: number }>(
    "select p.id from course_part p join course c on c.id = p.course_id where c.key = 'interviewing' order by p.position",
  );
  for (const { id } of parts.slice(from, to))
    store.insert("completion", {
      person_id: person,
      part_id: id,
      completed_on: "2026-03-03",
      recorded_by: "H",
    });
}

/** Writes a world into a store, rows in order or turned round; refs are the same either way. */
export function writeWorld(store: Store, { people, projects }: World, turned = false): void {
  const inOrder = <T>(rows: readonly T[]): T[] => (turned ? [...rows].reverse() : [...rows]);
  for (const body of inOrder(people)) addBody(store, body, inOrder);
  for (const { id, places, hours, needs } of inOrder(projects)) {
    store.insert("project", {
      ...{ id, title: `Project ${id}`, places, hours_per_month: hours },
      starts_on: "2026-07-01",
      ends_on: "2027-06-30",
    });
    for (const { atLeast, ...need } of inOrder(needs))
      store.insert("project_need", {
        ...need,
        ...{ project_id: id, scope: atLeast === null ? "every" : "team", at_least: atLeast },
      });
  }
  for (const { id: person_id, conflict, offer } of inOrder(people))
    for (const { id: project_id } of inOrder(projects)) {
      if (conflict[project_id - 1])
        store.insert("project_conflict", { project_id, person_id, declared_on: "2026-02-01" });
      const reply = offer[project_id - 1] ?? "none";
      if (reply === "none") continue;
      store.insert("project_offer", {
        ...{ project_id, person_id, offered_on: "2026-05-20", reply_by: "2026-06-10" },
        ...(reply === "waiting" ? {} : { reply, replied_on: "2026-05-25" }),
      });
    }
}
