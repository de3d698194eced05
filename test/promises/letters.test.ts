import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { connect } from "../../src/store/connect.ts";
import { folderWithFixtures } from "../transcript.ts";
import { zipParts } from "./canary.ts";
import { ran } from "./year.ts";

let folder = "";
beforeAll(async () => {
  folder = folderWithFixtures();
  for (const line of [
    "store init",
    'staff add "Harriet Osei" --role co-ordinator --from 2025-08-01',
    'staff add "Tomasz Wilk" --role involvement-lead --from 2025-08-01',
    'member add "Rosa Delgado" --group lewg --joined 2023-11-01',
    "round open autumn-2025 --places 14 --opens 2025-08-04 --closes 2025-09-05 --interviews 2025-09-22 --criteria fixtures/criteria.csv --panel fixtures/panel.csv",
    "round import autumn-2025 fixtures/applications.csv",
    "round score autumn-2025 --from-file fixtures/scores.csv --stage shortlisting",
    "round shortlist autumn-2025 --interview 24 --record",
    "round score autumn-2025 --from-file fixtures/scores.csv --stage interview",
    "round select autumn-2025 --record",
    'round decide autumn-2025 --reason "Agreed"',
    "round appoint autumn-2025 --on 2025-10-20 --yes",
    ...["docx", "md", "html"].map(
      (kind) => `round letters autumn-2025 --to letters --as ${kind} --by "Tomasz Wilk"`,
    ),
  ])
    expect({ line, ...(await ran(folder, line)) }).toMatchObject({ line, exit: 0 });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Applicant {
  readonly code: string;
  readonly known_as: string;
  readonly full_name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

function applicants(): Applicant[] {
  const db = connect(join(folder, "unit.db"), { readonly: true });
  const rows = db
    .prepare("select code, known_as, full_name, email, phone from application order by id")
    .all();
  db.close();
  return rows as Applicant[];
}

/** Everything a letter's file says, as text: every part of a Word file, its properties among them. */
function told(name: string): string {
  const bytes = readFileSync(join(folder, "letters", name));
  const parts = name.endsWith(".docx") ? [...zipParts(bytes)].flat() : [bytes.toString("utf8")];
  return parts
    .join("\n")
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replaceAll("&apos;", "'")
    .replaceAll("&#39;", "'");
}

const files = (): string[] => readdirSync(join(folder, "letters"));

describe("the letters of a round", () => {
  test("are one for each applicant in each kind, named by code", () => {
    const codes = new Set(applicants().map((a) => a.code));
    expect(files().length).toBe(3 * codes.size);
    for (const name of files()) {
      const [, code = "", ending] = /^autumn-2025-(A-\d{3})\.(docx|md|html)$/.exec(name) ?? [];
      expect({ name, known: codes.has(code), ending }).toEqual({
        name,
        known: true,
        ending: expect.any(String),
      });
    }
  });

  test("speak to that applicant, and say nobody else's name, address or number", () => {
    const all = applicants();
    const named = (a: Applicant): string[] =>
      [a.full_name, a.email, a.phone].filter((v): v is string => v !== null && v !== "");
    const broken = files().flatMap((name) => {
      const text = told(name).replace(/<[^>]*>/g, "");
      const own = all.find((a) => name.includes(a.code));
      const ownName = (own?.known_as ?? "").replaceAll("-", "\\-");
      const others = all
        .filter((a) => a.code !== own?.code && a.full_name !== own?.full_name)
        .flatMap(named)
        .filter((value) => text.includes(value));
      const greeted = text.includes(`Dear ${own?.known_as},`) || text.includes(`Dear ${ownName},`);
      return [...others.map((o) => `${name}: ${o}`), ...(greeted ? [] : [`${name}: not greeted`])];
    });
    expect(broken).toEqual([]);
  });

  test("name no scorer but whoever signs, and hold no score", () => {
    const broken = files().filter((name) => {
      const text = told(name);
      return (
        /Harriet Osei|Rosa Delgado/.test(text) ||
        /\b[0-4]\.\d\b|\bof 4\b|\bscore/i.test(text.replace(/<[^>]*>/g, ""))
      );
    });
    expect(broken).toEqual([]);
  });

  test("carry nobody in the properties of a Word file", () => {
    const properties = files()
      .filter((name) => name.endsWith(".docx"))
      .flatMap((name) => [...zipParts(readFileSync(join(folder, "letters", name)))])
      .filter(([part]) => part.startsWith("docProps/"))
      .map(([, text]) => text);
    expect(properties.join("\n")).not.toMatch(
      /creator|lastModifiedBy|created|modified|manager|company|Wilk/i,
    );
  });
});
