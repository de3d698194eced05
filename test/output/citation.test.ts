import { describe, expect, test } from "@jest/globals";
import { type CslItem, cslOf } from "../../src/domain/reference.ts";
import { citationText } from "../../src/output/citation.ts";

const published: CslItem = {
  type: "article-journal",
  title: "What helps at home: a <i>co-produced</i> study",
  "container-title": "BMC Psychiatry",
  volume: "23",
  issue: "1",
  page: "567",
  DOI: "10.1186/s12888-023-05016-z",
  issued: { "date-parts": [[2023, 8, 4]] },
  author: [
    { family: "Okoro", given: "Sam Ade" },
    { family: "Beek", given: "Anna", "non-dropping-particle": "van der" },
    { literal: "MHPRU Lived Experience Working Group" },
  ],
};

describe("a paper is cited in the style the unit has chosen", () => {
  test("Vancouver: names turned round, initials without dots, no number in front", async () => {
    expect(await citationText(published, "vancouver")).toBe(
      "Okoro SA, van der Beek A, MHPRU Lived Experience Working Group. What helps at home: a co-produced study. BMC Psychiatry. 2023 Aug 4;23(1):567. doi:10.1186/s12888-023-05016-z",
    );
  });

  test("APA: the year after the names, the DOI as an address", async () => {
    expect(await citationText(published, "apa")).toBe(
      "Okoro, S. A., van der Beek, A., & MHPRU Lived Experience Working Group. (2023). What helps at home: a co-produced study. BMC Psychiatry, 23(1), 567. https://doi.org/10.1186/s12888-023-05016-z",
    );
  });

  test("Harvard: the title in British quotation marks, the comma after them", async () => {
    expect(await citationText(published, "harvard")).toContain("‘What helps at home: a co-produced study’, ");
  });

  test("a paper of which only the facts are known is cited by those, without authors", async () => {
    const facts = { title: "Asking twice", journal: "BMC Medicine", doi: "10.1186/s12916", year: 2026 };
    expect(await citationText(cslOf(facts), "vancouver")).toBe(
      "Asking twice. BMC Medicine. 2026. doi:10.1186/s12916",
    );
  });

  test("a paper of which only the title is known is its title", async () => {
    const planned = { title: "Asking twice", journal: null, doi: null, year: null };
    expect(await citationText(cslOf(planned), "vancouver")).toMatch(/^Asking twice\./);
    expect(await citationText(cslOf(planned), "vancouver")).not.toMatch(/undefined|null/);
  });

  test("what the unit put right since goes before the imported record; its date stays while the year is the same", () => {
    const paper = { title: "What helps", journal: null, doi: null, year: 2023 };
    const item = cslOf({ ...paper, volume: "24", citation: JSON.stringify(published) });
    expect(item).toMatchObject({ title: "What helps", volume: "24", issue: "1", issued: published.issued });
    expect(cslOf({ ...paper, year: 2024, citation: JSON.stringify(published) }).issued).toEqual({
      "date-parts": [[2024]],
    });
  });

  test("authors whom the record does not name are et al. in every style", async () => {
    const author = [{ family: "Okoro", given: "Sam" }, { literal: "et al." }];
    const starts = await Promise.all(
      (["vancouver", "apa", "harvard"] as const).map((style) =>
        citationText({ ...published, author }, style),
      ),
    );
    expect(starts.map((t) => t.slice(0, 24))).toEqual([
      "Okoro S, et al. What hel",
      "Okoro, S., et al. (2023)",
      "Okoro, S., et al. (2023)",
    ]);
  });

  test("letters of other scripts and of mathematics come out as they are", async () => {
    const item = { ...published, author: [{ literal: "李 明" }, { literal: "أمينة & <em>" }] };
    const text = await citationText(item, "vancouver");
    expect(text).toContain("李 明");
    expect(text).toContain("أمينة &");
  });
});
