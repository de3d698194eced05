import { expect, test } from "@jest/globals";
import { undoImport } from "../../src/store/import-undo.ts";
import { findImport, recordImport } from "../../src/store/imports.ts";
import type { Store } from "../../src/store/store.ts";
import { newStore } from "../new-store.ts";

const author = (command: string) => ({ command, by: "Harriet Osei", at: "2026-05-01T12:00:00Z" });

/** A store with an import of so many people, one a line, the first of them on line 2. */
function imported(lines: number): Store {
  const store = newStore();
  const counts = { added: lines, updated: 0, unchanged: 0 };
  const file = { kind: "members", name: "people.csv", bytes: new Uint8Array([1]) };
  store.write(author("member import"), () => {
    for (let line = 2; line < lines + 2; line++) {
      store.fromLine(line);
      const id = store.insert("person", { known_as: `Person ${line}`, created_on: "2026-05-01" });
      store.update("person", id, { region: "london" });
    }
    store.fromLine(null);
    recordImport(store, { ...file, holdsPrivate: false }, counts, {
      today: "2026-05-01" as never,
      by: "Harriet Osei",
    });
  });
  return store;
}

test("an import of many lines is taken back page by page: what was edited since is kept, what something rests on stays", () => {
  const store = imported(2500);
  const people = () => store.raw<{ id: number }>("select id from person order by id").map((p) => p.id);
  const [first = 0] = people();
  store.write(author("member edit"), () => store.update("person", first + 1234, { pronouns: "they/them" }));
  store.write(author("member edit"), () =>
    store.insert("person_email", { person_id: first + 2000, email: "a@b.example" }),
  );
  const batch = findImport(store, "I-001");
  if (!batch.ok) throw new Error("no import");
  const lines = store.write(author("import undo"), () => undoImport(store, batch.value));
  const n = (outcome: string) => lines.filter((l) => l.outcome === outcome).map((l) => l.line);
  expect([n("kept"), n("failed"), n("taken back").length]).toEqual([[1236], [2002], 2498]);
  expect(people()).toEqual([first + 1234, first + 2000]);
  expect(lines.map((l) => l.line)).toEqual(Array.from({ length: 2500 }, (_, i) => i + 2));
  store.close();
}, 60_000);
