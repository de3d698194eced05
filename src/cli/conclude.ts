import { renameSync, rmSync, writeFileSync } from "node:fs";
import type { Command, Outcome } from "./command.ts";
import { type Format, formats } from "./context.ts";
import { usage } from "./errors.ts";
import type { World } from "./main.ts";
import type { GlobalWords, Run } from "./run.ts";

const endings: Readonly<Record<string, Format>> = {
  ".csv": "csv",
  ".json": "json",
  ".md": "md",
  ".html": "html",
  ".htm": "html",
  ".svg": "svg",
};

const formatOf = (path: string): Format => endings[/\.[a-z]+$/i.exec(path)?.[0].toLowerCase() ?? ""] ?? "csv";

/** Stops before anything is done where a picture is asked of a verb that has none. */
export function checkPicture(command: Command, words: GlobalWords): void {
  const svg =
    words.format === "svg" ||
    (words.format === undefined && words.output !== undefined && formatOf(words.output) === "svg");
  if (svg && !command.draws)
    throw usage({
      code: "no-picture",
      message: "This has no picture.",
      remedy: `Choose one of: ${formats.filter((f) => f !== "svg").join(", ")}. A picture comes from: involve report infrastructure`,
    });
}

/** Writes a file whole or not at all: under a temporary name beside it, then renamed. Its folder must exist. */
function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.part`;
  try {
    writeFileSync(temporary, content, { mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw Object.assign(error as Error, { path });
  }
}

function colorAllowed(world: World, words: GlobalWords): boolean {
  if (words.plain || words.color === false || world.env["NO_COLOR"]) return false;
  return world.stdoutIsTerminal && world.env["TERM"] !== "dumb";
}

/** Puts out what a verb found: data on stdout or in a file, documents where they were asked for, talk on stderr. */
export async function conclude(
  world: World,
  words: GlobalWords,
  run: Run,
  command: Command,
  outcome: Outcome,
): Promise<number> {
  const { context } = run;
  const isData = !command.writes || outcome.shown === true || context.format !== undefined;
  if (outcome.report && isData) {
    const { render } = await import("../output/render.ts");
    const format =
      context.format ?? (words.output ? formatOf(words.output) : world.stdoutIsTerminal ? "table" : "csv");
    const look = {
      columns: world.columns,
      color: colorAllowed(world, words) && !words.output,
      plain: words.plain === true,
    };
    const text = await render(outcome.report, format, look);
    if (words.output) writeWhole(run.resolvePath(words.output), format === "csv" ? `\uFEFF${text}` : text);
    else world.stdout(text);
  }
  if (outcome.text !== undefined) world.stdout(outcome.text);
  for (const file of outcome.files ?? [])
    if (!context.dryRun) writeWhole(run.resolvePath(file.path), file.content);
  const said = [
    ...(context.dryRun && !outcome.shown ? ["Dry run: nothing is written. This would happen:"] : []),
    ...(outcome.said ?? []),
    ...(words.output && outcome.report ? [`Wrote ${words.output}.`] : []),
    ...(outcome.files ?? []).map((f) => `${context.dryRun ? "Would write" : "Wrote"} ${f.path}.`),
  ];
  if (!words.quiet) for (const sentence of said) world.stderr(`${sentence}\n`);
  return outcome.findings ? 1 : 0;
}
