import { expect, test } from "@jest/globals";
import { catalogue } from "../../src/cli/catalogue.ts";
import { Stop } from "../../src/cli/errors.ts";
import { fieldsOf } from "../../src/cli/field.ts";
import { loadVerb } from "../../src/cli/program.ts";
import { readWords } from "../../src/cli/words.ts";
import type { Day } from "../../src/domain/day.ts";

const today = "2026-06-01" as Day;

test("of a word that takes one value and is given several, none is left out in silence", async () => {
  const passed: string[] = [];
  let tried = 0;
  for (const { name: noun, verbs } of catalogue)
    for (const { name: verb } of verbs) {
      const command = await loadVerb(noun, verb);
      for (const [key, field] of fieldsOf(command)) {
        if (field.repeated || field.flag) continue;
        tried += 1;
        let codes: string[] = [];
        try {
          readWords(command, { [key]: ["one", "another"] }, today);
        } catch (e) {
          codes = e instanceof Stop ? e.problems.map((p) => p.code) : [];
        }
        if (!codes.includes("given-twice")) passed.push(`${noun} ${verb}: ${key}`);
      }
    }
  expect(passed).toEqual([]);
  expect(tried).toBeGreaterThan(300);
});
