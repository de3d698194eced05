import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { catalogue, everyVerb, typed } from "../../src/cli/catalogue.ts";
import { loadVerb } from "../../src/cli/program.ts";
import { apart, type Request, reading, writing } from "./requests.ts";
import { type Answer, changedTables, contents, givenOut, performYear, ran, type Year } from "./year.ts";

let year: Year;
/** What the furnished store holds before anything is done to a copy of it. */
let untouched: ReturnType<typeof contents> = {};
beforeAll(() => {
  year = performYear();
  untouched = contents(year.copy());
});
afterAll(() => year.remove());

const filesOf = (folder: string): ReadonlyMap<string, Buffer> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));

/** The files of a folder that are not as they were. */
const touched = (folder: string, before: ReadonlyMap<string, Buffer>): string[] =>
  [...new Set([...before.keys(), ...readdirSync(folder)])].filter(
    (name) => !existsSync(join(folder, name)) || !before.get(name)?.equals(readFileSync(join(folder, name))),
  );

/** What a dry run says, as the real run would say it. */
const asIfReal = (said: string): string =>
  said.replace("Dry run: nothing is written. This would happen:\n", "").replaceAll("Would write ", "Wrote ");

const requests = Object.entries(writing);
const everyWriting = requests.map(([verb]) => verb);
const onRecord = requests.filter(([, r]) => r.notUndone === undefined).map(([verb]) => verb);

/** What became of one request on a copy of the furnished store: tried dry, made, and taken back. */
interface Story {
  readonly dry: Answer;
  readonly touchedByDry: readonly string[];
  readonly real: Answer;
  readonly changed: readonly string[];
  readonly undone: Answer;
  readonly notPutBack: readonly string[];
  readonly givenAgain: readonly string[];
}
const stories = new Map<string, Promise<Story>>();

async function tell(request: Request): Promise<Story> {
  const folder = await year.ready(request);
  const files = filesOf(folder);
  const dry = await ran(folder, `${request.line} --format json --dry-run`);
  const touchedByDry = touched(folder, files);
  const before = request.before ? contents(folder) : untouched;
  const real = await ran(folder, `${request.line} --format json`);
  const changed = [...changedTables(before, contents(folder)), ...touched(folder, files)];
  const numbers = givenOut(folder);
  const last = /^(H-\d+)/m.exec((await ran(folder, "history list --last 1 --format csv")).out)?.[1] ?? "";
  const undone = await ran(folder, `undo ${last} --yes`);
  const now = givenOut(folder);
  return {
    ...{ dry, touchedByDry, real, changed, undone },
    notPutBack: changedTables(before, contents(folder)),
    givenAgain: Object.entries(numbers).flatMap(([table, n]) => ((now[table] ?? 0) < n ? [table] : [])),
  };
}

/** The story of a verb's request; it is played once. */
function story(verb: string): Promise<Story> {
  const told = stories.get(verb) ?? tell(writing[verb] ?? { line: verb });
  stories.set(verb, told);
  return told;
}

describe("the table of requests", () => {
  test("has every verb of the catalogue under what it does: writing, reading, or neither", async () => {
    const writes: string[] = [];
    for (const { name, verbs } of catalogue)
      for (const verb of verbs)
        if ((await loadVerb(name, verb.name)).writes) writes.push(typed(name, verb.name));
    expect(new Set(Object.keys(writing))).toEqual(new Set(writes));
    const rest = everyVerb().filter((v) => !(v in writing) && !(v in apart));
    expect(new Set(Object.keys(reading).filter((v) => !(v in writing)))).toEqual(new Set(rest));
    for (const [verb, { line }] of requests) expect(`${line} `.startsWith(`${verb} `)).toBe(true);
  });
});

describe("a dry run is the real run, taken back (promises 2 and 3)", () => {
  test.each(everyWriting)("%s: writes not a byte, and says what the real run then says", async (verb) => {
    const { dry, touchedByDry, real, changed } = await story(verb);
    expect(dry).toEqual({
      exit: 0,
      out: dry.out,
      err: expect.stringMatching(/^Dry run: nothing is written\./),
    });
    expect(touchedByDry).toEqual([]);
    expect(real).toEqual({ exit: 0, out: dry.out, err: asIfReal(dry.err) });
    expect(changed).not.toEqual([]);
  });
});

describe("every change can be taken back (promise 7)", () => {
  test.each(onRecord)("%s: undo puts every table back, and no number is given twice", async (verb) => {
    const { undone, notPutBack, givenAgain } = await story(verb);
    expect(undone).toEqual({ exit: 0, out: "", err: expect.stringMatching(/^Took back H-\d+ /) });
    expect({ notPutBack, givenAgain }).toEqual({ notPutBack: [], givenAgain: [] });
  });

  test("but for those where it cannot be, each with its reason", () => {
    const without = requests.filter(([, { notUndone }]) => notUndone !== undefined).map(([verb]) => verb);
    expect(without).toEqual([
      "evaluation respond",
      "privacy retain",
      "privacy erase",
      "store init",
      "store backup",
      "store restore",
    ]);
  });
});

describe("cron is quiet (promise 10)", () => {
  test.each(requests)("%s: with --quiet nothing is printed when all is well", async (_verb, request) => {
    expect(await ran(await year.ready(request), `${request.line} --quiet`)).toEqual({
      exit: 0,
      out: "",
      err: "",
    });
  });

  test.each(everyWriting)("%s: off a terminal it neither colours nor asks", async (verb) => {
    const { real } = await story(verb);
    expect(real.out + real.err).not.toMatch(/\p{Cc}\[|\?\s*$/u);
  });
});
