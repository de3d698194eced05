import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import { planPeopleImport } from "../../src/domain/people-import.ts";
import type { PersonImportRow } from "../../src/domain/people-row.ts";
import { consentsInForce } from "../../src/store/consents.ts";
import { peopleRows } from "../../src/store/people.ts";
import { applyPersonPlan, peopleImportFacts } from "../../src/store/people-import.ts";
import { numberSetting, setting } from "../../src/store/settings.ts";
import type { Store } from "../../src/store/store.ts";
import { newStore } from "../new-store.ts";

const today = "2026-06-01" as Day;
const blank: PersonImportRow = {
  ref: undefined,
  knownAs: undefined,
  fullName: undefined,
  email: undefined,
  phone: undefined,
  pronouns: undefined,
  perspective: undefined,
  region: undefined,
  experiences: undefined,
  skills: undefined,
  interests: undefined,
  notes: undefined,
  joinedOn: undefined,
  consents: undefined,
  consentsOn: undefined,
};

/** Imports rows; answers what each changed, or the codes of what was wrong with the file. */
function bringIn(store: Store, rows: readonly Partial<PersonImportRow>[]): string[][] | string[] {
  const read = rows.map((row, i) => ({ line: i + 2, value: { ...blank, ...row } }));
  const plan = planPeopleImport(read, peopleImportFacts(store, "lean", today));
  const { problems } = plan;
  if (problems.length > 0) return problems.map((p) => `${p.line} ${p.code}`);
  const from = { group: "lean", fileName: "lean.csv", today, by: "Harriet Osei" };
  for (const { write } of plan.rows) applyPersonPlan(store, write, from);
  return plan.rows.map(({ outcome, changes }) =>
    outcome === "new" ? ["new"] : changes.map((c) => c.column),
  );
}

/** A cell that is blank or one of a few values, so that rows often speak of the same people. */
const maybe = <T>(...values: T[]): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, ...values);
const rows = fc.array(
  fc.record({
    knownAs: fc.constantFrom("Ada", "Bo", "Null", "Siân"),
    email: maybe("a@x.example", "A@X.example", "b@x.example", "c@x.example"),
    phone: maybe("07700 900001", "+44 7700 900001", "07700 900002"),
    pronouns: maybe("she/her", "they/them"),
    region: maybe("london"),
    skills: maybe(["writing"], ["writing", "chairing"]),
    consents: maybe(["contact"], ["contact", "matching"]),
    joinedOn: maybe("2026-01-01" as Day),
  }),
  { minLength: 1, maxLength: 4 },
);

describe("an import of people", () => {
  test("that was accepted changes nothing when it comes again", () => {
    fc.assert(
      fc.property(rows, (file) => {
        const store = newStore();
        try {
          const first = bringIn(store, file);
          const people = peopleRows(store).length;
          if (typeof first[0] === "string") return people === 0;
          const again = bringIn(store, file);
          return people === file.length && again.every((changes) => changes.length === 0);
        } finally {
          store.close();
        }
      }),
      { numRuns: 60 },
    );
  });

  test("never gives a consent again that somebody withdrew, nor brings back who left", () => {
    const store = newStore();
    const row = {
      knownAs: "Ada",
      email: "a@x.example",
      consents: ["matching"],
      joinedOn: "2026-01-01" as Day,
    };
    bringIn(store, [row]);
    store.update("consent", 1, { withdrawn_on: "2026-03-01" });
    store.update("membership", 1, { left_on: "2026-04-01", left_as: "stepped-down" });
    expect(bringIn(store, [row])).toEqual([[]]);
    expect(consentsInForce(store, today).size).toBe(0);
    store.close();
  });

  test("with one address on two rows is refused, also where a ref tells who is meant", () => {
    const store = newStore();
    bringIn(store, [{ knownAs: "Ada" }, { knownAs: "Bo" }]);
    const file = [
      { ref: "M-001", email: "x@x.example" },
      { ref: "M-002", email: "X@x.example" },
      { ref: "M-001", phone: "1" },
    ];
    expect(bringIn(store, file)).toEqual(["3 email-twice", "4 twice-in-file"]);
    store.close();
  });
});

describe("consents in force", () => {
  test("count from the day they are given until the day before they are withdrawn", () => {
    const store = newStore();
    bringIn(store, [{ knownAs: "Ada", consents: ["matching"], joinedOn: "2026-01-10" as Day }]);
    store.update("consent", 1, { withdrawn_on: "2026-03-01" });
    const on = (day: string): boolean =>
      consentsInForce(store, day as Day)
        .get(1)
        ?.has("matching") ?? false;
    expect(["2026-01-09", "2026-01-10", "2026-02-28", "2026-03-01"].map(on)).toEqual([
      false,
      true,
      true,
      false,
    ]);
    store.close();
  });
});

describe("settings", () => {
  test("are read by key; a missing one, and a word where a number should be, are bugs that name the key", () => {
    const store = newStore();
    expect(numberSetting(store, "offer-reply-days")).toBe(14);
    expect(() => setting(store, "no-such-key")).toThrow('no setting "no-such-key"');
    expect(() => numberSetting(store, "default-payer")).toThrow("should be a whole number");
    store.close();
  });
});
