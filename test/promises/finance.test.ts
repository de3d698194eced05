import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { canary, everythingSaid, furnish } from "./canary.ts";

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "involve-finance-"));
  await furnish(folder);
  for (const line of [
    "payment claim PAY-001 --received 2026-08-01",
    'payment approve PAY-001 PAY-002 --by "Tomasz Wilk"',
    "payment batch make --cut-off 2026-12-10 --yes",
    "payment batch sent ucl-2026-12-10 --yes",
  ])
    expect([line, (await everythingSaid(line, folder)).exit]).toEqual([line, 0]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What would tell that somebody wrote the commentary or spoke at the event, or that there is something to hide. */
const tell =
  /C-001|E-001|commentar|event|podcast|withheld|anonym|not asked|out loud|helps at home|Oxenbould ward|how many words/i;

test("finance is told whom to pay, and nothing that says they wrote the commentary or spoke at the event", async () => {
  for (const more of [
    "",
    " --format json",
    " --format html",
    " --output s.xlsx",
    " --output s.docx",
    " --to .",
  ]) {
    const { said, exit } = await everythingSaid(`payment batch export ucl-2026-12-10${more}`, folder);
    const text = said.join("\n").replace(/_rels|<[^>]*>/g, "");
    expect([more, exit, text.includes(canary.fullName)]).toEqual([more, 0, true]);
    expect([more, tell.exec(text)?.[0]]).toEqual([more, undefined]);
  }
});
