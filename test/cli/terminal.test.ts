import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { main, type World } from "../../src/cli/main.ts";
import { transcriptEnv, world } from "../transcript.ts";

let folder = "";
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "involve-terminal-"));
  await run(["store", "init"]);
  await run(["member", "add", "José Carvalho", "--joined", "2026-01-12", "--perspective", "both"]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(
  argv: readonly string[],
  changes: Partial<World> = {},
): Promise<{ out: string; err: string; exit: number }> {
  let out = "";
  let err = "";
  const exit = await main(
    world(argv, folder, () => undefined, {
      stdout: (t) => (out += t),
      stderr: (t) => (err += t),
      ...changes,
    }),
  );
  return { out, err, exit };
}

const terminal: Partial<World> = { stdoutIsTerminal: true };
const colourCode = "\u001b[";

describe("data goes to stdout and talk to stderr", () => {
  test("a list is all on stdout, a sentence about what was done is all on stderr", async () => {
    expect(await run(["member", "list"])).toMatchObject({
      err: "",
      exit: 0,
      out: expect.stringContaining("M-001"),
    });
    expect(await run(["member", "add", "Kit", "--dry-run"])).toMatchObject({
      out: "",
      exit: 0,
      err: expect.stringContaining("Added M-002"),
    });
  });

  test("with --quiet nothing is said when all is well, as cron likes it", async () => {
    expect(await run(["store", "check", "--quiet"])).toEqual({ out: "", err: "", exit: 0 });
    expect(await run(["member", "add", "Kit", "--dry-run", "--quiet"])).toEqual({
      out: "",
      err: "",
      exit: 0,
    });
  });

  test("the result of a change comes as data where a format is asked for", async () => {
    const { out } = await run(["member", "add", "Kit", "--dry-run", "--format", "json"]);
    expect(JSON.parse(out)).toMatchObject([{ ref: "M-002", known_as: "Kit" }]);
  });
});

describe("colour and lines", () => {
  test("a table on a terminal has colour; piped data is CSV without any", async () => {
    expect((await run(["member", "list"], terminal)).out).toContain(colourCode);
    expect((await run(["member", "list"])).out).toMatch(/^ref,known_as/);
  });

  test.each([
    ["NO_COLOR", ["member", "list"], { NO_COLOR: "1" }],
    ["--no-color", ["member", "list", "--no-color"], {}],
    ["a dumb terminal", ["member", "list"], { TERM: "dumb" }],
  ])("%s takes the colour away", async (_name, argv, env) => {
    expect((await run(argv, { ...terminal, env: { ...transcriptEnv, ...env } })).out).not.toContain(
      colourCode,
    );
  });

  test("--plain draws no lines and reads one field after another", async () => {
    const { out } = await run(["member", "list", "--plain"], terminal);
    expect(out).toContain("Known as: José Carvalho\n");
    expect(out).not.toMatch(/[─│┌]/);
    expect(out).not.toContain(colourCode);
  });

  test("a table fits the width of the terminal", async () => {
    const { out } = await run(["member", "list", "--no-color"], { ...terminal, columns: 60 });
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(60);
  });
});

describe("nobody is asked where nobody can answer", () => {
  test("without a terminal a missing word is a usage error that names it", async () => {
    expect(await run(["member", "add"])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("<name> is missing"),
    });
  });

  test("--no-input forbids asking on a terminal too", async () => {
    expect(
      await run(["member", "add", "--no-input"], { stdinIsTerminal: true, stderrIsTerminal: true }),
    ).toMatchObject({ exit: 2 });
  });

  test("member add with any word never asks, even on a terminal", async () => {
    const answered = await run(["member", "add", "--group", "lean"], {
      stdinIsTerminal: true,
      stderrIsTerminal: true,
    });
    expect(answered).toMatchObject({ exit: 2, err: expect.stringContaining("<name> is missing") });
  });
});

