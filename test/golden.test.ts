import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { golden, inProcess, replayAlone, root, transcripts } from "./transcript.ts";

describe("what people see (write anew with UPDATE_GOLDEN=1, then read the difference)", () => {
  test.each(transcripts())("%s", async (name) => {
    const kept = readFileSync(join(golden, name), "utf8");
    const now = await replayAlone(kept, inProcess);
    if (process.env["UPDATE_GOLDEN"]) writeFileSync(join(golden, name), now);
    else expect(now).toBe(kept);
  });
});

describe("the README", () => {
  const blocks = [
    ...readFileSync(join(root, "README.md"), "utf8").matchAll(/^```console\n([\s\S]*?)^```$/gm),
  ].map((m) => m[1] ?? "");

  test("shows what the program really says: its console blocks, one after another, replayed", async () => {
    const marked = blocks.join("\u0001\n");
    const now = await replayAlone(marked, inProcess);
    expect(now.trim()).toBe(marked.replaceAll("\u0001\n", "").trim());
    expect(blocks.length).toBeGreaterThan(2);
  });
});
