import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { must } from "../../src/cli/errors.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { canary, everythingSaid, furnish } from "../promises/canary.ts";

let folder = "";
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "involve-views-"));
  await furnish(folder);
  for (const status of ["planned", "drafting", "submitted", "accepted", "published", "withdrawn"])
    await everythingSaid(`paper add "One that is ${status}" --status ${status}`, folder);
  store = must(openStore(join(folder, "unit.db")));
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const rowsOf = (view: string) => store.raw<Record<string, unknown>>(`select * from ${view}`);
const views = (): string[] =>
  store
    .raw<{ name: string }>("select name from sqlite_master where type = 'view' order by name")
    .map((v) => v.name);

describe("the views, for whoever opens the file in another program", () => {
  test("hold nobody's name, address or telephone number", () => {
    const all = views().flatMap((view) => rowsOf(view).map((row) => JSON.stringify(row).toLowerCase()));
    expect(all.length).toBeGreaterThan(10);
    for (const word of ["quillfeather", "zephyrine", "oxenbould", "960 777", canary.orcid])
      expect(all.filter((row) => row.includes(word))).toEqual([]);
  });

  test("tell of nobody what they wrote or where they spoke, since they may be anonymous in it", () => {
    const theirs = views().flatMap((view) =>
      rowsOf(view)
        .map((row) => JSON.stringify(row))
        .filter((row) => row.includes(String(canary.id))),
    );
    expect(theirs.length).toBeGreaterThan(2);
    expect(theirs.filter((row) => /[CE]-001|PA-001|commentary|event/.test(row))).toEqual([]);
  });

  test("say of papers without a commentary what paper list --without-commentary says", async () => {
    const { said } = await everythingSaid("paper list --without-commentary --format json", folder);
    const [json = "[]"] = said[0]?.split(/\n(?=Not submitted|On their way)/) ?? [];
    const listed = (JSON.parse(json) as { title: string }[]).map((p) => p.title);
    expect(rowsOf("papers_without_commentary").map((p) => p["title"])).toEqual(listed);
    expect(listed).toHaveLength(3);
  });
});
