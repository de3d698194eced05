import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type Summarised, type SummaryFacts, summarised } from "../../src/domain/round-summary.ts";
import { isSmall } from "../../src/domain/suppression.ts";
import { round } from "./rounds.ts";

const one = (changes: Partial<Summarised> = {}): Summarised => ({
  status: "unsuccessful",
  perspective: "service-user",
  region: "london",
  brings: [],
  blanked: false,
  shortlisted: false,
  interviewed: false,
  offered: false,
  percent: null,
  ...changes,
});
const many = (n: number, changes: Partial<Summarised> = {}): Summarised[] =>
  Array.from({ length: n }, () => one(changes));
const chosen = { status: "appointed", shortlisted: true, interviewed: true, offered: true, percent: 85 };
const facts = (applications: readonly Summarised[], changes: Partial<SummaryFacts> = {}): SummaryFacts => ({
  round,
  applications,
  aims: [],
  blankedCounts: new Map(),
  threshold: null,
  ...changes,
});
const numbers = (found: readonly { key: string; n: number | null }[]) => found.map((f) => `${f.key} ${f.n}`);

describe("a round in numbers", () => {
  const applications = [
    ...many(14, chosen),
    ...many(10, { shortlisted: true, interviewed: true, percent: 72 }),
    ...many(30),
    ...many(2, { status: "withdrawn", perspective: "carer" }),
  ];

  test("for the team: every step, every outcome, the totals and who they are", () => {
    const summary = summarised(facts(applications));
    expect(numbers(summary.stages)).toEqual([
      "applied 56",
      "shortlisted 24",
      "interviewed 24",
      "offered 14",
      "appointed 14",
    ]);
    expect(numbers(summary.outcomes)).toEqual(["appointed 14", "unsuccessful 40", "withdrawn 2"]);
    expect(numbers(summary.scores.filter((s) => s.n !== 0))).toEqual(["from-70 10", "from-80 14"]);
    expect(summary.composition.map((c) => `${c.value} ${c.applied} ${c.appointed}`)).toEqual([
      "carer 2 0",
      "service-user 54 14",
      "london 56 14",
    ]);
    expect(summary.withheld).toBe(false);
  });

  test("for the public: who withdrew is not shown, nor what would give it back", () => {
    const summary = summarised(facts(applications, { threshold: 5 }));
    expect(numbers(summary.outcomes)).toEqual(["appointed null", "unsuccessful 40", "withdrawn null"]);
    expect(summary.stages.find((s) => s.key === "appointed")?.n).toBeNull();
    expect(summary.composition.every((c) => c.appointed === null)).toBe(true);
    expect(summary.withheld).toBe(true);
  });

  test("an aim counts those who were blanked too, where the round kept counts of them", () => {
    const aims = [
      {
        category: "experience",
        value: "psychosis",
        minimum: 3,
        maximum: undefined,
        basis: "role-requirement",
      },
    ] as const;
    const people = [
      ...many(3, { ...chosen, brings: ["experience psychosis"] }),
      ...many(9, { blanked: true }),
    ];
    const blankedCounts = new Map([["experience psychosis", 4]]);
    expect(summarised(facts(people, { aims, blankedCounts })).aims[0]).toMatchObject({
      applied: 7,
      appointed: 3,
      met: true,
    });
  });
});

const status = fc.constantFrom("received", "offered", "reserve", "unsuccessful", "withdrawn", "appointed");
const person = fc.record({
  status,
  perspective: fc.constantFrom("service-user", "carer", "both", null),
  region: fc.constantFrom("london", "north-west", null),
  brings: fc.subarray(["experience psychosis", "skill writing"]),
  reached: fc.integer({ min: 0, max: 3 }),
  percent: fc.integer({ min: 0, max: 100 }),
});

describe("for the public no small number of people is shown or can be worked out", () => {
  test("in any round, with any of the thresholds", () => {
    fc.assert(
      fc.property(fc.array(person, { maxLength: 70 }), fc.constantFrom(5, 10), (people, threshold) => {
        const applications = people.map(({ reached, percent, ...p }) => {
          const appointed = p.status === "appointed";
          return one({
            ...p,
            shortlisted: appointed || reached > 0,
            interviewed: appointed || reached > 1,
            offered: appointed || reached > 2,
            percent: appointed || reached > 1 ? percent : null,
          });
        });
        const summary = summarised(facts(applications, { threshold }));
        const shown = [...summary.stages, ...summary.outcomes, ...summary.scores].map((f) => f.n);
        for (const n of [...shown, ...summary.composition.flatMap((c) => [c.applied, c.appointed])])
          expect(n !== null && isSmall(n, threshold)).toBe(false);
        const steps = summary.stages.flatMap((s) => (s.n === null ? [] : [s.n]));
        for (const [i, a] of steps.entries())
          for (const b of steps.slice(i + 1)) expect(isSmall(Math.abs(a - b), threshold)).toBe(false);
        const column = (category: string, of: "applied" | "appointed") =>
          summary.composition.filter((c) => c.category === category).map((c) => c[of]);
        const applied = summary.stages[0]?.n ?? null;
        const appointed = summary.outcomes.find((f) => f.key === "appointed")?.n ?? null;
        // A table whose sum is known hides no single number, and never so few people in all that they are small again.
        for (const [table, total] of [
          [summary.outcomes.map((f) => f.n), applied],
          [column("perspective", "applied"), applied],
          [column("region", "applied"), applied],
          [column("perspective", "appointed"), appointed],
          [column("region", "appointed"), appointed],
          [summary.scores.map((f) => f.n), summary.stages[2]?.n ?? null],
        ] as const) {
          if (total === null || table.length === 0) continue;
          const left = total - table.reduce<number>((sum, n) => sum + (n ?? 0), 0);
          expect({ table, hidden: table.filter((n) => n === null).length === 1 }).toEqual({
            table,
            hidden: false,
          });
          expect({ table, small: isSmall(left, threshold) }).toEqual({ table, small: false });
        }
      }),
    );
  });
});
