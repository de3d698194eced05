import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type CreditedContributor, type Credits, creditsOf } from "../../src/domain/credits.ts";
import type { NamingForm } from "../../src/domain/naming.ts";
import type { OutwardName } from "../../src/domain/person-name.ts";
import { nameParts } from "../../src/domain/printed-name.ts";
import { creditsJats } from "../../src/output/jats.ts";
import { render } from "../../src/output/render.ts";
import { creditsReport, leftOutSaid, thanksSentence } from "../../src/reports/credits.ts";
import type { PaperRow } from "../../src/store/papers.ts";
import { brokenJats, textsOf } from "./jats.ts";

const analysis = { id: 3, key: "formal-analysis", label: "Formal analysis" };
const review = { id: 14, key: "writing-review-editing", label: "Writing – review & editing" };
const called = (name: string, form: NamingForm = "full") =>
  ({ shown: true, name: name as OutwardName, form }) as const;
const anonymous = { shown: false, placeholder: "Anonymous" } as const;
const undecided = { shown: false, placeholder: "name withheld" } as const;

let next = 0;
const author = (more: Partial<CreditedContributor>): CreditedContributor => ({
  ...{ id: ++next, naming: called(`Author ${next}`), orcid: null, affiliations: [], surname: null },
  ...{ concluded: "author", agreed: "yes", position: null, roles: [analysis] },
  ...more,
});
const names = ({ authors }: Credits): string[] => authors.map((a) => a.name);
const paper = { id: 1, title: "What <helps> & why", doi: "10.1186/s12888-026-1" } as PaperRow;
const jatsOf = (credits: Credits, title = paper.title): Promise<string> =>
  creditsJats({ title, doi: paper.doi, credits, thanks: thanksSentence(credits) });

describe("who is credited", () => {
  test("only those of whom it is concluded, who agreed, and whose name may be printed; the others are counted", () => {
    const credits = creditsOf([
      author({ naming: called("Tamsin Kerr") }),
      author({ naming: called("Not Asked"), agreed: null }),
      author({ naming: called("Refused"), agreed: "no", concluded: "neither" }),
      author({ naming: called("Open"), concluded: null, agreed: null }),
      author({ naming: undecided }),
      author({ naming: called("Thanked"), concluded: "acknowledged" }),
      author({ naming: called("Not Asked Either"), concluded: "acknowledged", agreed: null }),
    ]);
    expect(names(credits)).toEqual(["Tamsin Kerr"]);
    expect(credits.acknowledged).toEqual(["Thanked"]);
    expect(credits.leftOut).toEqual({ open: 1, notAgreed: 2, unnamed: 1 });
    const said = leftOutSaid("PA-001", credits.leftOut, 0).join(" ");
    expect(said).toContain("2 contributors");
    expect(said).not.toMatch(/Asked|Refused|Open|Thanked/);
  });

  test("of those who are anonymous nothing is told but that there are some: one reads as three", async () => {
    const named = author({ naming: called("Tamsin Kerr"), position: 2 });
    const hidden = (n: number) =>
      author({
        naming: anonymous,
        position: n,
        roles: [review],
        affiliations: ["Ward 7"],
        orcid: "0000-0002-1825-0097",
      });
    const one = creditsOf([hidden(1), named]);
    const three = creditsOf([hidden(3), named, hidden(1), hidden(4)]);
    expect(one).toEqual(three);
    const xml = await jatsOf(one);
    expect(brokenJats(xml)).toEqual([]);
    expect(xml.match(/<anonymous\/>/g)).toHaveLength(1);
    expect(xml).not.toMatch(/Ward 7|0097|review/);
  });

  test("a group stands once, at the place of its first, with what any of them did and nothing of a member", async () => {
    const group = called("MHPRU Lived Experience Working Group", "group");
    const credits = creditsOf([
      author({ naming: called("Last"), position: 3 }),
      author({ naming: group, position: 2, roles: [review], affiliations: ["Ward 7"] }),
      author({
        naming: group,
        position: 1,
        roles: [analysis],
        orcid: "0000-0002-1825-0097",
        surname: "Group",
      }),
    ]);
    expect(names(credits)).toEqual(["MHPRU Lived Experience Working Group", "Last"]);
    expect(credits.authors[0]).toMatchObject({
      roles: [analysis, review],
      affiliations: [],
      orcid: null,
      surname: null,
    });
    expect(credits.affiliations).toEqual([]);
    expect(textsOf(await jatsOf(credits), "collab")).toEqual(["MHPRU Lived Experience Working Group"]);
  });

  test("two people printed under one name both stand, and it is said that they cannot be told apart", () => {
    const credits = creditsOf([
      author({ naming: called("T. K", "initials") }),
      author({ naming: called("T. K", "initials") }),
    ]);
    expect(names(credits)).toEqual(["T. K", "T. K"]);
    expect(credits.sameName).toEqual(["T. K"]);
    expect(leftOutSaid("PA-001", credits.leftOut, 1)).toHaveLength(1);
  });

  test("a contribution statement is under the name that is printed, whole: no initials are made of it", async () => {
    const credits = creditsOf([author({ naming: called("River", "pen-name"), roles: [analysis, review] })]);
    const report = creditsReport(paper, credits, await jatsOf(credits));
    expect(report.texts?.text).toContain("River: Formal analysis, Writing – review & editing.");
  });

  test("anonymous thanks are told as some, never how many", () => {
    const thanked = (naming: CreditedContributor["naming"]) => author({ naming, concluded: "acknowledged" });
    const one = creditsOf([thanked(called("Sam")), thanked(anonymous)]);
    expect(thanksSentence(one)).toBe(
      "We thank Sam and those who chose not to be named for their contribution to this paper.",
    );
    expect(thanksSentence(creditsOf([thanked(called("Sam")), thanked(anonymous), thanked(anonymous)]))).toBe(
      thanksSentence(one),
    );
    expect(thanksSentence(creditsOf([]))).toBeNull();
  });
});

