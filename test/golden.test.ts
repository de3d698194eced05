import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { golden, inProcess, type Runner, replayAlone, root, transcripts } from "./transcript.ts";

/** What the first `store init` said, and the store it made. */
let first: { readonly said: Awaited<ReturnType<Runner>>; readonly store: Buffer } | null = null;

/** Runs a command line in this process; the new store that nearly every transcript begins with is made once and then copied. */
const quickly: Runner = async (argv, folder) => {
  const path = join(folder, "unit.db");
  if (argv.join(" ") !== "store init" || existsSync(path)) return inProcess(argv, folder);
  if (first) writeFileSync(path, first.store, { mode: 0o600 });
  else {
    const { text, exit } = await inProcess(argv, folder);
    first = { said: { text: text.replaceAll(folder, "<folder>"), exit }, store: readFileSync(path) };
  }
  return first.said;
};

describe("what people see (write anew with UPDATE_GOLDEN=1, then read the difference)", () => {
  test.each(transcripts())("%s", async (name) => {
    const kept = readFileSync(join(golden, name), "utf8");
    const now = await replayAlone(kept, quickly);
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
    const now = await replayAlone(marked, quickly);
    expect(now.trim()).toBe(marked.replaceAll("\u0001\n", "").trim());
    expect(blocks.length).toBeGreaterThan(2);
  });
});
