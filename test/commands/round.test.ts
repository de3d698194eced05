import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { words } from "../../scripts/words.js";
import { folderWithFixtures, inProcess, root } from "../transcript.ts";

interface Expected {
  readonly rank: number;
  readonly ref: string;
  readonly total: number;
  readonly shortlisting: number;
  readonly interview: number;
  readonly perspective: string;
  readonly region: string;
  readonly known_as: string;
  readonly member?: string;
}

const expected = JSON.parse(readFileSync(join(root, "fixtures", "expected.json"), "utf8")) as {
  readonly round: {
    readonly selected: readonly Expected[];
    readonly reserve: readonly Expected[];
    readonly interviewed_not_placed: readonly Expected[];
    readonly spread_of_two_or_more: readonly { readonly ref: string; readonly criterion: string }[];
  };
  readonly errors: Readonly<
    Record<string, readonly { readonly line: number; readonly column: string | null }[]>
  >;
};

describe("the round of the fixtures, from applications to appointment", () => {
  const folder = folderWithFixtures();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function involve(line: string): Promise<string> {
    const { text, exit } = await inProcess(words(line), folder);
    if (exit !== 0) throw new Error(`${line}: ${text}`);
    return text;
  }
  const data = async <T>(line: string): Promise<T> =>
    JSON.parse(await involve(`${line} --format json --quiet`)) as T;

  beforeAll(async () => {
    await involve("store init");
    await involve('staff add "Harriet Osei" --role co-ordinator --from 2025-08-01');
    await involve('staff add "Tomasz Wilk" --role involvement-lead --from 2025-08-01');
    await involve('member add "Rosa Delgado" --group lewg --joined 2023-11-01');
    await involve(
      "round open autumn-2025 --places 14 --opens 2025-08-04 --closes 2025-09-05 --interviews 2025-09-22 --criteria fixtures/criteria.csv --panel fixtures/panel.csv",
    );
  });

  test("every bad row of the bad sheet is named by line and column, and nothing is written", async () => {
    const { text, exit } = await inProcess(
      words("round import autumn-2025 fixtures/applications-errors.csv"),
      folder,
    );
    expect(exit).toBe(3);
    const found = [...text.matchAll(/^line (\d+)(?:, column (\w+))?:/gm)].map(([, line, column]) => ({
      line: Number(line),
      column: column ?? null,
    }));
    expect(found).toEqual(
      expected.errors["applications-errors.csv"]?.map(({ line, column }) => ({ line, column })),
    );
    expect(await data("round show autumn-2025")).toEqual([]);
  });

  test("the proposal is the one worked out apart from this program: ranks, totals, stages, reserves", async () => {
    await involve("round import autumn-2025 fixtures/applications.csv");
    await involve("round score autumn-2025 --from-file fixtures/scores.csv --stage shortlisting");
    await involve("round shortlist autumn-2025 --interview 24 --record");
    await involve("round score autumn-2025 --from-file fixtures/scores.csv");
    const { ranking } = await data<{ ranking: Record<string, unknown>[] }>("round select autumn-2025");
    const { selected, reserve, interviewed_not_placed: others } = expected.round;
    const asRow = (proposed: string) => (e: Expected) => ({
      rank: e.rank,
      code: e.ref,
      total: e.total,
      shortlisting: e.shortlisting,
      interview: e.interview,
      perspective: e.perspective,
      region: e.region,
      proposed,
    });
    expect(
      ranking.map(({ essential: _, reserve_rank: __, by_lot: ___, chance: ____, ...row }) => row),
    ).toEqual([
      ...selected.map(asRow("choose")),
      ...reserve.map(asRow("reserve")),
      ...others.map(asRow("not placed")),
    ]);
  });

  test("scorers two apart are flagged, and nobody else is", async () => {
    const shown = await data<{ code: string; far_apart: string[] }[]>("round show autumn-2025");
    expect(shown.flatMap((a) => a.far_apart.map((criterion) => ({ ref: a.code, criterion })))).toEqual(
      expected.round.spread_of_two_or_more.map(({ ref, criterion }) => ({ ref, criterion })),
    );
  });

  test("nobody's name, e-mail, telephone or equality answer is in the sheet for shortlisters", async () => {
    const sheet = await involve("round export autumn-2025 --format csv");
    const [header, ...rows] = readFileSync(join(root, "fixtures", "applications.csv"), "utf8").split("\r\n");
    const columns = header?.split(",") ?? [];
    for (const row of rows.filter((r) => /^[^",]+,[^",]+,/.test(r))) {
      const cells = row.split(",");
      for (const name of ["full_name", "email", "phone"]) {
        const cell = cells[columns.indexOf(name)] ?? "";
        if (cell !== "") expect(sheet).not.toContain(cell);
      }
    }
    expect(sheet).not.toMatch(/heterosexual|prefer not to say|equality act/i);
  });

  test("the fourteen become M-002 to M-015 in rank order, with what they told us; the others keep their dates", async () => {
    await involve("round select autumn-2025 --record --today 2025-10-06");
    await involve('round decide autumn-2025 --reason "Agreed" --today 2025-10-06');
    await involve("round appoint autumn-2025 --on 2025-10-20 --yes");
    const people = await data<Record<string, unknown>[]>("member list --group lewg");
    expect(people.slice(1)).toEqual(
      expected.round.selected.map((e) =>
        expect.objectContaining({
          ref: e.member,
          known_as: e.known_as,
          perspective: e.perspective,
          region: e.region,
          joined_on: "2025-10-20",
        }),
      ),
    );
    const shown = await data<{ code: string; status: string; member: string | null }[]>(
      "round show autumn-2025 --names",
    );
    expect(shown.filter((a) => a.member !== null)).toHaveLength(14);
    expect(shown.filter((a) => a.status === "reserve").map((a) => a.code)).toEqual(
      expected.round.reserve.map((e) => e.ref).sort((a, b) => a.localeCompare(b, "en")),
    );
  });

  test("the whole of it can be taken back, command by command", async () => {
    await involve("undo --yes");
    await involve("undo --yes");
    const shown = await data<{ status: string }[]>("round show autumn-2025");
    expect(new Set(shown.map((a) => a.status))).toEqual(new Set(["received", "interviewed"]));
    expect(await data("member list --group lewg")).toHaveLength(1);
  });
});
