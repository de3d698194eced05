import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { inProcess, type Runner, replayAlone, root, spawned } from "./transcript.ts";

const folder = join(root, "test", "golden");
const transcripts = readdirSync(folder, { recursive: true })
  .map((f) => String(f).replaceAll("\\", "/"))
  .filter((f) => f.endsWith(".txt"))
  .sort();

/** In this process always; as processes of the built program too where a whole check is run. */
const runners: readonly (readonly [how: string, run: Runner])[] = process.env["CI"]
  ? [
      ["in process", inProcess],
      ["as processes", spawned],
    ]
  : [["in process", inProcess]];

describe.each(runners)(
  "what people see, %s (write anew with UPDATE_GOLDEN=1, then read the difference)",
  (_how, run) => {
    test.each(transcripts)("%s", async (name) => {
      const kept = readFileSync(join(folder, name), "utf8");
      const now = await replayAlone(kept, run);
      if (process.env["UPDATE_GOLDEN"]) writeFileSync(join(folder, name), now);
      else expect(now).toBe(kept);
    });
  },
);

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
