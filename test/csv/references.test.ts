import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { paperColumns } from "../../src/csv/papers.ts";
import { openPapers } from "../../src/csv/references.ts";
import { readTable } from "../../src/csv/table.ts";
import { no } from "../../src/domain/result.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A row that was read, without what is blank. */
type Row = Readonly<Record<string, unknown>> & { readonly line: number };

/** What a file gives: its good rows without what is blank, and the codes of what is wrong by line. */
async function read(name: string, file: string | Uint8Array) {
  const opened = await openPapers(name, typeof file === "string" ? utf8(file) : file);
  if (!opened.ok)
    return { rows: [] as Row[], wrong: opened.problems.map((p) => [p.line ?? 0, p.code]), notes: [] };
  const table = readTable(
    opened.value,
    paperColumns(() => no()),
  );
  const unread = opened.value.problems ?? [];
  const problems = [...unread, ...table.problems.filter((p) => !unread.some((u) => u.line === p.line))];
  return {
    rows: table.rows.map(
      ({ line, value }): Row => ({ line, ...(JSON.parse(JSON.stringify(value)) as Omit<Row, "line">) }),
    ),
    wrong: problems.map((p) => [p.line ?? 0, p.code]),
    notes: opened.value.notes,
  };
}

const authorsOf = (row: Readonly<Record<string, unknown>> | undefined): unknown =>
  (JSON.parse(String(row?.["citation"])) as { author?: unknown }).author;

