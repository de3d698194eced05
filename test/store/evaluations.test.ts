import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Answers, startingQuestions } from "../../src/domain/evaluation.ts";
import { addResponses, addRound, evaluationRounds } from "../../src/store/evaluations.ts";
import type { Store } from "../../src/store/store.ts";
import { newStore } from "../new-store.ts";

const author = { by: "Harriet Osei", at: "2026-11-23T12:00:00Z", command: "evaluation open" };

/** Enough responses, long enough, that they fill several pages of the file. */
const responses: Answers[] = Array.from({ length: 60 }, (_, i) => ({
  voice: i % 11,
  agenda: (i * 7) % 11,
  comment: `${"I would like the papers a week earlier. ".repeat(1 + (i % 5))}${i}`,
}));

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "involve-evaluation-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function withRound(name: string): Store {
  const store = newStore(join(folder, name));
  store.write(author, () =>
    addRound(
      store,
      {
        key: "2026",
        title: "How 2026 went",
        framework: "cube",
        questions: startingQuestions.cube,
        opensOn: "2026-11-01" as never,
        closesOn: undefined,
        reviewers: [],
      },
      { meetingId: undefined, from: undefined, to: undefined },
    ),
  );
  return store;
}

/** A token that is the same for the same response, so that two files can be compared byte by byte. */
const steady = (answers: Answers): string =>
  createHash("sha256").update(JSON.stringify(answers)).digest("hex").slice(0, 32);

const count = (store: Store, table: string): number =>
  store.raw<{ n: number }>(`select count(*) as n from ${table}`)[0]?.n ?? -1;

describe("a response to an evaluation belongs to nobody", () => {
  test("who answered first and who last can't be told from the bytes of the file", () => {
    const bytes = [responses, [...responses].reverse()].map((order, i) => {
      const store = withRound(`order-${i}.db`);
      for (const one of order) store.transaction(() => addResponses(store, 1, [one], steady));
      store.close();
      return readFileSync(join(folder, `order-${i}.db`));
    });
    expect(bytes[0]?.equals(bytes[1] as Buffer)).toBe(true);
  });

  test("a response leaves no change set, no changed row and no import on record", () => {
    const store = withRound("record.db");
    const tables = ["change_set", "change_row", "import_batch", "import_content"];
    const before = tables.map((t) => count(store, t));
    store.transaction(() => addResponses(store, 1, [{ voice: 8, comment: "canary-comment" }]));
    store.transaction(() => addResponses(store, 1, responses));
    expect(tables.map((t) => count(store, t))).toEqual(before);
    const sets = JSON.stringify([
      store.raw("select * from change_set"),
      store.raw("select * from change_row"),
    ]);
    expect(sets).not.toContain("canary-comment");
    expect(count(store, "evaluation_response")).toBe(61);
    store.close();
  });

  test("the row holds a random token, the round and the answers: no person, no day, no number", () => {
    const store = withRound("row.db");
    store.transaction(() => addResponses(store, 1, [{ voice: 8 }]));
    const [row] = store.raw<Record<string, unknown>>("select * from evaluation_response");
    expect(new Set(Object.keys(row ?? {}))).toEqual(new Set(["answers", "round_id", "token"]));
    expect(row?.["token"]).toMatch(/^[0-9a-f]{32}$/);
    expect(row?.["answers"]).toBe('{"voice":8}');
    store.close();
  });

  test("responses are read in the order of their tokens, whichever way they came", () => {
    const store = withRound("read.db");
    store.transaction(() => addResponses(store, 1, responses, steady));
    const expected = [...responses].sort((a, b) => (steady(a) < steady(b) ? -1 : 1));
    expect(evaluationRounds(store, "2026")[0]?.responses).toEqual(expected);
    store.close();
  });
});
