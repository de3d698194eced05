import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Day } from "../../src/domain/day.ts";
import { csv } from "../../src/output/csv.ts";
import { html } from "../../src/output/html.ts";
import { markdown } from "../../src/output/markdown.ts";
import { reportDocx } from "../../src/output/report-docx.ts";
import { diffReport } from "../../src/reports/commentary-diff.ts";
import { zipParts } from "../promises/canary.ts";

const version = (body: string, n: number) => ({
  id: n,
  version: n,
  body,
  sha256: "",
  words: 0,
  madeOn: "2026-08-01" as Day,
});
const compared = (before: string, after: string) => diffReport(1, version(before, 1), version(after, 2));
const rows = (before: string, after: string) =>
  compared(before, after).sections.flatMap((s) =>
    s.rows.map((r) => ({ change: r["change"], text: r["text"] as readonly string[] })),
  );

describe("what changed between two texts", () => {
  test("is told word by word within a paragraph, and paragraph by paragraph beside it", () => {
    const before = "Nobody asked us.\n\nIt is our door.\n\nThe end of it.";
    const after = "Nobody ever asked us.\n\nThe end of it.\n\nThank you, all of you who read this.";
    expect(rows(before, after)).toEqual([
      { change: "changed", text: ["=Nobody ", "+ever ", "=asked us."] },
      { change: "removed", text: ["-It is our door."] },
      { change: "added", text: ["+Thank you, all of you who read this."] },
    ]);
  });

  test("is a paragraph that grew, not one that went and one that came", () => {
    const grown =
      "It is our door, and we would like to be asked before somebody stands in front of it again.";
    expect(rows("It is our door.", grown).map((r) => r.change)).toEqual(["changed"]);
  });

  test("is nothing where nothing changed", () => {
    expect(rows("One.\n\nTwo.", "One.\n\nTwo.")).toEqual([]);
  });

  test("always leads from the one text to the other: what was kept and taken out is the first, what was kept and put in the second", () => {
    const word = fc.constantFrom("door", "visit", "asked", "us", "again", "home.", "who?");
    const paragraph = fc.array(word, { minLength: 1, maxLength: 6 }).map((w) => w.join(" "));
    const text = fc.array(paragraph, { minLength: 1, maxLength: 5 });
    // Blanks belong to no word: which side they stand on is left to the library.
    const dense = (t: string): string => t.replaceAll(" ", "");
    const side = (all: ReturnType<typeof rows>, taken: string): string[] =>
      all
        .map((r) =>
          r.text
            .filter((p) => p[0] === "=" || p[0] === taken)
            .map((p) => p.slice(1))
            .join(""),
        )
        .map(dense)
        .filter((t) => t !== "");
    const count = (texts: readonly string[]) => [...texts].sort().join("|");
    fc.assert(
      fc.property(text, text, (before, after) => {
        const all = rows(before.join("\n\n"), after.join("\n\n"));
        const gone = side(all, "-");
        const came = side(all, "+");
        const kept = (from: readonly string[], changed: readonly string[]): string[] => {
          const left = [...from];
          for (const t of changed) {
            const at = left.indexOf(t);
            expect({ t, at: at >= 0 }).toEqual({ t, at: true });
            left.splice(at, 1);
          }
          return left;
        };
        expect(count(kept(before.map(dense), gone))).toBe(count(kept(after.map(dense), came)));
      }),
    );
  });

  test("is marked in every format, and what people wrote is never taken for a mark", () => {
    const report = compared("A <b> star * here and there.", "A <b> star * here and now.");
    expect(html(report)).toContain("A &lt;b&gt; star * here and <del>there</del><ins>now</ins>.");
    expect(markdown(report)).toContain("A \\<b\\> star \\* here and ~~there~~**now**.");
    expect(csv(report)).toContain("here and [-there-]{+now+}.");
  });

  test("is struck through and underlined in a Word file", async () => {
    const xml = zipParts(await reportDocx(compared("here and there.", "here and now."))).get(
      "word/document.xml",
    );
    const runs = [...(xml ?? "").matchAll(/<w:r>(.*?)<\/w:r>/g)].map(([, run = ""]) => ({
      text: run.replace(/<[^>]*>/g, ""),
      struck: run.includes("<w:strike/>"),
      underlined: run.includes("<w:u "),
    }));
    expect(runs).toContainEqual({ text: "there", struck: true, underlined: false });
    expect(runs).toContainEqual({ text: "now", struck: false, underlined: true });
    expect(runs).toContainEqual({ text: "here and ", struck: false, underlined: false });
  });
});