describe("a family name is told apart only where somebody said which it is", () => {
  test.each([
    ["Anna van der Beek", "van der Beek", { style: "western", surname: "van der Beek", given: "Anna" }],
    ["李 明", "李", { style: "eastern", surname: "李", given: "明" }],
    ["Madonna", "Madonna", { style: "western", surname: "Madonna", given: null }],
    ["Tamsin Kerr", null, null],
    ["Tamsin Kerr", "err", null],
    ["Tamsin Kerr", "Smith", null],
  ] as const)("%s, %s", (name, surname, parts) => {
    expect(nameParts(name, surname)).toEqual(parts);
  });
});

describe("JATS XML", () => {
  const strange = [
    "Null",
    "O'Neil & <Sons>",
    "أمينة بنت يوسف",
    "李明",
    "שרה לוי",
    "Zoë “Zed” Ümlaut",
    "]]>",
    "&amp;",
    "a\u0000b\u0007c",
    "\uD800x",
    "👩🏽‍🔬 Ro",
    "‮reversed",
  ];

  test("names of every kind come out escaped and whole", async () => {
    const credits = creditsOf(
      strange.map((name) => author({ naming: called(name), affiliations: [name, "UCL & KCL"] })),
    );
    const xml = await jatsOf(credits);
    expect(brokenJats(xml)).toEqual([]);
    expect(textsOf(xml, "string-name").slice(0, 8)).toEqual(strange.slice(0, 8));
    expect(textsOf(xml, "string-name")[8]).toBe("abc");
    expect(textsOf(xml, "article-title")).toEqual(["What <helps> & why"]);
  });

  test("contributors carry their roles by the vocabulary, their iD, and references to affiliations that are there", async () => {
    const credits = creditsOf([
      author({
        naming: called("Anna van der Beek"),
        surname: "van der Beek",
        orcid: "0000-0002-1825-0097",
        affiliations: ["UCL", "KCL"],
        roles: [analysis, review],
      }),
      author({ naming: called("Sam"), affiliations: ["KCL"] }),
    ]);
    const xml = await jatsOf(credits);
    expect(brokenJats(xml)).toEqual([]);
    expect(xml).toContain(
      '<contrib-id contrib-id-type="orcid">https://orcid.org/0000-0002-1825-0097</contrib-id>',
    );
    expect(xml).toContain(
      'vocab-term-identifier="https://credit.niso.org/contributor-roles/formal-analysis/"',
    );
    expect(textsOf(xml, "surname")).toEqual(["van der Beek"]);
    expect(textsOf(xml, "institution")).toEqual(["UCL", "KCL"]);
    expect([...xml.matchAll(/rid="(aff\d)"/g)].map((m) => m[1])).toEqual(["aff1", "aff2", "aff2"]);
  });

  test("a paper with nobody credited is still a whole document", async () => {
    expect(brokenJats(await jatsOf(creditsOf([])))).toEqual([]);
  });

  test("the rules would find what is wrong", () => {
    const wrong = [
      '<article article-type="research-article"><front><article-meta><contrib-group><contrib contrib-type="author"><role vocab="credit">x</role><name><given-names>a</given-names><surname>b</surname></name></contrib></contrib-group></article-meta></front></article>',
      '<article article-type="research-article"><front><article-meta><contrib-group><contrib contrib-type="author"><collab>a</collab><xref ref-type="aff" rid="aff9">9</xref></contrib></contrib-group></article-meta></front></article>',
      "<article><front>",
    ];
    expect(wrong.map((xml) => brokenJats(xml).length > 0)).toEqual([true, true, true]);
  });

  test("whoever contributes in whatever way, the document is as JATS has it and nobody withheld is in any format", async () => {
    const form = fc.constantFrom<NamingForm>("full", "other", "initials", "pen-name", "group");
    const person = fc.record({
      who: fc.constantFrom("Kx1", "Kx2", "Kx3", "Kx4"),
      naming: fc.oneof(
        fc
          .tuple(fc.string({ minLength: 1, unit: "grapheme" }), form)
          .map(([name, f]) => called(`Z${name}`, f)),
        fc.constant(anonymous),
        fc.constant(undecided),
      ),
      concluded: fc.constantFrom("author" as const, "acknowledged" as const, "neither" as const, null),
      agreed: fc.constantFrom("yes" as const, "no" as const, null),
      position: fc.option(fc.integer({ min: 1, max: 9 })),
      roles: fc.subarray([analysis, review]),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(person, { maxLength: 6 }),
        fc.string({ unit: "binary" }),
        async (people, title) => {
          const all = people.map(({ who, ...p }, id) =>
            author({ ...p, id, affiliations: [`${who} ward`], orcid: p.naming.shown ? null : who }),
          );
          const credits = creditsOf(all);
          const xml = await jatsOf(credits, `T${title}`);
          expect(brokenJats(xml)).toEqual([]);
          const report = creditsReport({ ...paper, title: "T" }, credits, xml);
          const look = { columns: 100, color: false, plain: true };
          let out = xml;
          for (const f of ["text", "md", "csv", "json", "html"] as const)
            out += await render(report, f, look);
          const open = new Set<string>(
            people
              .filter(
                (p) =>
                  p.naming.shown &&
                  p.agreed === "yes" &&
                  p.naming.form !== "group" &&
                  p.concluded === "author",
              )
              .map((p) => p.who),
          );
          for (const who of ["Kx1", "Kx2", "Kx3", "Kx4"]) if (!open.has(who)) expect(out).not.toContain(who);
        },
      ),
      { numRuns: 60 },
    );
  });
});
