import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openText } from "../src/csv/raw.ts";
import { type Store, sql } from "../src/store/store.ts";
import { newStore } from "./new-store.ts";
import { root } from "./transcript.ts";

/** The rows of a fixture file, by column. */
export function fixtureRows(name: string): Readonly<Record<string, string>>[] {
  const sheet = openText(readFileSync(join(root, "fixtures", name)));
  if (!sheet.ok) throw new Error(`${name} cannot be read`);
  const [header, ...rows] = sheet.value.rows;
  return rows.map((r) => Object.fromEntries((header?.cells ?? []).map((c, i) => [c, r.cells[i] ?? ""])));
}

const expected = JSON.parse(readFileSync(join(root, "fixtures", "expected.json"), "utf8")) as {
  readonly round: { readonly selected: readonly { readonly ref: string; readonly member: string }[] };
};

const words = (cell: string | undefined): string[] => (cell ?? "").split(";").filter(Boolean);

function addPerson(
  store: Store,
  cells: Readonly<Record<string, string>>,
  membership: { readonly group: number; readonly joined: string; readonly left?: string },
  consents: readonly string[],
): number {
  const id = store.insert("person", {
    known_as: cells["known_as"] || (cells["full_name"] ?? ""),
    full_name: cells["full_name"] || null,
    perspective: cells["perspective"] || null,
    region: cells["region"] || null,
    created_on: membership.joined,
  });
  store.insert("membership", {
    person_id: id,
    group_id: membership.group,
    joined_on: membership.joined,
    ...(membership.left ? { left_on: membership.left, left_as: "term-ended" } : {}),
  });
  for (const [kind, column] of [
    ["experience", "experiences"],
    ["skill", "skills"],
    ["interest", "interests"],
  ] as const)
    for (const key of words(cells[column])) {
      const term = store.first(
        sql.selectFrom("vocabulary_term").select("id").where("kind", "=", kind).where("key", "=", key),
      );
      if (!term) throw new Error(`no ${kind} ${key}`);
      store.insert("person_term", { person_id: id, term_id: term.id });
    }
  for (const purpose of consents) {
    const wording = store.first(
      sql
        .selectFrom("consent_wording")
        .select("id")
        .where("purpose", "=", purpose as "matching"),
    );
    if (!wording) throw new Error(`no wording for ${purpose}`);
    store.insert("consent", {
      person_id: id,
      wording_id: wording.id,
      given_on: membership.joined,
      how: "signed form",
      recorded_by: "test",
    });
  }
  return id;
}

/** The staff who lead the projects of the fixtures. */
const leads = ["Dr Maeve Lynch", "Dr Sanjay Rao", "Prof Elin Marsh"];

/**
 * A store with the people of the fixtures year: M-001 who has left, the fourteen of the working group with the consent
 * "matching", the fifty of the network with the consents of the file, and every part of training completed. No projects.
 */
export function furnished(path = ":memory:"): Store {
  const store = newStore(path);
  const group = (key: string): number =>
    store.first(sql.selectFrom("involvement_group").select("id").where("key", "=", key))?.id ?? 0;
  store.transaction(() => {
    for (const name of leads) store.insert("staff", { name });
    const lewg = group("lewg");
    addPerson(
      store,
      { known_as: "Rosa Delgado" },
      { group: lewg, joined: "2022-11-01", left: "2025-10-31" },
      [],
    );
    const applications = fixtureRows("applications.csv");
    for (const { ref } of expected.round.selected) {
      const cells = applications[Number(ref.slice(2)) - 1];
      if (cells) addPerson(store, cells, { group: lewg, joined: "2025-10-20" }, ["contact", "matching"]);
    }
    for (const cells of fixtureRows("lean.csv"))
      addPerson(
        store,
        cells,
        { group: group("lean"), joined: cells["joined_on"] || "2025-11-24" },
        words(cells["consents"]),
      );
    for (const row of fixtureRows("training.csv")) {
      const part = store.first(
        sql
          .selectFrom("course_part as p")
          .innerJoin("course as c", "c.id", "p.course_id")
          .select("p.id")
          .where("c.key", "=", row["course"] ?? "")
          .where("p.key", "=", row["part"] ?? ""),
      );
      if (!part) throw new Error(`no part ${row["course"]}/${row["part"]}`);
      store.insert("completion", {
        person_id: Number((row["ref"] ?? "").slice(2)),
        part_id: part.id,
        completed_on: row["completed_on"] ?? "",
        recorded_by: "test",
      });
    }
  });
  return store;
}
