import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { everythingSaid } from "./canary.ts";

/** Which of two people was asked, added and recorded first: the one who is anonymous, or the one who is named. */
const orders = [
  ["M-001", "M-002"],
  ["M-002", "M-001"],
] as const;

/** Two people are in a commentary, a paper and at an event; only M-001 is anonymous, in all three. */
const inOrder = (people: readonly string[]): string[] => [
  "store init",
  'member add Quillfeather --full-name "Zephyrine Oxenbould" --group lewg --joined 2025-10-20',
  'member add Bex --full-name "Bex Thornton" --group lewg --joined 2025-10-20',
  'paper add "What helps at home" --status submitted',
  'commentary propose PA-001 --title "What was not asked"',
  'event add "Out loud" --kind podcast --on 2026-06-01',
  ...people.flatMap((who) => {
    const naming = who === "M-001" ? "anonymous" : "full";
    return [
      `commentary author C-001 ${who} --reason "asked in July"`,
      `commentary naming C-001 ${who} --form ${naming} --how phone`,
      `paper contribute PA-001 ${who} --role validation --naming ${naming}`,
      `paper authorship PA-001 ${who} --substantial yes --drafting-offered 2026-03-01 --drafting yes --approval-offered 2026-04-01 --approval yes --accountable yes --agreed yes`,
      `event contribute E-001 ${who} --role speaker --naming ${naming} --how phone`,
    ];
  }),
  'commentary policy C-001 --says "any form"',
];

const audiences = ["team", "project", "editor", "public"];
const lines = [
  ...audiences.flatMap((a) => [
    `commentary show C-001 --audience ${a} --format json`,
    `paper show PA-001 --audience ${a} --format json`,
  ]),
  "commentary list --format json",
  "commentary draft C-001 --output draft.md",
  "commentary submit C-001",
  "commentary withdraw C-001 --dry-run",
  "guidance list --format json",
  "naming show C-001 --format json",
  "naming show PA-001 --format json",
  "naming show E-001 --format json",
  "naming check C-001",
  "paper authorship PA-001 --format json",
  "paper credits PA-001 --format text",
  "paper credits PA-001 --format csv",
  "paper credits PA-001 --format jats",
  "event list --format json",
  "event list --audience public --format json",
  "report involvement --period 2026 --audience public --format json",
];

const folders: string[] = [];
beforeAll(async () => {
  for (const people of orders) {
    const folder = mkdtempSync(join(tmpdir(), "involve-order-"));
    folders.push(folder);
    for (const line of inOrder(people)) {
      const { said, exit } = await everythingSaid(line, folder);
      if (exit !== 0) throw new Error(`${line} ended with ${exit}: ${said[0]}`);
    }
  }
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe("the order in which people were asked tells nobody who is anonymous (promise 1)", () => {
  test.each(lines)("involve %s reads the same whoever came first", async (line) => {
    const [first, second] = [
      await everythingSaid(line, folders[0] ?? ""),
      await everythingSaid(line, folders[1] ?? ""),
    ];
    expect(second).toEqual(first);
    expect(first.said.join("")).not.toMatch(/quillfeather|oxenbould|zephyrine/i);
  });
});
