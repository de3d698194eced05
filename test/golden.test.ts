import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { inProcess, replayAlone, root } from "./transcript.ts";

const folder = join(root, "test", "golden");
const transcripts = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((f) => f.endsWith(".txt"))
  .sort();

describe("what people see, line by line (write anew with UPDATE_GOLDEN=1, then read the difference)", () => {
  test.each(transcripts)("%s", async (name) => {
    const kept = readFileSync(join(folder, name), "utf8");
    const now = await replayAlone(kept, inProcess);
    if (process.env["UPDATE_GOLDEN"]) writeFileSync(join(folder, name), now);
    else expect(now).toBe(kept);
  });
});
