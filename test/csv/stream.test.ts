import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { openSheet, type RawRow } from "../../src/csv/raw.ts";
import { openStream } from "../../src/csv/stream.ts";
import { root } from "../transcript.ts";

/** A file in pieces of so many bytes. */
const source = (bytes: Uint8Array, size: number) => ({
  size: bytes.length,
  *pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  },
});

/** What comes of a file that is read row by row: its rows and what is said, or what is wrong with it. */
async function streamed(bytes: Uint8Array, size = 65_536) {
  const opened = await openStream("file.csv", source(bytes, size), () => bytes);
  if (!opened.ok) return { problems: opened.problems };
  let rows: RawRow[] = [];
  const read = await opened.value.read({
    begin: () => {
      rows = [];
    },
    row: (row) => rows.push(row),
    piece: () => undefined,
  });
  if (!read.ok) return { problems: read.problems };
  return { rows, notes: [...opened.value.sample.notes, ...read.value] };
}

/** What comes of a file that is read whole. */
async function whole(bytes: Uint8Array) {
  const opened = await openSheet("file.csv", bytes);
  return opened.ok ? { rows: opened.value.rows, notes: opened.value.notes } : { problems: opened.problems };
}

const awkward = join(root, "fixtures", "awkward");

describe("a file that is read row by row", () => {
  test.each(
    readdirSync(awkward, { recursive: true, withFileTypes: true })
      .filter((f) => f.isFile())
      .map((f) => join(f.parentPath, f.name)),
  )("%s gives the rows, the notes and the problems that it gives read whole", async (path) => {
    const bytes = readFileSync(path);
    expect(await streamed(bytes)).toEqual(await whole(bytes));
  });

  test("gives the same rows, notes and problems however it is cut into pieces, whatever its line ends and quotation marks", async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        "",
        " ",
        "Amina",
        "é",
        "a b",
        '"a, b"',
        '"a\nb"',
        '"a\r\nb"',
        '"say ""so"""',
        "x;y",
        '="007"',
      ),
      fc.string({ maxLength: 4, unit: fc.constantFrom("a", "b", " ", "'", "=") }),
    );
    const file = fc.record({
      rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
      end: fc.constantFrom("\n", "\r\n", "\r"),
      closed: fc.boolean(),
      piece: fc.integer({ min: 1, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(file, async ({ rows, end, closed, piece }) => {
        const text =
          ["meeting,ref,state,mode", ...rows.map((r) => r.join(","))].join(end) + (closed ? end : "");
        const bytes = new TextEncoder().encode(text);
        expect(await streamed(bytes, piece)).toEqual(await whole(bytes));
      }),
      { numRuns: 300 },
    );
  });
});
