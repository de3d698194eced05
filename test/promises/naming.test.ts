import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { Document, Packer, Paragraph } from "docx";
import { formats } from "../../src/cli/context.ts";
import { letterDocx } from "../../src/output/letter-docx.ts";
import { canary, everythingSaid, furnish, leaksIn, plantLeak, zipParts } from "./canary.ts";
import { outward, outwardOnce } from "./outward.ts";

let furnished = "";
beforeAll(async () => {
  furnished = mkdtempSync(join(tmpdir(), "involve-naming-"));
  await furnish(furnished);
});
afterAll(() => rmSync(furnished, { recursive: true, force: true }));

/** A copy of the furnished folder for each test, since some of them write. */
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "involve-naming-"));
  cpSync(furnished, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What each command gave away, by command line; empty where nothing was. */
async function leaks(lines: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const line of lines) {
    const { said, exit } = await everythingSaid(line, folder);
    const refusal = exit === 2 && /\[(never-revealed|no-picture|no-calendar)\]/.test(said[0] ?? "");
    if (exit !== 0 && !refusal) found[line] = [`it ended with exit ${exit}: ${said[0]}`];
    const given = said.flatMap(leaksIn);
    if (given.length > 0) found[line] = [...new Set(given)];
  }
  return found;
}

const endings = [...formats, "docx", "xlsx"];
const inEveryFormat = outward.flatMap((line) => [
  ...formats.map((format) => `${line} --format ${format}`),
  ...endings.map((e) => `${line} --output out-${e}.${e}`),
]);

describe("somebody anonymous stays anonymous (promise 1)", () => {
  test("in what every outward command prints and writes, in every format", async () => {
    expect(await leaks([...outward, ...inEveryFormat])).toEqual({});
  });

  test("in the documents, their properties and their file names, and on the way into print", async () => {
    expect(await leaks([...outwardOnce, ...outward.map((line) => `${line} --format json`)])).toEqual({});
  });

  test("though the others are named as they chose", async () => {
    const { said } = await everythingSaid("commentary show C-001 --audience public --format csv", folder);
    expect(said[0]).toContain("B. T");
    expect(said[0]).toContain("Anonymous");
  });
});

describe("the detector of leaks catches a leak that is planted", () => {
  test("when a choice nobody made is in the store", async () => {
    plantLeak(folder);
    const caught = Object.keys(await leaks([...outward, "commentary draft C-001 --output draft.docx"]));
    expect(caught).toEqual(
      expect.arrayContaining([
        "commentary show C-001 --audience public",
        "commentary show C-001",
        "commentary draft C-001 --output draft.docx",
      ]),
    );
  });

  test("when the team asks who is behind it", async () => {
    const line = "commentary show C-001 --reveal";
    expect((await leaks([line]))[line]).toEqual(expect.arrayContaining(["937413", "quillfeather"]));
  });

  test("in a document's properties, in text that Word splits, in a file name, and in spaced digits", async () => {
    const file = new Document({ creator: canary.fullName, sections: [{ children: [new Paragraph("x")] }] });
    const core = zipParts(new Uint8Array(await Packer.toBuffer(file))).get("docProps/core.xml") ?? "";
    expect(leaksIn(core)).toContain("zephyrine");
    expect(leaksIn("<w:t>Quill</w:t></w:r><w:r><w:t>feather</w:t>")).toEqual(["quillfeather"]);
    expect(leaksIn("commentary-QUILLFEATHER.docx")).toEqual(["quillfeather"]);
    expect(leaksIn("+44 (0)1632 960 777")).toContain("960777");
  });
});

describe("a Word document", () => {
  const document = {
    title: "Bread & <roses>",
    blocks: [{ kind: "text" as const, spans: [{ text: "Text", bold: false, italic: false }] }],
  };

  test("names no person, program or time in its properties", async () => {
    const parts = zipParts(await letterDocx(document));
    const properties = [...parts].filter(([name]) => name.startsWith("docProps/")).map(([, text]) => text);
    expect(parts.get("docProps/core.xml")).toContain("Bread &amp; &lt;roses&gt;");
    expect(properties.join("\n")).not.toMatch(
      /creator|lastModifiedBy|Un-named|created|modified|manager|company/i,
    );
  });

  test("is the same bytes for the same document", async () => {
    expect(Buffer.compare(await letterDocx(document), await letterDocx(document))).toBe(0);
  });
});