describe("BibTeX", () => {
  test("LaTeX is read as the letters it stands for, in titles and in names", async () => {
    const { rows, wrong } = await read(
      "refs.bib",
      String.raw`@article{a, title = {{The {NHS} at 75}: {\"U}ber caf{\'e}s \& \emph{trust} -- 50\% more},
  author = {Ga{\~n}a, {\L}ukasz and {\O}rsted, S{\o}ren and van der Beek, Anna and {The Group}},
  journal = {J. Ment. Health}, year = 2021, month = mar, volume = {4}, number = {2}, pages = {1--9}, doi = {10.1000/xyz}}`,
    );
    expect(wrong).toEqual([]);
    expect(rows[0]).toMatchObject({
      title: "The NHS at 75: Über cafés & trust – 50% more",
      journal: "J. Ment. Health",
      ...{ doi: "10.1000/xyz", year: 2021, volume: "4", issue: "2", pages: "1-9", status: "published" },
    });
    expect(authorsOf(rows[0])).toEqual([
      { family: "Gaña", given: "Łukasz" },
      { family: "Ørsted", given: "Søren" },
      { family: "Beek", given: "Anna", "non-dropping-particle": "van der" },
      { family: "The Group" },
    ]);
  });

  test("entries are read one by one: a broken one is a problem on its line and spoils no other", async () => {
    const text =
      "@article{a, title={One}, year=2020}\n\n@article{b, title={Two, year=2021}\n@article{c, title={Three}, year=2022}\n@article{d title={Four}}\n@misc{e, title={Five}}\n";
    const { rows, wrong } = await read("refs.bib", text);
    expect(rows.map((r) => [r.line, r["title"]])).toEqual([
      [1, "One"],
      [4, "Three"],
      [6, "Five"],
    ]);
    expect(wrong).toEqual([
      [3, "unreadable-entry"],
      [5, "unreadable-entry"],
    ]);
  });

  test("abbreviations serve every entry; comments and preambles are none; several entries may be on one line", async () => {
    const text =
      '@preamble{"x"}\n@comment{@article{not, title={Not}}}\n@string{hex = "Health Expectations"}\n@article{a, title="One", journal=hex} @article{b, title={Two}, journal = hex # " Online"}\n';
    const { rows, wrong } = await read("refs.bib", text);
    expect(wrong).toEqual([]);
    expect(rows).toMatchObject([
      { line: 4, title: "One", journal: "Health Expectations" },
      { line: 5, title: "Two", journal: "Health Expectations Online" },
    ]);
  });

  test("a whole date gives the day it was published; in press is accepted; a preprint has an address and no status", async () => {
    const { rows } = await read(
      "refs.bib",
      "@article{a, title={Dated}, date={2026-03-14}}\n@article{b, title={Coming}, year=2026, pubstate={inpress}}\n@unpublished{c, title={Early}, year=2026, doi={10.1101/2026.01.02}}",
    );
    expect(rows[0]).toMatchObject({ year: 2026, status: "published", statusOn: "2026-03-14" });
    expect(rows[1]).toMatchObject({ year: 2026, status: "accepted" });
    expect(rows[2]).toEqual({
      line: 3,
      title: "Early",
      year: 2026,
      preprint: "https://doi.org/10.1101/2026.01.02",
    });
  });

  test("what an entry leaves to the volume it refers to is taken from there, in any order", async () => {
    const text = `@inproceedings{a, title={Talk}, author={Day, Jo}, crossref={vol}, pages={1--9}}
@inproceedings{b, title={Alone}, year={2020}, crossref={gone}}
@inproceedings{c, title={Broken parent}, year={2020}, crossref={bad}}
@inproceedings{d, title={Round}, year={2020}, crossref={d}}
@proceedings{vol, title={Meeting on Involvement}, year={2025}, publisher={NIHR}, editor={Smith, Jo}}
@proceedings{bad, title={Never closed
`;
    const { rows, wrong } = await read("refs.bib", text);
    expect(rows.map((r) => [r["title"], r["year"]])).toEqual([
      ["Talk", 2025],
      ["Alone", 2020],
      ["Broken parent", 2020],
      ["Round", 2020],
      ["Meeting on Involvement", 2025],
    ]);
    expect(JSON.parse(String(rows[0]?.["citation"]))).toMatchObject({
      "container-title": "Meeting on Involvement",
      publisher: "NIHR",
      author: [{ family: "Day", given: "Jo" }],
    });
    expect(wrong).toEqual([[6, "unreadable-entry"]]);
  });

  test('"and others" is no author of that name', async () => {
    const { rows } = await read("refs.bib", "@article{a, title={One}, author={Day, Jo and others}}");
    expect(authorsOf(rows[0])).toEqual([{ family: "Day", given: "Jo" }, { literal: "et al." }]);
  });

  test("a DOI that stands as an address only is found, and a preprint is told by where it stands", async () => {
    const { rows } = await read(
      "refs.bib",
      "@article{a, title={One}, url={https://dx.doi.org/10.1000/ABC.1}}\n@misc{b, title={Two}, publisher={medRxiv}, year={2024}, url={https://doi.org/10.1101/2024.05.01}}\n@online{c, title={Three}, url={https://unit.example/10.1000/x}}",
    );
    expect(rows.map((r) => [r["doi"], r["preprint"], r["status"]])).toEqual([
      ["10.1000/ABC.1", undefined, "published"],
      [undefined, "https://doi.org/10.1101/2024.05.01", undefined],
      [undefined, undefined, "published"],
    ]);
  });

  test("a file in Windows-1252 or UTF-16 is read, and it is said", async () => {
    const text = "@article{a, title={Café, naïve}}";
    const old = Uint8Array.from(text, (c) => c.charCodeAt(0));
    expect(await read("refs.bib", old)).toMatchObject({
      rows: [{ title: "Café, naïve" }],
      notes: ["Read as Windows-1252."],
    });
    const wide = new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
    expect(await read("refs.bib", wide)).toMatchObject({ rows: [{ title: "Café, naïve" }] });
    expect(await read("refs.bib", `\uFEFF${text}`)).toMatchObject({ rows: [{ title: "Café, naïve" }] });
  });

  test("what a file is, is told by what is in it, whatever its name says", async () => {
    expect((await read("refs.txt", "@article{a, title={One}}")).rows).toMatchObject([{ title: "One" }]);
    expect((await read("refs.bib", "title,doi\nOne,10.1000/x\n")).wrong).toEqual([[0, "unreadable-sheet"]]);
    expect((await read("refs.csv", "title,doi\nOne,10.1000/x\n")).rows).toMatchObject([
      { title: "One", doi: "10.1000/x" },
    ]);
  });

  test("a list of references never makes the program fall over, whatever it holds", async () => {
    const pieces = [
      "@article{",
      "a, ",
      "title",
      "=",
      "{",
      "}",
      '"',
      "\\",
      "#",
      ",",
      "\n",
      "é",
      "TY  - ",
      "ER  - \n",
      "[",
      "1",
    ];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), async (parts) => {
        const found = await read("refs.bib", `@article{x, title={Good}}\n${parts.join("")}`);
        return found.rows.some((r) => r["title"] === "Good");
      }),
      { numRuns: 150 },
    );
  });
});

