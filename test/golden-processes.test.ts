import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { golden, replayAlone, spawned, transcripts } from "./transcript.ts";

/** Every transcript where a whole check is run; two of them elsewhere, since each command is a process. */
const chosen = process.env["CI"] ? transcripts() : ["member/add.txt", "store/store.txt"];

describe("the built program, started as a person starts it, says the same", () => {
  test.each(chosen)("%s", async (name) => {
    const kept = readFileSync(join(golden, name), "utf8");
    expect(await replayAlone(kept, spawned)).toBe(kept);
  });
});