describe("words that are not known get the nearest one, and exit 2", () => {
  test.each([
    [["membr", "list"], "involve member list"],
    [["member", "lst"], "involve member list"],
    [["list", "member"], "involve member list"],
    [["membr", "lst"], "involve member list"],
    [["init"], 'Did you mean "involve store init"?'],
    [["publish", "C-001"], 'Did you mean "involve commentary publish"?'],
    [["contribute"], 'Did you mean "involve paper contribute" or "involve event contribute"?'],
    [["payment", "rates", "lst"], 'Did you mean "involve payment rates list"?'],
    [["payment", "ratse", "list"], 'Did you mean "involve payment rates list"?'],
    [["payment", "ratse"], 'Did you mean "involve payment rates"?'],
    [["paymnt", "rates", "list"], 'Did you mean "involve payment rates list"?'],
    [["rates", "list"], 'Did you mean "involve payment rates list"?'],
    [["payment", "rates", "nothing-like-it"], '"payment rates" has no verb "nothing-like-it"'],
    [["member", "list", "--frmat", "json"], "--format"],
    [["member", "add", "Kit", "--group", "lewgg"], '"lewg"'],
  ])("%j", async (argv, meant) => {
    expect(await run(argv)).toMatchObject({ exit: 2, out: "", err: expect.stringContaining(meant) });
  });

  test("the first word of two by itself shows what may follow it; help may stand before, between and after", async () => {
    const help = { exit: 0, err: "", out: expect.stringContaining("Usage: involve payment rates <verb>") };
    expect(await run(["payment", "rates"])).toMatchObject({
      exit: 2,
      out: "",
      err: expect.stringMatching(
        /involve payment rates: fees and expenses\.[\s\S]*^ {2}list +List the rates/m,
      ),
    });
    expect(await run(["payment", "rates", "--help"])).toMatchObject(help);
    expect(await run(["payment", "rates", "help"])).toMatchObject(help);
    for (const words of [
      ["help", "payment", "rates", "list"],
      ["payment", "rates", "list", "help"],
      ["payment", "rates", "list", "--help"],
    ])
      expect(await run(words)).toMatchObject({
        exit: 0,
        out: expect.stringContaining("Usage: involve payment rates list [options]"),
      });
  });

  test.each([
    ["member", "constructor"],
    ["payment", "rates", "toString"],
    ["payment", "rates", "list", "--on", "__proto__"],
    ["payment", "rates", "list", "--on", "constructor"],
  ])("words that are no word here, such as constructor: %s %s", async (...argv) => {
    expect(await run(argv.filter(Boolean))).toMatchObject({ exit: 2, out: "" });
  });

  test("a noun by itself shows its verbs on stderr; with --help on stdout", async () => {
    expect(await run(["member"])).toMatchObject({ exit: 2, out: "", err: expect.stringContaining("rejoin") });
    expect(await run(["member", "--help"])).toMatchObject({
      exit: 0,
      err: "",
      out: expect.stringContaining("rejoin"),
    });
  });
});

describe("where, when and who", () => {
  test("global options may stand before the noun or after the verb", async () => {
    expect((await run(["--format", "json", "member", "list"])).out).toBe(
      (await run(["member", "list", "--format", "json"])).out,
    );
  });

  test("the store is --store, else INVOLVE_STORE, else the data folder", async () => {
    const env = { XDG_DATA_HOME: join(folder, "data") };
    expect(await run(["store", "init"], { env })).toMatchObject({ exit: 0 });
    expect((await run(["store", "info", "--format", "json"], { env })).out).toContain(
      join(folder, "data", "involve", "involve.db"),
    );
    expect(await run(["member", "list", "--store", "none.db"])).toMatchObject({
      exit: 1,
      err: expect.stringContaining("[no-store]"),
    });
  });

  test("--today must be a day", async () => {
    expect(await run(["member", "list", "--today", "yesterday"])).toMatchObject({
      exit: 2,
      err: expect.stringContaining("--today"),
    });
  });

  test("data can be written to a file, in the format its ending says; a missing folder is said before anything is done", async () => {
    expect(await run(["member", "list", "--output", "people.json"])).toMatchObject({
      exit: 0,
      out: "",
      err: "Wrote people.json.\n",
    });
    expect(await run(["member", "list", "--output", "nowhere/people.csv"])).toMatchObject({
      exit: 1,
      err: expect.stringContaining("[no-folder]"),
    });
  });
});

describe("completion", () => {
  test.each([
    [["mem"], "member\t"],
    [["member", "re"], "rejoin\t"],
    [["payment", "ra"], "rates\t"],
    [["payment", "rates", "l"], "list\t"],
    [["payment", "rates", "list", "--a"], "--all\t"],
    [["member", "add", "--per"], "--perspective\t"],
    [["member", "add", "--perspective", ""], "service-user\t"],
  ])("%j is completed from the catalogue and the verb's words", async (words, offered) => {
    expect((await run(["complete", "--", ...words])).out).toContain(offered);
  });

  test("refs come from the store with what they are", async () => {
    expect((await run(["complete", "--", "member", "show", "M"])).out).toContain("M-001\tJosé Carvalho");
  });

  test("after the members the course is offered too", async () => {
    const { out } = await run(["complete", "--", "training", "complete", "M-001", ""]);
    expect(out).toContain("M-001\tJosé Carvalho");
    expect(out).toContain("interviewing\t");
  });

  test("where there is no store there is nothing to offer, and no error", async () => {
    expect(
      await run(["complete", "--", "member", "show", "M"], { env: { INVOLVE_STORE: "none.db" } }),
    ).toMatchObject({ exit: 0, err: "" });
  });

  test.each(["bash", "zsh", "fish"])("there is a script for %s that asks the program", async (shell) => {
    expect((await run(["completion", shell])).out).toContain("involve complete --");
  });
});