describe("RIS", () => {
  const entry = (lines: readonly string[]): string => `TY  - JOUR\r\n${lines.join("\r\n")}\r\nER  - \r\n\r\n`;

  test("the tags of PubMed, EndNote and Scopus are read", async () => {
    const { rows, wrong } = await read(
      "refs.ris",
      entry([
        ...["T1  - Waiting & being seen", "A1  - Müller, Jörg", "AU  - Nandakumar, P", "T2  - BMC Medicine"],
        ...["PY  - 2024", "DA  - 2024/02/29/", "VL  - 22", "IS  - 1", "SP  - 12", "EP  - 34"],
        ...["DO  - https://doi.org/10.1186/s12916-024-03260-y", "AB  - Long.", "N1  - mine", "KW  - waiting"],
      ]) + entry(["TI  - Second", "JO  - J Ment Health", "Y1  - 2020///"]),
    );
    expect(wrong).toEqual([]);
    expect(rows[0]).toMatchObject({
      ...{ line: 1, title: "Waiting & being seen", journal: "BMC Medicine", year: 2024, volume: "22" },
      ...{ issue: "1", pages: "12-34", doi: "10.1186/s12916-024-03260-y" },
    });
    expect(String(rows[0]?.["citation"])).not.toMatch(/Long|mine|waiting"/);
    expect(rows[1]).toMatchObject({ line: 18, title: "Second", year: 2020 });
  });

  test("a reference that never ends, and one without a title, are told apart from good ones", async () => {
    const { rows, wrong } = await read("x.ris", "TY  - JOUR\nTI  - One\nTY  - JOUR\nAU  - Nobody\nER  - \n");
    expect(rows).toMatchObject([{ line: 1, title: "One" }]);
    expect(wrong).toEqual([[3, "blank-cell"]]);
  });
});

describe("CSL-JSON", () => {
  test("lists, single records, and the wrappings of Crossref and Zotero are read", async () => {
    const record = { title: ["Seen"], type: "journal-article", "container-title": ["Hex"], DOI: "10.1111/X" };
    for (const json of [
      [record],
      record,
      { items: [record] },
      { status: "ok", message: { items: [record] } },
      { message: record },
    ])
      expect((await read("x.json", JSON.stringify(json))).rows).toMatchObject([
        { title: "Seen", journal: "Hex", doi: "10.1111/X", status: "published" },
      ]);
  });

  test("markup and entities leave a title, nothing else does", async () => {
    const title = "A <i>co-produced</i> study of P &lt; 0.05 &amp; <b>trust</b> in a<sub>2</sub> < b";
    const [row] = (await read("x.json", JSON.stringify([{ title }]))).rows;
    expect(row).toMatchObject({ title: "A co-produced study of P < 0.05 & trust in a2 < b" });
  });

  test("dates are read as far as they are known, also where they are written as text", async () => {
    const issued = [
      { "date-parts": [["2024", "2", "29"]] },
      { "date-parts": [[2024, 13]] },
      { "date-parts": [[null]] },
      { raw: "2023-05-01" },
      null,
    ];
    const { rows } = await read(
      "x.json",
      JSON.stringify(issued.map((d, i) => ({ title: `T${i}`, issued: d }))),
    );
    expect(rows.map((r) => [r["year"], r["statusOn"]])).toEqual([
      [2024, "2024-02-29"],
      [2024, undefined],
      [undefined, undefined],
      [2023, "2023-05-01"],
      [undefined, undefined],
    ]);
  });

  test("of the published record only what a citation needs is kept", async () => {
    const [row] = (
      await read(
        "x.json",
        JSON.stringify([
          {
            title: "Seen",
            abstract: "Long.",
            note: "mine",
            author: [
              { family: "Quill", given: "Ada", ORCID: "0000-0002-1825-0097", affiliation: [{ name: "UCL" }] },
              { name: "The Group" },
              { sequence: "first" },
              "text",
            ],
          },
        ]),
      )
    ).rows;
    expect(JSON.parse(String(row?.["citation"]))).toEqual({
      type: "article-journal",
      title: "Seen",
      author: [{ family: "Quill", given: "Ada" }, { literal: "The Group" }],
    });
  });

  test("what is no record, and a file that was cut short, are refused", async () => {
    expect((await read("x.json", '[\n{"title": "One"},\n7,\n{"title": "a \\"{[\\" b"}]')).wrong).toEqual([
      [3, "unreadable-entry"],
    ]);
    expect((await read("x.json", '[{"title": "One"')).wrong).toEqual([[0, "unreadable-sheet"]]);
    expect((await read("x.json", "[]")).wrong).toEqual([[0, "unreadable-sheet"]]);
  });
});
