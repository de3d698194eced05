import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { words } from "../../scripts/words.js";
import { root, transcriptEnv } from "../transcript.ts";

let folder = "";
const run = (line: string, zone: string): string => {
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const ran = spawnSync(process.execPath, [join(root, "bin", "involve.js"), ...words(line)], {
    cwd: folder,
    env: { ...env, ...transcriptEnv, TZ: zone },
    encoding: "utf8",
  });
  return `${ran.stdout}${ran.stderr}[exit ${ran.status}]`;
};

const saidInUtc = new Map<string, string>();
const inUtc = (line: string): string => {
  const said = saidInUtc.get(line) ?? run(line, "UTC");
  saidInUtc.set(line, said);
  return said;
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "involve-time-zones-"));
  for (const line of [
    "store init",
    'member add "Amina Khan" --joined 2025-10-20',
    "payment ceiling set M-001 --weekly 203.50 --week-starts monday --monthly 427 --month-starts 25 --on 2026-01-05",
    // The Sunday on which clocks go back in London, and the days beside it.
    ...["2026-10-24", "2026-10-25", "2026-10-26"].map(
      (day) => `payment log M-001 --for other:day-${day} --band half-day --on ${day}`,
    ),
  ])
    expect(run(line, "UTC")).toContain("[exit 0]");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("weeks and months are the same wherever the computer thinks it is", () => {
  test.each(["Europe/London", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kathmandu"])(
    "%s",
    (zone) => {
      for (const line of [
        "payment ceiling check --all --period week:2026-10-19 --format csv",
        "payment ceiling check --all --period month:2026-10-25 --format csv",
        "payment list --period 2026-10-25..2026-10-25 --format csv",
      ])
        expect(run(line, zone)).toBe(inUtc(line));
      expect(run("payment ceiling check --all --format csv --period 2026-10", zone)).toMatch(
        /activity,2026-10-19,2026-10-25,£165\.00,no,/,
      );
    },
  );
});
